//! One direction: what one side may accept of the other.

use concord_compare::recognize::{Existing, Level, Stance};
use schemars::JsonSchema;
use serde::Serialize;

use super::area::{CountsView, ExclusionView, TreatmentView};
use super::condition::ConditionView;
use super::rows::QuestionView;
use super::unknown::UnknownView;
use super::{Words, acceptance};
use crate::Place;
use crate::lang::Arg;
use crate::words::capitalised;

/// What one side, the grantor, may accept of the other, the partner.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DirectionView {
    /// Who would accept.
    pub grantor: Place,
    /// Who would be accepted.
    pub partner: Place,
    /// An anchor for links.
    pub anchor: String,
    /// How far, by area, in a sentence each.
    pub answer: Vec<String>,
    /// The instrument that would have to change.
    pub vehicle: VehicleView,
    /// The destinations it would be for.
    pub destinations: String,
    /// Conditions, each told once.
    pub conditions: Vec<ConditionView>,
    /// Unknown facts that could change a verdict.
    pub unknowns: Vec<UnknownView>,
    /// Open demands that could change none, since another decides.
    pub idle_unknowns: String,
    /// What the lists say, area by area; empty where the policy does not ask.
    pub counts: Vec<CountsView>,
    /// What would stay out of the recognition.
    pub exclusions: Vec<ExclusionView>,
    /// Demands that are met: their questions with both answers.
    pub met: Vec<QuestionView>,
    /// How the partner is treated today; empty where the list or the licensing rules are not held, or the policy does not ask.
    pub treatment: Vec<TreatmentView>,
    /// What the treatment was counted from, in a sentence; empty where it was not.
    pub treatment_note: String,
    /// Who may use it.
    pub users: Vec<QuestionView>,
    /// Safeguards.
    pub safeguards: Vec<QuestionView>,
    /// How it can be suspended.
    pub suspension: Vec<QuestionView>,
    /// Arrangements that exist.
    pub existing: Vec<ExistingView>,
}

/// A legal vehicle.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VehicleView {
    /// The instrument, or that none is known, in words.
    pub instrument: String,
    /// Who changes it, or that this is not known.
    pub changed_by: String,
    /// Its citation; empty where it is not known.
    pub citation: String,
    /// What a reader must know; empty where nothing.
    pub note: String,
}

/// An arrangement that exists, beside the verdict.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExistingView {
    /// Its name.
    pub name: String,
    /// The instrument.
    pub vehicle: String,
    /// Whether it holds for the partner (`grants`, `grants-in-part`, `withholds`, `unknown`).
    #[schemars(extend("enum" = ["grants", "grants-in-part", "withholds", "unknown"]))]
    pub key: &'static str,
    /// The same in words, with the countries it leaves out.
    pub holds: String,
    /// What it covers and leaves out.
    pub covers: String,
    /// The terms of its use.
    pub conditions: String,
    /// The first day it holds; empty if not known.
    pub from: String,
    /// Where it is stated.
    pub citation: String,
    /// What a reader must know; empty where nothing.
    pub note: String,
    /// How it stands to the verdict, and what explains the difference.
    pub beside: String,
}

