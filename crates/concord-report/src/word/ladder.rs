//! The paper on licence ladders.

use super::WordError;
use super::document::Run;
use super::paper::Paper;
use super::table::Cell;
use crate::lang::{Language, Texts};
use crate::office::{self, ItemLines};
use crate::view::ladder::{FullLadder, LadderView, StepView, TableRow};

/// Ladders that the paper tells rung by rung; the rest stands in the workbook.
const LADDERS: usize = 12;
/// Ladders from which on a table of contents stands before them.
const LISTED: usize = 5;
/// Destinations of one answer that stand in the table itself; the names of more stand below their row.
const NAMES: usize = 3;

/// The bytes of a paper: where an item stands, for how many destinations a licence is required, destinations of one answer in one row, and the rungs of
/// the ladders that are told in full.
pub fn ladder(view: &LadderView, language: Language) -> Result<Vec<u8>, WordError> {
    let texts = Texts::of(language);
    let as_of = view.table.iter().map(|row| row.as_of.as_str()).max().unwrap_or_default();
    let day = if as_of.is_empty() { String::new() } else { texts.get("office-as-of", &[("day", texts.date(as_of).into())]) };
    let paper = Paper::new(texts, office::ladder_title(view, texts), &day, as_of, "");
    let mut source = Source { view, paper };
    source.answer();
    if view.ladders.len() >= LISTED {
        source.paper.document.contents_here();
    }
    source.destinations();
    source.ladders();
    source.unlisted();
    let about = texts.get("office-sources-ladder", &[]);
    source.paper.finish(&about)
}

/// The paper in the making.
struct Source<'a> {
    view: &'a LadderView,
    paper: Paper,
}

/// Destinations with the same answer.
struct Group<'a> {
    row: &'a TableRow,
    names: Vec<&'a str>,
}

impl<'a> Source<'a> {
    fn text(&self, key: &str) -> String {
        self.paper.text(key)
    }

    fn answer_word(&self, key: &str) -> String {
        office::word(self.paper.texts, "office-answer-", key)
    }

    /// Where an item stands, and how many destinations need a licence.
    fn answer(&mut self) {
        self.paper.heading(1, "office-answer");
        if let Some(item) = &self.view.item {
            for lines in office::item(item, self.paper.texts) {
                self.lines(lines);
            }
            let notes = self.text("item-general-notes");
            self.paper.document.remark(&notes);
        }
        for row in office::counted(self.view) {
            let [asked, free, open] = row.answers;
            let args = [
                ("origin", row.origin.into()),
                ("code", office::paragraph(row.code, row.sure).into()),
                ("day", self.paper.texts.date(row.as_of).into()),
                ("asked", asked.into()),
                ("free", free.into()),
                ("open", open.into()),
                ("all", (asked + free + open).into()),
            ];
            let text = self.paper.texts.get("office-ladder-counted", &args);
            self.paper.document.bullet(&text);
        }
    }

    /// A sentence with what it rests on.
    fn lines(&mut self, lines: ItemLines) {
        self.paper.document.lead(&lines.sentence);
        for (text, citation) in lines.rows {
            let mut runs = vec![Run::Owned(text)];
            if !citation.is_empty() {
                runs.push(Run::Note(citation));
            }
            self.paper.document.paragraph("ListBullet", &runs);
        }
    }

    /// One row for all destinations of the same answer, origin by origin.
    fn destinations(&mut self) {
        if self.view.table.is_empty() {
            return;
        }
        self.paper.heading(1, "office-by-destination");
        let mut done: Vec<(&str, &str)> = Vec::new();
        for first in &self.view.table {
            let key = (first.origin.as_str(), first.code.as_str());
            if done.contains(&key) {
                continue;
            }
            done.push(key);
            let title = self.paper.texts.get(
                "office-ladder-from",
                &[("origin", (&first.origin).into()), ("code", office::paragraph(&first.code, first.sure).into())],
            );
            self.paper.document.heading(2, &title);
            let groups = groups(self.view.table.iter().filter(|row| (row.origin.as_str(), row.code.as_str()) == key));
            let rows: Vec<Vec<Cell<'_>>> = groups.iter().flat_map(|group| self.group(group)).collect();
            let heads = [
                ("html-destination", 22),
                ("html-licence-required", 10),
                ("html-reasons", 17),
                ("html-open-under-conditions", 15),
                ("html-perhaps-open", 15),
                ("html-review", 12),
                ("html-embargo", 9),
            ];
            let heads: Vec<(String, u32)> = heads.iter().map(|(key, share)| (self.text(key), *share)).collect();
            let columns: Vec<(&str, u32)> = heads.iter().map(|(head, share)| (head.as_str(), *share)).collect();
            self.paper.document.table(&title, &columns, &rows);
        }
        let sign = self.text("html-question-mark");
        self.paper.document.remark(&sign);
        if self.view.table.iter().any(|row| !row.sure) {
            let sign = self.text("office-perhaps-paragraph");
            self.paper.document.remark(&sign);
        }
    }

