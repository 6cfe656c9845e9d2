//! Reading conditions.

use concord_quantity::{Constraint, Op};

use crate::diagnostic::codes;
use crate::load::reader::Reader;
use crate::load::tree::{Kind, Place, Tree};
use crate::notation::{LimitsError, ParameterKey, read_limits};
use crate::scalar::reads_as_number;
use crate::{Condition, Expr, Limits};

const HINT: &str = "write `parameter: \">=8 bit\"`, a group `any: [...]` or `all: [...]`, or a list of these";

/// Reads conditions: a mapping of several keys, or a list, means that all must hold; a mapping of one key is that condition or group.
pub(crate) fn expression(r: &mut Reader, node: &Tree) -> Option<Expr> {
    match &node.kind {
        Kind::Sequence(items) => Some(Expr::All(expressions(r, items))),
        Kind::Mapping { fields, .. } => {
            let mut parts: Vec<Expr> = fields.iter().filter_map(|(key, value)| part(r, key, value)).collect();
            if fields.len() == 1 { parts.pop() } else { Some(Expr::All(parts)) }
        }
        _ => {
            r.wrong_type(node, "a mapping of conditions", HINT);
            None
        }
    }
}

fn expressions(r: &mut Reader, items: &[Tree]) -> Vec<Expr> {
    items.iter().filter_map(|item| expression(r, item)).collect()
}

/// One key of a mapping: a group where the value of `any` or `all` is a list, else a condition.
fn part(r: &mut Reader, key: &Tree, value: &Tree) -> Option<Expr> {
    let Kind::Scalar { text, plain } = &key.kind else { return None };
    if let Kind::Sequence(items) = &value.kind {
        match text.as_ref() {
            "any" => return Some(Expr::Any(expressions(r, items))),
            "all" => return Some(Expr::All(expressions(r, items))),
            _ => {}
        }
    }
    if *plain && reads_as_number(text) {
        r.bare_number(key.place, text);
    }
    let name = match ParameterKey::read(text) {
        Ok(name) => Some(name),
        Err(message) => {
            r.report(key.place, codes::UNREADABLE_PARAMETER, message, "write `parameter @ setting & setting ^parent`");
            None
        }
    };
    let limits = limits(r, value);
    let (name, limits) = name.zip(limits)?;
    Some(Expr::Is(Condition { parameter: name.parameter, settings: name.settings, limits, inherited: name.inherited }))
}

fn limits(r: &mut Reader, node: &Tree) -> Option<Limits> {
    let Kind::Scalar { text, plain } = &node.kind else {
        r.wrong_type(node, "a limit such as \">=8 bit\"", HINT);
        return None;
    };
    if *plain && text.is_empty() {
        r.report(
            node.place,
            codes::EMPTY_VALUE,
            "the limit is missing",
            "a limit begins with a sign and must be quoted, such as \">=8 bit\"",
        );
        return None;
    }
    match read_limits(text) {
        Ok(limits) => {
            if let Limits::Quantities(constraint) = &limits {
                check(r, node.place, constraint);
            }
            Some(limits)
        }
        Err(LimitsError { offset, message, hint }) => {
            r.report(inside(node.place, text, offset, *plain), codes::UNREADABLE_LIMIT, message, hint);
            None
        }
    }
}

/// The place of a byte of a text; exact for texts without escapes.
fn inside(place: Place, text: &str, offset: usize, plain: bool) -> Place {
    if place.length == 0 {
        return place;
    }
    let characters = text.char_indices().take_while(|(at, _)| *at < offset).count();
    let shift = u32::try_from(characters).unwrap_or(0) + u32::from(!plain);
    Place { column: place.column + shift.min(place.length.saturating_sub(1)), length: 0, ..place }
}

/// Checks limits that could be read: known units, one dimension, some value that satisfies them.
fn check(r: &mut Reader, place: Place, constraint: &Constraint) {
    let mut reported = Vec::new();
    for quantity in constraint.limits.iter().flat_map(|l| std::iter::once(&l.quantity).chain(&l.alternatives)) {
        let symbol = quantity.unit.symbol();
        if !symbol.is_empty() && !quantity.unit.is_known() && !reported.contains(&symbol) {
            reported.push(symbol);
            r.report(
                place,
                codes::UNKNOWN_UNIT,
                format!("the unit `{symbol}` is unknown"),
                "correct its spelling, or add it to the table of units",
            );
        }
    }
    if constraint.dimension().is_none() {
        let message = format!("the limits `{constraint}` are of different dimensions");
        r.report(place, codes::MIXED_DIMENSIONS, message, "give each parameter its own condition");
        return;
    }
    let can_be_empty = constraint.limits.len() > 1 || constraint.limits.iter().any(|l| l.op == Op::Eq);
    if can_be_empty && constraint.set().is_empty() {
        let message = format!("no value satisfies `{constraint}`");
        r.report(place, codes::EMPTY_INTERVAL, message, "check the operators; alternatives stand under `any`");
    }
}
