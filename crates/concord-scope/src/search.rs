//! The search for regions that satisfy formulas: a tableau with unit propagation.

use std::fmt;

use concord_quantity::IntervalSet;

use crate::{Atom, Formula, Region};

/// The search was given up: the formulas branch too much. Nothing is known then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the scope branches too much to be decided")
    }
}

impl std::error::Error for TooLarge {}

/// Steps after which a search is given up.
const MAX_STEPS: usize = 100_000;
/// Open disjunctions decided one inside the other after which a search is given up.
const MAX_DEPTH: usize = 400;

/// A formula that must take items in, or must not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Goal<'f> {
    pub(crate) formula: &'f Formula,
    pub(crate) holds: bool,
}

/// At least `count` of the parts must be met; a disjunction has `count` 1.
#[derive(Clone, Debug)]
struct Choice<'f> {
    count: usize,
    parts: Vec<Goal<'f>>,
}

/// Whether a goal is met by every item of a region, by none that the search may use, or by some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Met,
    Refuted,
    Open,
}

/// At most `limit` regions whose items meet every goal.
///
/// No region means that no item meets them all. Below the limit the regions cover every such item. Atoms that `allow` refuses are never
/// used, so that the regions found stand whatever those atoms mean.
pub(crate) fn regions(goals: &[Goal<'_>], allow: &dyn Fn(Atom) -> bool, limit: usize) -> Result<Vec<Region>, TooLarge> {
    let mut search = Search { allow, limit, steps: 0, found: Vec::new() };
    search.run(Region::everything(), goals.to_vec(), Vec::new(), 0)?;
    Ok(search.found)
}

struct Search<'s> {
    allow: &'s dyn Fn(Atom) -> bool,
    limit: usize,
    steps: usize,
    found: Vec<Region>,
}

