//! Some jurisdictions through time: what each changed and when, and whether they come closer or move apart.
//!
//! A day's answers are those that a text at hand shows for it ([`Fact::holds_on`]), so that what is not known of a day widens the range of its figures, and a
//! question that becomes known is no change of the law. Whether the jurisdictions come closer is told by the *panel*: the answers that are known on every day
//! followed, so that one set of questions is counted on all of them.
//!
//! [`Fact::holds_on`]: concord_model::rules::Fact::holds_on

mod answers;
mod behind;
mod days;
mod differences;
mod figure;
mod law;
mod lists;
mod point;

use concord_model::List;
use concord_model::rules::{Law, RuleLayer};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use behind::{Before, Behind};
pub use differences::{Cause, DifferenceChange, Differences, Happened, ListDifferences};
pub use figure::Figure;
pub use law::{Effect, LawChange, Learned, Movement};
pub use lists::{EditionOf, ListChange, Paragraphs};
pub use point::{MemberPoint, Point, TopicPoint};

use answers::Answers;

/// One of those who are followed.
#[derive(Clone, Debug)]
pub struct Followed<'a> {
    /// Code.
    pub code: String,
    /// Short display name (`the EU`).
    pub name: String,
    /// What its law says outside its lists; none where that is not described.
    pub law: Option<&'a Law>,
    /// The editions of its list at hand, by date.
    pub editions: Vec<&'a List>,
    /// Whether the others are only measured by it: it is not one of those compared with each other.
    pub outside: bool,
    /// The days on which it is one of those compared: first and last, where known. Empty: always.
    pub belongs: Vec<(Option<Date>, Option<Date>)>,
}

impl Followed<'_> {
    /// Whether it is one of those compared on a day.
    fn belongs_on(&self, day: Date) -> bool {
        let within = |(from, to): &(Option<Date>, Option<Date>)| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to);
        self.belongs.is_empty() || self.belongs.iter().any(within)
    }

    /// The edition of its list that held on a day, as far as is known: the newest not younger than the day.
    fn edition(&self, day: Date) -> Option<usize> {
        self.editions.iter().rposition(|list| list.as_of <= day)
    }
}

/// What is asked of a series.
#[derive(Clone, Debug, Default)]
pub struct TrackOptions {
    /// One topic; empty for all.
    pub topic: String,
    /// The jurisdiction that the others are measured by; empty for none.
    pub reference: String,
    /// The first day; none for the first of which enough is known.
    pub from: Option<Date>,
    /// The last day.
    pub to: Date,
    /// The days to look at, in order; empty for every day within the two on which something that is known changes.
    pub days: Vec<Date>,
    /// Mappings made by hand between the lists of the first two.
    pub hand: Vec<concord_graph::HandMapping>,
}

/// One of those who were followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Code.
    pub jurisdiction: String,
    /// The editions of its list that are used, by date.
    pub editions: Vec<EditionOf>,
    /// Questions asked.
    pub questions: usize,
    /// Whether the others are only measured by it.
    pub outside: bool,
}

/// What happened between two days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The day before which nothing of it had happened, or was known to.
    pub after: Date,
    /// The day on which all of it had.
    pub until: Date,
    /// Who came to belong to those compared, by code.
    pub joined: Vec<String>,
    /// Who ceased to belong, by code.
    pub left: Vec<String>,
    /// Changes of the laws outside the lists, in the order of those followed and of the vocabulary.
    pub law: Vec<LawChange>,
    /// How many answers became known without a change of the law, by jurisdiction; those without any are left out.
    pub learned: Vec<Learned>,
    /// Changes of the lists.
    pub lists: Vec<ListChange>,
    /// Differences of a pair that appeared, ended or changed.
    pub differences: Vec<DifferenceChange>,
}

