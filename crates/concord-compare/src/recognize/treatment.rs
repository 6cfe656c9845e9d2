//! What a partner already gets without an individual licence.

use std::collections::{BTreeMap, BTreeSet};

use concord_model::licensing::{Answer, Authorisation, Case, ChartRow, Licensing, Rung};
use concord_model::{Code, List, Stratum};
use rayon::prelude::*;

use super::Question;
use crate::ladder::{self, Context, judge, licence_step};
use crate::side::Indexed;

/// How the grantor treats a control towards a destination; the more favourable, the less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Treatment {
    /// No licence is required.
    Free,
    /// An exception or general authorisation that names its destinations is open under its conditions.
    Open,
    /// The facts at hand do not decide.
    Undecided,
    /// An individual licence is required.
    Licence,
}

impl Treatment {
    /// Its word in machine output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Open => "open",
            Self::Undecided => "undecided",
            Self::Licence => "licence",
        }
    }
}

/// How one control is treated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreatmentRow {
    /// The control.
    pub code: String,
    /// The least favourable treatment towards any destination of the partner.
    pub treatment: Treatment,
    /// Destinations that are treated so, where others are treated better.
    pub only_for: Vec<String>,
    /// Exceptions and general authorisations that name their destinations and are open for it, by symbol.
    pub open: Vec<String>,
}

/// How the grantor treats its controls towards the partner today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Treatments {
    /// The activity.
    pub activity: String,
    /// The date as of which the licensing rules hold.
    pub as_of: String,
    /// One row a control of the regimes' stratum.
    pub rows: Vec<TreatmentRow>,
}

impl Treatments {
    /// The rows of an area.
    pub fn within<'t>(&'t self, area: &'t str) -> impl Iterator<Item = &'t TreatmentRow> {
        self.rows.iter().filter(move |row| row.code.starts_with(area))
    }

    /// Rows of an area that are treated so.
    pub fn count(&self, area: &str, treatment: Treatment) -> usize {
        self.within(area).filter(|row| row.treatment == treatment).count()
    }

    /// How many controls of an area each exception or general authorisation is open for.
    pub fn open_by(&self, area: &str) -> BTreeMap<String, usize> {
        let mut out = BTreeMap::new();
        for symbol in self.within(area).flat_map(|row| &row.open) {
            *out.entry(symbol.clone()).or_default() += 1;
        }
        out
    }
}

/// Asks the grantor's licensing rules about each of its controls and each kind of destination of the partner.
pub(super) fn count(question: &Question<'_>, left_accepts: bool) -> Option<Treatments> {
    let (grantor, partner) = if left_accepts { (question.left, question.right) } else { (question.right, question.left) };
    let (list, rules) = (grantor.list?, grantor.licensing?);
    let activity = question.policy.activities.first()?;
    let kinds = kinds(rules, list, &partner.destinations);
    let favours: Vec<&Authorisation> = rules.authorisations.iter().filter(|authorisation| is_by_destination(&authorisation.case)).collect();
    let indexed = Indexed::new(list);
    let leaves: Vec<&Code> = indexed
        .leaves()
        .filter(|(entry, _)| entry.stratum == Stratum::Regime && entry.elsewhere.is_empty())
        .map(|(_, leaf)| &leaf.code)
        .filter(|code| question.areas.iter().any(|area| code.as_str().starts_with(area.as_str())))
        .collect();
    let rows = leaves.par_iter().map(|code| {
        let mut worst = Treatment::Free;
        let (mut only_for, mut open): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let mut context = Context::new(&ladder::Question { list: Some(list), rules, code, destination: "", activity });
        for places in &kinds {
            let Some(destination) = places.first() else { continue };
            context.turn_to(destination);
            let (treatment, by) = treatment(&context, &favours);
            if treatment > worst {
                (worst, only_for) = (treatment, Vec::new());
            }
            if treatment == worst {
                only_for.extend(places.iter().cloned());
            }
            open.extend(by);
        }
        if only_for.len() == partner.destinations.len() {
            only_for.clear();
        }
        only_for.sort();
        open.sort();
        open.dedup();
        TreatmentRow { code: code.to_string(), treatment: worst, only_for, open }
    });
    Some(Treatments { activity: activity.clone(), as_of: rules.as_of.to_string(), rows: rows.collect() })
}

