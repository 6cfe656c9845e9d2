//! Reading blocs, participation in the regimes, and exchange rates.

use concord_quantity::Number;

use crate::diagnostic::codes;
use crate::load::reader::Reader;
use crate::load::rules::citation::{Text, citations};
use crate::load::rules::fields::{entries, meanings, named};
use crate::load::rules::law::instrument;
use crate::load::tree::{Kind, Tree};
use crate::rule_form::{BLOC, BLOCS_FILE, CELL, INSTRUMENT, MEMBER, PARTICIPANT, PARTICIPATION_FILE, RATES_FILE};
use crate::rules::{Bloc, Cell, Claim, Instrument, Member, Participant, Participation, Rate, Rates};

fn sources(r: &mut Reader, node: Option<&Tree>) -> Vec<Instrument> {
    named(r, node, &INSTRUMENT, |r, id, _, fields| instrument(r, id, fields))
}

/// Reads the blocs and the texts that they cite.
pub(super) fn blocs(r: &mut Reader, tree: &Tree, regimes: &[String]) -> Option<(Vec<Instrument>, Vec<Bloc>)> {
    let fields = r.fields(tree, &BLOCS_FILE)?;
    let sources = sources(r, fields.get("sources"));
    let known = Text::of(sources.iter());
    let blocs = named(r, fields.get("blocs"), &BLOC, |r, id, _, fields| {
        let regime = r.optional_text(fields.get("regime"));
        if let Some(node) = fields.get("regime")
            && !regimes.contains(&regime)
        {
            let hint = format!("known are {}", regimes.join(", "));
            r.report(node.place, codes::UNKNOWN_PARENT, format!("no regime `{regime}` stands in participation.yaml"), hint);
        }
        let mut members = r.list(fields.get("members"), |r, item| {
            let fields = r.fields(item, &MEMBER)?;
            Some(Member {
                code: r.optional_text(fields.get("code")),
                from: fields.get("from").and_then(|n| r.date(n)),
                to: fields.get("to").and_then(|n| r.date(n)),
                cites: citations(r, fields.get("cite"), &known),
            })
        });
        members.sort_by(|a, b| a.code.cmp(&b.code));
        Some(Bloc { id, name: r.optional_text(fields.get("name")), regime, members })
    });
    Some((sources, blocs))
}

/// Reads who takes part in which regime.
pub(super) fn participation(r: &mut Reader, tree: &Tree) -> Option<Participation> {
    let fields = r.fields(tree, &PARTICIPATION_FILE)?;
    let sources = sources(r, fields.get("sources"));
    let regimes = meanings(r, fields.get("regimes"));
    let countries = r.list(fields.get("countries"), |r, item| {
        let fields = r.fields(item, &PARTICIPANT)?;
        let mut stated = named(r, fields.get("in"), &CELL, |r, regime, place, fields| {
            if !regimes.iter().any(|known| known.id == regime) {
                r.report(place, codes::UNKNOWN_PARENT, format!("no regime `{regime}` is named above"), "name it under `regimes`");
            }
            let node = fields.get("takes-part")?;
            let takes_part = r.choice(node, &[("yes", Some(true)), ("no", Some(false)), ("unknown", None)])?;
            let claims = entries(r, fields.get("says"), "sources to what they say");
            let claims = claims.into_iter().filter_map(|(source, _, value)| claim(r, source, value)).collect();
            Some(Cell { regime, takes_part, claims })
        });
        let cells = regimes.iter().map(|regime| {
            let at = stated.iter().position(|cell| cell.regime == regime.id);
            at.map_or_else(|| Cell { regime: regime.id.clone(), takes_part: Some(false), claims: Vec::new() }, |at| stated.remove(at))
        });
        Some(Participant {
            cells: cells.collect(),
            code: r.optional_text(fields.get("country")),
            name: r.optional_text(fields.get("name")),
        })
    });
    Some(Participation { sources, regimes: regimes.into_iter().map(|c| (c.id, c.meaning)).collect(), countries })
}

fn claim(r: &mut Reader, source: String, node: &Tree) -> Option<Claim> {
    let text = r.text(node)?;
    let since = text.parse::<i16>().ok();
    if since.is_none() && text != "yes" && text != "no" {
        r.report(node.place, codes::WRONG_ANSWER, format!("`{text}` is not what a source says"), "write yes, no, or the year since which");
        return None;
    }
    Some(Claim { source, takes_part: text != "no", since })
}

/// Reads the exchange rates.
pub(super) fn rates(r: &mut Reader, tree: &Tree) -> Option<Rates> {
    let fields = r.fields(tree, &RATES_FILE)?;
    let number = |r: &mut Reader, node: &Tree| -> Option<Number> {
        let text = r.text(node)?;
        let number = text.parse::<Number>().ok();
        if number.is_none() {
            r.report(node.place, codes::WRONG_ANSWER, format!("`{text}` is no number"), "write a decimal number");
        }
        number
    };
    let margin = fields.get("margin").and_then(|n| number(r, n));
    let mut rates = Vec::new();
    if let Some(Tree { kind: Kind::Mapping { fields, .. }, .. }) = fields.get("rates") {
        for (key, value) in fields {
            if let (Some(currency), Some(rate)) = (r.text(key), number(r, value)) {
                rates.push(Rate { currency, rate });
            }
        }
    }
    Some(Rates {
        base: r.optional_text(fields.get("base")),
        day: fields.get("day").and_then(|n| r.date(n))?,
        source: r.citation(fields.get("source")),
        rates,
        margin: margin?,
    })
}