    /// The row of destinations of one answer; below it the names of many.
    fn group(&self, group: &Group<'a>) -> Vec<Vec<Cell<'a>>> {
        let row = group.row;
        let many = group.names.len() > NAMES;
        let place =
            if many { self.paper.texts.get("office-destinations", &[("count", group.names.len().into())]) } else { group.names.join(", ") };
        let licence = match row.licence {
            "yes" => "asked",
            "no" => "free",
            _ => "open",
        };
        let embargo = match row.embargo {
            "yes" => "barred",
            "unknown" => "open",
            _ => "",
        };
        let tinted = |text: String, direction: &'static str| Cell { direction, ..Cell::owned(text) };
        let mut cells = vec![
            Cell::runs(vec![Run::OwnedStrong(place)]),
            tinted(self.answer_word(row.licence), licence),
            Cell::text(&row.reasons),
            Cell::text(&row.open),
            Cell::text(&row.perhaps_open),
            Cell::owned(office::word(self.paper.texts, "office-review-", &row.review)),
            tinted(self.answer_word(row.embargo), embargo),
        ];
        if !many {
            return vec![cells];
        }
        for cell in &mut cells {
            cell.goes_on = true;
        }
        let across = cells.len();
        vec![cells, vec![Cell { across, ..Cell::owned(group.names.join(", ")) }]]
    }

    /// The rungs of the ladders that are told in full.
    fn ladders(&mut self) {
        let ladders = &self.view.ladders;
        if ladders.is_empty() {
            return;
        }
        self.paper.heading(1, "office-rung-by-rung");
        for ladder in ladders.iter().take(LADDERS) {
            self.ladder(ladder);
        }
        self.paper.more(ladders.len().saturating_sub(LADDERS));
    }

    fn ladder(&mut self, ladder: &'a FullLadder) {
        let row = &ladder.row;
        let args = [
            ("origin", (&row.origin).into()),
            ("place", (&row.destination).into()),
            ("code", office::paragraph(&row.code, row.sure).into()),
        ];
        let title = self.paper.texts.get("office-ladder-between", &args);
        self.paper.document.heading(2, &title);
        let heads = ["office-rung", "html-answer", "office-rests-on"].map(|key| self.text(key));
        let columns: Vec<(&str, u32)> = heads.iter().map(String::as_str).zip([22, 12, 66]).collect();
        let rows: Vec<Vec<Cell<'_>>> = ladder.steps.iter().zip(1..).map(|(step, number)| self.step(step, number)).collect();
        self.paper.document.table(&title, &columns, &rows);
        if ladder.closed.is_empty() {
            return;
        }
        self.paper.heading(3, "html-closed");
        let heads = ["office-closed-why", "office-authorisations"].map(|key| self.text(key));
        let columns: Vec<(&str, u32)> = heads.iter().map(String::as_str).zip([34, 66]).collect();
        let mut reasons: Vec<(&str, Vec<Run<'_>>)> = Vec::new();
        for closed in &ladder.closed {
            match reasons.iter_mut().find(|(why, _)| *why == closed.why) {
                Some((_, runs)) => {
                    runs.push(Run::Plain(", "));
                    runs.extend(cited(&closed.id, &closed.citation));
                }
                None => reasons.push((&closed.why, cited(&closed.id, &closed.citation))),
            }
        }
        let rows: Vec<Vec<Cell<'_>>> = reasons.into_iter().map(|(why, runs)| vec![Cell::text(why), Cell::runs(runs)]).collect();
        let about = self.text("html-closed");
        self.paper.document.table(&about, &columns, &rows);
    }

    fn step(&self, step: &'a StepView, number: usize) -> Vec<Cell<'a>> {
        let title = format!("{number}. {}", office::word(self.paper.texts, "office-rung-", &step.rung));
        let facts = step.rows.iter().map(|row| {
            let mut runs = vec![Run::OwnedStrong(format!("{} ", self.answer_word(row.answer)))];
            runs.extend(cited(&row.text, &row.citation));
            runs
        });
        let mut rests = Cell::owned(String::new());
        let facts: Vec<Vec<Run<'a>>> = facts.collect();
        if !facts.is_empty() {
            rests.paragraphs = facts;
        }
        vec![Cell::owned(title), Cell::runs(vec![Run::OwnedStrong(self.answer_word(step.answer))]), rests]
    }

    /// What bears on an item if no paragraph holds it.
    fn unlisted(&mut self) {
        let Some(item) = self.view.item.as_ref().filter(|item| !item.unlisted.is_empty()) else { return };
        self.paper.heading(1, "office-item-unlisted");
        for row in item.unlisted.iter().take(LADDERS) {
            let lines = office::unlisted(row, self.paper.texts);
            self.lines(lines);
        }
        self.paper.more(item.unlisted.len().saturating_sub(LADDERS));
    }
}

/// Rows of the same answer, in the order in which they are first met.
fn groups<'a>(rows: impl Iterator<Item = &'a TableRow>) -> Vec<Group<'a>> {
    let said = |row: &'a TableRow| (row.licence, &row.reasons, &row.open, &row.perhaps_open, &row.review, row.embargo);
    let mut out: Vec<Group<'a>> = Vec::new();
    for row in rows {
        match out.iter_mut().find(|known| said(known.row) == said(row)) {
            Some(known) => known.names.push(&row.destination),
            None => out.push(Group { row, names: vec![&row.destination] }),
        }
    }
    for group in &mut out {
        group.names.sort_unstable();
    }
    out
}

/// A text with its citation as a note.
fn cited<'a>(text: &'a str, citation: &str) -> Vec<Run<'a>> {
    let mut out = vec![Run::Plain(text)];
    if !citation.is_empty() {
        out.push(Run::Note(citation.to_owned()));
    }
    out
}
