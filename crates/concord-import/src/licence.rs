//! From what an entry prints about licences to the model's reasons for control and list-based exceptions.

mod codes;
mod destinations;
mod refine;

use concord_model::{Availability, LicenceException, Reason};

use crate::document::{RawLicence, RawReason};

pub use refine::{Closing, closings, reaches};

/// The reasons for control of an entry, one for each row and reason.
pub fn reasons(licence: &RawLicence) -> Vec<Reason> {
    licence.reasons.iter().flat_map(|row| reason(&licence.entry, row)).collect()
}

/// The list-based exceptions of an entry; one symbol may give several, with different limits for different paragraphs.
///
/// Conditions on the exception STA become one more with that symbol, closed to the paragraphs they name.
pub fn exceptions(licence: &RawLicence) -> Vec<LicenceException> {
    let entry = licence.entry.as_str();
    let mut out: Vec<LicenceException> = licence.exceptions.iter().flat_map(|raw| exception(entry, &raw.symbol, &raw.text)).collect();
    if !licence.special_sta.is_empty() {
        out.push(LicenceException {
            symbol: "STA".to_owned(),
            available: Availability::Partly,
            value_limit: String::new(),
            only: Vec::new(),
            except: codes::all(entry, &licence.special_sta),
        });
    }
    out
}

fn reason(entry: &str, row: &RawReason) -> Vec<Reason> {
    let control = row.control.trim_start_matches("Controls:").trim();
    let Some((names, scope)) = split_control(control) else { return Vec::new() };
    let (scope, inner) = split_column(scope);
    let column_text = if row.column.is_empty() { inner } else { row.column.as_str() };
    let (before, column) = split_column(column_text);
    let column = if before.trim().is_empty() { column.trim_end_matches(['.', ',']) } else { "" };
    let (column, more) = column.find(", ").map_or((column, false), |at| (column.get(..at).unwrap_or(column), true));
    let (applies_to, mut qualified) = scope_codes(entry, scope);
    qualified |= more;
    let destinations = if column.is_empty() { destinations::read(column_text) } else { Vec::new() };
    names
        .split(" and ")
        .map(|name| Reason {
            reason: name.trim().to_owned(),
            column: column.to_owned(),
            applies_to: applies_to.clone(),
            qualified,
            destinations: destinations.clone(),
        })
        .collect()
}

/// Splits `NS applies to entire entry` into the reason and what it applies to.
fn split_control(control: &str) -> Option<(&str, &str)> {
    let (name, rest) = control.split_once(" appl")?;
    let rest = rest.strip_prefix("ies").or_else(|| rest.strip_prefix('y'))?.trim_start();
    Some((name, rest.strip_prefix("to ").unwrap_or(rest)))
}

/// Splits a text before a chart column (`NS Column 1`).
fn split_column(text: &str) -> (&str, &str) {
    let Some(at) = text.find(" Column ") else { return (text, "") };
    let start = text.get(..at).and_then(|before| before.rfind(' ')).map_or(0, |space| space + 1);
    text.split_at_checked(start).unwrap_or((text, ""))
}

/// Words that introduce a list of codes.
const LEADS: [&str; 9] = [
    "items controlled by ",
    "items controlled in ",
    "items in ",
    "commodities controlled by ",
    "commodities in ",
    "paragraphs ",
    "paragraph ",
    "ECCN ",
    "",
];

/// The codes a reason applies to, and whether the text narrows it in a way the codes do not say.
fn scope_codes(entry: &str, scope: &str) -> (Vec<String>, bool) {
    let scope = scope.trim().trim_end_matches('.');
    let scope = scope.strip_prefix("the ").unwrap_or(scope);
    if let Some(rest) = scope.strip_prefix("entire entry") {
        return (Vec::new(), !rest.trim().is_empty());
    }
    let list = LEADS.iter().find_map(|lead| scope.strip_prefix(lead)).unwrap_or(scope);
    let (codes, rest) = codes::leading(entry, list);
    let rest = rest.trim().trim_start_matches("of this entry").trim();
    (codes, !rest.is_empty())
}

fn exception(entry: &str, symbol: &str, text: &str) -> Vec<LicenceException> {
    let row = |available, value: &str, only: Vec<String>, except: Vec<String>| LicenceException {
        symbol: symbol.to_owned(),
        available,
        value_limit: value.to_owned(),
        only,
        except,
    };
    let text = text.trim();
    if is_nothing(text) {
        return vec![row(Availability::No, "", Vec::new(), Vec::new())];
    }
    let clauses = clauses(text);
    let mut except = Vec::new();
    let mut open = Vec::new();
    // Codes that stand in a clause by themselves carry on the clause before.
    let mut refusing = false;
    for clause in &clauses {
        let (granted, refused) = clause.split_once("except").unwrap_or((clause, ""));
        if let Some(value) = value(granted) {
            open.push((value, codes::all(entry, granted)));
            except.extend(codes::all(entry, refused));
            refusing = false;
        } else if granted.trim_start().starts_with("N/A") {
            except.extend(codes::all(entry, clause));
            refusing = true;
        } else if granted.contains("Yes") {
            open.push((String::new(), codes::all(entry, granted)));
            except.extend(codes::all(entry, refused));
            refusing = false;
        } else if refusing {
            except.extend(codes::all(entry, clause));
        } else if let Some(last) = open.last_mut() {
            last.1.extend(codes::all(entry, granted));
            except.extend(codes::all(entry, refused));
        }
    }
    if open.len() > 1 {
        // `Yes for:` only introduces the limits behind it.
        open.retain(|(value, only)| !value.is_empty() || !only.is_empty());
    }
    if open.is_empty() {
        return vec![row(Availability::Partly, "", Vec::new(), except)];
    }
    let plain = is_plain(text);
    open.into_iter()
        .map(|(value, mut only)| {
            // The entry's own code limits nothing.
            only.retain(|code| code != entry);
            (value, only)
        })
        .map(|(value, only)| row(if plain { Availability::Yes } else { Availability::Partly }, &value, only, except.clone()))
        .collect()
}

