//! Jurisdictions through time, in words.

mod answer;
mod days;
mod steps;

use std::collections::BTreeMap;

use concord_compare::track::{Before, Track};
use concord_model::rules::Vocabulary;
use schemars::JsonSchema;
use serde::Serialize;

pub use steps::{TrackDifference, TrackLaw, TrackList, TrackStep};

use crate::chart::Chart;
use crate::figures;
use crate::lang::Voice;
use crate::{Links, Place, words};

/// Some jurisdictions through time, ready to be laid out.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrackView {
    /// Who is followed: the bloc's name, or the jurisdictions.
    pub title: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// The topic's title; `all topics` for all.
    pub topic: String,
    /// Short name of the jurisdiction that the others are measured by; empty for none.
    pub reference: String,
    /// What the reader must know of who is followed and who is not.
    pub notes: Vec<String>,
    /// The answer in plain sentences.
    pub answer: Vec<String>,
    /// What the columns of the days show.
    pub columns: Vec<String>,
    /// The days looked at.
    pub days: Vec<TrackDay>,
    /// What happened between the days; steps in which nothing did are left out.
    pub steps: Vec<TrackStep>,
    /// How each of those followed stands on the last day.
    pub members: Vec<TrackMember>,
    /// On what somebody is looser than the reference on the last day.
    pub behind: Vec<TrackBehind>,
}

/// One day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrackDay {
    /// The day, ISO.
    pub day: String,
    /// One cell a column.
    pub cells: Vec<String>,
}

/// How one of those followed stands on the last day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrackMember {
    /// Short name.
    pub name: String,
    /// How many of its answers are known.
    pub known: String,
    /// Share of the pairs of its answer and another's that differ on the first day on which it is followed; empty where it is compared with nobody.
    pub first: String,
    /// The same share on the last day.
    pub last: String,
    /// Share of the ordered questions on which it is looser than the reference; empty without one.
    pub looser: String,
    /// The editions of its list; empty where none is used.
    pub lists: String,
}

/// A question on which somebody is looser than the reference.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrackBehind {
    /// Short name of who lags.
    pub who: String,
    /// The topic's title.
    pub topic: String,
    /// The question.
    pub question: String,
    /// The attribute.
    pub attribute: String,
    /// Since when, in words.
    pub since: String,
}

/// A series as a web page.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TrackPage {
    /// The series in words.
    #[serde(flatten)]
    pub view: TrackView,
    /// How far the jurisdictions are apart from day to day, drawn; none where fewer than two are followed.
    pub chart: Option<Chart>,
}

/// What a series is worded with.
pub(super) struct Wording<'w> {
    pub(super) track: &'w Track,
    pub(super) vocabulary: &'w Vocabulary,
    pub(super) places: &'w BTreeMap<String, Place>,
    pub(super) rules: &'w BTreeMap<String, String>,
    pub(super) voice: &'w Voice,
}

impl TrackView {
    /// Words a series: `title` says who is followed, `places` gives the names of the jurisdictions by code and `rules` the titles of the divergence rules.
    pub fn new(
        track: &Track,
        vocabulary: &Vocabulary,
        (places, rules): (&BTreeMap<String, Place>, &BTreeMap<String, String>),
        title: &str,
        notes: Vec<String>,
        voice: &Voice,
    ) -> Self {
        let wording = Wording { track, vocabulary, places, rules, voice };
        let day = |point: Option<&concord_compare::track::Point>| point.map_or_else(String::new, |point| point.day.to_string());
        Self {
            title: title.to_owned(),
            from: day(track.points.first()),
            to: day(track.points.last()),
            topic: vocabulary.topic(&track.topic).map_or_else(|| voice.text("topic-all", &[]), |topic| topic.title.clone()),
            reference: if track.reference.is_empty() { String::new() } else { wording.place(&track.reference).short },
            notes,
            answer: wording.answer(),
            columns: wording.columns(),
            days: wording.days(),
            steps: wording.steps(),
            members: wording.members(),
            behind: wording.behind(),
        }
    }

    /// Gives citations the addresses of the official publications they speak of, as far as these are known.
    #[must_use]
    pub fn linked(mut self, links: &Links) -> Self {
        for step in &mut self.steps {
            for change in &mut step.law {
                change.before_url = links.of(&change.before_citation);
                change.url = links.of(&change.citation);
            }
            for change in &mut step.lists {
                change.url = links.of(&change.citation);
            }
        }
        self
    }
}

impl Wording<'_> {
    pub(super) fn place(&self, code: &str) -> Place {
        self.places.get(code).cloned().unwrap_or_else(|| Place::from_code(code))
    }

    /// Whether two are followed, so that their differences are.
    pub(super) fn is_pair(&self) -> bool {
        self.track.members.len() == 2
    }

    pub(super) fn topic(&self, id: &str) -> String {
        self.vocabulary.topic(id).map_or_else(|| words::topic(id), |topic| topic.title.clone())
    }

    pub(super) fn question(&self, id: &str) -> String {
        self.vocabulary.attribute(id).map_or_else(|| id.to_owned(), |(_, attribute)| attribute.question.clone())
    }

    fn members(&self) -> Vec<TrackMember> {
        let texts = self.voice.texts();
        let share = |figure: &concord_compare::track::Figure| match figure.population {
            0 => String::new(),
            _ => figures::range(figure.low().as_ref(), figure.high().as_ref(), texts),
        };
        let member = |member: &concord_compare::track::Member| {
            let stood: Vec<_> = self
                .track
                .points
                .iter()
                .filter_map(|point| point.standings.iter().find(|standing| standing.jurisdiction == member.jurisdiction))
                .collect();
            let last = stood.last()?;
            let args = [("known", last.known.to_string().into()), ("questions", member.questions.to_string().into())];
            Some(TrackMember {
                name: self.place(&member.jurisdiction).short,
                known: self.voice.text("track-known-of", &args),
                first: stood.first().map_or_else(String::new, |first| share(&first.apart)),
                last: share(&last.apart),
                looser: last.looser.as_ref().map_or_else(String::new, share),
                lists: member.editions.iter().map(|list| list.as_of.to_string()).collect::<Vec<_>>().join(", "),
            })
        };
        self.track.members.iter().filter_map(member).collect()
    }

    fn behind(&self) -> Vec<TrackBehind> {
        let since = |behind: &concord_compare::track::Behind| {
            let key = match behind.before {
                Before::Level => "track-since",
                Before::Unknown => "track-since-or-earlier",
                Before::Start => "track-since-start",
            };
            self.voice.text(key, &[("day", behind.since.to_string().into())])
        };
        let row = |behind: &concord_compare::track::Behind| TrackBehind {
            who: self.place(&behind.jurisdiction).short,
            topic: self.topic(&behind.topic),
            question: self.question(&behind.attribute),
            attribute: behind.attribute.clone(),
            since: since(behind),
        };
        self.track.behind.iter().map(row).collect()
    }
}
