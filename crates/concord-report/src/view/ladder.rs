//! The view of licence ladders: one ladder in full, or a table of several.

use concord_compare::ladder::{Answer, Ladder, Policy, Rung};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::item::ItemView;
use crate::lang::Voice;

/// A ladder with the names a report needs.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The origin's name.
    pub origin: String,
    /// The origin's code.
    pub origin_code: String,
    /// The date as of which its rules hold.
    pub as_of: Date,
    /// The destination's name.
    pub destination: String,
    /// Whether the paragraph surely holds the item asked about.
    pub sure: bool,
    /// The ladder.
    pub ladder: Ladder,
}

/// What the templates lay out, and the published document of `concord ladder`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "Concord licence ladder")]
pub struct LadderView {
    /// Version of this form.
    pub schema_version: &'static str,
    /// The paragraph asked about; for an item, what it is called.
    pub code: String,
    /// Where the item stands in the lists; `null` where a paragraph was asked about.
    pub item: Option<ItemView>,
    /// The activity.
    pub activity: String,
    /// One row for each origin and destination.
    pub table: Vec<TableRow>,
    /// The ladders in full, where they are asked for.
    pub ladders: Vec<FullLadder>,
}

/// A row of the table.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TableRow {
    /// The paragraph.
    pub code: String,
    /// Whether the paragraph surely holds the item asked about; true where a paragraph was asked about.
    pub sure: bool,
    /// The origin's name.
    pub origin: String,
    /// The origin's code.
    pub origin_code: String,
    /// The date as of which its rules hold.
    pub as_of: String,
    /// The destination's name.
    pub destination: String,
    /// The destination's code.
    pub destination_code: String,
    /// Whether a licence is required.
    #[schemars(extend("enum" = ["yes", "no", "unknown"]))]
    pub licence: &'static str,
    /// What asks for it; with a question mark what may.
    pub reasons: String,
    /// Authorisations that are open under their conditions.
    pub open: String,
    /// Authorisations of which item and destination do not decide.
    pub perhaps_open: String,
    /// The strictest review policy beyond doubt.
    pub review: String,
    /// Whether an embargo covers the item.
    #[schemars(extend("enum" = ["yes", "no", "unknown"]))]
    pub embargo: &'static str,
}

/// A ladder in full.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FullLadder {
    /// Its row of the table.
    pub row: TableRow,
    /// Its rungs.
    pub steps: Vec<StepView>,
    /// Symbols of the authorisations that are closed.
    pub closed: Vec<Closed>,
}

/// An authorisation that is closed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Closed {
    /// Its symbol.
    pub id: String,
    /// What closes it.
    pub why: String,
    /// Where it is stated.
    pub citation: String,
}

/// A rung.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StepView {
    /// Its question.
    pub rung: String,
    /// Its answer.
    #[schemars(extend("enum" = ["yes", "no", "unknown"]))]
    pub answer: &'static str,
    /// What it rests on.
    pub rows: Vec<RowView>,
}

/// A fact under a rung.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RowView {
    /// Whether it holds.
    #[schemars(extend("enum" = ["yes", "no", "unknown"]))]
    pub answer: &'static str,
    /// What it says.
    pub text: String,
    /// Where it is stated; empty where the data says so itself.
    pub citation: String,
}

impl LadderView {
    /// The view of ladders, each in full where `full` is set.
    pub fn new(asked: &[Asked], activity: &str, full: bool, voice: &Voice) -> Self {
        let code = asked.first().map_or_else(String::new, |asked| asked.ladder.code.to_string());
        let table: Vec<TableRow> = asked.iter().map(|asked| row(asked, voice)).collect();
        let ladders = if full { asked.iter().map(|asked| in_full(asked, voice)).collect() } else { Vec::new() };
        Self { schema_version: "1", code, item: None, activity: voice.text(&format!("activity-{activity}"), &[]), table, ladders }
    }

    /// Says where the item asked about stands.
    #[must_use]
    pub fn of_item(mut self, item: ItemView) -> Self {
        self.code.clone_from(&item.name);
        self.item = Some(item);
        self
    }

    /// The view as JSON.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        crate::json::pretty(self)
    }
}

