//! What the Word brief and the workbook both say.

use crate::lang::Texts;
use crate::view::{CompareView, EditionRow, EditionView, ReviewView};

/// How the comparison was made, a paragraph each.
pub(crate) fn method(view: &CompareView, texts: &Texts) -> Vec<String> {
    let mut out = Vec::new();
    if view.lists {
        let witnesses = [("confirmed", view.summary.witnesses.into()), ("refused", view.summary.witnesses_refused.into())];
        out.extend([
            texts.get("office-method-facts", &[]),
            texts.get("office-method-matching", &[]),
            texts.get("office-method-sets", &[]),
            texts.get("office-method-witnesses", &witnesses),
            texts.get("office-method-coverage", &[]),
            texts.get("office-method-layers", &[]),
            texts.get("office-method-follows", &[]),
        ]);
    }
    if let Some(rules) = &view.rules_outside {
        out.push(texts.get("office-method-rules", &[("day", texts.date(&rules.as_of).into())]));
        if !rules.rates.is_empty() {
            out.push(rules.rates.clone());
        }
    }
    out
}

/// An analyst's record in one text.
pub(crate) fn review(review: &ReviewView, texts: &Texts) -> String {
    let args = [
        ("verdict", review.verdict_words.as_str().into()),
        ("reviewer", review.reviewer.as_str().into()),
        ("on", review.on.as_str().into()),
    ];
    let mut out = crate::words::capitalised(&texts.get("desk-review", &args));
    if !review.materiality_words.is_empty() {
        out = format!("{out}, {}", review.materiality_words);
    }
    out.push('.');
    if !review.line.is_empty() {
        out = format!("{out} {}", texts.get("desk-line", &[("line", review.line.as_str().into())]));
    }
    if !review.note.is_empty() {
        out = format!("{out} ({})", review.note);
    }
    out
}

/// How much has changed since an earlier edition, in one sentence.
pub(crate) fn changes(edition: &EditionView, texts: &Texts) -> String {
    let counts = [
        ("new", edition.new.len().into()),
        ("changed", edition.changed.len().into()),
        ("gone", edition.gone.len().into()),
        ("unchanged", edition.unchanged.into()),
    ];
    texts.get("desk-changes-count", &counts)
}

/// What a finding says now, and before.
pub(crate) fn said(row: &EditionRow, texts: &Texts) -> String {
    if row.said.is_empty() {
        row.says.clone()
    } else {
        format!("{} ({})", row.says, texts.get("desk-before", &[("said", row.said.as_str().into())]))
    }
}
