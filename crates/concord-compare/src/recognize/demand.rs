//! Whether a partner meets a demand.

use concord_model::recognition::{Asked, Demand, Lacking, Wanted};
use concord_model::rules::{Amount, Attribute, Length, Stricter, Topic, Value};

use super::level::{Level, Range};
use super::{Party, Question};
use crate::Message;
use crate::message::message;
use crate::provisions::{Row, Standing, Stated, is_loosest, is_strictest, row};

/// Whether a demand, or a question under it, is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is.
    Met,
    /// The facts at hand do not decide it.
    Open,
    /// It is not.
    Unmet,
}

impl State {
    /// Its word in machine output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Open => "open",
            Self::Unmet => "unmet",
        }
    }
}

/// What one side's law answers, with what it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// The answer in words, notes included; `not known` where it is not.
    pub states: Message,
    /// The answer as it stands in the definitions; `unknown` where it is.
    pub written: String,
    /// Pinpoint citation; empty where nothing is stated.
    pub citation: String,
}

impl Answered {
    pub(crate) fn of(stated: &Stated) -> Self {
        Self { states: stated.with_notes(), written: stated.written.clone(), citation: stated.citation.clone() }
    }

    fn not_described() -> Self {
        Self { states: message!("answer-not-known", "not known"), written: "unknown".to_owned(), citation: String::new() }
    }
}

/// One question, or one country's part in a regime, with both answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JudgedRow {
    /// The topic; empty for a regime.
    pub topic: String,
    /// Identifier of the question or regime.
    pub about: String,
    /// The question in plain words, or the regime's name.
    pub question: Message,
    /// Whether the partner meets what is asked.
    pub state: State,
    /// The grantor's answer.
    pub grantor: Answered,
    /// The partner's answer.
    pub partner: Answered,
    /// Whose answer is missing, by code, where it is open; empty where both are known and cannot be compared.
    pub missing: Vec<String>,
    /// Why it is open although both answers are known; else empty.
    pub reason: Message,
    /// Its weight in the vocabulary.
    pub weight: u32,
}

/// A demand with what meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The demand.
    pub demand: Demand,
    /// Whether it is met as a whole.
    pub state: State,
    /// Its questions.
    pub rows: Vec<JudgedRow>,
}

impl Judged {
    /// The level it leaves.
    pub(super) fn range(&self) -> Range {
        let lacking = match self.demand.lacking {
            Lacking::Condition => Level::Conditional,
            Lacking::Refuses => Level::NotRecognisable,
        };
        match self.state {
            State::Met => Range::decided(Level::Acceptable),
            State::Unmet => Range::decided(lacking),
            State::Open => Range::open(lacking, Level::Acceptable),
        }
    }

    /// Weight of its questions: not met, open, all.
    pub fn weights(&self) -> (u32, u32, u32) {
        let of = |state: Option<State>| self.rows.iter().filter(|row| state.is_none_or(|s| row.state == s)).map(|row| row.weight).sum();
        (of(Some(State::Unmet)), of(Some(State::Open)), of(None))
    }
}

/// Judges a demand for a grantor and a partner.
pub(super) fn judge(question: &Question<'_>, sides: (&Party<'_>, &Party<'_>), demand: &Demand) -> Judged {
    let vocabulary = &question.layer.vocabulary;
    let rows: Vec<JudgedRow> = match &demand.asked {
        Asked::Question(id) => vocabulary.attribute(id).map(|asked| one(question, sides, asked, &demand.wanted)).into_iter().collect(),
        Asked::Topic(id) => {
            let ordered = vocabulary.attributes().filter(|(topic, attribute)| topic.id == *id && attribute.stricter != Stricter::None);
            ordered.map(|asked| one(question, sides, asked, &demand.wanted)).collect()
        }
        Asked::Regime(id) => regime(question, sides.1, id),
        Asked::NamedIn(id) => vocabulary.attribute(id).map(|asked| named(question, sides, asked)).into_iter().collect(),
    };
    let mut judged = Judged { demand: demand.clone(), state: State::Met, rows };
    judged.state = match &demand.asked {
        Asked::Topic(_) => {
            let (unmet, open, all) = judged.weights();
            let within = |weight: u32| demand.tolerated.holds(weight as usize, all as usize);
            match (within(unmet), within(unmet + open)) {
                (_, true) => State::Met,
                (true, false) => State::Open,
                (false, false) => State::Unmet,
            }
        }
        _ => judged.rows.iter().map(|row| row.state).max().unwrap_or(State::Open),
    };
    judged
}

