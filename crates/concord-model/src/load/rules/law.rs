//! Reading what a jurisdiction's law says: names, instruments, provisions, definitions.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diagnostic::codes;
use crate::load::Places;
use crate::load::reader::{Fields, Reader};
use crate::load::rules::citation::{Text, citations, first_shown};
use crate::load::rules::fields::{entries, named, note, word};
use crate::load::rules::value::{Said, value};
use crate::load::tree::{Place, Tree};
use crate::rule_form::{
    AUTHORITY, DEFINITION, DEFINITIONS_FILE, FACT, INSTRUMENT, INSTRUMENTS_FILE, JURISDICTION_FILE, PROVISIONS_FILE, PUBLICATION,
};
use crate::rules::{
    Authority, AuthorityRole, Definition, Fact, Instrument, InstrumentKind, Jurisdiction, Publication, Status, TermDescription, Value,
    Vocabulary,
};

const ROLES: [(&str, AuthorityRole); 5] = [
    ("licensing", AuthorityRole::Licensing),
    ("enforcement", AuthorityRole::Enforcement),
    ("customs", AuthorityRole::Customs),
    ("policy", AuthorityRole::Policy),
    ("nuclear", AuthorityRole::Nuclear),
];

const KINDS: [(&str, InstrumentKind); 8] = [
    ("act", InstrumentKind::Act),
    ("regulation", InstrumentKind::Regulation),
    ("order", InstrumentKind::Order),
    ("notice", InstrumentKind::Notice),
    ("guidance", InstrumentKind::Guidance),
    ("treaty", InstrumentKind::Treaty),
    ("secondary", InstrumentKind::Secondary),
    ("page", InstrumentKind::Page),
];

const STATUSES: [(&str, Status); 4] =
    [("in-force", Status::InForce), ("stayed", Status::Stayed), ("adopted", Status::Adopted), ("repealed", Status::Repealed)];

/// Reads a jurisdiction's names; its citations and its parent are checked by [`check_names`], when all is known.
pub(super) fn jurisdiction(r: &mut Reader, tree: &Tree, folder: &str) -> Option<Jurisdiction> {
    let fields = r.fields(tree, &JURISDICTION_FILE)?;
    let code = fields.get("code").and_then(|n| r.text(n))?;
    if let Some(node) = fields.get("code")
        && code != folder
    {
        r.report(
            node.place,
            codes::MISPLACED_TOPIC,
            format!("the code `{code}` stands in the folder `{folder}`"),
            "the folder bears the code",
        );
    }
    let authorities = r.list(fields.get("authorities"), |r, item| {
        let fields = r.fields(item, &AUTHORITY)?;
        let role = fields.get("role").and_then(|n| r.choice(n, &ROLES))?;
        let cites = fields.get("cite").and_then(Tree::scalar).map(cite_parts).unwrap_or_default();
        Some(Authority { name: r.optional_text(fields.get("name")), role, cites })
    });
    let publications = r.list(fields.get("publications"), |r, item| {
        let fields = r.fields(item, &PUBLICATION)?;
        Some(Publication { title: r.optional_text(fields.get("title")), url: r.optional_text(fields.get("url")) })
    });
    let categories = entries(r, fields.get("categories"), "categories to their titles");
    let categories: BTreeMap<String, String> = categories.into_iter().filter_map(|(key, _, title)| Some((key, r.text(title)?))).collect();
    Some(Jurisdiction {
        name: r.optional_text(fields.get("name")),
        short: r.optional_text(fields.get("short")),
        adjective: r.optional_text(fields.get("adjective")),
        languages: r.texts(fields.get("languages")),
        parent: r.optional_text(fields.get("parent")),
        authorities,
        publications,
        categories,
        code,
    })
}

fn cite_parts(text: &str) -> Vec<crate::rules::Citation> {
    let (instrument, pinpoint) = text.split_once(' ').unwrap_or((text, ""));
    vec![crate::rules::Citation { instrument: instrument.to_owned(), pinpoint: pinpoint.to_owned() }]
}

