//! The rungs of two ladders side by side.

use std::collections::BTreeSet;

use concord_model::licensing::{Policy, TRANSACTIONS};

use super::extent::{Extent, Standing};
use crate::ladder::{Answer, Ladder, Open, Row, Rung, Step, policy_name};
use crate::message::message;
use crate::observation::Kind;
use crate::{Direction, Layer, Message};

/// What one side says on a rung: the answer in a few words, what it rests on, and where that is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) answer: Message,
    pub(super) rests_on: BTreeSet<Message>,
    pub(super) citations: BTreeSet<String>,
}

impl Said {
    pub(super) fn new(answer: impl Into<Message>) -> Self {
        Self { answer: answer.into(), ..Self::default() }
    }

    /// The same, resting on rows.
    pub(super) fn on<'r>(mut self, rows: impl Iterator<Item = &'r Row>) -> Self {
        for row in rows {
            self.rests_on.insert(row.text.clone());
            if !row.citation.is_empty() {
                self.citations.insert(row.citation.clone());
            }
        }
        self
    }
}

/// How a rung of two ladders stands.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
    /// Both sides say the same.
    Same,
    /// The question does not arise on both sides.
    NotApplicable,
    /// They differ, or it is not known whether they do.
    Differs(Seen),
}

/// A difference before a rule gives it a name.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) kind: Kind,
    pub(super) direction: Direction,
    pub(super) sides: (Said, Said),
}

impl Seen {
    pub(super) fn new(kind: Kind, direction: Direction, left: Said, right: Said) -> Self {
        Self { kind, direction, sides: (left, right) }
    }
}

/// The layers that are compared for each pair of paragraphs, in the order of the ladder.
pub(super) const LAYERS: [Layer; 3] = [Layer::LicenceRequired, Layer::Authorisation, Layer::ReviewPolicy];

/// How the ladders of two paragraphs stand on a layer.
pub(super) fn outcome(layer: Layer, left: &Ladder, right: &Ladder) -> Outcome {
    match layer {
        Layer::LicenceRequired => licence(left, right),
        Layer::Authorisation => authorisation(left, right),
        Layer::ReviewPolicy => review(left, right),
        _ => Outcome::NotApplicable,
    }
}

fn step(ladder: &Ladder, rung: Rung) -> Option<&Step> {
    ladder.steps.iter().find(|step| step.rung == rung)
}

fn licence(left: &Ladder, right: &Ladder) -> Outcome {
    let direction = match (left.licence, right.licence) {
        (Answer::Unknown, _) | (_, Answer::Unknown) => Direction::Unknown,
        (Answer::Yes, Answer::No) => Direction::LeftStricter,
        (Answer::No, Answer::Yes) => Direction::RightStricter,
        _ => return Outcome::Same,
    };
    let said = |ladder: &Ladder| {
        let words = match ladder.licence {
            Answer::Yes => message!("rung-licence", "licence required"),
            Answer::No => message!("rung-no-licence", "no licence required"),
            Answer::Unknown => message!("rung-licence-open", "not known whether a licence is required"),
        };
        let rows = step(ladder, Rung::Licence).into_iter().flat_map(|step| &step.rows);
        Said::new(words).on(rows.filter(|row| row.answer == ladder.licence))
    };
    Outcome::Differs(Seen::new(Kind::Licence, direction, said(left), said(right)))
}

/// Whether both sides surely ask for a licence; else the layers that follow do not arise.
fn both_ask(left: &Ladder, right: &Ladder) -> bool {
    left.licence == Answer::Yes && right.licence == Answer::Yes
}

fn authorisation(left: &Ladder, right: &Ladder) -> Outcome {
    if !both_ask(left, right) {
        return Outcome::NotApplicable;
    }
    let extents = (transactions(left), transactions(right));
    let direction = match extents.0.stand(&extents.1) {
        // The side that opens less is the stricter.
        Standing::LeftMore => Direction::RightStricter,
        Standing::RightMore => Direction::LeftStricter,
        Standing::Overlap => Direction::Overlap,
        Standing::Same if extents.0.is_empty() => return Outcome::Same,
        Standing::Same => Direction::Incomparable,
        Standing::Open => Direction::Unknown,
    };
    Outcome::Differs(Seen::new(Kind::Authorised, direction, opened(left), opened(right)))
}

/// The kinds of transaction that authorisations open.
fn transactions(ladder: &Ladder) -> Extent {
    let mut extent = Extent::default();
    for open in ladder.authorisations.iter().filter(|open| open.answer != Answer::No) {
        let words = open.covers.iter().map(String::as_str);
        let all = open.covers.iter().any(|word| word == "any");
        extent.add(words.chain(all.then_some(TRANSACTIONS).into_iter().flatten()), open.answer == Answer::Yes);
    }
    if ladder.open_ended.contains(&Rung::Authorisation) {
        extent.add(TRANSACTIONS, false);
    }
    extent
}

