//! What happened between the days.

use concord_compare::track::{Cause, DifferenceChange, Effect, Happened, LawChange, ListChange, Movement, Paragraphs, Step};
use concord_compare::{Cited, Direction, Finding, Kind, rules};
use schemars::JsonSchema;
use serde::Serialize;

use super::Wording;
use crate::lang::Arg;
use crate::words;

/// What happened between two days.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrackStep {
    /// The day before, ISO.
    pub after: String,
    /// The day until which it happened, ISO.
    pub until: String,
    /// Who came and who left, and how many answers became known, in sentences.
    pub remarks: Vec<String>,
    /// Changes of the laws outside the lists.
    pub law: Vec<TrackLaw>,
    /// Changes of the lists.
    pub lists: Vec<TrackList>,
    /// Differences of a pair that appeared, ended or changed with one of its texts, and whose direction is known.
    pub differences: Vec<TrackDifference>,
}

/// A rule that changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrackLaw {
    /// The first day of the new answer, ISO; empty where no source states it.
    pub day: String,
    /// Whose rule it is.
    pub who: String,
    /// The topic's title.
    pub topic: String,
    /// The question.
    pub question: String,
    /// The attribute.
    pub attribute: String,
    /// The answer before.
    pub before: String,
    /// Its citation.
    pub before_citation: String,
    /// Where that stands; empty where no address is known.
    pub before_url: String,
    /// The answer since.
    pub since: String,
    /// Its citation.
    pub citation: String,
    /// Where that stands; empty where no address is known.
    pub url: String,
    /// Which way it moved, in words.
    pub movement: String,
    /// `stricter`, `looser`, `both`, `other` or `unclear`.
    pub movement_key: &'static str,
    /// What it did to the distance from the others, in words; empty where nobody else is followed.
    pub effect: String,
}

/// A paragraph that changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrackList {
    /// Whose list it is.
    pub who: String,
    /// Date of the earlier edition, ISO.
    pub after: String,
    /// Date of the later edition, ISO.
    pub until: String,
    /// Its code.
    pub code: String,
    /// Its subject.
    pub subject: String,
    /// What is different.
    pub what: String,
    /// What it said before.
    pub before: String,
    /// What it says since.
    pub since: String,
    /// Which way it moved, in words.
    pub movement: String,
    /// `stricter`, `looser`, `both`, `other` or `unclear`.
    pub movement_key: &'static str,
    /// How much it matters, in words.
    pub severity: String,
    /// Citation of the paragraph in the edition that has it, the later if both do.
    pub citation: String,
    /// Where that stands; empty where no address is known.
    pub url: String,
}

/// A difference of a pair that appeared, ended or changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrackDifference {
    /// What became of it, in words.
    pub happened: String,
    /// `appeared`, `ended` or `changed`.
    pub happened_key: &'static str,
    /// What is different.
    pub what: String,
    /// The left code, or the question.
    pub left: String,
    /// The right code.
    pub right: String,
    /// The sentence of the difference as it is, or as it last was.
    pub sentence: String,
    /// Whether neither of the two texts changed, but something around them.
    pub around: bool,
}

