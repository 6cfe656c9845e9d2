//! Reading licensing rules and destinations from YAML, with every problem of every file at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::List;
use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::licensing::pattern::is_pattern;
use crate::licensing::{
    ACTIVITIES, Answer, Authorisation, Basis, Case, CatchAll, Chart, ChartRow, Closing, Destination, DestinationSet, Destinations, Embargo,
    Licensing, PURPOSES, Policy, Reach, ReasonRule, Requirement, Restriction, Review, Rung, TRANSACTIONS, Unknown, form, inside,
};
use crate::load::Reader;
use crate::load::tree::{Place, Tree};

/// The words of review policies.
const POLICIES: [(&str, Policy); 6] = [
    ("approval", Policy::Approval),
    ("presumption-of-approval", Policy::PresumptionOfApproval),
    ("case-by-case", Policy::CaseByCase),
    ("as-arms-embargo", Policy::AsArmsEmbargo),
    ("presumption-of-denial", Policy::PresumptionOfDenial),
    ("denial", Policy::Denial),
];

/// The words of rungs.
const RUNGS: [(&str, Rung); 7] = [
    ("jurisdiction", Rung::Jurisdiction),
    ("listed", Rung::Listed),
    ("licence", Rung::Licence),
    ("authorisation", Rung::Authorisation),
    ("review", Rung::Review),
    ("catch-all", Rung::CatchAll),
    ("embargo", Rung::Embargo),
];

/// Loads the destinations from their file: its name (for diagnostics) and its bytes.
pub fn load_destinations(name: &str, bytes: &[u8]) -> Result<Destinations, Vec<Diagnostic>> {
    let mut r = Reader::new(name);
    let tree = Tree::read(name, bytes, &mut r.out);
    let rows = tree.and_then(|tree| {
        let fields = r.fields(&tree, &form::DESTINATIONS)?;
        Some(r.list(fields.get("destinations"), |r, node| {
            let fields = r.fields(node, &form::DESTINATION)?;
            let (code, name) = (r.optional_text(fields.get("code")), r.optional_text(fields.get("name")));
            Some(Destination { code, name, also: r.texts(fields.get("also")) })
        }))
    });
    match rows {
        Some(rows) if r.out.is_empty() => Ok(Destinations::new(rows)),
        _ => Err(r.out),
    }
}

/// What loading licensing rules gives.
#[derive(Clone, Debug)]
pub struct LoadedLicensing {
    /// The rules; `None` if there is any error.
    pub licensing: Option<Licensing>,
    /// Every problem, by file, line and column.
    pub diagnostics: Vec<Diagnostic>,
}

/// Loads the licensing rules of one jurisdiction from their files, each a name (for diagnostics) and its bytes.
///
/// The files are read in the order of their names; a set of destinations may use those before it. The error holds every problem of every file.
pub fn load_licensing<N: AsRef<str>, B: AsRef<[u8]>>(files: &[(N, B)], destinations: &Destinations) -> Result<Licensing, Vec<Diagnostic>> {
    let loaded = check_licensing(files, destinations, None);
    loaded.licensing.ok_or(loaded.diagnostics)
}

/// Loads licensing rules with their diagnostics, warnings included; where the list they speak of is given, patterns that match nothing of it are
/// reported.
pub fn check_licensing<N: AsRef<str>, B: AsRef<[u8]>>(
    files: &[(N, B)],
    destinations: &Destinations,
    list: Option<&List>,
) -> LoadedLicensing {
    let mut files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_ref(), bytes.as_ref())).collect();
    files.sort_unstable_by_key(|(name, _)| *name);
    let mut whole = Whole { rules: None, names: Vec::new(), known: destinations, out: Vec::new() };
    for (name, bytes) in files {
        let mut r = Reader::new(name);
        if let Some(tree) = Tree::read(name, bytes, &mut r.out) {
            whole.file(&mut r, &tree);
        }
        whole.out.append(&mut r.out);
    }
    whole.finish(list)
}

/// A name that a rule uses, to be looked up when every file is read.
struct Used {
    file: String,
    place: Place,
    name: String,
    kind: Names,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Destination,
    Items,
    Authorisation,
    Pattern,
    /// A column that a row of the chart marks; the chart declares it.
    Column,
}

struct Whole<'d> {
    rules: Option<Licensing>,
    names: Vec<Used>,
    known: &'d Destinations,
    out: Vec<Diagnostic>,
}