/// A question without a demand: both answers; met where the partner's says that there is such a thing.
pub(super) fn ask(question: &Question<'_>, sides: (&Party<'_>, &Party<'_>), id: &str) -> Option<JudgedRow> {
    let asked = question.layer.vocabulary.attribute(id)?;
    let mut judged = one(question, sides, asked, &Wanted::Answers(Vec::new()));
    let value = sides.1.law.and_then(|law| question.layer.answer(law, asked.1, question.day).value);
    judged.state = match value {
        None | Some(Value::NotApplicable) => State::Open,
        Some(value) if is_nothing(&value) => State::Unmet,
        Some(_) => State::Met,
    };
    Some(judged)
}

/// Whether an answer says that there is no such thing.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::No | Value::Number(Amount::None) | Value::Money(Amount::None, _) | Value::Duration(Length::None) => true,
        Value::Choice(word) => word == "none",
        Value::Set(words) => words.is_empty(),
        _ => false,
    }
}

fn one(question: &Question<'_>, sides: (&Party<'_>, &Party<'_>), asked: (&Topic, &Attribute), wanted: &Wanted) -> JudgedRow {
    let (topic, attribute) = asked;
    let row = match (sides.0.law, sides.1.law) {
        (Some(grantor), Some(partner)) => Some(row(question.layer, asked, (grantor, partner), question.day)),
        _ => None,
    };
    let (state, reason) = match &row {
        None => (State::Open, Message::default()),
        Some(row) => match wanted {
            Wanted::Answers(answers) => (by_answers(row.right.value.as_ref(), answers), Message::default()),
            _ => by_strictness(attribute, row),
        },
    };
    let mut missing = Vec::new();
    if state == State::Open {
        let unknown = |stated: Option<&Stated>| stated.is_none_or(|stated| stated.value.is_none());
        if unknown(row.as_ref().map(|row| &row.right)) {
            missing.push(sides.1.code.clone());
        }
        if *wanted == Wanted::AsStrict && unknown(row.as_ref().map(|row| &row.left)) {
            missing.push(sides.0.code.clone());
        }
    }
    let inapplicable = row.as_ref().is_some_and(|row| row.right.value == Some(Value::NotApplicable));
    let reason = if state == State::Open && reason.is_empty() && inapplicable {
        message!("answers-not-arising", "the question does not arise")
    } else {
        reason
    };
    JudgedRow {
        topic: topic.id.clone(),
        about: attribute.id.clone(),
        question: Message::named(format!("question/{}", attribute.id), &attribute.question),
        state,
        grantor: row.as_ref().map_or_else(Answered::not_described, |row| Answered::of(&row.left)),
        partner: row.as_ref().map_or_else(Answered::not_described, |row| Answered::of(&row.right)),
        missing,
        reason,
        weight: attribute.weight,
    }
}

fn by_answers(partner: Option<&Value>, answers: &[Value]) -> State {
    let Some(partner) = partner else { return State::Open };
    let met = match partner {
        Value::Set(words) => answers.iter().all(|answer| matches!(answer, Value::Set(asked) if asked.is_subset(words))),
        _ => answers.contains(partner),
    };
    match (met, partner) {
        (true, _) => State::Met,
        // A question that cannot arise, for instance because a bloc leaves it to its members, is answered neither way.
        (false, Value::NotApplicable) => State::Open,
        (false, _) => State::Unmet,
    }
}