/// Checks what a jurisdiction's names refer to.
pub(super) fn check_names(r: &mut Reader, tree: &Tree, codes_known: &[String], known: &[Text]) {
    if let Some(node) = tree.get("parent")
        && let Some(parent) = node.scalar()
        && !codes_known.iter().any(|code| code == parent)
    {
        r.report(
            node.place,
            codes::UNKNOWN_PARENT,
            format!("no jurisdiction `{parent}` is known"),
            "name a jurisdiction that has a folder",
        );
    }
    r.list(tree.get("authorities"), |r, item| {
        citations(r, item.get("cite"), known);
        None::<()>
    });
}

/// Reads the texts that a jurisdiction cites.
pub(super) fn instruments(r: &mut Reader, tree: &Tree) -> Option<Vec<Instrument>> {
    let fields = r.fields(tree, &INSTRUMENTS_FILE)?;
    Some(named(r, fields.get("instruments"), &INSTRUMENT, |r, id, _, fields| instrument(r, id, fields)))
}

/// Reads one instrument.
pub(super) fn instrument(r: &mut Reader, id: String, fields: &Fields<'_, '_>) -> Option<Instrument> {
    let kind = fields.get("kind").and_then(|n| r.choice(n, &KINDS));
    let version = fields.get("version").and_then(|n| version(r, n));
    let read = fields.get("read").and_then(|n| r.date(n)).map(|day| day.to_string());
    let language = fields.get("language").and_then(|n| r.text(n)).unwrap_or_else(|| "en".to_owned());
    Some(Instrument {
        id,
        title: r.optional_text(fields.get("title")),
        native: r.optional_text(fields.get("native")),
        kind: kind?,
        citation: r.optional_text(fields.get("citation")),
        version: version.or(read).unwrap_or_default(),
        url: r.optional_text(fields.get("url")),
        corpus: r.optional_text(fields.get("corpus")),
        source: r.optional_text(fields.get("source")),
        note: r.optional_text(fields.get("note")),
        language,
    })
}

/// A date, or the year or month of one.
fn version(r: &mut Reader, node: &Tree) -> Option<String> {
    let text = r.text(node)?;
    let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    match text.split('-').collect::<Vec<_>>().as_slice() {
        [year] if digits(year, 4) => Some(text),
        [year, month] if digits(year, 4) && digits(month, 2) => Some(text),
        _ => r.date(node).map(|day| day.to_string()),
    }
}

/// Reads the answers on one topic: the attributes that are inherited, and the facts. `whose` is the jurisdiction and the file's path.
pub(super) fn provisions(
    r: &mut Reader,
    tree: &Tree,
    whose: (&str, &str),
    vocabulary: &Vocabulary,
    known: &[Text],
    places: &mut Places,
) -> Option<(Vec<String>, Vec<Fact>)> {
    let fields = r.fields(tree, &PROVISIONS_FILE)?;
    let read = fields.get("read").and_then(|n| r.date(n));
    let topic_node = fields.get("topic");
    let topic = topic_node.and_then(|n| r.text(n))?;
    if let Some(node) = topic_node {
        if vocabulary.topic(&topic).is_none() {
            let names: Vec<&str> = vocabulary.topics.iter().map(|t| t.id.as_str()).collect();
            r.report(node.place, codes::UNKNOWN_ATTRIBUTE, format!("`{topic}` is no topic"), format!("known are {}", names.join(", ")));
            return None;
        }
        if whose.1 != format!("{}/provisions/{topic}.yaml", whose.0) {
            let message = format!("the topic `{topic}` stands in {}", whose.1);
            r.report(node.place, codes::MISPLACED_TOPIC, message, format!("move it to {}/provisions/{topic}.yaml", whose.0));
        }
        places.put(&format!("{}/topic {topic}", whose.0), r.file, node.place);
    }
    let in_topic = |r: &mut Reader, place: Place, id: &str| {
        let found = vocabulary.attribute(id).filter(|(t, _)| t.id == topic);
        if found.is_none() {
            report_attribute(r, place, id, &topic, vocabulary);
        }
        found.map(|(_, attribute)| attribute)
    };
    let inherits = r.list(fields.get("inherits"), |r, item| {
        let id = r.text(item)?;
        in_topic(r, item.place, &id)?;
        Some(id)
    });
    let facts = r.list(fields.get("facts"), |r, item| {
        let fields = r.fields(item, &FACT)?;
        let node = fields.get("attribute")?;
        let id = r.text(node)?;
        let attribute = in_topic(r, node.place, &id)?;
        places.put(&format!("{}/{id}", whose.0), r.file, node.place);
        let value_node = fields.get("value")?;
        let value = match value(r, value_node, attribute)? {
            Said::Unknown => None,
            Said::Known(value) => Some(value),
        };
        Some(fact(r, id, (value, value_node.place), &fields, read?, known))
    });
    Some((inherits, facts))
}

