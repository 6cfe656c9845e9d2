//! What one jurisdiction lacks beside others: the attributes where it is looser, by weight, with who is stricter under which text.

use concord_model::rules::{Law, RuleLayer, Stricter};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Message;
use crate::provisions::{Standing, Stated, row};

/// A jurisdiction of the reference set that is stricter on a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doer {
    /// Its code.
    pub jurisdiction: String,
    /// Its answer.
    pub stated: Stated,
}

/// A question on which a jurisdiction falls short of the reference set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// The topic.
    pub topic: String,
    /// The attribute.
    pub attribute: String,
    /// The question.
    pub question: Message,
    /// Why it matters.
    pub why: Message,
    /// Its weight.
    pub weight: u32,
    /// Its own answer.
    pub own: Stated,
    /// Who is stricter, by code.
    pub doers: Vec<Doer>,
    /// How many of the reference set have a known answer.
    pub known: usize,
}

/// What a jurisdiction lacks beside a reference set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Needs {
    /// The jurisdiction.
    pub jurisdiction: String,
    /// The reference set.
    pub reference: Vec<String>,
    /// The day as of which all are asked.
    pub as_of: Date,
    /// Ordered questions that were asked.
    pub asked: usize,
    /// Questions on which it falls short: heaviest first, then those that most do.
    pub needs: Vec<Need>,
    /// Questions on which its own answer is unknown while one of the reference set has an answer that is not the loosest.
    pub unknown: Vec<Need>,
}

/// Compares one jurisdiction with a reference set, question by question; questions without an order are left out.
pub fn needs(layer: &RuleLayer, own: &Law, reference: &[&Law], day: Date) -> Needs {
    let mut out = Needs {
        jurisdiction: own.jurisdiction.code.clone(),
        reference: reference.iter().map(|r| r.jurisdiction.code.clone()).collect(),
        as_of: day,
        asked: 0,
        needs: Vec::new(),
        unknown: Vec::new(),
    };
    for (topic, attribute) in layer.vocabulary.attributes().filter(|(_, a)| a.stricter != Stricter::None) {
        out.asked += 1;
        let rows: Vec<_> = reference.iter().map(|other| (other, row(layer, (topic, attribute), (own, other), day))).collect();
        let Some((_, first)) = rows.first() else { continue };
        let unknown = first.left.value.is_none();
        let counts = |standing: &Standing, stated: &Stated| match standing {
            Standing::RightStricter | Standing::Overlap => true,
            Standing::LeftUnknown => stated.value.as_ref().is_some_and(|v| !super::is_loosest(attribute, v)),
            _ => false,
        };
        let need = Need {
            topic: topic.id.clone(),
            attribute: attribute.id.clone(),
            question: Message::named(format!("question/{}", attribute.id), &attribute.question),
            why: Message::named(format!("why/{}", attribute.id), &attribute.why),
            weight: attribute.weight,
            own: first.left.clone(),
            known: rows.iter().filter(|(_, row)| row.right.value.is_some()).count(),
            doers: rows
                .iter()
                .filter(|(_, row)| counts(&row.standing, &row.right))
                .map(|(other, row)| Doer { jurisdiction: other.jurisdiction.code.clone(), stated: row.right.clone() })
                .collect(),
        };
        if need.doers.is_empty() {
            continue;
        }
        if unknown { out.unknown.push(need) } else { out.needs.push(need) }
    }
    for list in [&mut out.needs, &mut out.unknown] {
        list.sort_by(|a, b| b.weight.cmp(&a.weight).then_with(|| b.doers.len().cmp(&a.doers.len())));
    }
    out
}