/// The ladders of several paragraphs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LaddersView {
    /// The origins.
    pub origins: Vec<String>,
    /// The destinations.
    pub places: Vec<String>,
    /// One a paragraph.
    pub pages: Vec<LadderPage>,
}

/// The ladders of one paragraph.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LadderPage {
    /// The paragraph.
    pub code: String,
    /// Its subject.
    pub subject: String,
    /// One row for each origin and destination that is answered.
    pub table: Vec<TableRow>,
    /// Origins whose lists have no such paragraph.
    pub without: Vec<String>,
    /// Origins of which no answer is known.
    pub unknown: Vec<String>,
}

impl LadderPage {
    /// A page without rows.
    pub fn new(code: &str, subject: String) -> Self {
        Self { code: code.to_owned(), subject, table: Vec::new(), without: Vec::new(), unknown: Vec::new() }
    }

    /// Adds a row for each ladder.
    pub fn add(&mut self, asked: &[Asked], voice: &Voice) {
        self.table.extend(asked.iter().map(|asked| row(asked, voice)));
    }
}

fn row(asked: &Asked, voice: &Voice) -> TableRow {
    let ladder = &asked.ladder;
    let perhaps = ladder.perhaps_for.iter().map(|reason| format!("{reason}?"));
    let symbols = |answer: Answer| {
        let mut out: Vec<&str> = ladder.authorisations.iter().filter(|open| open.answer == answer).map(|open| open.id.as_str()).collect();
        out.dedup();
        out.join(", ")
    };
    let review = match (ladder.licence, ladder.review) {
        (Answer::No, _) => voice.text("ladder-review-none", &[]),
        (_, Some(policy)) => policy_words(policy, voice),
        (_, None) => voice.text("ladder-answer-unknown", &[]),
    };
    TableRow {
        code: ladder.code.to_string(),
        sure: asked.sure,
        origin: asked.origin.clone(),
        origin_code: asked.origin_code.clone(),
        as_of: asked.as_of.to_string(),
        destination: asked.destination.clone(),
        destination_code: ladder.destination.clone(),
        licence: ladder.licence.name(),
        reasons: ladder.required_for.iter().cloned().chain(perhaps).collect::<Vec<_>>().join(", "),
        open: symbols(Answer::Yes),
        perhaps_open: symbols(Answer::Unknown),
        review,
        embargo: ladder.embargo.name(),
    }
}

fn in_full(asked: &Asked, voice: &Voice) -> FullLadder {
    let ladder = &asked.ladder;
    let steps = ladder.steps.iter().map(|step| {
        // What is closed is told apart: a reader looks for what is open.
        let shown =
            step.rows.iter().filter(|row| step.rung != Rung::Authorisation || row.answer != Answer::No || ladder.authorisations.is_empty());
        let rows = shown.map(|row| RowView { answer: row.answer.name(), text: voice.say(&row.text), citation: row.citation.clone() });
        StepView { rung: name(step.rung, voice), answer: step.answer.name(), rows: rows.collect() }
    });
    // An authorisation of two tiers is closed only where both are.
    let usable = |id: &str| ladder.authorisations.iter().any(|open| open.id == id && open.answer != Answer::No);
    let mut closed: Vec<Closed> = Vec::new();
    for open in ladder.authorisations.iter().filter(|open| !usable(&open.id)) {
        if closed.iter().all(|known| known.id != open.id) {
            closed.push(Closed { id: open.id.clone(), why: voice.say(&open.why), citation: open.citation.clone() });
        }
    }
    FullLadder { row: row(asked, voice), steps: steps.collect(), closed }
}

fn name(rung: Rung, voice: &Voice) -> String {
    let key = match rung {
        Rung::Jurisdiction => "rung-jurisdiction",
        Rung::Listed => "rung-listed",
        Rung::Licence => "rung-licence-required",
        Rung::Authorisation => "rung-authorisation",
        Rung::Review => "rung-review",
        Rung::CatchAll => "rung-catch-all",
        Rung::Embargo => "rung-embargo",
    };
    voice.text(key, &[])
}

fn policy_words(policy: Policy, voice: &Voice) -> String {
    voice.text(&format!("policy-{}", policy.name().replace(' ', "-")), &[])
}

/// The JSON Schema of the document that `concord ladder --format json` gives.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(LadderView).to_value()
}