impl Search<'_> {
    fn run<'f>(
        &mut self,
        mut region: Region,
        mut goals: Vec<Goal<'f>>,
        mut choices: Vec<Choice<'f>>,
        depth: usize,
    ) -> Result<(), TooLarge> {
        if depth > MAX_DEPTH {
            return Err(TooLarge);
        }
        loop {
            while let Some(goal) = goals.pop() {
                self.step()?;
                if !self.expand(goal, &mut region, &mut goals, &mut choices) {
                    return Ok(());
                }
            }
            if !self.propagate(&region, &mut goals, &mut choices)? {
                return Ok(());
            }
            if goals.is_empty() {
                break;
            }
        }
        let Some(next) = (0..choices.len()).min_by_key(|i| choices[*i].parts.len()) else {
            self.found.push(region);
            return Ok(());
        };
        let choice = choices.swap_remove(next);
        if choice.count == 1 {
            for part in &choice.parts {
                self.run(region.clone(), vec![*part], choices.clone(), depth + 1)?;
                if self.found.len() >= self.limit {
                    return Ok(());
                }
            }
            return Ok(());
        }
        let Some((first, rest)) = choice.parts.split_first() else { return Ok(()) };
        let mut with = choices.clone();
        with.push(Choice { count: choice.count - 1, parts: rest.to_vec() });
        self.run(region.clone(), vec![*first], with, depth + 1)?;
        if self.found.len() < self.limit {
            choices.push(Choice { count: choice.count, parts: rest.to_vec() });
            self.run(region, Vec::new(), choices, depth + 1)?;
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), TooLarge> {
        self.steps += 1;
        if self.steps > MAX_STEPS { Err(TooLarge) } else { Ok(()) }
    }

    /// Takes a goal apart; `false` if it cannot be met.
    fn expand<'f>(&self, goal: Goal<'f>, region: &mut Region, goals: &mut Vec<Goal<'f>>, choices: &mut Vec<Choice<'f>>) -> bool {
        let Goal { formula, holds } = goal;
        let part = |formula| Goal { formula, holds };
        match formula {
            Formula::True => holds,
            Formula::False => !holds,
            Formula::Value(id, set) => {
                let narrowed = if holds { region.keep_values(*id, set) } else { region.keep_values(*id, &set.complement()) };
                narrowed && (self.allow)(Atom::Parameter(*id))
            }
            Formula::Holds(id) => region.keep_proposition(*id, holds) && (self.allow)(Atom::Proposition(*id)),
            Formula::Not(inner) => {
                goals.push(Goal { formula: inner, holds: !holds });
                true
            }
            Formula::All(parts) | Formula::Any(parts) | Formula::AtLeast(_, parts) => {
                let count = needed(formula, parts.len(), holds);
                let mut parts: Vec<Goal<'f>> = parts.iter().map(part).collect();
                // Values first: a witness that differs in a number says more than one that lacks a phrase.
                parts.sort_by_key(|p| match p.formula {
                    Formula::Value(..) => 0,
                    Formula::Holds(_) => 2,
                    _ => 1,
                });
                choices.push(Choice { count, parts });
                true
            }
        }
    }

    /// Settles the choices that the region decides and moves forced parts to the goals; `false` if some choice cannot be met.
    fn propagate<'f>(&mut self, region: &Region, goals: &mut Vec<Goal<'f>>, choices: &mut Vec<Choice<'f>>) -> Result<bool, TooLarge> {
        let mut kept = Vec::with_capacity(choices.len());
        for mut choice in choices.drain(..) {
            let mut open = Vec::with_capacity(choice.parts.len());
            for part in &choice.parts {
                self.step()?;
                match self.status(*part, region) {
                    Status::Met => choice.count = choice.count.saturating_sub(1),
                    Status::Refuted => {}
                    Status::Open => open.push(*part),
                }
            }
            if choice.count == 0 {
                continue;
            }
            if choice.count > open.len() {
                return Ok(false);
            }
            if choice.count == open.len() {
                goals.extend(open);
            } else {
                choice.parts = open;
                kept.push(choice);
            }
        }
        *choices = kept;
        Ok(true)
    }

    fn status(&self, goal: Goal<'_>, region: &Region) -> Status {
        let Goal { formula, holds } = goal;
        match formula {
            Formula::True | Formula::False => {
                if matches!(formula, Formula::True) == holds {
                    Status::Met
                } else {
                    Status::Refuted
                }
            }
            Formula::Value(id, set) => {
                let status = match region.values().get(id) {
                    Some(own) => value_status(own, set),
                    None if set.is_all() => Status::Met,
                    None if set.is_empty() => Status::Refuted,
                    None => Status::Open,
                };
                self.usable(Atom::Parameter(*id), flipped(status, holds))
            }
            Formula::Holds(id) => match region.propositions().get(id) {
                Some(own) if *own == holds => Status::Met,
                Some(_) => Status::Refuted,
                None => self.usable(Atom::Proposition(*id), Status::Open),
            },
            Formula::Not(inner) => self.status(Goal { formula: inner, holds: !holds }, region),
            Formula::All(parts) | Formula::Any(parts) | Formula::AtLeast(_, parts) => {
                let count = needed(formula, parts.len(), holds);
                let (mut met, mut possible) = (0, parts.len());
                for part in parts {
                    if met >= count || possible < count {
                        break;
                    }
                    match self.status(Goal { formula: part, holds }, region) {
                        Status::Met => met += 1,
                        Status::Open => {}
                        Status::Refuted => possible -= 1,
                    }
                }
                if met >= count {
                    Status::Met
                } else if possible < count {
                    Status::Refuted
                } else {
                    Status::Open
                }
            }
        }
    }

    fn usable(&self, atom: Atom, status: Status) -> Status {
        if status == Status::Open && !(self.allow)(atom) { Status::Refuted } else { status }
    }
}

/// How many parts of a compound formula must be met, each with the polarity of the whole.
fn needed(formula: &Formula, parts: usize, holds: bool) -> usize {
    let count = match formula {
        Formula::All(_) => parts,
        Formula::AtLeast(count, _) => *count as usize,
        _ => 1,
    };
    if holds { count } else { (parts + 1).saturating_sub(count) }
}

fn value_status(own: &IntervalSet, set: &IntervalSet) -> Status {
    if own.is_subset(set) {
        Status::Met
    } else if own.intersection(set).is_empty() {
        Status::Refuted
    } else {
        Status::Open
    }
}

const fn flipped(status: Status, holds: bool) -> Status {
    match (status, holds) {
        (Status::Met, false) => Status::Refuted,
        (Status::Refuted, false) => Status::Met,
        (status, _) => status,
    }
}
