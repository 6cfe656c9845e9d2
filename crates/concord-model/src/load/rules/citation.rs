//! Reading citations: an instrument's identifier, a space, the place in it; several joined by semicolons.

use jiff::civil::Date;

use crate::diagnostic::codes;
use crate::load::reader::Reader;
use crate::load::tree::Tree;
use crate::rules::{Citation, Instrument};

/// A text that may be cited.
pub(super) struct Text {
    id: String,
    /// The day for which it surely tells what it says.
    day: Option<Date>,
}

impl Text {
    /// The texts that may be cited.
    pub(super) fn of<'i>(instruments: impl Iterator<Item = &'i Instrument>) -> Vec<Self> {
        instruments.map(|instrument| Self { id: instrument.id.clone(), day: instrument.day() }).collect()
    }
}

/// The first day for which all texts of a citation surely state what they state, never after `read`, the day they were read.
pub(super) fn first_shown(cites: &[Citation], known: &[Text], read: Date) -> Date {
    let day = |cited: &Citation| known.iter().find(|text| text.id == cited.instrument).and_then(|text| text.day).unwrap_or(read);
    cites.iter().map(day).max().unwrap_or(read).min(read)
}

/// Reads the citations of a fact; an instrument that is not known is reported.
pub(super) fn citations(r: &mut Reader, node: Option<&Tree>, known: &[Text]) -> Vec<Citation> {
    let text = r.citation(node);
    let (Some(node), false) = (node, text.is_empty()) else { return Vec::new() };
    let mut out: Vec<Citation> = Vec::new();
    for part in text.split("; ") {
        let (instrument, pinpoint) = part.trim().split_once(' ').unwrap_or((part.trim(), ""));
        match out.last_mut() {
            // A further place in the instrument before it.
            Some(last) if !known.iter().any(|text| text.id == instrument) => {
                last.pinpoint = format!("{}; {}", last.pinpoint, part.trim());
            }
            _ => {
                if !known.iter().any(|text| text.id == instrument) {
                    let nearest = known.iter().min_by_key(|text| strsim::damerau_levenshtein(&text.id, instrument));
                    let hint = nearest.map_or_else(
                        || "list it in instruments.yaml".to_owned(),
                        |text| format!("list it in instruments.yaml, or cite `{}`", text.id),
                    );
                    r.report(node.place, codes::UNKNOWN_INSTRUMENT, format!("no instrument `{instrument}` is listed"), hint);
                }
                out.push(Citation { instrument: instrument.to_owned(), pinpoint: pinpoint.trim().to_owned() });
            }
        }
    }
    if let Some(bare) = out.iter().find(|c| c.pinpoint.is_empty()) {
        let message = format!("the citation of `{}` names no place in it", bare.instrument);
        r.report(node.place, codes::NO_PINPOINT, message, "add the article, section or paragraph, or say `whole act`");
    }
    out
}