fn report_attribute(r: &mut Reader, place: Place, id: &str, topic: &str, vocabulary: &Vocabulary) {
    let (message, hint) = if let Some((other, _)) = vocabulary.attribute(id) {
        (format!("`{id}` is an attribute of the topic `{}`, not of `{topic}`", other.id), format!("move it to {}.yaml", other.id))
    } else {
        let ids = vocabulary.attributes().map(|(_, a)| a.id.as_str());
        let nearest = ids.min_by_key(|known| strsim::damerau_levenshtein(known, id));
        (format!("`{id}` is no attribute"), nearest.map_or_else(String::new, |known| format!("did you mean `{known}`?")))
    };
    r.report(place, codes::UNKNOWN_ATTRIBUTE, message, hint);
}

fn fact(r: &mut Reader, attribute: String, value: (Option<Value>, Place), fields: &Fields<'_, '_>, read: Date, known: &[Text]) -> Fact {
    let cites = citations(r, fields.get("cite"), known);
    if value.0.as_ref().is_some_and(|value| *value != Value::NotApplicable) && cites.is_empty() && fields.get("cite").is_none() {
        let message = format!("the answer to `{attribute}` has no citation");
        r.report(value.1, codes::NO_CITATION, message, "add `cite:`, or answer unknown");
    }
    let from = fields.get("from").and_then(|n| r.date(n));
    let to = fields.get("to").and_then(|n| r.date(n));
    if let (Some(first), Some(last), Some(node)) = (from, to, fields.get("to"))
        && last < first
    {
        r.report(
            node.place,
            codes::DATES_REVERSED,
            format!("the rule ends on {last}, before it begins on {first}"),
            "correct one of the two dates",
        );
    }
    let read = fields.get("read").and_then(|n| r.date(n)).unwrap_or(read);
    let oldest = first_shown(&cites, known, read);
    let seen = fields.get("seen").and_then(|n| r.date(n));
    if let (Some(seen), Some(node)) = (seen, fields.get("seen"))
        && (from.is_some() || seen > oldest)
    {
        let message = format!("`seen` says that a text of {seen} states the answer, which is known already");
        r.report(
            node.place,
            codes::SEEN_LATER,
            message,
            "take it out: it names a text older than those cited, of a rule whose first day is not known",
        );
    }
    let shown = match &value.0 {
        // What is unknown, and what needs no text, is so on any day.
        Some(_) if !cites.is_empty() => from.unwrap_or(seen.map_or(oldest, |seen| seen.min(oldest))).min(to.unwrap_or(Date::MAX)),
        _ => Date::MIN,
    };
    let fact = Fact {
        attribute,
        value: value.0,
        cites,
        from,
        to,
        status: word(r, fields.get("status"), &STATUSES),
        adds: r.flag(fields.get("adds")),
        read,
        shown,
        note: note(r, fields.get("note")),
    };
    if fact.status == Status::InForce
        && let (Some(from), Some(node)) = (fact.from.filter(|from| *from > fact.read), fields.get("from"))
    {
        let message = format!("the rule begins on {from}, after its source was read on {}", fact.read);
        r.report(node.place, codes::NOT_YET_IN_FORCE, message, "add `status: adopted`, or correct the date");
    }
    fact
}

