//! Conditions in words: who must do what.

use concord_compare::recognize::{Condition, ConditionKind, Level};
use concord_model::recognition::{Asked, Demand, Wanted};
use concord_model::rules::Value;
use schemars::JsonSchema;
use serde::Serialize;

use super::rows::QuestionView;
use super::{Words, acceptance};
use crate::lang::Arg;
use crate::words::capitalised;

/// A condition, with the areas it holds for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Areas {
    /// Codes of the areas.
    pub codes: Vec<String>,
    /// The same in words; `all areas` where they are all.
    pub words: String,
}

/// A condition, told once for all areas it holds for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ConditionView {
    /// Its number within the direction, from 1.
    pub number: usize,
    /// The step that meets it (`change`, `establish`, `decide` …).
    pub kind: &'static str,
    /// Who must do what, in one sentence.
    pub sentence: String,
    /// How far the grantor may go until it is met.
    pub until: String,
    /// Whether recognition is refused until then.
    pub refuses: bool,
    /// The areas it holds for.
    pub areas: Areas,
    /// Why the policy asks it; empty for lists.
    pub why: String,
    /// The questions it is about.
    pub rows: Vec<QuestionView>,
}

/// A condition with the areas that share it, and its number of controls in each.
struct Shared<'c> {
    condition: &'c Condition,
    areas: Vec<(&'c str, usize)>,
    at_worst: Level,
}

impl Shared<'_> {
    /// Whether a condition is the same, its number of controls and its worst outcome apart.
    fn holds(&self, other: &Condition) -> bool {
        let known = self.condition;
        let lists = known.controls > 0 && other.controls > 0;
        (known.kind, &known.who, known.until, &known.demand, &known.rows)
            == (other.kind, &other.who, other.until, &other.demand, &other.rows)
            && (lists || (known.controls, known.at_worst) == (other.controls, other.at_worst))
    }
}

