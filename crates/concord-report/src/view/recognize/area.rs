//! Areas: their verdicts, what the lists say of them, what is free today.

use concord_compare::recognize::{Area, Exclusion, ListPart, Treatment};
use concord_compare::{Held, Message, Witness};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Words, acceptance};
use crate::words;
use crate::words::capitalised;

/// Undecided controls that are shown as examples in each area.
const EXAMPLES: usize = 3;

/// One area of the table of verdicts.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AreaRow {
    /// Its code.
    pub code: String,
    /// Its code and title.
    pub title: String,
    /// The verdict's key (`conditional`).
    #[schemars(extend("enum" = ["equivalent", "a-may-accept-b", "b-may-accept-a", "conditional", "not-recognisable"]))]
    pub key: &'static str,
    /// The verdict in words.
    pub verdict: String,
    /// How far the left side may accept the right one.
    pub left_accepts: String,
    /// How far the right side may accept the left one.
    pub right_accepts: String,
    /// Other verdicts that unknown facts leave possible, in words; empty where there are none.
    pub possible: String,
}

/// What the lists say of one area, seen from the side that recognises.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CountsView {
    /// The area's code.
    pub code: String,
    /// Its code and title.
    pub title: String,
    /// How far the side may go in it.
    pub level: String,
    /// Why nothing is counted; empty where the lists are compared.
    pub not_compared: String,
    /// Controls of the side that recognises.
    pub controls: usize,
    /// Of these, surely held by the partner.
    pub covered: usize,
    /// Of these, surely lacking or looser with the partner.
    pub short: usize,
    /// Of these, undecided.
    pub undecided: usize,
    /// Of these, in areas that the partner leaves to another instrument.
    pub elsewhere: usize,
    /// Controls beyond the regimes, which stay under its own licence: stratum and number.
    pub own: String,
    /// Undecided controls, a few.
    pub examples: Vec<ExampleView>,
}

/// An undecided control.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExampleView {
    /// Its code.
    pub code: String,
    /// Its subject.
    pub subject: String,
}

/// A control that stays out of the recognition.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExclusionView {
    /// The area.
    pub area: String,
    /// The grantor's code.
    pub code: String,
    /// Its subject.
    pub subject: String,
    /// What the grantor's text says; empty where the whole control is meant.
    pub states: String,
    /// Its citation.
    pub citation: String,
    /// The partner's code; empty if it has none.
    pub partner_code: String,
    /// What the partner's text says.
    pub partner_states: String,
    /// Its citation.
    pub partner_citation: String,
    /// A concrete item that shows it, in a sentence; empty where there is none.
    pub witness: String,
    /// The finding that proves it, for `concord explain`; empty without one.
    pub finding: String,
    /// The finding's sentence; empty without one.
    pub explanation: String,
    /// The controls it concerns.
    pub controls: Vec<String>,
}

/// How the side that recognises treats the partner today, in one area.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TreatmentView {
    /// The area's code and title.
    pub title: String,
    /// Controls.
    pub controls: usize,
    /// Of these, without licence.
    pub free: usize,
    /// Of these, under an exception or general authorisation.
    pub open: usize,
    /// Of these, not decided by the facts at hand.
    pub undecided: usize,
    /// Of these, under an individual licence.
    pub licence: usize,
    /// Exceptions and general authorisations with the number of controls they are open for.
    pub by: String,
    /// Controls that are open today although the partner lacks them or holds them looser.
    pub open_but_short: String,
}