/// Whether the partner (right) is no looser than the grantor (left), and why that is open although both answers are known.
fn by_strictness(attribute: &Attribute, row: &Row) -> (State, Message) {
    let loosest = |stated: &Stated| stated.value.as_ref().is_some_and(|value| is_loosest(attribute, value));
    let strictest = |stated: &Stated| stated.value.as_ref().is_some_and(|value| is_strictest(attribute, value));
    let state = match &row.standing {
        Standing::Same | Standing::RightStricter => State::Met,
        Standing::LeftStricter | Standing::Overlap => State::Unmet,
        Standing::Incomparable { reason, .. } => return (State::Open, reason.clone()),
        Standing::Differs => return (State::Open, message!("answers-no-order", "neither answer is stricter")),
        Standing::NotApplicable if row.left.value == Some(Value::NotApplicable) => State::Met,
        // Nothing can be looser than the grantor's answer, or stricter than the partner's.
        _ if loosest(&row.left) || strictest(&row.right) => State::Met,
        _ => State::Open,
    };
    (state, Message::default())
}

/// Each country's part in a regime.
fn regime(question: &Question<'_>, partner: &Party<'_>, id: &str) -> Vec<JudgedRow> {
    let known = &question.layer.participation;
    let name = known.regimes.iter().find(|(regime, _)| regime == id).map_or(id, |(_, name)| name.as_str());
    let title = |id: &str| known.sources.iter().find(|source| source.id == id).map_or_else(|| id.to_owned(), |source| source.title.clone());
    let all = known.sources.iter().map(|source| source.title.clone()).collect::<Vec<_>>().join("; ");
    let rows = partner.destinations.iter().map(|place| {
        let code = Party::country(place);
        let country = known.countries.iter().find(|country| country.code == code);
        let cell = country.and_then(|country| country.cells.iter().find(|cell| cell.regime == id));
        let takes_part = match (country, cell) {
            (None, _) => None,
            // All sources name every participant, so a country that none of them names takes no part.
            (Some(_), None) => Some(false),
            (Some(_), Some(cell)) => cell.takes_part,
        };
        let who = || Message::named(format!("country/{code}"), country.map_or(code.as_str(), |country| country.name.as_str()));
        let (state, states) = match takes_part {
            Some(true) => (State::Met, message!("regime-takes-part", "{who} takes part", who = who())),
            Some(false) => (State::Unmet, message!("regime-takes-no-part", "{who} takes no part", who = who())),
            None => (State::Open, message!("regime-disputed", "the sources disagree on {who}", who = who())),
        };
        let citation = cell.map_or_else(String::new, |cell| cell.claims.iter().map(|c| title(&c.source)).collect::<Vec<_>>().join("; "));
        JudgedRow {
            topic: String::new(),
            about: id.to_owned(),
            question: Message::named(format!("regime/{id}"), name),
            state,
            grantor: Answered::default(),
            partner: Answered {
                states,
                written: code.clone(),
                citation: if citation.is_empty() && country.is_some() { all.clone() } else { citation },
            },
            missing: if state == State::Open { vec![code] } else { Vec::new() },
            reason: Message::default(),
            weight: 1,
        }
    });
    rows.collect()
}

/// Whether the grantor's answer, a set of destinations, names the partner or a country of it.
fn named(question: &Question<'_>, sides: (&Party<'_>, &Party<'_>), asked: (&Topic, &Attribute)) -> JudgedRow {
    let mut judged = one(question, sides, asked, &Wanted::AsStrict);
    let value = sides.0.law.and_then(|law| question.layer.answer(law, asked.1, question.day).value);
    let of = sides.1.destinations.iter().map(|place| place.to_lowercase());
    judged.state = match value {
        Some(Value::Set(words)) => {
            let hit = of.filter(|code| words.contains(code) || words.contains(&Party::country(&code.to_uppercase()))).count();
            if hit > 0 { State::Unmet } else { State::Met }
        }
        Some(_) | None => State::Open,
    };
    judged.partner = Answered::default();
    judged.reason = Message::default();
    judged.missing = if judged.state == State::Open { vec![sides.0.code.clone()] } else { Vec::new() };
    judged
}