impl Wording<'_> {
    /// What happened, step by step.
    pub(super) fn steps(&self) -> Vec<TrackStep> {
        let steps = self.track.steps.iter().map(|step| TrackStep {
            after: step.after.to_string(),
            until: step.until.to_string(),
            remarks: self.remarks(step),
            law: step.law.iter().map(|change| self.law_change(change)).collect(),
            lists: in_order(&step.lists).into_iter().map(|change| self.list_change(change)).collect(),
            differences: step.differences.iter().filter(|change| is_told(change)).map(|change| self.difference(change)).collect(),
        });
        steps
            .filter(|step| !(step.remarks.is_empty() && step.law.is_empty() && step.lists.is_empty() && step.differences.is_empty()))
            .collect()
    }

    fn remarks(&self, step: &Step) -> Vec<String> {
        let names = |codes: &[String]| self.voice.texts().join(&codes.iter().map(|code| self.place(code).phrase).collect::<Vec<_>>());
        let mut out = Vec::new();
        for (key, codes) in [("track-joined", &step.joined), ("track-left", &step.left)] {
            if !codes.is_empty() {
                out.push(self.voice.text(key, &[("who", names(codes).into()), ("count", codes.len().into())]));
            }
        }
        let learned: usize = step.learned.iter().map(|learned| learned.answers).sum();
        if learned > 0 {
            let whose = step.learned.iter().map(|learned| format!("{} {}", self.place(&learned.jurisdiction).short, learned.answers));
            let args = [("count", Arg::from(learned)), ("whose", whose.collect::<Vec<_>>().join(", ").into())];
            out.push(self.voice.text("track-learned", &args));
        }
        let told = |cause: Cause| step.differences.iter().filter(|change| change.cause == cause && !is_told(change)).count();
        let (open, known) = (told(Cause::Changed) + told(Cause::Around), told(Cause::Known));
        if open > 0 {
            out.push(self.voice.text("track-differences-open", &[("count", open.into())]));
        }
        if known > 0 {
            out.push(self.voice.text("track-differences-known", &[("count", known.into())]));
        }
        out
    }

    fn law_change(&self, change: &LawChange) -> TrackLaw {
        let (movement_key, movement) = self.movement(change.movement);
        TrackLaw {
            day: change.day.map_or_else(String::new, |day| day.to_string()),
            who: self.place(&change.jurisdiction).short,
            topic: self.topic(&change.topic),
            question: self.question(&change.attribute),
            attribute: change.attribute.clone(),
            before: self.voice.say(&change.before.with_notes()),
            before_citation: change.before.citation.trim().to_owned(),
            before_url: String::new(),
            since: self.voice.say(&change.since.with_notes()),
            citation: change.since.citation.trim().to_owned(),
            url: String::new(),
            movement,
            movement_key,
            effect: self.effect(change),
        }
    }

    /// What a change did to the distance from the others, and of how many of them that is known where there are several.
    fn effect(&self, change: &LawChange) -> String {
        let key = match change.effect {
            Effect::Closer => "track-effect-closer",
            Effect::Apart => "track-effect-apart",
            Effect::None => "track-effect-none",
            Effect::Unclear => "track-effect-unclear",
        };
        let effect = self.voice.text(key, &[]);
        match self.track.members.len() {
            0 | 1 => String::new(),
            2 => effect,
            _ if change.known == 0 => effect,
            _ => self.voice.text("track-effect-of", &[("effect", effect.into()), ("known", change.known.into())]),
        }
    }

    fn movement(&self, movement: Movement) -> (&'static str, String) {
        let (key, text) = match movement {
            Movement::Stricter => ("stricter", "track-movement-stricter"),
            Movement::Looser => ("looser", "track-movement-looser"),
            Movement::Both => ("both", "track-movement-both"),
            Movement::Other => ("other", "track-movement-other"),
            Movement::Unclear => ("unclear", "track-movement-unclear"),
        };
        (key, self.voice.text(text, &[]))
    }

    fn list_change(&self, change: &ListChange) -> TrackList {
        let finding = &change.finding;
        let states = |cited: &Option<Cited>| cited.as_ref().map_or_else(String::new, |cited| self.voice.say(&cited.states));
        // What is nearest to a paragraph that was added or dropped is another paragraph.
        let (shown, before, since, what) = match change.paragraph {
            Paragraphs::Added => {
                (finding.right.as_ref(), String::new(), states(&finding.right), self.voice.text("track-paragraph-added", &[]))
            }
            Paragraphs::Dropped => {
                (finding.left.as_ref(), states(&finding.left), String::new(), self.voice.text("track-paragraph-dropped", &[]))
            }
            Paragraphs::Changed => {
                let shown = finding.right.as_ref().or(finding.left.as_ref());
                (shown, states(&finding.left), states(&finding.right), self.kind(finding))
            }
        };
        let (movement_key, movement) = self.movement(change.movement);
        TrackList {
            who: self.place(&change.jurisdiction).short,
            after: change.after.to_string(),
            until: change.until.to_string(),
            code: shown.map_or_else(String::new, |cited| cited.code.clone()),
            subject: shown.map_or_else(|| finding.parameter.clone().unwrap_or_default(), |cited| self.voice.say(&cited.subject)),
            what,
            before,
            since,
            movement,
            movement_key,
            severity: self.voice.text(&format!("severity-{}", words::severity_key(finding.severity)), &[]),
            citation: shown.map_or_else(String::new, |cited| self.voice.say(&cited.citation)),
            url: String::new(),
        }
    }

    /// The title of the rule of a finding, with its parameter.
    fn what(&self, finding: &Finding) -> String {
        let title = self.rules.get(&finding.rule).cloned().unwrap_or_else(|| finding.rule.clone());
        match finding.parameter.as_ref().filter(|parameter| self.vocabulary.attribute(parameter).is_none()) {
            Some(parameter) => self.voice.text("track-what", &[("title", title.into()), ("parameter", parameter.into())]),
            None => title,
        }
    }

    /// What of a paragraph is different, with the parameter if it is about one.
    fn kind(&self, finding: &Finding) -> String {
        let text = match rules().iter().find(|rule| rule.id == finding.rule).map(|rule| rule.observes) {
            Some(Kind::Threshold | Kind::Condition | Kind::Parameter | Kind::Dimension | Kind::Limit) => "track-kind-limit",
            Some(Kind::Connective) => "track-kind-connective",
            Some(Kind::Exclusion | Kind::Note) => "track-kind-note",
            Some(Kind::Components) => "track-kind-components",
            Some(Kind::Elsewhere | Kind::Instrument) => "track-kind-place",
            Some(Kind::Reason) => "track-kind-reason",
            Some(Kind::Exception) => "track-kind-exception",
            Some(Kind::Term) => "track-kind-term",
            _ => "track-kind-words",
        };
        let kind = self.voice.text(text, &[]);
        match finding.parameter.as_ref().filter(|_| text != "track-kind-term") {
            Some(parameter) => self.voice.text("track-what", &[("title", kind.into()), ("parameter", parameter.into())]),
            None => kind,
        }
    }

    fn difference(&self, change: &DifferenceChange) -> TrackDifference {
        let (happened_key, text) = match change.happened {
            Happened::Appeared => ("appeared", "track-appeared"),
            Happened::Ended => ("ended", "track-ended"),
            Happened::Changed => ("changed", "track-changed"),
        };
        let code = |cited: &Option<Cited>| cited.as_ref().map_or_else(String::new, |cited| cited.code.clone());
        TrackDifference {
            happened: self.voice.text(text, &[]),
            happened_key,
            what: self.what(&change.finding),
            left: code(&change.finding.left),
            right: code(&change.finding.right),
            sentence: self.voice.say(&change.finding.explanation),
            around: change.cause == Cause::Around,
        }
    }
}

/// Changes of the lists with those first that moved a control; terms, which stand in no paragraph, last.
fn in_order(changes: &[ListChange]) -> Vec<&ListChange> {
    let mut out: Vec<&ListChange> = changes.iter().collect();
    out.sort_by_key(|change| {
        let moved = matches!(change.movement, Movement::Stricter | Movement::Looser | Movement::Both);
        (!moved, change.finding.left.is_none() && change.finding.right.is_none())
    });
    out
}

/// Whether a difference is told by itself and not only counted: its direction is known, and a text stands behind what became of it.
pub(super) fn is_told(change: &DifferenceChange) -> bool {
    let decided = matches!(change.finding.direction, Direction::LeftStricter | Direction::RightStricter | Direction::Overlap);
    decided && change.cause != Cause::Known
}