/// Reads the definitions of a jurisdiction.
pub(super) fn definitions(r: &mut Reader, tree: &Tree, vocabulary: &Vocabulary, known: &[Text]) -> Option<Vec<Definition>> {
    let fields = r.fields(tree, &DEFINITIONS_FILE)?;
    let read = fields.get("read").and_then(|n| r.date(n))?;
    let mut seen = BTreeSet::new();
    Some(r.list(fields.get("terms"), |r, item| {
        let fields = r.fields(item, &DEFINITION)?;
        let node = fields.get("term")?;
        let term = r.text(node)?;
        if !seen.insert(term.clone()) {
            r.report(
                node.place,
                codes::DUPLICATE_TERM,
                format!("the term `{term}` is defined twice"),
                "join the two, or name the second by its scope",
            );
        }
        let own = r.flag(fields.get("own"));
        let described = vocabulary.term(&term);
        if described.is_none() && !own {
            let nearest = vocabulary.terms.iter().min_by_key(|t| strsim::damerau_levenshtein(&t.id, &term));
            let hint = nearest.map_or_else(String::new, |t| format!("add `own: true`, or did you mean `{}`?", t.id));
            r.report(node.place, codes::UNKNOWN_TERM, format!("`{term}` is no term of the vocabulary"), hint);
        } else if described.is_some() && own {
            r.report(node.place, codes::UNKNOWN_TERM, format!("`{term}` is a term of the vocabulary"), "take `own` away");
        }
        let cites = citations(r, fields.get("cite"), known);
        let shown = fields.get("seen").and_then(|n| r.date(n)).unwrap_or_else(|| first_shown(&cites, known, read));
        let definition = Definition {
            label: r.optional_text(fields.get("label")),
            covers: elements(r, fields.get("covers"), described, |d| &d.covers),
            limits: elements(r, fields.get("limits"), described, |d| &d.limits),
            own_covers: r.texts(fields.get("own-covers")).into_iter().collect(),
            own_limits: r.texts(fields.get("own-limits")).into_iter().collect(),
            cites,
            shown,
            note: note(r, fields.get("note")),
            own,
            term,
        };
        // The elements of a term of one's own are of one's own too.
        Some(if definition.own {
            let join = |mut a: BTreeSet<String>, b: &BTreeSet<String>| {
                a.extend(b.iter().cloned());
                a
            };
            Definition {
                own_covers: join(definition.own_covers, &definition.covers),
                own_limits: join(definition.own_limits, &definition.limits),
                covers: BTreeSet::new(),
                limits: BTreeSet::new(),
                ..definition
            }
        } else {
            definition
        })
    }))
}

fn elements(
    r: &mut Reader,
    node: Option<&Tree>,
    described: Option<&TermDescription>,
    of: fn(&TermDescription) -> &Vec<crate::rules::Choice>,
) -> BTreeSet<String> {
    let items = r.list(node, |r, item| {
        let id = r.text(item)?;
        if let Some(term) = described
            && !of(term).iter().any(|element| element.id == id)
        {
            let names: Vec<&str> = of(term).iter().map(|e| e.id.as_str()).collect();
            let known = if names.is_empty() { "none is known here".to_owned() } else { format!("known here are {}", names.join(", ")) };
            r.report(
                item.place,
                codes::UNKNOWN_ELEMENT,
                format!("`{id}` is no element of `{}` in this place", term.id),
                format!("{known}; an element of one's own stands under `own-covers` or `own-limits`"),
            );
            return None;
        }
        Some(id)
    });
    items.into_iter().collect()
}
