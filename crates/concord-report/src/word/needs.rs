//! The paper on what one jurisdiction's rules lack beside others'.

use super::WordError;
use super::document::{Run, shortened};
use super::paper::Paper;
use super::table::Cell;
use crate::lang::{Language, Texts};
use crate::view::{NeedView, NeedsView};

/// The least weight of a question whose answers are told one by one.
const HEAVY: u32 = 3;
/// The longest answer that is printed in full, in characters.
const STATES: usize = 180;

/// The longest names of the reference set that stand in the title, in characters.
const LONG: usize = 60;

/// The bytes of a paper: the answer, the weightiest questions with who does what under which text, the rest in one table, and questions of which its
/// own answer is not known.
pub fn needs(view: &NeedsView, language: Language) -> Result<Vec<u8>, WordError> {
    let texts = Texts::of(language);
    let many = view.reference.chars().count() > LONG;
    let args = [("who", (&view.name).into()), ("reference", (&view.reference).into())];
    let title = if many { texts.get("office-needs-many", &args[..1]) } else { texts.get("html-needs-title", &args) };
    let day = texts.get("office-as-of", &[("day", texts.date(&view.as_of).into())]);
    let mut source = Source { view, paper: Paper::new(texts, title, &day, &view.as_of, "") };
    if many {
        let beside = texts.get("office-needs-beside", &args[1..]);
        source.paper.document.text(&beside);
    }
    source.paper.heading(1, "office-answer");
    for sentence in &view.answer {
        source.paper.document.bullet(sentence);
    }
    source.paper.document.contents_here();
    let (heavy, rest): (Vec<&NeedView>, Vec<&NeedView>) = view.needs.iter().partition(|need| need.weight >= HEAVY);
    source.heavy(&heavy);
    source.table("office-needs-rest", "office-who-does-more", &rest);
    let unknown: Vec<&NeedView> = view.unknown.iter().collect();
    source.table("html-not-known", "html-others", &unknown);
    let about = texts.get("office-sources-needs", &[]);
    source.paper.finish(&about)
}

/// The paper in the making.
struct Source<'a> {
    view: &'a NeedsView,
    paper: Paper,
}

impl<'a> Source<'a> {
    fn text(&self, key: &str) -> String {
        self.paper.text(key)
    }

    fn weight(&self, need: &NeedView) -> String {
        format!("{} · {}", need.topic, self.paper.texts.get("html-weight", &[("weight", (need.weight as usize).into())]))
    }

    /// How many do more, of how many whose answer is known.
    fn share(&self, need: &NeedView) -> String {
        self.paper.texts.get("office-more-of", &[("count", need.doers.len().into()), ("known", need.known.into())])
    }

    /// The weightiest questions, each with a table of who does what under which text.
    fn heavy(&mut self, needs: &[&'a NeedView]) {
        if needs.is_empty() {
            return;
        }
        self.paper.heading(1, "office-needs-heavy");
        let heads = ["html-jurisdiction", "html-answer"].map(|key| self.text(key));
        let columns: Vec<(&str, u32)> = heads.iter().map(String::as_str).zip([20, 80]).collect();
        for need in needs {
            self.paper.document.heading(2, &need.question);
            let share = self.paper.texts.get("html-needs-share", &[("share", self.share(need).into())]);
            let about = format!("{}. {}. {}", self.weight(need), crate::words::capitalised(&share), need.why);
            self.paper.document.lead(&about);
            let own =
                vec![Cell::runs(vec![Run::OwnedStrong(self.view.name.clone())]), Cell::runs(cited(&need.own, &need.citation, usize::MAX))];
            let others =
                need.doers.iter().map(|doer| vec![Cell::text(&doer.name), Cell::runs(cited(&doer.states, &doer.citation, usize::MAX))]);
            let rows: Vec<Vec<Cell<'_>>> = std::iter::once(own).chain(others).collect();
            self.paper.document.table(&need.question, &columns, &rows);
        }
    }

    /// Questions in one table, a row each.
    fn table(&mut self, title: &str, others: &str, needs: &[&'a NeedView]) {
        if needs.is_empty() {
            return;
        }
        self.paper.heading(1, title);
        let (question, do_more, more) = (self.text("office-question"), self.text(others), self.text("office-stricter-of"));
        let columns = [(question.as_str(), 38), (self.view.name.as_str(), 24), (more.as_str(), 12), (do_more.as_str(), 26)];
        let row = |need: &&'a NeedView| {
            let mut about = Cell::runs(vec![Run::Plain(&need.question)]);
            about.paragraphs.push(vec![Run::Owned(self.weight(need))]);
            let mut doers = Vec::new();
            for (doer, at) in need.doers.iter().zip(0..) {
                doers.push(Run::Owned(if at == 0 { doer.name.clone() } else { format!(", {}", doer.name) }));
                if !doer.citation.is_empty() {
                    doers.push(Run::Note(format!("{}: {}. {}", doer.name, doer.states, doer.citation)));
                }
            }
            vec![about, Cell::runs(cited(&need.own, &need.citation, STATES)), Cell::owned(self.share(need)), Cell::runs(doers)]
        };
        let rows: Vec<Vec<Cell<'_>>> = needs.iter().map(row).collect();
        let about = self.text(title);
        self.paper.document.table(&about, &columns, &rows);
    }
}

/// An answer, cut where it is longer than a number of characters, with its source as a note.
fn cited<'a>(states: &str, citation: &str, longest: usize) -> Vec<Run<'a>> {
    let mut out = vec![Run::Owned(shortened(states, longest))];
    if !citation.is_empty() {
        out.push(Run::Note(citation.to_owned()));
    }
    out
}