fn opened(ladder: &Ladder) -> Said {
    let general = |open: &&Open| open.covers.iter().any(|word| word == "any");
    let symbols = |all: &[&Open]| {
        let mut names: Vec<&str> = all.iter().map(|open| open.id.as_str()).collect();
        names.dedup();
        names.join(", ")
    };
    let (wide, narrow): (Vec<&Open>, Vec<&Open>) =
        ladder.authorisations.iter().filter(|open| open.answer == Answer::Yes).partition(general);
    if !wide.is_empty() {
        let mut said = Said::new(message!("rung-wide", "{symbols} for every kind of transaction", symbols = symbols(&wide)));
        let several = wide.len() > 1;
        for open in wide {
            let name = if several { format!("{}: {}", open.id, open.name) } else { open.name.clone() };
            said.rests_on.insert(if open.conditions.is_empty() {
                name.into()
            } else {
                let terms = Message::join("; ", open.conditions.iter().cloned());
                message!("rung-on-terms", "{name}, on terms: {terms}", name = name, terms = terms)
            });
            said.citations.insert(open.citation.clone());
        }
        return said;
    }
    let rows = step(ladder, Rung::Authorisation).into_iter().flat_map(|step| &step.rows);
    let missing: Vec<&Row> = rows.filter(|row| row.citation.is_empty() && row.answer == Answer::Unknown).collect();
    let open: Vec<&Open> = ladder.authorisations.iter().filter(|open| open.answer == Answer::Unknown).filter(general).collect();
    let mut said = match (narrow.is_empty(), missing.is_empty() && open.is_empty()) {
        (false, true) => Said::new(message!("rung-single", "single occasions only")),
        (false, false) => Said::new(message!("rung-single-open", "single occasions; more is not known")),
        (true, false) => Said::new(message!("answer-not-known", "not known")),
        (true, true) => Said::new(message!("rung-none", "none")),
    };
    if !narrow.is_empty() {
        said.rests_on.insert(symbols(&narrow).into());
        said.citations.extend(narrow.iter().map(|open| open.citation.clone()));
    }
    // Why none is open to all: what shuts one that is open to the item and the destination as such. Where none is open at all, what shuts any.
    let plain = ["not open to", "the entry does not", "not for items", "no licence is required", "a licence is required for other"];
    let shut = ladder.authorisations.iter().filter(|shut| shut.answer == Answer::No && (narrow.is_empty() || general(shut)));
    for shut in shut.filter(|shut| !plain.iter().any(|lead| shut.why.starts_with(lead))) {
        said.rests_on.insert(if narrow.is_empty() {
            shut.why.clone()
        } else {
            message!("rung-closed", "{symbol} is closed: {why}", symbol = &shut.id, why = &shut.why)
        });
        said.citations.insert(shut.citation.clone());
    }
    for open in open {
        said.rests_on.insert(Message::join(" ", [format!("{} ({})", open.id, open.name).into(), open.why.clone()]));
        said.citations.insert(open.citation.clone());
    }
    said.on(missing.into_iter())
}

fn review(left: &Ladder, right: &Ladder) -> Outcome {
    if !both_ask(left, right) {
        return Outcome::NotApplicable;
    }
    // Where one policy refers to that of an arms embargo, another instrument decides how strict it is.
    let referred = |policy: Option<Policy>| policy == Some(Policy::AsArmsEmbargo);
    let direction = match ((left.review, left.review_at_most), (right.review, right.review_at_most)) {
        ((Some(a), b), (Some(c), d)) if b == Some(a) && d == Some(c) && a == c => return Outcome::Same,
        ((a, b), (c, d)) if [a, b, c, d].into_iter().any(referred) && a.is_some() && c.is_some() => Direction::Incomparable,
        ((Some(least), _), (Some(_), Some(most))) if least > most => Direction::LeftStricter,
        ((Some(_), Some(most)), (Some(least), _)) if least > most => Direction::RightStricter,
        _ => Direction::Unknown,
    };
    let said = |ladder: &Ladder| {
        let words = match (ladder.review, ladder.review_at_most) {
            (Some(least), Some(most)) if least == most => policy_name(least),
            (Some(least), Some(most)) => {
                message!("rung-perhaps", "{least}, perhaps {most}", least = policy_name(least), most = policy_name(most))
            }
            (Some(least), None) => message!("rung-perhaps-stricter", "{least}, perhaps stricter", least = policy_name(least)),
            (None, _) => message!("rung-policy-not-held", "a policy that is not held"),
        };
        let rows: Vec<&Row> = step(ladder, Rung::Review).into_iter().flat_map(|step| &step.rows).collect();
        let embargo = step(ladder, Rung::Embargo).into_iter().flat_map(|step| &step.rows);
        let open = embargo.filter(|row| row.answer == Answer::Unknown && ladder.review_at_most.is_none());
        Said::new(words).on(rows.into_iter().filter(|row| row.answer != Answer::No)).on(open)
    };
    Outcome::Differs(Seen::new(Kind::Review, direction, said(left), said(right)))
}