impl Words<'_> {
    pub(super) fn direction(&self, left_accepts: bool) -> DirectionView {
        let (grantor, partner) = self.sides(left_accepts);
        let found = self.of(left_accepts);
        let places: Vec<String> = found.destinations.iter().map(|code| self.who(code)).collect();
        let idle: usize = self.found.areas.iter().map(|area| acceptance(area, left_accepts).idle_unknowns).max().unwrap_or_default();
        let conditions = self.conditions(left_accepts);
        // An arrangement that leaves the partner out says something only where none holds for it.
        let held = found.existing.iter().any(|existing| matches!(existing.stance, Stance::Grants | Stance::GrantsInPart));
        let existing = found.existing.iter().filter(|existing| !held || existing.stance != Stance::Withholds);
        let existing = existing.map(|existing| self.existing(existing, left_accepts, &conditions)).collect();
        let questions = |rows: &[concord_compare::recognize::JudgedRow]| rows.iter().map(|row| self.question(row, left_accepts)).collect();
        let met = found.demands.iter().flat_map(|judged| &judged.rows).filter(|row| row.state == concord_compare::recognize::State::Met);
        DirectionView {
            grantor: grantor.clone(),
            partner: partner.clone(),
            anchor: format!("{}-accepts-{}", found.grantor, found.partner),
            answer: self.by_level(left_accepts),
            vehicle: self.vehicle(left_accepts),
            destinations: self.join(&places),
            unknowns: self.unknowns(left_accepts),
            idle_unknowns: if idle > 0 { self.text("recognize-idle", &[("count", idle.into())]) } else { String::new() },
            counts: self.counts(left_accepts),
            exclusions: self.exclusions(left_accepts),
            met: met.map(|row| self.question(row, left_accepts)).collect(),
            treatment: self.treatment(left_accepts),
            treatment_note: found.treatment.as_ref().map_or_else(String::new, |treatment| {
                let args =
                    [("grantor", Arg::from(&grantor.phrase)), ("partner", (&partner.phrase).into()), ("day", (&treatment.as_of).into())];
                self.text("recognize-treatment", &args)
            }),
            users: questions(&found.users),
            safeguards: questions(&found.safeguards),
            suspension: questions(&found.suspension),
            conditions,
            existing,
        }
    }

    /// The areas in which it may go how far, a sentence a level.
    fn by_level(&self, left_accepts: bool) -> Vec<String> {
        let (grantor, partner) = self.sides(left_accepts);
        let sentence = |level: Level| {
            let of = self.found.areas.iter().filter(|area| acceptance(area, left_accepts).range.stands == level);
            let codes: Vec<&str> = of.map(|area| area.code.as_str()).collect();
            let titles: Vec<String> = codes.iter().map(|code| self.area(code)).collect();
            let args = [
                ("grantor", Arg::from(&grantor.phrase)),
                ("partner", (&partner.phrase).into()),
                ("areas", if codes.len() == self.found.areas.len() { self.areas(&codes) } else { titles.join("; ") }.into()),
            ];
            (!codes.is_empty()).then(|| capitalised(&self.text(&format!("recognize-direction-{}", level.word()), &args)))
        };
        [Level::Acceptable, Level::Conditional, Level::NotRecognisable].into_iter().filter_map(sentence).collect()
    }

    fn vehicle(&self, left_accepts: bool) -> VehicleView {
        let Some(vehicle) = &self.of(left_accepts).vehicle else {
            let unknown = self.text("recognize-vehicle-unknown", &[]);
            return VehicleView { instrument: unknown, changed_by: String::new(), citation: String::new(), note: String::new() };
        };
        let instrument = if vehicle.instrument.is_empty() { self.text("recognize-vehicle-none", &[]) } else { vehicle.instrument.clone() };
        let known = vehicle.changed_by.is_empty() && !vehicle.instrument.is_empty();
        VehicleView {
            instrument,
            changed_by: if known { self.text("recognize-vehicle-change-unknown", &[]) } else { vehicle.changed_by.clone() },
            citation: vehicle.citation.clone(),
            note: vehicle.note.clone(),
        }
    }

    fn existing(&self, existing: &Existing, left_accepts: bool, conditions: &[ConditionView]) -> ExistingView {
        let arrangement = &existing.arrangement;
        let (grantor, partner) = self.sides(left_accepts);
        let without: Vec<String> = existing.without.iter().map(|code| self.who(code)).collect();
        let args = |extra: (&'static str, Arg)| {
            [("grantor", Arg::from(&grantor.phrase)), ("partner", (&partner.phrase).into()), ("without", self.join(&without).into()), extra]
        };
        let key = existing.stance.word();
        let excludes = if arrangement.excludes.is_empty() {
            String::new()
        } else {
            self.text("recognize-existing-excludes", &[("what", (&arrangement.excludes).into())])
        };
        let accepted = self.found.areas.iter().filter(|area| acceptance(area, left_accepts).range.stands == Level::Acceptable).count();
        let all = self.found.areas.len();
        let numbers: Vec<String> = conditions.iter().map(|condition| condition.number.to_string()).collect();
        let beside = match existing.stance {
            Stance::Open => "recognize-beside-open",
            Stance::Withholds if accepted == 0 => "recognize-beside-neither",
            Stance::Withholds => "recognize-beside-only-verdict",
            Stance::Grants | Stance::GrantsInPart if accepted == all => "recognize-beside-both",
            Stance::Grants | Stance::GrantsInPart => "recognize-beside-only-arrangement",
        };
        ExistingView {
            name: arrangement.name.clone(),
            vehicle: arrangement.vehicle.clone(),
            key,
            holds: capitalised(&self.text(&format!("recognize-existing-{key}"), &args(("none", "".into())))),
            covers: [arrangement.covers.clone(), excludes].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; "),
            conditions: arrangement.conditions.join("; "),
            from: arrangement.from.map_or_else(String::new, |day| day.to_string()),
            citation: arrangement.citation.clone(),
            note: arrangement.note.clone(),
            beside: {
                let mut args = args(("numbers", self.join(&numbers).into())).to_vec();
                args.push(("count", numbers.len().into()));
                capitalised(&self.text(beside, &args))
            },
        }
    }
}
