//! What the Word paper and the workbook of licence ladders both say.

use crate::lang::Texts;
use crate::view::item::{ItemView, PlacementView, UnlistedView};
use crate::view::ladder::LadderView;

/// The title of the report of licence ladders.
pub(crate) fn ladder_title(view: &LadderView, texts: &Texts) -> String {
    let activity = super::word(texts, "office-activity-", &view.activity);
    texts.get("html-ladder-title", &[("code", (&view.code).into()), ("activity", activity.into())])
}

/// A paragraph; with a question mark where it may hold the item.
pub(crate) fn paragraph(code: &str, sure: bool) -> String {
    if sure { code.to_owned() } else { format!("{code}?") }
}

/// How many destinations need a licence from one origin, for one paragraph.
pub(crate) struct Counted<'a> {
    /// The origin's name.
    pub(crate) origin: &'a str,
    /// The day as of which its rules hold, ISO.
    pub(crate) as_of: &'a str,
    /// The paragraph.
    pub(crate) code: &'a str,
    /// Whether the paragraph surely holds the item.
    pub(crate) sure: bool,
    /// Destinations for which a licence is required, is not, and of which neither is decided.
    pub(crate) answers: [usize; 3],
}

/// Counts the rows of ladders by origin and paragraph, in their order.
pub(crate) fn counted(view: &LadderView) -> Vec<Counted<'_>> {
    let mut out: Vec<Counted<'_>> = Vec::new();
    for row in &view.table {
        let at = match row.licence {
            "yes" => 0,
            "no" => 1,
            _ => 2,
        };
        if let Some(known) = out.iter_mut().find(|known| known.origin == row.origin && known.code == row.code) {
            known.answers[at] += 1;
        } else {
            let mut answers = [0; 3];
            answers[at] += 1;
            out.push(Counted { origin: &row.origin, as_of: &row.as_of, code: &row.code, sure: row.sure, answers });
        }
    }
    out
}

/// Where an item stands: a sentence, and what it rests on with the citation of each.
pub(crate) struct ItemLines {
    /// The sentence.
    pub(crate) sentence: String,
    /// What it rests on; with an empty citation what needs none.
    pub(crate) rows: Vec<(String, String)>,
}

/// Where an item stands in the list of each origin.
pub(crate) fn item(item: &ItemView, texts: &Texts) -> Vec<ItemLines> {
    item.placements.iter().map(|place| placement(place, texts)).collect()
}

fn placement(place: &PlacementView, texts: &Texts) -> ItemLines {
    let origin = ("origin", (&place.origin).into());
    let key = match (place.list.is_empty(), place.listed.is_empty(), place.perhaps.is_empty(), place.answer) {
        (true, ..) => "item-no-list",
        (_, false, ..) => "item-listed",
        (_, _, false, _) => "item-perhaps",
        (_, _, _, "no") => "item-not-listed",
        _ => "item-unknown",
    };
    let mut sentence = texts.get(key, &[("list", (&place.list).into()), origin.clone(), ("outside", place.outside.into())]);
    if !place.by_file.is_empty() {
        let by_file = texts.get("item-by-file", &[origin, ("codes", place.by_file.join(", ").into())]);
        sentence = format!("{sentence} {by_file}");
    }
    let mut rows: Vec<(String, String)> =
        place.listed.iter().map(|row| (format!("{} {}", row.code, row.subject), row.citation.clone())).collect();
    let colon = texts.get("office-colon", &[]);
    rows.extend(place.perhaps.iter().map(|row| (format!("{}? {}{colon}{}", row.code, row.subject, row.why), row.citation.clone())));
    let mut remark = |key: &str, arg: (&str, crate::lang::Arg)| rows.push((texts.get(key, &[arg]), String::new()));
    if place.perhaps_more > 0 {
        remark("item-more", ("more", place.perhaps_more.into()));
    }
    for (key, words) in [("item-unknown-kinds", &place.unknown_kinds), ("item-unused-values", &place.unused_values)] {
        if !words.is_empty() {
            remark(key, ("words", words.join(", ").into()));
        }
    }
    ItemLines { sentence, rows }
}

/// What bears on an item to a destination if no paragraph holds it.
pub(crate) fn unlisted(row: &UnlistedView, texts: &Texts) -> ItemLines {
    let place = texts.get("item-unlisted", &[("origin", (&row.origin).into()), ("place", (&row.destination).into())]);
    let embargo = texts.get("item-embargo", &[("answer", row.embargo.into())]);
    let guard = |guard: &crate::view::item::GuardView| {
        let args = [("name", (&guard.name).into()), ("trigger", (&guard.trigger).into())];
        (texts.get("item-guard", &args), guard.citation.clone())
    };
    let mut rows: Vec<(String, String)> = row.guards.iter().map(guard).collect();
    if rows.is_empty() {
        rows.push((texts.get("item-no-guard", &[]), String::new()));
    }
    rows.extend(row.not_held.iter().map(|what| (what.clone(), String::new())));
    ItemLines { sentence: format!("{place}{}{embargo}", texts.get("office-colon", &[])), rows }
}
