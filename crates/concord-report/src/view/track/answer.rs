//! The answer to the question how things moved, in plain sentences.

use concord_compare::track::{Cause, DifferenceChange, Effect, Figure, Happened, Movement, Trend};

use num_rational::BigRational;

use super::Wording;
use super::steps::is_told;
use crate::lang::Arg;

impl Wording<'_> {
    /// The answer: whether they come closer, who changed what, what is not known.
    pub(super) fn answer(&self) -> Vec<String> {
        let mut out = Vec::new();
        if self.track.members.len() > 1 {
            out.push(self.trend());
        }
        out.extend(self.law());
        out.extend(self.lists());
        out.extend(self.differences());
        out.extend(self.behind_of());
        out.extend(self.known());
        out
    }

    fn trend(&self) -> String {
        let (Some(first), Some(last)) = (self.track.points.first(), self.track.points.last()) else { return String::new() };
        if first.panel.population == 0 {
            return self.voice.text("track-trend-none", &[]);
        }
        let little = is_little(&first.panel, &last.panel);
        let key = match self.track.trend {
            Trend::Converging if little => "track-trend-converging-little",
            Trend::Diverging if little => "track-trend-diverging-little",
            Trend::Converging => "track-trend-converging",
            Trend::Diverging => "track-trend-diverging",
            Trend::Steady => "track-trend-steady",
            Trend::Unclear => "track-trend-unclear",
        };
        let args = [
            ("pairs", Arg::from(first.panel.population)),
            ("first", self.share(&first.panel).into()),
            ("last", self.share(&last.panel).into()),
            ("from", self.voice.texts().date(&first.day.to_string()).into()),
            ("to", self.voice.texts().date(&last.day.to_string()).into()),
        ];
        self.voice.text(key, &args)
    }

    /// Names with a count each, those with none left out: `Japan 2, Germany 1`.
    fn counted(&self, count: impl Fn(&str) -> usize) -> String {
        let members = self.track.members.iter().map(|member| (member.jurisdiction.as_str(), count(&member.jurisdiction)));
        let named = members.filter(|(_, count)| *count > 0).map(|(code, count)| format!("{} {count}", self.place(code).short));
        named.collect::<Vec<_>>().join(", ")
    }

    fn law(&self) -> Option<String> {
        let all = || self.track.steps.iter().flat_map(|step| &step.law);
        let count = all().count();
        if count == 0 {
            // Where no law is described nothing can be known of it.
            let described = self.track.points.iter().flat_map(|point| &point.standings).any(|standing| standing.known > 0);
            return described.then(|| self.voice.text("track-law-none", &[]));
        }
        let with = |effect: Effect| all().filter(|change| change.effect == effect).count();
        let whose = self.counted(|code| all().filter(|change| change.jurisdiction == code).count());
        let mut said = self.voice.text("track-law", &[("count", count.into()), ("whose", whose.into())]);
        if self.track.members.len() > 1 {
            let args = [
                ("closer", Arg::from(with(Effect::Closer))),
                ("apart", with(Effect::Apart).into()),
                ("none", with(Effect::None).into()),
                ("unclear", with(Effect::Unclear).into()),
            ];
            said = format!("{said} {}", self.voice.text("track-law-effect", &args));
        }
        Some(said)
    }

    fn lists(&self) -> Vec<String> {
        let changes = |code: &str| {
            let of = self.track.steps.iter().flat_map(|step| &step.lists).filter(|change| change.jurisdiction == code);
            of.map(|change| change.movement).collect::<Vec<Movement>>()
        };
        let sentence = |member: &concord_compare::track::Member| {
            let who = Arg::from(self.place(&member.jurisdiction).phrase);
            let editions = member.editions.len();
            if editions == 1 {
                let day = self.voice.texts().date(&member.editions[0].as_of.to_string());
                return self.voice.text("track-lists-one", &[("who", who), ("day", day.into())]);
            }
            let found = changes(&member.jurisdiction);
            let count = |wanted: &[Movement]| found.iter().filter(|movement| wanted.contains(movement)).count();
            let args = [
                ("who", who),
                ("editions", editions.into()),
                ("changes", found.len().into()),
                ("stricter", count(&[Movement::Stricter]).into()),
                ("looser", count(&[Movement::Looser]).into()),
                ("both", count(&[Movement::Both]).into()),
                ("open", count(&[Movement::Unclear, Movement::Other]).into()),
            ];
            self.voice.text(if found.is_empty() { "track-lists-same" } else { "track-lists" }, &args)
        };
        self.track.members.iter().filter(|member| !member.editions.is_empty()).map(sentence).collect()
    }

    fn differences(&self) -> Option<String> {
        let found: Vec<&DifferenceChange> =
            self.track.steps.iter().flat_map(|step| &step.differences).filter(|change| change.cause != Cause::Known).collect();
        let count = |wanted: Happened| found.iter().filter(|change| is_told(change) && change.happened == wanted).count();
        let args = [
            ("appeared", Arg::from(count(Happened::Appeared))),
            ("ended", count(Happened::Ended).into()),
            ("changed", count(Happened::Changed).into()),
            ("open", found.iter().filter(|change| !is_told(change)).count().into()),
        ];
        self.is_pair().then(|| self.voice.text(if found.is_empty() { "track-differences-none" } else { "track-differences" }, &args))
    }

    fn behind_of(&self) -> Option<String> {
        let reference = Arg::from(self.place(&self.track.reference).phrase);
        let whose = self.counted(|code| self.track.behind.iter().filter(|behind| behind.jurisdiction == code).count());
        if self.track.reference.is_empty() {
            return None;
        }
        let key = if whose.is_empty() { "track-behind-none" } else { "track-behind" };
        Some(self.voice.text(key, &[("reference", reference), ("whose", whose.into())]))
    }

    fn known(&self) -> Option<String> {
        let (first, last) = self.track.points.first().zip(self.track.points.last())?;
        let known = |point: &concord_compare::track::Point| self.track.compared(point).map(|standing| standing.known).sum::<usize>();
        let questions =
            |code: &str| self.track.members.iter().find(|member| member.jurisdiction == code).map_or(0, |member| member.questions);
        let asked: usize = self.track.compared(last).map(|standing| questions(&standing.jurisdiction)).sum();
        let args = [("first", Arg::from(known(first))), ("last", known(last).into()), ("questions", asked.into())];
        (known(first) < known(last)).then(|| self.voice.text("track-known", &args))
    }
}

/// Whether two shares surely lie less than one percentage point apart.
fn is_little(first: &Figure, last: &Figure) -> bool {
    let ends = first.low().zip(first.high()).zip(last.low().zip(last.high()));
    ends.is_some_and(|((a, b), (c, d))| a.min(c) + BigRational::new(1.into(), 100.into()) > b.max(d))
}
