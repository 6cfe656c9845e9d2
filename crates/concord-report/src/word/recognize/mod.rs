//! The paper on a mutual recognition: what a minister is asked to decide on, and what it rests on.

mod annex;
mod direction;

use super::WordError;
use super::document::Run;
use super::paper::Paper;
use super::table::Cell;
use crate::lang::{Language, Texts};
use crate::office;
use crate::view::recognize::{DirectionView, QuestionView, RecognizeView, SideAnswer};

/// The bytes of a paper: the answer and what is asked, the verdict by area, each direction with conditions, exclusion list, safeguards and what holds
/// today, residual risk, unknown facts; in annexes the exclusion lists in full, the counts by area, the demands that are met, and the policy.
pub fn recognize(view: &RecognizeView, language: Language) -> Result<Vec<u8>, WordError> {
    let texts = Texts::of(language);
    let day = texts.get("office-as-of", &[("day", texts.date(&view.as_of).into())]);
    let subtitle = format!("{}. {day}", crate::words::capitalised(&view.object));
    let paper = Paper::new(texts, office::recognition_title(view, texts), &subtitle, &view.as_of, "");
    let mut source = Source { view, paper };
    source.answer();
    source.areas();
    for direction in &view.directions {
        source.direction(direction);
    }
    source.residual();
    source.unknowns();
    source.annexes();
    let about = texts.get("office-sources-recognition", &[]);
    source.paper.finish(&about)
}

/// The paper in the making.
struct Source<'a> {
    view: &'a RecognizeView,
    paper: Paper,
}

impl<'a> Source<'a> {
    fn text(&self, key: &str) -> String {
        self.paper.text(key)
    }

