//! The paper on jurisdictions through time.

use super::WordError;
use super::document::{Run, shortened};
use super::paper::Paper;
use super::table::Cell;
use crate::chart::Chart;
use crate::lang::{Language, Texts};
use crate::office;
use crate::view::{TrackLaw, TrackList, TrackStep, TrackView};

/// Days up to which each has a column of its own.
const FEW: usize = 6;
/// Columns of figures that a table of days holds at most.
const WIDE: usize = 6;
/// Changes and differences of a step that are told one by one; the rest stand in the workbook.
const CHANGES: usize = 20;
/// Questions that are told of each who lags behind.
const QUESTIONS: usize = 8;
/// The longest text of a paragraph or rule that is printed in full, in characters.
const STATES: usize = 180;

/// The bytes of a paper: the answer, the chart where one is given, day by day, what happened in each step, how everybody stands on the last day and on
/// what somebody is looser than the reference, and how to read it.
pub fn track(view: &TrackView, chart: Option<&Chart>, language: Language) -> Result<Vec<u8>, WordError> {
    let texts = Texts::of(language);
    let title = office::track_title(view, texts);
    let mut source = Source { view, paper: Paper::new(texts, title, &office::track_period(view, texts), &view.to, "") };
    source.answer();
    if let Some(chart) = chart {
        source.paper.heading(1, "track-heading-chart");
        source.paper.document.chart(chart);
    }
    source.days();
    source.steps();
    source.members();
    source.behind();
    source.paper.heading(1, "track-heading-method");
    for key in ["track-method-known", "track-method-panel", "track-method-lists", "track-ranges"] {
        let text = source.paper.text(key);
        source.paper.document.text(&text);
    }
    let about = source.paper.text("track-sources");
    source.paper.finish(&about)
}

/// The paper in the making.
struct Source<'a> {
    view: &'a TrackView,
    paper: Paper,
}

impl<'a> Source<'a> {
    fn text(&self, key: &str) -> String {
        self.paper.text(key)
    }

    /// A table under heads given by their keys with the shares of the width.
    fn table(&mut self, about: &str, heads: &[(String, u32)], rows: &[Vec<Cell<'_>>]) {
        let columns: Vec<(&str, u32)> = heads.iter().map(|(head, share)| (head.as_str(), *share)).collect();
        self.paper.document.table(about, &columns, rows);
    }

    fn heads(&self, heads: &[(&str, u32)]) -> Vec<(String, u32)> {
        heads.iter().map(|(key, share)| (self.text(key), *share)).collect()
    }

    fn answer(&mut self) {
        self.paper.heading(1, "office-answer");
        for sentence in &self.view.answer {
            self.paper.document.bullet(sentence);
        }
        for note in &self.view.notes {
            self.paper.document.text(note);
        }
        self.paper.document.contents_here();
    }

    /// The days: a column each where they are few, else a row.
    fn days(&mut self) {
        self.paper.heading(1, "track-heading-days");
        let about = self.text("track-heading-days");
        let (columns, days) = (&self.view.columns, &self.view.days);
        // Of two dates each has a line.
        let figure = |text: &str| Cell::owned_figure(text.replace(", ", "\n"));
        if days.len() <= FEW {
            let heads: Vec<(String, u32)> =
                std::iter::once((String::new(), 30)).chain(days.iter().map(|day| (day.day.clone(), 16))).collect();
            let row = |(at, column): (usize, &'a String)| {
                let cells = days.iter().map(|day| figure(day.cells.get(at).map_or("", String::as_str)));
                std::iter::once(Cell::text(column)).chain(cells).collect()
            };
            let rows: Vec<Vec<Cell<'_>>> = columns.iter().enumerate().map(row).collect();
            return self.table(&about, &heads, &rows);
        }
        // As many columns as leave a date its room on the page; the rest in a table of their own.
        for (nth, part) in columns.chunks(WIDE).enumerate() {
            let head = (self.text("track-column-day"), 14);
            let heads: Vec<(String, u32)> = std::iter::once(head).chain(part.iter().map(|column| (column.clone(), 14))).collect();
            let row = |day: &'a crate::view::TrackDay| {
                let cells = day.cells.iter().skip(nth * WIDE).take(WIDE);
                std::iter::once(Cell::text(&day.day)).chain(cells.map(|cell| figure(cell))).collect()
            };
            let rows: Vec<Vec<Cell<'_>>> = days.iter().map(row).collect();
            self.table(&about, &heads, &rows);
        }
    }