impl Words<'_> {
    pub(super) fn area_row(&self, area: &Area) -> AreaRow {
        let others: Vec<String> = area.possible.iter().filter(|v| **v != area.verdict).map(|v| self.verdict(*v)).collect();
        AreaRow {
            code: area.code.clone(),
            title: self.area(&area.code),
            key: area.verdict.word(),
            verdict: self.verdict(area.verdict),
            left_accepts: self.level(area.left_accepts.range.stands),
            right_accepts: self.level(area.right_accepts.range.stands),
            possible: others.join("; "),
        }
    }

    /// Areas of the same verdict, levels and possible verdicts in one row.
    pub(super) fn groups(&self) -> Vec<AreaRow> {
        let mut out: Vec<(Vec<&str>, AreaRow)> = Vec::new();
        for area in &self.found.areas {
            let row = self.area_row(area);
            let same = |known: &AreaRow| {
                (known.key, &known.left_accepts, &known.right_accepts, &known.possible)
                    == (row.key, &row.left_accepts, &row.right_accepts, &row.possible)
            };
            match out.iter_mut().find(|(_, known)| same(known)) {
                Some((codes, _)) => codes.push(&area.code),
                None => out.push((vec![&area.code], row)),
            }
        }
        let title = |codes: &[&str], row: &AreaRow| if codes.len() == 1 { row.title.clone() } else { self.areas(codes) };
        out.into_iter().map(|(codes, row)| AreaRow { title: capitalised(&title(&codes, &row)), code: codes.join(","), ..row }).collect()
    }

    pub(super) fn counts(&self, left_accepts: bool) -> Vec<CountsView> {
        let areas = self.found.areas.iter();
        areas.filter_map(|area| Some(self.count(area, acceptance(area, left_accepts).lists.as_ref()?, left_accepts))).collect()
    }

    fn count(&self, area: &Area, lists: &ListPart, left_accepts: bool) -> CountsView {
        let (grantor, _) = self.sides(left_accepts);
        let missing: Vec<String> = lists.missing.iter().map(|code| self.who(code)).collect();
        let not_compared = if !missing.is_empty() {
            self.text("recognize-no-list", &[("who", self.join(&missing).into())])
        } else if lists.is_handed_over() {
            self.text("recognize-handed-over", &[("who", (&grantor.phrase).into()), ("count", lists.rows.len().into())])
        } else {
            String::new()
        };
        let own = lists.own_strata.iter().map(|(stratum, count)| format!("{}: {count}", words::stratum(stratum, self.given.context).0));
        let undecided = lists.rows.iter().filter(|row| row.held == Held::Undecided);
        CountsView {
            code: area.code.clone(),
            title: self.area(&area.code),
            level: self.level(acceptance(area, left_accepts).range.stands),
            not_compared,
            controls: lists.controls(),
            covered: lists.count(Held::Covered),
            short: lists.short(),
            undecided: lists.count(Held::Undecided),
            elsewhere: lists.count(Held::Elsewhere),
            own: own.collect::<Vec<_>>().join("; "),
            examples: undecided.take(EXAMPLES).map(|row| ExampleView { code: row.code.clone(), subject: row.subject.clone() }).collect(),
        }
    }

    pub(super) fn exclusions(&self, left_accepts: bool) -> Vec<ExclusionView> {
        let areas = self.found.areas.iter();
        let of = areas.filter_map(|area| Some((area, acceptance(area, left_accepts).lists.as_ref()?)));
        of.flat_map(|(area, lists)| lists.exclusions.iter().map(|exclusion| self.exclusion(&area.code, exclusion))).collect()
    }

    fn exclusion(&self, area: &str, exclusion: &Exclusion) -> ExclusionView {
        let partner = exclusion.partner.as_ref();
        let context = self.given.context;
        let of = |text: fn(&concord_compare::Cited) -> &Message| partner.map_or_else(String::new, |cited| context.say(text(cited)));
        let witness = |witness: &Witness| words::witness(witness, context);
        ExclusionView {
            area: area.to_owned(),
            code: exclusion.grantor.code.clone(),
            subject: context.say(&exclusion.grantor.subject),
            states: context.say(&exclusion.grantor.states),
            citation: context.say(&exclusion.grantor.citation),
            partner_code: partner.map_or_else(String::new, |cited| cited.code.clone()),
            partner_states: of(|cited| &cited.states),
            partner_citation: of(|cited| &cited.citation),
            witness: exclusion.witnesses.first().map_or_else(String::new, witness),
            finding: exclusion.finding.clone(),
            explanation: context.say(&exclusion.explanation),
            controls: exclusion.controls.clone(),
        }
    }

    pub(super) fn treatment(&self, left_accepts: bool) -> Vec<TreatmentView> {
        let Some(treatments) = &self.of(left_accepts).treatment else { return Vec::new() };
        let view = |area: &Area| {
            let code = area.code.as_str();
            let by: Vec<String> = treatments.open_by(code).into_iter().map(|(symbol, count)| format!("{symbol}: {count}")).collect();
            let short = acceptance(area, left_accepts).lists.iter().flat_map(|lists| &lists.rows);
            let short: Vec<&str> =
                short.filter(|row| matches!(row.held, Held::Partly | Held::NotCovered)).map(|row| row.code.as_str()).collect();
            let open = treatments.within(code).filter(|row| row.treatment <= Treatment::Open && short.contains(&row.code.as_str()));
            TreatmentView {
                title: self.area(code),
                controls: treatments.within(code).count(),
                free: treatments.count(code, Treatment::Free),
                open: treatments.count(code, Treatment::Open),
                undecided: treatments.count(code, Treatment::Undecided),
                licence: treatments.count(code, Treatment::Licence),
                by: by.join("; "),
                open_but_short: few(&open.map(|row| row.code.clone()).collect::<Vec<_>>()),
            }
        };
        self.found.areas.iter().map(view).filter(|view| view.controls > 0).collect()
    }
}

/// The number of codes, and the first few of them.
fn few(codes: &[String]) -> String {
    let shown: Vec<String> = codes.iter().take(EXAMPLES).cloned().collect();
    match codes.len() {
        0 => String::new(),
        n if n <= EXAMPLES => format!("{n}: {}", shown.join(", ")),
        n => format!("{n}: {} …", shown.join(", ")),
    }
}
