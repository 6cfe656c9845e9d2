//! When a rule applies.

use crate::Code;
use crate::licensing::{Answer, Licensing, inside};

/// When a rule applies: each part that stands must hold, and within a part one of what it lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// Patterns of codes, sets of items as `@name`; those with `-` before them are left out. Empty for any item.
    pub items: Vec<String>,
    /// Destinations and sets of destinations; those with `-` before them are left out. Empty for any destination.
    pub to: Vec<String>,
    /// Reasons for which the item is controlled, whatever the destination.
    pub controlled_for: Vec<String>,
    /// Reasons for which a licence is required to the destination.
    pub required_for: Vec<String>,
    /// A licence is required to the destination for these reasons and for no other.
    pub only_for: Vec<String>,
    /// Activities; empty for any.
    pub activities: Vec<String>,
    /// What else it hangs on, in a few words each; item and destination do not decide it.
    pub facts: Vec<String>,
}

impl Case {
    /// Whether the items of the case hold what stands under `code`; unknown where they hold a part of it.
    pub fn holds_item(&self, rules: &Licensing, code: Option<&Code>) -> Answer {
        match code {
            Some(code) => holds(rules, &self.items, code),
            None if self.items.is_empty() => Answer::Yes,
            None => Answer::Unknown,
        }
    }

    /// Whether the destinations of the case hold `place`.
    pub fn holds_destination(&self, rules: &Licensing, place: &str) -> Answer {
        among(&self.to, |name| rules.holds(name, place))
    }

    /// Whether the case speaks of an activity.
    pub fn holds_activity(&self, activity: &str) -> Answer {
        Answer::from_bool(self.activities.is_empty() || self.activities.iter().any(|known| known == activity))
    }
}

impl Licensing {
    /// Whether `name`, a destination's code or the name of a set, holds `place`.
    pub fn holds(&self, name: &str, place: &str) -> Answer {
        if name == "all" || name == place {
            return Answer::Yes;
        }
        let Some(set) = self.sets.get(name) else { return Answer::No };
        if set.members.contains(place) {
            Answer::Yes
        } else if set.open && !set.others.contains(place) {
            Answer::Unknown
        } else {
            Answer::No
        }
    }
}

impl Licensing {
    /// The case of every rule, in no order that matters.
    pub fn cases(&self) -> impl Iterator<Item = &Case> {
        let reasons = self.reasons.iter().map(|rule| &rule.case);
        let requirements = self.requirements.iter().map(|rule| &rule.case);
        let authorisations = self.authorisations.iter().map(|rule| &rule.case);
        let shutting = self.restrictions.iter().map(|rule| &rule.case).chain(self.closings.iter().map(|rule| &rule.case));
        let reviews = self.reviews.iter().map(|rule| &rule.case);
        let others = self.catch_alls.iter().map(|rule| &rule.case).chain(self.embargoes.iter().map(|rule| &rule.case));
        let unknowns = self.unknowns.iter().map(|rule| &rule.case);
        reasons.chain(requirements).chain(authorisations).chain(shutting).chain(reviews).chain(others).chain(unknowns)
    }

    /// The same rules without those that do not bear on a destination. What they answer for it is the same.
    #[must_use]
    pub fn toward(&self, place: &str) -> Self {
        let mut out = self.clone();
        let bears = |case: &Case| case.holds_destination(self, place) != Answer::No;
        out.requirements.retain(|rule| bears(&rule.case));
        out.restrictions.retain(|rule| bears(&rule.case));
        out.closings.retain(|rule| bears(&rule.case));
        out.reviews.retain(|rule| bears(&rule.case));
        out.catch_alls.retain(|rule| bears(&rule.case));
        out.embargoes.retain(|rule| bears(&rule.case));
        out.unknowns.retain(|rule| bears(&rule.case));
        out
    }

    /// Whether all rules treat two destinations alike.
    pub fn treats_alike(&self, one: &str, other: &str) -> bool {
        let row = |place: &str| self.chart.as_ref().and_then(|chart| chart.rows.get(place));
        let named = self.cases().flat_map(|case| &case.to).map(|name| name.trim_start_matches('-'));
        let mut all = named.chain(self.sets.keys().map(String::as_str));
        row(one) == row(other) && all.all(|name| self.holds(name, one) == self.holds(name, other))
    }
}

/// Whether items hold what stands under `code`.
fn holds(rules: &Licensing, items: &[String], code: &Code) -> Answer {
    among(items, |name| match name.strip_prefix('@') {
        Some(set) => rules.items.get(set).map_or(Answer::Unknown, |patterns| holds(rules, patterns, code)),
        None => inside(code, name),
    })
}

/// One of those named and none of those left out; where only some are left out, all others.
fn among(names: &[String], holds: impl Fn(&str) -> Answer) -> Answer {
    let (mut within, mut out): (Option<Answer>, Answer) = (None, Answer::No);
    for name in names {
        match name.strip_prefix('-') {
            Some(bare) => out = out.or(holds(bare)),
            None => within = Some(within.unwrap_or(Answer::No).or(holds(name))),
        }
    }
    within.unwrap_or(Answer::Yes).and(out.negate())
}
