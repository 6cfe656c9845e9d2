//! What one jurisdiction lacks beside a reference set.

use std::collections::BTreeMap;

use concord_compare::provisions::{Need, Needs};
use concord_model::rules::Vocabulary;
use schemars::JsonSchema;
use serde::Serialize;

use crate::Place;
use crate::lang::{Arg, Voice};

/// What one jurisdiction lacks beside a reference set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NeedsView {
    /// Its name.
    pub name: String,
    /// The reference set.
    pub reference: String,
    /// The day as of which all are asked.
    pub as_of: String,
    /// The answer in plain sentences.
    pub answer: Vec<String>,
    /// Questions on which it falls short, the heaviest first.
    pub needs: Vec<NeedView>,
    /// Questions on which its own answer is not known, and others do something.
    pub unknown: Vec<NeedView>,
}

/// One question.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NeedView {
    /// The topic's title.
    pub topic: String,
    /// The question.
    pub question: String,
    /// The attribute.
    pub attribute: String,
    /// Why it matters.
    pub why: String,
    /// Its weight.
    pub weight: u32,
    /// Its own answer.
    pub own: String,
    /// Citation of its own answer.
    pub citation: String,
    /// How many of the reference set do more, of those whose answer is known.
    pub share: String,
    /// How many of the reference set have an answer that is known.
    pub known: usize,
    /// Who does what under which text.
    pub doers: Vec<DoerView>,
}

/// Who does what under which text.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DoerView {
    /// Short name.
    pub name: String,
    /// Its answer.
    pub states: String,
    /// Its citation.
    pub citation: String,
}

impl NeedsView {
    /// Words what a jurisdiction lacks; `places` gives the names of the jurisdictions by code.
    pub fn new(needs: &Needs, vocabulary: &Vocabulary, places: &BTreeMap<String, Place>, voice: &Voice) -> Self {
        let place = |code: &str| places.get(code).cloned().unwrap_or_else(|| Place::from_code(code));
        let own = place(&needs.jurisdiction);
        let reference: Vec<String> = needs.reference.iter().map(|code| place(code).phrase).collect();
        let view = |need: &Need| NeedView {
            topic: vocabulary.topic(&need.topic).map_or_else(|| need.topic.clone(), |topic| topic.title.clone()),
            question: voice.say(&need.question),
            attribute: need.attribute.clone(),
            why: voice.say(&need.why),
            weight: need.weight,
            own: voice.say(&need.own.with_notes()),
            citation: need.own.citation.clone(),
            share: voice.text("needs-share", &[("part", need.doers.len().to_string().into()), ("of", need.known.to_string().into())]),
            known: need.known,
            doers: need
                .doers
                .iter()
                .map(|doer| DoerView {
                    name: place(&doer.jurisdiction).short.clone(),
                    states: voice.say(&doer.stated.with_notes()),
                    citation: doer.stated.citation.clone(),
                })
                .collect(),
        };
        let heavy = needs.needs.iter().filter(|need| need.weight >= 3).count();
        let joined = voice.texts().join(&reference);
        let args = [
            ("asked", Arg::from(needs.asked)),
            ("who", (&own.phrase).into()),
            ("count", reference.len().into()),
            ("whom", (&joined).into()),
            ("needs", needs.needs.len().into()),
            ("heavy", heavy.into()),
        ];
        let mut answer = vec![voice.text("needs-answer", &args)];
        if !needs.unknown.is_empty() {
            answer.push(voice.text("needs-unknown", &[("count", needs.unknown.len().into())]));
        }
        Self {
            name: own.short.clone(),
            reference: joined,
            as_of: needs.as_of.to_string(),
            answer,
            needs: needs.needs.iter().map(view).collect(),
            unknown: needs.unknown.iter().map(view).collect(),
        }
    }
}