impl Step {
    /// Whether anything happened but that answers became known.
    pub fn is_eventful(&self) -> bool {
        !(self.joined.is_empty() && self.left.is_empty() && self.law.is_empty() && self.lists.is_empty())
            || self.differences.iter().any(|change| change.cause != Cause::Known)
    }
}

/// Whether those followed come closer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// A smaller share of the panel is answered differently on the last day than on the first.
    Converging,
    /// A larger share is.
    Diverging,
    /// The same share is.
    Steady,
    /// The answers do not decide it, or there are none that are known throughout.
    Unclear,
}

/// Some jurisdictions followed through time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// The topic; empty for all.
    pub topic: String,
    /// The jurisdiction that the others are measured by; empty for none.
    pub reference: String,
    /// Those followed, in the order asked for.
    pub members: Vec<Member>,
    /// The days looked at.
    pub points: Vec<Point>,
    /// What happened between each day and the next: one fewer than days.
    pub steps: Vec<Step>,
    /// Who lags behind the reference on the last day, question by question, and since when.
    pub behind: Vec<Behind>,
    /// Whether they come closer.
    pub trend: Trend,
}

impl Track {
    /// How those stand on a day who are compared with each other.
    pub fn compared<'t>(&'t self, point: &'t Point) -> impl Iterator<Item = &'t MemberPoint> {
        let outside = |code: &str| self.members.iter().any(|member| member.outside && member.jurisdiction == code);
        point.standings.iter().filter(move |standing| !outside(&standing.jurisdiction))
    }
}

/// Follows some jurisdictions through time; two of them with the differences of their lists and rules.
pub fn track(layer: &RuleLayer, followed: &[Followed<'_>], options: &TrackOptions) -> Track {
    let asked: Vec<_> = layer.vocabulary.attributes().filter(|(topic, _)| options.topic.is_empty() || topic.id == options.topic).collect();
    let mut days = if options.days.is_empty() { days::days(layer, followed, &asked, options) } else { options.days.clone() };
    let answers = |days: &[Date]| -> Vec<Answers> { days.iter().map(|day| Answers::on(*day, layer, followed, &asked)).collect() };
    let mut answered = answers(&days);
    if options.days.is_empty() {
        let eventful = days::eventful(layer, followed, &asked, &answered);
        days = days.into_iter().zip(&eventful).filter(|(_, keep)| **keep).map(|(day, _)| day).collect();
        answered = answered.into_iter().zip(eventful).filter(|(_, keep)| *keep).map(|(answers, _)| answers).collect();
    }
    let lists = lists::Lists::new(followed, &days, options);
    let pair = differences::Pair::new(layer, followed, &days, &lists, options);
    let panel = figure::Panel::new(&answered, followed.len());
    let points: Vec<Point> = answered
        .iter()
        .enumerate()
        .map(|(at, answers)| point::point(layer, followed, &asked, answers, &panel, options, pair.at(at)))
        .collect();
    let steps = answered
        .windows(2)
        .enumerate()
        .map(|(at, two)| {
            let (law, learned) = law::changes(layer, followed, &asked, (&two[0], &two[1]));
            let belonged = |answers: &Answers, code: usize| answers.of(code).is_some();
            let who = |first: bool| {
                let came = |n: &usize| belonged(&two[0], *n) != first && belonged(&two[1], *n) == first;
                (0..followed.len()).filter(came).map(|n| followed[n].code.clone()).collect()
            };
            let differences = pair.step(at, &law, &lists);
            Step {
                after: two[0].day,
                until: two[1].day,
                joined: who(true),
                left: who(false),
                law,
                learned,
                lists: lists.changes((two[0].day, two[1].day)),
                differences,
            }
        })
        .collect();
    Track {
        topic: options.topic.clone(),
        reference: options.reference.clone(),
        members: followed.iter().enumerate().map(|(at, member)| lists.member(at, member, asked.len())).collect(),
        behind: behind::behind(layer, followed, &asked, &answered, &options.reference),
        trend: figure::trend(&points),
        points,
        steps,
    }
}