impl Whole<'_> {
    fn file(&mut self, r: &mut Reader, tree: &Tree) -> Option<()> {
        let fields = r.fields(tree, &form::FILE)?;
        let jurisdiction = r.optional_text(fields.get("jurisdiction"));
        // A wrong date is reported; the rest of the file is read all the same.
        let as_of = fields.get("as-of").and_then(|node| r.date(node)).unwrap_or_default();
        let names = &mut self.names;
        let chart = fields.get("chart").and_then(|node| chart(r, node, names));
        let sets = r.list(fields.get("sets"), |r, node| set(r, node, names));
        let items = r.list(fields.get("items"), |r, node| {
            let fields = r.fields(node, &form::ITEMS)?;
            Some((r.optional_text(fields.get("items")), items(r, fields.get("codes"), names)))
        });
        let rules = self.rules.get_or_insert_with(|| empty(&jurisdiction, as_of));
        rules.as_of = rules.as_of.max(as_of);
        for (value, key) in
            [(&mut rules.agency, "agency"), (&mut rules.law, "law"), (&mut rules.citation, "citation"), (&mut rules.list_of, "list-of")]
        {
            if let Some(node) = fields.get(key) {
                *value = r.optional_text(Some(node));
            }
        }
        rules.chart = rules.chart.take().or(chart);
        for (name, members, mut set, place) in sets {
            for member in members {
                if let Some(other) = rules.sets.get(&member) {
                    set.members.extend(other.members.iter().cloned());
                    set.open |= other.open;
                } else {
                    names.push(used(r, place, &member, Names::Destination));
                    set.members.insert(member);
                }
            }
            rules.sets.insert(name, set);
        }
        rules.items.extend(items);
        rules.reaches.extend(r.list(fields.get("reaches"), |r, node| reach(r, node, names)));
        rules.reasons.extend(r.list(fields.get("reasons"), |r, node| {
            let fields = r.fields(node, &form::REASON)?;
            Some(ReasonRule {
                reason: r.optional_text(fields.get("reason")),
                case: case(r, &fields, names),
                citation: r.citation(fields.get("citation")),
            })
        }));
        rules.requirements.extend(r.list(fields.get("requirements"), |r, node| requirement(r, node, names)));
        rules.authorisations.extend(r.list(fields.get("authorisations"), |r, node| authorisation(r, node, names)));
        rules.restrictions.extend(r.list(fields.get("restrictions"), |r, node| restriction(r, node, names)));
        rules.closings.extend(r.list(fields.get("closings"), |r, node| {
            let fields = r.fields(node, &form::CLOSING)?;
            let authorisation = authorisations(r, fields.get("authorisation"), names).pop().unwrap_or_default();
            Some(Closing { authorisation, case: case(r, &fields, names), citation: r.citation(fields.get("citation")) })
        }));
        rules.reviews.extend(r.list(fields.get("reviews"), |r, node| {
            let fields = r.fields(node, &form::REVIEW)?;
            let policy = fields.get("policy").and_then(|node| r.choice(node, &POLICIES));
            let note = r.optional_text(fields.get("note"));
            let (case, citation) = (case(r, &fields, names), r.citation(fields.get("citation")));
            Some(Review { policy: policy?, note, case, citation })
        }));
        rules.catch_alls.extend(r.list(fields.get("catch-alls"), |r, node| {
            let fields = r.fields(node, &form::CATCH_ALL)?;
            let (name, trigger) = (r.optional_text(fields.get("name")), r.optional_text(fields.get("trigger")));
            let against = r.choices(fields.get("against"), &PURPOSES);
            Some(CatchAll { name, against, trigger, case: case(r, &fields, names), citation: r.citation(fields.get("citation")) })
        }));
        rules.embargoes.extend(r.list(fields.get("embargoes"), |r, node| embargo(r, node, names)));
        rules.unknowns.extend(r.list(fields.get("unknowns"), |r, node| {
            let fields = r.fields(node, &form::UNKNOWN)?;
            let rung = fields.get("rung").and_then(|node| r.choice(node, &RUNGS));
            let against = r.choices(fields.get("against"), &PURPOSES);
            let (what, case) = (r.optional_text(fields.get("what")), case(r, &fields, names));
            Some(Unknown { rung: rung?, what, against, case })
        }));
        Some(())
    }

    fn finish(mut self, list: Option<&List>) -> LoadedLicensing {
        if let Some(rules) = &self.rules {
            for used in &self.names {
                let Some((code, what, hint)) = problem(used, rules, self.known, list) else { continue };
                let mut r = Reader::new(&used.file);
                r.report(used.place, code, format!("`{}` {what}", used.name), hint);
                self.out.append(&mut r.out);
            }
        }
        self.out.sort();
        self.out.dedup();
        let failed = self.out.iter().any(|d| d.severity == Severity::Error);
        LoadedLicensing { licensing: self.rules.filter(|_| !failed), diagnostics: self.out }
    }
}

