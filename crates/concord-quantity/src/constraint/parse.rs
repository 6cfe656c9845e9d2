//! Reading a written constraint.

use super::{Constraint, ConstraintError, Limit};
use crate::{Number, NumberError, NumberFormat, Op, Quantity, Unit};

/// Operators as they may be written, longer ones first.
const OPERATORS: [(&str, Op); 7] =
    [(">=", Op::Ge), ("<=", Op::Le), ("==", Op::Eq), ("≥", Op::Ge), ("≤", Op::Le), (">", Op::Gt), ("<", Op::Lt)];

pub(super) fn constraint(text: &str) -> Result<Constraint, ConstraintError> {
    let mut limits = Vec::new();
    let mut at = skip_spaces(text, 0);
    while at < text.len() {
        let (limit, end) = limit(text, at)?;
        limits.push(limit);
        at = skip_spaces(text, end);
    }
    if limits.is_empty() {
        return Err(error(0, "there is no limit here", "write an operator and a quantity, such as `>=8 bit`"));
    }
    Ok(Constraint { limits })
}

/// The limit that starts at `at`, and where it ends.
fn limit(text: &str, at: usize) -> Result<(Limit, usize), ConstraintError> {
    let rest = text.get(at..).unwrap_or_default();
    let Some((sign, op)) = OPERATORS.iter().find(|(sign, _)| rest.starts_with(sign)) else {
        let hint = if rest.starts_with('=') { "write `==` for an exact value" } else { "start each limit with one of > >= < <= ==" };
        return Err(error(at, "an operator is missing", hint));
    };
    let start = at + sign.len();
    let end = text.get(start..).and_then(|t| t.find(['<', '>', '=', '≥', '≤'])).map_or(text.len(), |n| start + n);
    let body = text.get(start..end).unwrap_or_default();
    let (main, printed) = split_alternatives(body);
    let quantity = quantity(main, start)?;
    let mut alternatives = Vec::new();
    if let Some((inside, offset)) = printed {
        let mut from = start + offset;
        for part in inside.split(", ") {
            alternatives.push(self::quantity(part, from)?);
            from += part.len() + 2;
        }
    }
    Ok((Limit { op: *op, quantity, alternatives }, end))
}

/// Splits `398 K (125 °C)` into the quantity and what stands in the parentheses, with its offset.
///
/// A parenthesis that belongs to the unit (`rad(Si)`) does not start with a number.
fn split_alternatives(body: &str) -> (&str, Option<(&str, usize)>) {
    let Some(without) = body.trim_end().strip_suffix(')') else { return (body, None) };
    for (open, _) in without.match_indices('(') {
        let inside = without.get(open + 1..).unwrap_or_default();
        if Number::longest_prefix(inside, &NumberFormat::PLAIN).is_some() {
            return (body.get(..open).unwrap_or_default(), Some((inside, open + 1)));
        }
    }
    (body, None)
}

fn quantity(text: &str, offset: usize) -> Result<Quantity, ConstraintError> {
    let start = skip_spaces(text, 0);
    let trimmed = text.get(start..).unwrap_or_default();
    let Some((number, length)) = Number::longest_prefix(trimmed, &NumberFormat::PLAIN) else {
        let message = match Number::parse(trimmed, &NumberFormat::PLAIN) {
            Err(cause @ (NumberError::ExponentTooLarge | NumberError::TooManyDigits | NumberError::ZeroDenominator)) => cause.to_string(),
            _ => "a number is missing".to_owned(),
        };
        return Err(error(offset + start, &message, "write the number with a decimal point, such as `1.3` or `5e3`"));
    };
    let unit = trimmed.get(length..).unwrap_or_default();
    if unit.starts_with([',', '.']) || unit.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
        return Err(error(
            offset + start + length,
            "the number is not finished",
            "use a decimal point and no thousands separators, such as `4800` or `1.3`",
        ));
    }
    Ok(Quantity { number, unit: Unit::parse(unit) })
}

fn skip_spaces(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.len() - rest.trim_start().len()
}

fn error(offset: usize, message: &str, hint: &str) -> ConstraintError {
    ConstraintError { offset, message: message.to_owned(), hint: hint.to_owned() }
}