    /// What happened, step by step.
    fn steps(&mut self) {
        if self.view.steps.is_empty() {
            return;
        }
        self.paper.heading(1, "track-heading-steps");
        for step in &self.view.steps {
            let texts = self.paper.texts;
            let days = [("after", texts.date(&step.after).into()), ("until", texts.date(&step.until).into())];
            let title = texts.get("track-heading-step", &days);
            self.paper.document.heading(2, &title);
            for remark in &step.remarks {
                self.paper.document.bullet(remark);
            }
            self.law(step);
            self.lists(step);
            self.differences(step);
        }
    }

    fn law(&mut self, step: &'a TrackStep) {
        if step.law.is_empty() {
            return;
        }
        self.paper.heading(3, "track-heading-law");
        let heads = [("track-who", 14), ("html-question", 26), ("track-before", 24), ("track-since-heading", 24), ("track-movement", 16)];
        let (about, heads, distance) = (self.text("track-heading-law"), self.heads(&heads), self.text("track-effect"));
        let colon = self.paper.texts.language().between(": ");
        let row = |change: &'a TrackLaw| {
            let mut who = Cell::text(&change.who);
            if !change.day.is_empty() {
                who.paragraphs.push(vec![Run::Plain(&change.day)]);
            }
            let mut moved = Cell { direction: change.movement_key, ..Cell::text(&change.movement) };
            if !change.effect.is_empty() {
                moved.paragraphs.push(vec![Run::Owned(format!("{distance}{colon}{}", change.effect))]);
            }
            vec![
                who,
                Cell::text(&change.question),
                cited(&change.before, &change.before_citation),
                cited(&change.since, &change.citation),
                moved,
            ]
        };
        let rows: Vec<Vec<Cell<'_>>> = step.law.iter().map(row).collect();
        self.table(&about, &heads, &rows);
    }

    /// Changes of the lists, those that are decided first.
    fn lists(&mut self, step: &'a TrackStep) {
        if step.lists.is_empty() {
            return;
        }
        self.paper.heading(3, "track-heading-lists");
        let heads =
            [("office-code", 18), ("track-what-heading", 28), ("track-before", 20), ("track-since-heading", 20), ("track-movement", 14)];
        let (about, heads) = (self.text("track-heading-lists"), self.heads(&heads));
        let colon = self.paper.texts.language().between(": ");
        let texts = self.paper.texts;
        let is_open = |change: &&TrackList| matches!(change.movement_key, "other" | "unclear");
        let mut changes: Vec<&TrackList> = step.lists.iter().collect();
        changes.sort_by_key(is_open);
        let row = |change: &&'a TrackList| {
            let what = if change.subject.is_empty() { change.what.clone() } else { format!("{}{colon}{}", change.subject, change.what) };
            let mut code = cited(format!("{} {}", change.who, change.code).trim_end(), &change.citation);
            let editions = [("after", change.after.as_str().into()), ("until", change.until.as_str().into())];
            code.paragraphs.push(vec![Run::Owned(texts.get("track-between", &editions))]);
            vec![
                code,
                Cell::owned(what),
                Cell::owned(shortened(&change.before, STATES)),
                Cell::owned(shortened(&change.since, STATES)),
                Cell { direction: change.movement_key, ..Cell::text(&change.movement) },
            ]
        };
        let rows: Vec<Vec<Cell<'_>>> = changes.iter().take(CHANGES).map(row).collect();
        self.table(&about, &heads, &rows);
        self.paper.more(changes.len().saturating_sub(CHANGES));
    }

    fn differences(&mut self, step: &'a TrackStep) {
        if step.differences.is_empty() {
            return;
        }
        self.paper.heading(3, "track-heading-differences");
        let (colon, around) = (self.paper.texts.language().between(": "), self.text("track-around"));
        for change in step.differences.iter().take(CHANGES) {
            let mut codes: Vec<&str> = [change.left.as_str(), change.right.as_str()].into_iter().filter(|code| !code.is_empty()).collect();
            codes.dedup();
            let mut said = format!("{}{colon}{} {}", crate::words::capitalised(&change.happened), codes.join(" / "), change.sentence);
            if change.around {
                said = format!("{said} {around}");
            }
            self.paper.document.bullet(&said);
        }
        self.paper.more(step.differences.len().saturating_sub(CHANGES));
    }

    /// How everybody stands on the last day.
    fn members(&mut self) {
        self.paper.heading(1, "track-heading-members");
        let reference = &self.view.reference;
        let colon = self.paper.texts.language().between(": ");
        let about = self.text("track-heading-members");
        let first = format!("{}{colon}{}", self.text("track-column-apart"), self.text("track-first").to_lowercase());
        let mut heads = vec![(self.text("html-jurisdiction"), 20), (self.text("track-column-known"), 18)];
        let many = self.view.members.len() > 1;
        if many {
            heads.extend([(first, 22), (self.text("track-last"), 20)]);
        }
        if !reference.is_empty() {
            heads.push((self.paper.texts.get("track-heading-behind", &[("reference", reference.as_str().into())]), 20));
        }
        heads.push((self.text("track-column-editions"), 22));
        let row = |member: &'a crate::view::TrackMember| {
            let mut row = vec![Cell::text(&member.name)];
            row.push(Cell::owned_figure(member.known.clone()));
            if many {
                row.extend([&member.first, &member.last].map(|text| Cell::owned_figure(text.clone())));
            }
            if !reference.is_empty() {
                row.push(Cell::owned_figure(member.looser.clone()));
            }
            row.push(Cell::text(&member.lists));
            row
        };
        let rows: Vec<Vec<Cell<'_>>> = self.view.members.iter().map(row).collect();
        self.table(&about, &heads, &rows);
    }

    /// On what somebody is looser than the reference, by who it is.
    fn behind(&mut self) {
        if self.view.behind.is_empty() {
            return;
        }
        let title = self.paper.texts.get("track-heading-behind", &[("reference", self.view.reference.as_str().into())]);
        self.paper.document.heading(1, &title);
        let heads = self.heads(&[("html-question", 52), ("html-topic", 18), ("track-when", 30)]);
        for member in &self.view.members {
            let lags: Vec<_> = self.view.behind.iter().filter(|row| row.who == member.name).collect();
            if lags.is_empty() {
                continue;
            }
            self.paper.document.heading(2, &member.name);
            let cells =
                lags.iter().take(QUESTIONS).map(|row| vec![Cell::text(&row.question), Cell::text(&row.topic), Cell::text(&row.since)]);
            let rows: Vec<Vec<Cell<'_>>> = cells.collect();
            self.table(&format!("{title}, {}", member.name), &heads, &rows);
            self.paper.more(lags.len().saturating_sub(QUESTIONS));
        }
    }
}

/// A text, cut where it is too long, with its source as a note.
fn cited<'a>(text: &str, citation: &str) -> Cell<'a> {
    let mut runs = vec![Run::Owned(shortened(text, STATES))];
    if !citation.is_empty() {
        runs.push(Run::Note(citation.to_owned()));
    }
    Cell::runs(runs)
}