/// Whether an exception is open to the whole entry without a condition but a value.
fn is_plain(text: &str) -> bool {
    let text = text.trim_end_matches('.');
    text == "Yes" || text.strip_prefix('$').is_some_and(|v| v.chars().all(|c| c.is_ascii_digit() || c == ','))
}

fn is_nothing(text: &str) -> bool {
    matches!(text.trim_end_matches('.'), "" | "N/A" | "No" | "None")
}

/// Splits an exception's text before each value, each refusal and behind each semicolon.
fn clauses(text: &str) -> Vec<&str> {
    let mut starts = vec![0];
    for (at, _) in text.match_indices("; ") {
        starts.push(at + 2);
    }
    for (at, _) in text.match_indices('$') {
        starts.push(at);
    }
    for (at, _) in text.match_indices("N/A") {
        // `except N/A for` belongs to what it takes out of.
        if !text.get(..at).is_some_and(|before| before.trim_end().ends_with("except")) {
            starts.push(at);
        }
    }
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| text.get(*start..end)).filter(|c| !c.trim().is_empty()).collect()
}

/// The value a clause starts with, in dollars of the United States.
fn value(clause: &str) -> Option<String> {
    let digits: String = clause
        .trim_start()
        .strip_prefix('$')?
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == ',')
        .filter(char::is_ascii_digit)
        .collect();
    (!digits.is_empty()).then(|| format!("USD {digits}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::RawException;

    fn one(control: &str, column: &str) -> Vec<Reason> {
        let row = RawReason { control: control.to_owned(), column: column.to_owned() };
        reasons(&RawLicence { entry: "9A999".to_owned(), reasons: vec![row], ..RawLicence::default() })
    }

    #[test]
    fn rows_of_the_table() {
        let r = &one("NS applies to entire entry", "NS Column 1.")[0];
        assert_eq!((r.reason.as_str(), r.column.as_str(), r.qualified), ("NS", "NS Column 1", false));
        let r = &one("RS applies to 9A999.a, .b.1 and c to e", "RS Column 2")[0];
        assert_eq!(r.applies_to, ["9A999.a", "9A999.b.1", "9A999.c-9A999.e"]);
        assert!(!r.qualified);
        assert!(one("RS applies to entire entry, except 9A999.z", "RS Column 1")[0].qualified);
        assert!(one("MT applies to “software” for 9B999", "MT Column 1")[0].qualified);
        let both = one("SL and AT apply to entire entry.", "");
        assert_eq!(both.iter().map(|r| r.reason.as_str()).collect::<Vec<_>>(), ["SL", "AT"]);
        assert_eq!(one("CB applies to entire entry CB Column 2.", "")[0].column, "CB Column 2");
    }

    fn stated(symbol: &str, text: &str) -> Vec<LicenceException> {
        let raw = RawException { symbol: symbol.to_owned(), text: text.to_owned() };
        exceptions(&RawLicence { entry: "9A999".to_owned(), exceptions: vec![raw], ..RawLicence::default() })
    }

    #[test]
    fn exceptions_with_limits() {
        assert_eq!(stated("GBS", "N/A")[0].available, Availability::No);
        let plain = &stated("LVS", "$1,500")[0];
        assert_eq!((plain.available, plain.value_limit.as_str()), (Availability::Yes, "USD 1500"));
        let except = &stated("LVS", "$5000; N/A for MT and for 9A999.b")[0];
        assert_eq!((except.available, except.except.as_slice()), (Availability::Partly, ["9A999.b".to_owned()].as_slice()));
        let two = stated("LVS", "N/A for 9A999.a; $5000 for 9A999.b.1, .c; $3000 for 9A999.d.");
        assert_eq!(two.len(), 2);
        assert_eq!(
            (two[0].value_limit.as_str(), two[0].only.len(), two[1].only.as_slice()),
            ("USD 5000", 2, ["9A999.d".to_owned()].as_slice())
        );
        let yes = &stated("GBS", "Yes, except 9A999.a, b.5 and h.")[0];
        assert_eq!(yes.except, ["9A999.a", "9A999.b.5", "9A999.h"]);
    }
}