    /// A cell with a count.
    fn figure(&self, n: usize) -> Cell<'a> {
        Cell::owned_figure(self.paper.count(n))
    }

    /// Heads of columns by the keys of their messages, with their shares of the width.
    fn table(&mut self, about: &str, heads: &[(&str, u32)], rows: &[Vec<Cell<'_>>]) {
        let heads: Vec<(String, u32)> = heads.iter().map(|(key, share)| (self.text(key), *share)).collect();
        let columns: Vec<(&str, u32)> = heads.iter().map(|(head, share)| (head.as_str(), *share)).collect();
        self.paper.document.table(about, &columns, rows);
    }

    /// The answer, and what was asked.
    fn answer(&mut self) {
        self.paper.heading(1, "recognize-heading-answer");
        for sentence in &self.view.answer {
            self.paper.document.bullet(sentence);
        }
        self.paper.heading(1, "office-asked");
        let facts = office::recognition_facts(self.view, self.paper.texts);
        let rows: Vec<Vec<Cell<'_>>> = facts
            .into_iter()
            .map(|fact| {
                let mut runs = vec![Run::Owned(fact.text)];
                if !fact.citation.is_empty() {
                    runs.push(Run::Note(fact.citation));
                }
                vec![Cell::runs(vec![Run::OwnedStrong(fact.label)]), Cell::runs(runs)]
            })
            .collect();
        let about = self.text("office-asked");
        self.table(&about, &[("office-asked-what", 22), ("office-asked-is", 78)], &rows);
        self.paper.document.contents_here();
    }

    /// The verdict by area, and how the two directions differ.
    fn areas(&mut self) {
        let view = self.view;
        self.paper.heading(1, "recognize-heading-areas");
        let (left, right) = (&view.left, &view.right);
        let accepts = [office::accepts(left, right, self.paper.texts), office::accepts(right, left, self.paper.texts)];
        let heads = ["recognize-column-area", "recognize-column-verdict", "recognize-column-possible"].map(|key| self.text(key));
        let columns = [
            (heads[0].as_str(), 26),
            (heads[1].as_str(), 20),
            (accepts[0].as_str(), 14),
            (accepts[1].as_str(), 14),
            (heads[2].as_str(), 26),
        ];
        let rows: Vec<Vec<Cell<'_>>> = view
            .areas
            .iter()
            .map(|area| {
                let verdict = Cell { direction: area.key, ..Cell::runs(vec![Run::OwnedStrong(area.verdict.clone())]) };
                let texts = [&area.left_accepts, &area.right_accepts, &area.possible].map(|text| Cell::text(text));
                [Cell::text(&area.title), verdict].into_iter().chain(texts).collect()
            })
            .collect();
        let about = self.text("recognize-heading-areas");
        self.paper.document.table(&about, &columns, &rows);
        self.paper.heading(2, "recognize-heading-asymmetry");
        let columns = [("", 52), (accepts[0].as_str(), 24), (accepts[1].as_str(), 24)];
        let rows: Vec<Vec<Cell<'_>>> = office::asymmetry(view, self.paper.texts)
            .into_iter()
            .map(|row| {
                let none = || Cell::owned_figure(self.text("office-lists-not-compared"));
                let counts = row.counts.into_iter().map(|count| count.map_or_else(none, |count| self.figure(count)));
                std::iter::once(Cell::owned(row.label)).chain(counts).collect()
            })
            .collect();
        let about = self.text("recognize-heading-asymmetry");
        self.paper.document.table(&about, &columns, &rows);
    }

    /// What no verdict says.
    fn residual(&mut self) {
        self.paper.heading(1, "recognize-heading-residual");
        for sentence in &self.view.residual {
            self.paper.document.bullet(sentence);
        }
    }

    /// Unknown facts that could change the verdict.
    fn unknowns(&mut self) {
        let view = self.view;
        let idle = |direction: &DirectionView| direction.idle_unknowns.is_empty();
        if view.directions.iter().all(|direction| direction.unknowns.is_empty() && idle(direction)) {
            return;
        }
        self.paper.heading(1, "recognize-heading-unknowns");
        for direction in view.directions.iter().filter(|direction| !direction.unknowns.is_empty() || !idle(direction)) {
            let who = office::accepts(&direction.grantor, &direction.partner, self.paper.texts);
            self.paper.document.heading(2, &who);
            if !direction.unknowns.is_empty() {
                let heads =
                    [("office-unknown-fact", 46), ("recognize-column-limits", 18), ("office-if-against", 18), ("office-if-for", 18)];
                let row = |unknown: &'a crate::view::recognize::UnknownView| {
                    [&unknown.sentence, &unknown.areas.words, &unknown.if_against, &unknown.if_for].map(|text| Cell::text(text)).into()
                };
                let rows: Vec<Vec<Cell<'_>>> = direction.unknowns.iter().map(row).collect();
                self.table(&who, &heads, &rows);
            }
            if !idle(direction) {
                self.paper.document.remark(&direction.idle_unknowns);
            }
        }
    }

    /// A table of questions with both answers, each with its source as a note.
    fn questions(&mut self, about: &str, direction: &'a DirectionView, rows: &'a [QuestionView]) {
        let head = self.text("recognize-column-question");
        let columns = [(head.as_str(), 40), (direction.partner.short.as_str(), 30), (direction.grantor.short.as_str(), 30)];
        let mut told: Vec<(&str, [Vec<Run<'_>>; 3])> = Vec::new();
        for row in rows {
            let [partner, grantor] = [said(row.partner.as_ref()), said(row.grantor.as_ref())];
            // A question that is put of one country after the other stands once.
            if let Some((_, [_, partners, grantors])) = told.last_mut().filter(|(known, _)| *known == row.question && row.reason.is_empty())
            {
                for (known, mut more) in [(partners, partner), (grantors, grantor)] {
                    if !known.is_empty() && !more.is_empty() {
                        known.push(Run::Plain("; "));
                    }
                    known.append(&mut more);
                }
                continue;
            }
            let mut question = vec![Run::Plain(&row.question)];
            if !row.reason.is_empty() {
                question.push(Run::Owned(format!(" ({})", row.reason)));
            }
            told.push((&row.question, [question, partner, grantor]));
        }
        let rows: Vec<Vec<Cell<'_>>> = told.into_iter().map(|(_, cells)| cells.map(Cell::runs).into()).collect();
        self.paper.document.table(about, &columns, &rows);
    }
}

/// An answer with its source as a note.
fn said(answer: Option<&SideAnswer>) -> Vec<Run<'_>> {
    let Some(answer) = answer else { return Vec::new() };
    let mut out = vec![Run::Plain(&answer.states)];
    if !answer.citation.is_empty() {
        out.push(Run::Note(answer.citation.clone()));
    }
    out
}