/// What is wrong with a name that a rule uses: the diagnostic's code, what the name is not, and a hint.
fn problem(
    used: &Used,
    rules: &Licensing,
    places: &Destinations,
    list: Option<&List>,
) -> Option<(&'static str, &'static str, &'static str)> {
    const DEFINE: &str = "check the spelling, or define it in a file of this folder";
    let name = used.name.as_str();
    match used.kind {
        Names::Destination => {
            let known = name == "all" || rules.sets.contains_key(name) || places.iter().any(|place| place.code == name);
            (!known).then_some((codes::UNKNOWN_DESTINATION, "is neither a destination nor a set of them", DEFINE))
        }
        Names::Items => (!rules.items.contains_key(name)).then_some((codes::UNKNOWN_ITEMS, "is no set of items", DEFINE)),
        Names::Authorisation => {
            let known = rules.authorisations.iter().any(|authorisation| authorisation.id == name);
            (!known).then_some((codes::UNKNOWN_AUTHORISATION, "is no authorisation", DEFINE))
        }
        Names::Column => {
            let known = rules.chart.as_ref().is_none_or(|chart| chart.columns.iter().any(|column| column == name));
            (!known).then_some((
                codes::UNKNOWN_COLUMN,
                "is no column of the chart",
                "check the spelling, or add it to the chart's `columns`",
            ))
        }
        Names::Pattern if !is_pattern(name) => Some((
            codes::WRONG_PATTERN,
            "is no pattern of codes",
            "write a code (3A001.a), a range under one parent (3A001.a.1-3A001.a.4), or an entry's code with `?` (?A???)",
        )),
        Names::Pattern => {
            let mut paragraphs = list?.entries.iter().flat_map(|entry| &entry.paragraphs);
            let idle = !paragraphs.any(|paragraph| inside(&paragraph.code, name) != Answer::No);
            idle.then_some((codes::IDLE_PATTERN, "matches nothing of the newest list", "correct the code, or remove it"))
        }
    }
}

fn empty(jurisdiction: &str, as_of: jiff::civil::Date) -> Licensing {
    Licensing {
        jurisdiction: jurisdiction.to_owned(),
        as_of,
        agency: String::new(),
        law: String::new(),
        citation: String::new(),
        list_of: String::new(),
        sets: BTreeMap::new(),
        items: BTreeMap::new(),
        chart: None,
        reaches: Vec::new(),
        reasons: Vec::new(),
        requirements: Vec::new(),
        authorisations: Vec::new(),
        restrictions: Vec::new(),
        closings: Vec::new(),
        reviews: Vec::new(),
        catch_alls: Vec::new(),
        embargoes: Vec::new(),
        unknowns: Vec::new(),
    }
}

type Fields<'t, 'a> = crate::load::Fields<'t, 'a>;

fn set(r: &mut Reader, node: &Tree, names: &mut Vec<Used>) -> Option<(String, Vec<String>, DestinationSet, Place)> {
    let fields = r.fields(node, &form::SET)?;
    let set = DestinationSet {
        members: BTreeSet::new(),
        others: r.texts(fields.get("others")).into_iter().collect(),
        open: r.flag(fields.get("open")),
        citation: r.citation(fields.get("citation")),
    };
    if let Some(node) = fields.get("others") {
        names.extend(set.others.iter().map(|name| used(r, node.place, name, Names::Destination)));
    }
    Some((r.optional_text(fields.get("set")), r.texts(fields.get("members")), set, node.place))
}

fn chart(r: &mut Reader, node: &Tree, names: &mut Vec<Used>) -> Option<Chart> {
    let fields = r.fields(node, &form::CHART)?;
    let rows = r.list(fields.get("rows"), |r, node| {
        let fields = r.fields(node, &form::CHART_ROW)?;
        let to = r.optional_text(fields.get("to"));
        names.push(used(r, node.place, &to, Names::Destination));
        let columns = r.texts(fields.get("columns"));
        names.extend(columns.iter().map(|column| used(r, node.place, column, Names::Column)));
        let row = match fields.get("refers") {
            Some(refers) => ChartRow::Refers(r.optional_text(Some(refers))),
            None => ChartRow::Marked(columns.into_iter().collect()),
        };
        Some((to, row))
    });
    Some(Chart { columns: r.texts(fields.get("columns")), rows: rows.into_iter().collect(), citation: r.citation(fields.get("citation")) })
}

