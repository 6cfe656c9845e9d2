//! What the rows of a table of controls say beyond a reason and a column: parts left out, parts meant, items that software or technology is for.

use concord_model::licensing::Reach;

use super::codes;
use super::split_control;
use crate::document::RawLicence;

/// The reach of every reason of an entry whose row says more than "entire entry" or a list of codes.
pub fn reaches(licence: &RawLicence) -> Vec<Reach> {
    let mut out = Vec::new();
    let mut row = 0;
    for raw in &licence.reasons {
        let control = raw.control.trim_start_matches("Controls:").trim();
        let Some((names, scope)) = split_control(control) else { continue };
        let found = reach(&licence.entry, scope);
        for name in names.split(" and ") {
            row += 1;
            out.extend(found.clone().map(|reach| Reach { entry: licence.entry.clone(), row, reason: name.trim().to_owned(), ..reach }));
        }
    }
    out
}

fn reach(entry: &str, scope: &str) -> Option<Reach> {
    let scope = super::split_column(scope).0.trim().trim_end_matches('.');
    let scope = scope.strip_prefix("the ").unwrap_or(scope);
    let mut out = Reach::default();
    if let Some(rest) = scope.strip_prefix("entire entry").or_else(|| scope.strip_prefix("entireentry")) {
        whole_entry(entry, rest, &mut out)?;
        return Some(out);
    }
    let printed = scope;
    let scope =
        ["“software” controlled by ", "“technology” controlled by "].iter().find_map(|lead| scope.strip_prefix(lead)).unwrap_or(scope);
    let lead = super::LEADS.iter().find_map(|lead| scope.strip_prefix(lead)).unwrap_or(scope);
    // `paragraph c`: the label alone.
    let label = lead.len() == 1 && scope.starts_with("paragraph ");
    let lead = if label { format!(".{lead}") } else { lead.to_owned() };
    let lead = lead.as_str();
    let (plain, set_aside) = without_exceptions(entry, lead);
    let (listed, rest) = codes::leading(entry, &plain);
    let rest = rest.trim().trim_start_matches("of this entry").trim_start_matches("only").trim();
    if !listed.is_empty() && rest.is_empty() {
        if set_aside.is_empty() && super::scope_codes(entry, printed) == (listed.clone(), false) {
            return None;
        }
        (out.only, out.except) = (listed, set_aside);
        return Some(out);
    }
    out.narrowed = true;
    out.related = foreign(entry, lead);
    // Short codes behind another entry's code belong to that entry.
    out.only = if out.related.is_empty() || lead.contains(entry) { codes::all(entry, lead) } else { Vec::new() };
    Some(out)
}

/// Reads what stands behind "entire entry"; `None` where it is nothing.
fn whole_entry(entry: &str, rest: &str, out: &mut Reach) -> Option<()> {
    let rest = rest.trim();
    if rest.is_empty() || rest.starts_with(['.', '(']) {
        return None;
    }
    let rest = rest.trim_start_matches(',').trim_start();
    let Some(except) = rest.strip_prefix("except").or_else(|| rest.strip_prefix("excluding")) else {
        out.narrowed = true;
        return Some(());
    };
    let except = except.trim_start().trim_start_matches("for ");
    let (listed, tail) = codes::leading(entry, except);
    if !listed.is_empty() && tail.trim().is_empty() {
        out.except = listed;
        return Some(());
    }
    out.unclear = codes::all(entry, except);
    out.related = foreign(entry, except);
    out.narrowed = out.unclear.is_empty();
    Some(())
}

/// Takes `(except .b.5)` out of a list of codes, and gives the codes so set aside.
fn without_exceptions(entry: &str, text: &str) -> (String, Vec<String>) {
    let mut plain = String::new();
    let mut aside = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("(except ") {
        let Some((inner, after)) = behind.split_once(')') else { break };
        let (listed, tail) = codes::leading(entry, inner.trim_start_matches("for "));
        if listed.is_empty() || !tail.trim().is_empty() {
            break;
        }
        plain.push_str(before.trim_end());
        aside.extend(listed);
        rest = after;
    }
    plain.push_str(rest);
    (plain, aside)
}

/// Codes of other entries in a text, in its order; ranges as `from-to`.
fn foreign(entry: &str, text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut range = false;
    for word in text.split([' ', '(', ')']) {
        let word = word.trim_matches([',', ';', ':', '.']);
        if matches!(word, "to" | "through") {
            range = !out.is_empty();
            continue;
        }
        if is_code(word) && !word.starts_with(entry) {
            let known = out.iter().any(|known| known == word);
            match out.last_mut() {
                Some(from) if range => *from = format!("{from}-{word}"),
                _ if known => {}
                _ => out.push(word.to_owned()),
            }
        }
        range = false;
    }
    out
}

/// Whether a word has the form of an entry's code, with or without a paragraph.
fn is_code(word: &str) -> bool {
    let mut chars = word.chars();
    let head: String = chars.by_ref().take(5).collect();
    let form = head.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>();
    matches!(form.as_str(), "0A000" | "0B000" | "0C000" | "0D000" | "0E000") && matches!(chars.next(), None | Some('.'))
}

/// A sentence that closes an exception to part of an entry for some country groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The country groups it closes the exception to.
    pub groups: Vec<String>,
    /// The codes it closes; empty for the entire entry.
    pub codes: Vec<String>,
    /// Whether its text says more than codes and groups.
    pub narrowed: bool,
}