/// Whether an authorisation names the destinations that it is open to. Those that are open to all but a few are for passengers, repairs,
/// governments and the like, and say nothing of a partner.
fn is_by_destination(case: &Case) -> bool {
    case.to.iter().any(|name| !name.starts_with('-'))
}

fn treatment(context: &Context<'_>, favours: &[&Authorisation]) -> (Treatment, Vec<String>) {
    let licence = licence_step(context);
    if licence.answer == Answer::No {
        return (Treatment::Free, Vec::new());
    }
    // Most are for other items or destinations: they are told apart before what closes them is looked at.
    let concerns = |authorisation: &&&Authorisation| {
        let case = &authorisation.case;
        let place = case.holds_destination(context.rules(), context.question.destination);
        place.and(case.holds_item(context.rules(), Some(context.question.code))) != Answer::No
    };
    let judged: Vec<_> = favours.iter().filter(concerns).map(|authorisation| judge(context, &licence, authorisation)).collect();
    let open: Vec<String> = judged.iter().filter(|open| open.answer == Answer::Yes).map(|open| open.id.clone()).collect();
    let unknowns = context.rules().unknowns.iter().filter(|unknown| unknown.rung == Rung::Authorisation);
    let may_be_open = judged.iter().any(|open| open.answer == Answer::Unknown)
        || unknowns.into_iter().any(|unknown| context.holds(&unknown.case) != Answer::No);
    let treatment = match (open.is_empty(), may_be_open || licence.answer == Answer::Unknown) {
        (false, _) => Treatment::Open,
        (true, true) => Treatment::Undecided,
        (true, false) => Treatment::Licence,
    };
    (treatment, open)
}

/// Destinations that no rule of the grantor on licences and authorisations tells apart.
fn kinds(rules: &Licensing, list: &List, destinations: &[String]) -> Vec<Vec<String>> {
    let named = names(rules, list);
    let mut out: BTreeMap<(Vec<Answer>, Option<&BTreeSet<String>>, &str), Vec<String>> = BTreeMap::new();
    for place in destinations {
        let sets = named.iter().map(|name| rules.holds(name, place)).collect();
        let (columns, refers) = match rules.chart.as_ref().and_then(|chart| chart.rows.get(place)) {
            Some(ChartRow::Marked(columns)) => (Some(columns), ""),
            Some(ChartRow::Refers(to)) => (None, to.as_str()),
            None => (None, "no row"),
        };
        out.entry((sets, columns, refers)).or_default().push(place.clone());
    }
    out.into_values().collect()
}

/// Every destination and set of destinations that decides about licences and authorisations: those of the rules, and those that entries state.
fn names<'n>(rules: &'n Licensing, list: &'n List) -> BTreeSet<&'n str> {
    let cases = rules
        .reasons
        .iter()
        .map(|rule| &rule.case)
        .chain(rules.requirements.iter().map(|rule| &rule.case))
        .chain(rules.authorisations.iter().map(|rule| &rule.case))
        .chain(rules.restrictions.iter().map(|rule| &rule.case))
        .chain(rules.closings.iter().map(|rule| &rule.case))
        .chain(rules.embargoes.iter().map(|rule| &rule.case))
        .chain(rules.unknowns.iter().map(|rule| &rule.case));
    let in_cases = cases.flat_map(|case| &case.to);
    let stated = list.entries.iter().flat_map(|entry| &entry.reasons).flat_map(|reason| &reason.destinations);
    in_cases.chain(stated).map(|name| name.trim_start_matches('-')).collect()
}
