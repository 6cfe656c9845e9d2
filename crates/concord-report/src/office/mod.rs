//! What Word documents and workbooks both say.

mod ladder;
mod recognition;

pub(crate) use ladder::{ItemLines, counted, item, ladder_title, paragraph, unlisted};
pub(crate) use recognition::{LabelledFact, accepts, asymmetry, recognition_facts, recognition_title};

use crate::lang::{Language, Texts};
use crate::view::{CompareView, EditionRow, EditionView, ReviewView, TrackView};

/// What a series through time is called: its title, or where that is too long for a title how many are followed.
pub(crate) fn track_title(view: &TrackView, texts: &Texts) -> String {
    /// The longest names that stand in a title, in characters.
    const LONG: usize = 60;
    if view.title.chars().count() > LONG {
        texts.get("track-title-many", &[("count", view.members.len().into())])
    } else {
        texts.get("track-title", &[("who", view.title.as_str().into())])
    }
}

/// From when to when a series goes, and what it asks.
pub(crate) fn track_period(view: &TrackView, texts: &Texts) -> String {
    let topic = crate::words::capitalised(&view.topic);
    texts.get("track-period", &[("from", texts.date(&view.from).into()), ("to", texts.date(&view.to).into()), ("topic", topic.into())])
}

/// What is authentic; in another language than the definitions', also what stands in theirs.
pub(crate) fn authentic(texts: &Texts) -> String {
    let note = texts.get("desk-authentic", &[]);
    if texts.language() == Language::ENGLISH { note } else { format!("{note} {}", texts.get("page-language", &[])) }
}

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

/// The shade of a cell by the key of what it says, as red, green and blue; none where it stays white. Shades differ in lightness too, so that they
/// survive a grey print, and none is the only carrier of what it says.
pub(crate) fn shade(key: &str) -> Option<u32> {
    Some(match key {
        "left-stricter" | "a-may-accept-b" | "stricter" => 0x00CF_E2F7,
        "right-stricter" | "b-may-accept-a" | "looser" => 0x00FB_DFC3,
        "overlap" | "both" => 0x00E6_DCF2,
        "incomparable" | "open" | "unclear" => 0x00EC_ECEC,
        "equivalent" | "free" => 0x00DD_EFDD,
        "conditional" | "asked" => 0x00FF_F2CC,
        "not-recognisable" | "barred" => 0x00F2_D0CE,
        _ => return None,
    })
}

/// The word of a key that the data or a view gives (`presumption of denial`): the message whose name is `prefix` and the key with hyphens; the key itself
/// where no message is so called.
pub(crate) fn word(texts: &Texts, prefix: &str, key: &str) -> String {
    let slug: String = key.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    texts.try_get(&format!("{prefix}{slug}"), &[]).unwrap_or_else(|_| key.to_owned())
}