/// The sentences of an entry's special conditions for the exception STA.
pub fn closings(licence: &RawLicence) -> Vec<Closing> {
    let mut out = Vec::new();
    for sentence in licence.special_sta.split("License Exception STA may not").skip(1) {
        let groups: Vec<String> =
            ["A:5", "A:6"].iter().filter(|group| sentence.contains(*group)).map(|group| (*group).to_owned()).collect();
        let subject = sentence.split("to any of the destinations").next().unwrap_or_default();
        push(&mut out, &licence.entry, subject, groups);
    }
    // The other form shuts the paragraph of the exception that opens it to Country Group A:6.
    for sentence in licence.special_sta.split("Paragraph (c)(2)").skip(1) {
        let subject = sentence.split("may not be used").nth(1).unwrap_or_default();
        push(&mut out, &licence.entry, subject, vec!["A:6".to_owned()]);
    }
    out
}

fn push(out: &mut Vec<Closing>, entry: &str, subject: &str, groups: Vec<String>) {
    if groups.is_empty() {
        return;
    }
    let subject = subject.trim().trim_start_matches("be used ");
    let (subject, excepted) = subject.split_once("except").map_or((subject, false), |(before, _)| (before, true));
    let listed: Vec<String> = codes::all(entry, subject).into_iter().filter(|code| code != entry).collect();
    let tail = ["for any ", "any "]
        .iter()
        .find_map(|lead| subject.trim_start_matches("to ship or transmit ").trim_start_matches("to ship ").strip_prefix(lead));
    let plain = ["item", "commodity", "commodities", "items", "“software”", "“technology”"];
    let mut words = tail.unwrap_or("").split_whitespace().filter(|word| !word.contains(entry));
    let narrowed = excepted || listed.is_empty() && words.any(|word| !plain.contains(&word) && !is_filler(word));
    out.push(Closing { groups, codes: listed, narrowed });
}

fn is_filler(word: &str) -> bool {
    matches!(word, "in" | "this" | "entry" | "controlled" | "by" | "under" | "specified" | "ECCN" | "of" | "the" | "classified")
}

#[cfg(test)]
mod tests {
    use super::{Reach, closings, foreign, reaches};
    use crate::document::{RawLicence, RawReason};

    fn of(control: &str) -> Option<Reach> {
        let row = RawReason { control: control.to_owned(), column: "NS Column 1.".to_owned() };
        reaches(&RawLicence { entry: "9A901".to_owned(), reasons: vec![row], ..RawLicence::default() }).pop()
    }

    #[test]
    fn parts_left_out() {
        assert_eq!(of("NS applies to entire entry"), None);
        assert_eq!(of("NS applies to 9A901.a and .b"), None);
        assert_eq!(of("NS applies to entire entry (see 9A903 for more)"), None);
        let except = of("NS applies to entire entry, except 9A901.b and .y").unwrap_or_default();
        assert_eq!((except.except, except.narrowed), (vec!["9A901.b".to_owned(), "9A901.y".to_owned()], false));
        let label = of("NS applies to paragraph c").unwrap_or_default();
        assert_eq!((label.only, label.narrowed), (vec!["9A901.c".to_owned()], false));
        let inner = of("NS applies to 9A901.b (except .b.5), .c and .d").unwrap_or_default();
        assert_eq!((inner.only.len(), inner.except), (3, vec!["9A901.b.5".to_owned()]));
        let unclear = of("NS applies to entire entry except 9A901.a for items for ECCN 9A902, and 9A901.d").unwrap_or_default();
        assert_eq!((unclear.unclear.len(), unclear.narrowed), (2, false));
    }

    #[test]
    fn texts_that_narrow() {
        let when = of("MT applies to 9A901.a.1 when usable in sleds; and to 9A901.c.2 when heated").unwrap_or_default();
        assert!(when.narrowed);
        assert_eq!(when.only, ["9A901.a.1", "9A901.c.2"]);
        let related = of("NS applies to “technology” for items controlled by 9A902, 9B903 to 9B905 or 9A906.b").unwrap_or_default();
        assert_eq!(related.related, ["9A902", "9B903-9B905", "9A906.b"]);
        assert!(related.narrowed);
        assert!(foreign("9A901", "for 9A901.x").is_empty());
    }

    #[test]
    fn closed_country_groups() {
        let raw = |text: &str| RawLicence { entry: "9A901".to_owned(), special_sta: text.to_owned(), ..RawLicence::default() };
        let one = closings(&raw(
            "License Exception STA may not be used to ship any item in 9A901.b.2 to any of the destinations listed in Country Group A:6.",
        ));
        assert_eq!(
            (one[0].codes.as_slice(), one[0].groups.as_slice()),
            (["9A901.b.2".to_owned()].as_slice(), ["A:6".to_owned()].as_slice())
        );
        let whole = closings(&raw(
            "License Exception STA may not be used for any item in this entry to any of the destinations listed in Country Group A:5 or A:6.",
        ));
        assert_eq!((whole[0].codes.len(), whole[0].groups.len(), whole[0].narrowed), (0, 2, false));
        let other =
            closings(&raw("STA: Paragraph (c)(2) of License Exception STA (§ 740.20(c)(2)) may not be used for any item in 9A901."));
        assert_eq!((other[0].groups.as_slice(), other[0].narrowed), (["A:6".to_owned()].as_slice(), false));
    }
}