fn reach(r: &mut Reader, node: &Tree, names: &mut Vec<Used>) -> Option<Reach> {
    let fields = r.fields(node, &form::REACH)?;
    let row = fields.get("row")?;
    let text = r.optional_text(Some(row));
    let Ok(row) = text.parse() else {
        r.wrong_type(row, "a number from 1", "");
        return None;
    };
    Some(Reach {
        entry: fields.get("entry").and_then(|node| r.code(node))?.to_string(),
        row,
        reason: r.optional_text(fields.get("reason")),
        only: items(r, fields.get("only"), names),
        except: items(r, fields.get("except"), names),
        unclear: r.code_texts(fields.get("unclear")),
        related: r.code_texts(fields.get("related")),
        narrowed: r.flag(fields.get("narrowed")),
    })
}

fn used(r: &Reader, place: Place, name: &str, kind: Names) -> Used {
    Used { file: r.file.to_owned(), place, name: name.to_owned(), kind }
}

/// Patterns of codes and sets of items, each noted at its own place to be looked up.
fn items(r: &mut Reader, node: Option<&Tree>, names: &mut Vec<Used>) -> Vec<String> {
    r.list(node, |r, node| {
        let text = r.code_text(node)?;
        let bare = text.trim_start_matches('-');
        let (name, kind) = bare.strip_prefix('@').map_or((bare, Names::Pattern), |set| (set, Names::Items));
        names.push(used(r, node.place, name, kind));
        Some(text)
    })
}

/// Destinations and sets of them, each noted at its own place to be looked up.
fn destinations(r: &mut Reader, node: Option<&Tree>, names: &mut Vec<Used>) -> Vec<String> {
    r.list(node, |r, node| {
        let text = r.text(node)?;
        names.push(used(r, node.place, text.trim_start_matches('-'), Names::Destination));
        Some(text)
    })
}

fn case(r: &mut Reader, fields: &Fields, names: &mut Vec<Used>) -> Case {
    Case {
        items: items(r, fields.get("items"), names),
        to: destinations(r, fields.get("to"), names),
        controlled_for: r.texts(fields.get("controlled-for")),
        required_for: r.texts(fields.get("required-for")),
        only_for: r.texts(fields.get("only-for")),
        activities: r.choices(fields.get("activities"), &ACTIVITIES),
        facts: r.texts(fields.get("if")),
    }
}

fn requirement(r: &mut Reader, node: &Tree, names: &mut Vec<Used>) -> Option<Requirement> {
    let fields = r.fields(node, &form::REQUIREMENT)?;
    let basis = fields.get("by").and_then(|node| r.choice(node, &[("reasons", Basis::Reasons), ("case", Basis::Case)]));
    Some(Requirement {
        id: r.optional_text(fields.get("id")),
        name: r.optional_text(fields.get("name")),
        basis: basis.unwrap_or(Basis::Case),
        case: case(r, &fields, names),
        citation: r.citation(fields.get("citation")),
    })
}

fn authorisation(r: &mut Reader, node: &Tree, names: &mut Vec<Used>) -> Option<Authorisation> {
    let fields = r.fields(node, &form::AUTHORISATION)?;
    Some(Authorisation {
        id: r.optional_text(fields.get("id")),
        name: r.optional_text(fields.get("name")),
        by_entry: r.flag(fields.get("by-entry")),
        case: case(r, &fields, names),
        covers: r.choices(fields.get("covers"), &TRANSACTIONS),
        conditions: r.texts(fields.get("conditions")),
        citation: r.citation(fields.get("citation")),
    })
}

fn restriction(r: &mut Reader, node: &Tree, names: &mut Vec<Used>) -> Option<Restriction> {
    let fields = r.fields(node, &form::RESTRICTION)?;
    Some(Restriction {
        name: r.optional_text(fields.get("name")),
        case: case(r, &fields, names),
        leaves: authorisations(r, fields.get("leaves"), names),
        closes: authorisations(r, fields.get("closes"), names),
        citation: r.citation(fields.get("citation")),
    })
}

fn embargo(r: &mut Reader, node: &Tree, names: &mut Vec<Used>) -> Option<Embargo> {
    let fields = r.fields(node, &form::EMBARGO)?;
    Some(Embargo {
        name: r.optional_text(fields.get("name")),
        case: case(r, &fields, names),
        licence: r.flag(fields.get("licence")),
        policy: fields.get("policy").and_then(|node| r.choice(node, &POLICIES)),
        closes: fields.get("leaves").is_some(),
        leaves: authorisations(r, fields.get("leaves"), names),
        citation: r.citation(fields.get("citation")),
    })
}

/// Symbols of authorisations: one text or a list of them.
fn authorisations(r: &mut Reader, node: Option<&Tree>, names: &mut Vec<Used>) -> Vec<String> {
    let Some(node) = node else { return Vec::new() };
    let symbols = match node.scalar() {
        Some(symbol) => vec![symbol.to_owned()],
        None => r.texts(Some(node)),
    };
    names.extend(symbols.iter().map(|name| used(r, node.place, name, Names::Authorisation)));
    symbols
}
