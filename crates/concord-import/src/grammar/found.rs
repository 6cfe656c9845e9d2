//! A condition or a band as found in the text, before settings are attached and conditions joined.

use std::ops::Range;

use concord_model::{Condition, Expr, Limits};
use concord_quantity::Constraint;

use super::Context;
use super::limits::Group;
use super::operators::constraint;
use super::parameter::Parameter;
use super::token::Role;

/// What a found group of values is in its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// A condition of its own.
    Condition,
    /// A measuring setting or band that belongs to no condition.
    Setting,
    /// A measuring setting or band of a condition.
    AttachedSetting,
    /// Part of what the paragraph takes out.
    TakenOut,
}

/// What was found.
#[derive(Clone, Debug)]
pub(super) enum Values {
    /// Values with their comparators.
    Group(Group),
    /// A limit stated elsewhere, or a formula.
    Other(Limits),
}

/// One condition or band.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Its values.
    pub(super) values: Values,
    /// What they limit.
    pub(super) parameter: Parameter,
    /// Its tokens.
    pub(super) range: Range<usize>,
    /// Tokens elsewhere that state more of the same limits.
    pub(super) further: Vec<Range<usize>>,
    /// What it is.
    pub(super) standing: Standing,
    /// Whether "any" stands before its parameter.
    pub(super) any_word: bool,
    /// Whether its parameter names a measured quantity.
    pub(super) measured: bool,
    /// The settings attached to it.
    pub(super) settings: Vec<String>,
}

impl Found {
    /// A limit stated elsewhere or a formula.
    pub(super) fn other(limits: Limits, parameter: Parameter, range: Range<usize>) -> Self {
        Self {
            values: Values::Other(limits),
            parameter,
            range,
            further: Vec::new(),
            standing: Standing::Condition,
            any_word: false,
            measured: false,
            settings: Vec::new(),
        }
    }

    /// Its values with comparators, if it has any.
    pub(super) fn group(&self) -> Option<&Group> {
        match &self.values {
            Values::Group(group) => Some(group),
            Values::Other(_) => None,
        }
    }

    /// Its values with comparators, if it has any.
    pub(super) fn group_mut(&mut self) -> Option<&mut Group> {
        match &mut self.values {
            Values::Group(group) => Some(group),
            Values::Other(_) => None,
        }
    }

    /// Whether it is a setting.
    pub(super) fn is_setting(&self) -> bool {
        matches!(self.standing, Standing::Setting | Standing::AttachedSetting)
    }

    /// Whether its values have no comparator.
    pub(super) fn is_bare(&self) -> bool {
        self.group().is_some_and(Group::is_bare)
    }

    /// The role of its numbers; `None` where it is not certain.
    pub(super) fn role(&self) -> Option<Role> {
        match (&self.values, self.standing) {
            (Values::Other(Limits::Formula { .. }), _) => Some(Role::Formula),
            (Values::Other(_), _) => Some(Role::Reference),
            (Values::Group(_), Standing::Setting | Standing::AttachedSetting) => Some(Role::Setting),
            (Values::Group(_), _) => self.is_certain().then_some(Role::Limit),
        }
    }

    /// Whether its values limit something: a value without a comparator does so only for a measured quantity that the text names.
    fn is_certain(&self) -> bool {
        !self.is_bare() || self.parameter.stated && self.measured
    }

    /// Whether no value satisfies its limits, as where a text prints a number wrongly; it then limits nothing that could be known.
    pub(super) fn is_impossible(&self, ctx: &Context) -> bool {
        let empty = |group: &Group| self.parameter.names.iter().any(|name| constraint(group, name, ctx).set().is_empty());
        self.standing == Standing::Condition && self.group().is_some_and(|group| !group.any && group.limits.len() > 1 && empty(group))
    }

    /// Whether its words belong to a condition.
    pub(super) fn belongs_to_condition(&self) -> bool {
        match self.standing {
            Standing::Condition => self.is_certain(),
            Standing::AttachedSetting => true,
            Standing::Setting | Standing::TakenOut => false,
        }
    }

    /// Itself as an expression; `None` if it is no condition.
    pub(super) fn expression(&self, ctx: &Context) -> Option<Expr> {
        if self.standing != Standing::Condition || !self.is_certain() {
            return None;
        }
        let mut settings = self.settings.clone();
        settings.extend(self.group().into_iter().flat_map(|g| g.tails.iter().cloned()));
        settings.sort();
        settings.dedup();
        let inherited = !self.parameter.stated;
        let one =
            |name: &str, limits: Limits| Expr::Is(Condition { parameter: name.to_owned(), settings: settings.clone(), limits, inherited });
        let of = |name: &String| match &self.values {
            Values::Other(limits) => one(name, limits.clone()),
            Values::Group(group) if group.any => {
                let limits = constraint(group, name, ctx).limits;
                Expr::Any(limits.into_iter().map(|l| one(name, Limits::Quantities(Constraint { limits: vec![l] }))).collect())
            }
            Values::Group(group) => one(name, Limits::Quantities(constraint(group, name, ctx))),
        };
        let mut parts: Vec<Expr> = self.parameter.names.iter().map(of).collect();
        match parts.len() {
            0 | 1 => parts.pop(),
            _ if self.parameter.any => Some(Expr::Any(parts)),
            _ => Some(Expr::All(parts)),
        }
    }
}