impl Words<'_> {
    /// Every condition of a direction; one that several areas share stands once, with the number of controls in each area.
    pub(super) fn conditions(&self, left_accepts: bool) -> Vec<ConditionView> {
        let mut shared: Vec<Shared<'_>> = Vec::new();
        for area in &self.found.areas {
            for condition in &acceptance(area, left_accepts).conditions {
                if let Some(known) = shared.iter_mut().find(|known| known.holds(condition)) {
                    known.areas.push((&area.code, condition.controls));
                    known.at_worst = known.at_worst.min(condition.at_worst);
                } else {
                    let areas = vec![(area.code.as_str(), condition.controls)];
                    shared.push(Shared { condition, areas, at_worst: condition.at_worst });
                }
            }
        }
        shared.sort_by_key(|known| (known.condition.kind >= ConditionKind::Establish, known.condition.until, known.condition.kind));
        let view = |(at, known): (usize, &Shared<'_>)| ConditionView {
            number: at + 1,
            kind: known.condition.kind.word(),
            sentence: self.sentence(known, left_accepts),
            until: self.until(known),
            refuses: known.condition.until == Level::NotRecognisable,
            areas: self.area_list(&known.areas.iter().map(|(code, _)| *code).collect::<Vec<_>>()),
            why: known.condition.demand.as_ref().map_or_else(String::new, |demand| self.why(demand)),
            rows: known.condition.rows.iter().map(|row| self.question(row, left_accepts)).collect(),
        };
        shared.iter().enumerate().map(view).collect()
    }

    pub(super) fn area_list(&self, codes: &[&str]) -> Areas {
        Areas { codes: codes.iter().map(|code| (*code).to_owned()).collect(), words: self.areas(codes) }
    }

    /// How far the grantor may go until a condition is met, and at worst if what is open turns out against the partner.
    fn until(&self, known: &Shared<'_>) -> String {
        let until = self.level(known.condition.until);
        if known.at_worst == known.condition.until {
            return until;
        }
        self.text("recognize-until-open", &[("until", until.into()), ("worst", self.level(known.at_worst).into())])
    }

    fn sentence(&self, known: &Shared<'_>, left_accepts: bool) -> String {
        let condition = known.condition;
        let who: Vec<String> = condition.who.iter().map(|code| self.who(code)).collect();
        let (grantor, partner) = self.sides(left_accepts);
        let asked = condition.demand.as_ref().map_or_else(String::new, |demand| self.demand(demand, Some(left_accepts)));
        let countries: Vec<String> = condition.rows.iter().map(|row| self.who(&row.partner.written)).collect();
        let in_area = |(code, count): &(&str, usize)| {
            self.text("recognize-controls-in", &[("count", (*count).into()), ("area", self.areas(&[*code]).into())])
        };
        let controls: Vec<String> = known.areas.iter().map(in_area).collect();
        let args = [
            ("who", Arg::from(self.join(&who))),
            ("number", who.len().into()),
            ("grantor", (&grantor.phrase).into()),
            ("partner", (&partner.phrase).into()),
            ("asked", asked.into()),
            ("countries", self.join(&countries).into()),
            ("count", countries.len().into()),
            ("controls", self.join(&controls).into()),
        ];
        let topic = matches!(condition.demand.as_ref().map(|demand| &demand.asked), Some(Asked::Topic(_)));
        let key = match condition.kind {
            ConditionKind::Change if topic => "recognize-condition-change-topic".to_owned(),
            ConditionKind::TakePart if self.of(left_accepts).destinations.len() == 1 => "recognize-condition-join".to_owned(),
            ConditionKind::BringList if condition.controls > 0 => "recognize-condition-bring-instrument".to_owned(),
            kind => format!("recognize-condition-{}", kind.word()),
        };
        capitalised(&self.text(&key, &args))
    }

    /// An answer that a demand asks for, as it stands in the definitions; in another language than English by its meaning.
    fn wanted(&self, question: &str, answer: &Value) -> String {
        let context = self.given.context;
        let written = answer.written("");
        match answer {
            Value::Yes => self.text("ladder-answer-yes", &[]),
            Value::No => self.text("ladder-answer-no", &[]),
            Value::Choice(word) => context.glossary.name(&format!("value/{question}/{word}"), &written),
            Value::Set(words) => {
                let words = words.iter().map(|word| context.glossary.name(&format!("value/{question}/{word}"), word));
                if words.len() == 0 { written } else { words.collect::<Vec<_>>().join(", ") }
            }
            _ => written,
        }
    }

    /// What a demand asks for, in a phrase; of the two sides of a direction, or of any two.
    pub(super) fn demand(&self, demand: &Demand, left_accepts: Option<bool>) -> String {
        let vocabulary = self.given.vocabulary;
        let question = |id: &str| vocabulary.attribute(id).map_or_else(|| id.to_owned(), |(_, attribute)| attribute.question.clone());
        let (grantor, partner) = match left_accepts.map(|left_accepts| self.sides(left_accepts)) {
            Some((grantor, partner)) => (grantor.phrase.clone(), partner.phrase.clone()),
            None => (self.text("recognize-grantor", &[]), self.text("recognize-partner", &[])),
        };
        let sides = [("grantor", Arg::from(grantor)), ("partner", partner.into())];
        let text = |key: &str, more: &[(&'static str, Arg)]| self.text(key, &[sides.as_slice(), more].concat());
        match (&demand.asked, &demand.wanted) {
            (Asked::Regime(id), _) => {
                let name = self.of(true).demands.iter().flat_map(|judged| &judged.rows).find(|row| row.about == *id);
                let name = name.map_or_else(|| id.clone(), |row| self.given.context.say(&row.question));
                text("recognize-asks-regime", &[("regime", name.into())])
            }
            (Asked::NamedIn(id), _) => text("recognize-asks-not-named", &[("question", question(id).into())]),
            (Asked::Topic(id), _) => {
                let title = vocabulary.topic(id).map_or_else(|| id.clone(), |topic| topic.title.clone());
                let share = demand.tolerated.to_string();
                text("recognize-asks-topic", &[("topic", title.to_lowercase().into()), ("share", share.into())])
            }
            (Asked::Question(id), Wanted::Answers(answers)) => {
                let answers: Vec<String> = answers.iter().map(|answer| self.wanted(id, answer)).collect();
                text("recognize-asks-answer", &[("question", question(id).into()), ("answers", answers.join(" / ").into())])
            }
            (Asked::Question(id), _) => text("recognize-asks-strict", &[("question", question(id).into())]),
        }
    }
}
