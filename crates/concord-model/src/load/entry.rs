//! Reading entries and the tree of their paragraphs.

use crate::diagnostic::codes;
use crate::form;
use crate::load::paragraph;
use crate::load::reader::Reader;
use crate::load::tree::{Place, Tree};
use crate::{Availability, Code, Entry, LicenceException, Paragraph, Reason, Stratum};

/// The words of strata.
pub(crate) const STRATA: [(&str, Stratum); 4] = [
    ("regime", Stratum::Regime),
    ("unilateral", Stratum::Unilateral),
    ("anti-terrorism", Stratum::AntiTerrorism),
    ("munitions-like", Stratum::MunitionsLike),
];

/// The words of availability.
pub(crate) const AVAILABILITY: [(&str, Availability); 3] =
    [("yes", Availability::Yes), ("no", Availability::No), ("partly", Availability::Partly)];

/// A code and the place where it stands.
pub(crate) type Claim = (Code, Place);

/// Reads an entry with its paragraphs; the codes that stand in it are added to `claims`.
pub(crate) fn entry(r: &mut Reader, node: &Tree, claims: &mut Vec<Claim>) -> Option<Entry> {
    let fields = r.fields(node, &form::ENTRY)?;
    let code_node = fields.get("entry");
    let code = code_node.and_then(|n| r.code(n)).filter(|code| {
        if !code.is_entry()
            && let Some(n) = code_node
        {
            r.report(
                n.place,
                codes::NOT_A_CODE,
                format!("`{code}` is a paragraph's code, not an entry's"),
                "put it under `paragraphs` of its entry",
            );
        }
        code.is_entry()
    });
    let known = code.is_some();
    let code = code.or_else(|| Code::parse("-").ok())?;
    let root = paragraph::facts(r, &fields, code.clone());
    let mut entry = Entry {
        stratum: fields.get("stratum").and_then(|n| r.choice(n, &STRATA)).unwrap_or_default(),
        elsewhere: r.optional_text(fields.get("elsewhere")),
        reasons: r.list(fields.get("reasons"), reason),
        exceptions: r.list(fields.get("exceptions"), exception),
        related: r.code_texts(fields.get("related")),
        paragraphs: vec![root],
    };
    if known && let Some(n) = code_node {
        claims.push((code, n.place));
    }
    let mut whole = known;
    let under: Vec<(Option<(Code, Place)>, Paragraph)> = r.list(fields.get("paragraphs"), |r, item| {
        let fields = r.fields(item, &form::PARAGRAPH)?;
        let code = fields.get("code").and_then(|n| Some((r.code(n)?, n.place)));
        let own = code.as_ref().map_or_else(|| entry.code().clone(), |(c, _)| c.clone());
        Some((code, paragraph::facts(r, &fields, own)))
    });
    whole &= under.iter().all(|(code, _)| code.is_some());
    for (code, paragraph) in under {
        if let Some((code, place)) = code
            && known
        {
            place_in_tree(r, &entry, &code, place, whole, claims);
        }
        entry.paragraphs.push(paragraph);
    }
    known.then_some(entry)
}

/// Checks that a paragraph stands in its own entry, after its parent.
fn place_in_tree(r: &mut Reader, entry: &Entry, code: &Code, place: Place, whole: bool, claims: &mut Vec<Claim>) {
    if code.is_entry() || !code.is_within(entry.code()) {
        let hint = format!("move it to the entry `{}`", code.entry());
        r.report(place, codes::FOREIGN_PARAGRAPH, format!("`{code}` does not belong to the entry `{}`", entry.code()), hint);
        return;
    }
    // The tree is written in order, so a parent is mostly among the last paragraphs.
    if let Some(parent) = code.parent()
        && whole
        && !entry.paragraphs.iter().rev().any(|p| p.code == parent)
    {
        let hint = format!("add `- code: \"{parent}\"` before it");
        r.report(place, codes::NO_PARENT, format!("`{code}` has no paragraph `{parent}` before it"), hint);
    }
    claims.push((code.clone(), place));
}

fn reason(r: &mut Reader, node: &Tree) -> Option<Reason> {
    let fields = r.fields(node, &form::REASON)?;
    Some(Reason {
        reason: r.optional_text(fields.get("reason")),
        column: r.optional_text(fields.get("column")),
        applies_to: r.code_texts(fields.get("to")),
        qualified: r.flag(fields.get("qualified")),
        destinations: r.texts(fields.get("destinations")),
    })
}

fn exception(r: &mut Reader, node: &Tree) -> Option<LicenceException> {
    let fields = r.fields(node, &form::EXCEPTION)?;
    Some(LicenceException {
        symbol: r.optional_text(fields.get("symbol")),
        available: fields.get("available").and_then(|n| r.choice(n, &AVAILABILITY)).unwrap_or(Availability::Yes),
        value_limit: r.optional_text(fields.get("value")),
        only: r.code_texts(fields.get("only")),
        except: r.code_texts(fields.get("except")),
    })
}
