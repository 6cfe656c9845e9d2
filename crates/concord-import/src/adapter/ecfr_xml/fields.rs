//! The fixed headings of an entry: its sections, its labelled lines, the headings of its notes.

/// A section of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Above the first section.
    Heading,
    /// What needs a licence and why.
    Licence,
    /// List-based exceptions.
    Exceptions,
    /// Special conditions for the exception STA.
    Sta,
    /// Reporting requirements.
    Reporting,
    /// Related controls and definitions.
    Controlled,
    /// The items themselves.
    Items,
}

/// A labelled line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// `Reason for Control:`
    Reason,
    /// `Control(s):`
    Control,
    /// `Country Chart.`
    Chart,
    /// `Items:`
    Items,
    /// `Related Controls:` and its like, by name.
    Note(&'static str),
    /// `LVS:`, by symbol.
    Exception(String),
}

/// The section a heading opens, and what stands behind the heading.
pub(super) fn section(text: &str) -> Option<(Section, &str)> {
    const HEADINGS: [(&str, Section, bool); 7] = [
        ("license requirements", Section::Licence, true),
        ("list based license exceptions", Section::Exceptions, false),
        ("list-based license exceptions", Section::Exceptions, false),
        ("license exceptions", Section::Exceptions, true),
        ("special conditions for sta", Section::Sta, true),
        ("reporting requirements", Section::Reporting, false),
        ("list of items controlled", Section::Controlled, true),
    ];
    let (heading, section, whole) = HEADINGS.iter().find(|(h, ..)| starts(text, h))?;
    let rest = text.get(heading.len()..)?.trim_start_matches([':', '.', ' ']);
    let fits = match section {
        _ if *whole => rest.is_empty(),
        Section::Exceptions => rest.is_empty() || starts(rest, "(see part 740"),
        _ => true,
    };
    let rest = if *section == Section::Exceptions { "" } else { rest };
    fits.then_some((*section, rest))
}

/// The labelled line a text is, and what stands behind the label.
pub(super) fn field(text: &str) -> Option<(Field, &str)> {
    const LABELS: [(&str, Field); 12] = [
        ("reason for control", Field::Reason),
        ("reasons for control", Field::Reason),
        ("control(s)", Field::Control),
        ("country chart.", Field::Chart),
        ("items", Field::Items),
        ("related controls", Field::Note("Related Controls")),
        ("related control", Field::Note("Related Controls")),
        ("related definitions", Field::Note("Related Definitions")),
        ("related definition", Field::Note("Related Definitions")),
        ("related terms", Field::Note("Related Definitions")),
        ("eccn controls", Field::Note("ECCN Controls")),
        ("special reporting", Field::Note("Reporting Requirements")),
    ];
    for (label, field) in LABELS {
        if !starts(text, label) {
            continue;
        }
        let rest = text.get(label.len()..)?;
        let colon = rest.trim_start().strip_prefix([':', '.']);
        if field == Field::Items {
            // Printed once without its colon.
            let rest = colon.unwrap_or(rest);
            if rest.is_empty() || rest.starts_with(' ') {
                return Some((field, rest.trim_start()));
            }
            continue;
        }
        if let Some(rest) = colon {
            return Some((field, rest.trim_start()));
        }
        if field == Field::Chart {
            return Some((field, rest.trim_start()));
        }
    }
    let symbol = text.get(..3).filter(|s| s.bytes().all(|b| b.is_ascii_uppercase()))?;
    let rest = text.get(3..)?.trim_start().strip_prefix(':')?;
    Some((Field::Exception(symbol.to_owned()), rest.trim_start()))
}

/// The heading of a note that stands in a plain paragraph, and what stands behind it.
pub(super) fn note_heading(text: &str) -> Option<(&str, &str)> {
    const WORDS: [&str; 10] = [
        "N.B.",
        "Note",
        "Notes",
        "Technical Note",
        "Technical Notes",
        "License Requirement Note",
        "License Requirements Note",
        "License Exceptions Note",
        "Control Note",
        "Heading Note",
    ];
    if !WORDS.iter().any(|w| starts(text, w)) {
        return None;
    }
    if let Some(rest) = text.strip_prefix("N.B.") {
        let rest = rest.trim_start();
        let target = rest.starts_with("to ") || rest.starts_with(|c: char| c.is_ascii_digit());
        if let Some(end) = rest.find(':').filter(|end| *end < 60 && (target || *end == 0)) {
            let length = text.len() - rest.len() + end;
            return Some((text.get(..length)?.trim_end(), rest.get(end + 1..)?.trim_start()));
        }
        return Some(("N.B.", rest));
    }
    let end = text.find(':').filter(|end| *end < 100)?;
    let heading = text.get(..end)?;
    // A sentence that begins with one of the words is no heading.
    let sentence = heading.split_whitespace().any(|w| matches!(w, "that" | "the" | "is" | "are" | "of" | "on"));
    let named = heading.contains("Deposition") || heading.contains("of Note");
    if sentence && !named {
        return None;
    }
    Some((heading.trim_end(), text.get(end + 1..)?.trim_start()))
}

/// The short name of a note from its heading (`Note 2` from `Note 2 to paragraph .b:`), and what the heading says behind a colon.
pub(super) fn place(heading: &str) -> (String, &str) {
    let (name, rest) = match heading.split_once(':') {
        Some((name, rest)) => (name, rest.trim()),
        None => (heading, ""),
    };
    let name = ["to", "for"].iter().fold(name, |name, word| name.split(&format!(" {word} ")).next().unwrap_or(name));
    let name = name.trim().trim_end_matches('.').trim_end();
    let name = if name == "N.B" || name.starts_with("N.B. ") || name.starts_with("N.B.:") {
        name.replacen("N.B", "N.B.", 1).replace("..", ".")
    } else {
        name.to_owned()
    };
    (name, rest)
}

/// Whether `text` starts with `prefix`, whatever the case.
fn starts(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|t| t.eq_ignore_ascii_case(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_and_fields() {
        assert_eq!(section("License Requirements"), Some((Section::Licence, "")));
        assert_eq!(section("License Requirements Note:"), None);
        assert_eq!(section("List Based License Exceptions (See Part 740 for more)"), Some((Section::Exceptions, "")));
        assert_eq!(section("Reporting Requirements See § 1"), Some((Section::Reporting, "See § 1")));
        assert_eq!(field("Items: a. Lathes"), Some((Field::Items, "a. Lathes")));
        assert_eq!(field("Items a. Lathes"), Some((Field::Items, "a. Lathes")));
        assert_eq!(field("Itemsets"), None);
        assert_eq!(field("LVS: N/A"), Some((Field::Exception("LVS".into()), "N/A")));
        assert_eq!(field("Related Definition: N/A"), Some((Field::Note("Related Definitions"), "N/A")));
        assert_eq!(field("Lathes"), None);
    }

    #[test]
    fn note_headings() {
        assert_eq!(note_heading("Note 2 to 9A999.a: It ends."), Some(("Note 2 to 9A999.a", "It ends.")));
        assert_eq!(note_heading("N.B. See 9A999."), Some(("N.B.", "See 9A999.")));
        assert_eq!(note_heading("N.B. to paragraph y.1: See 9A999."), Some(("N.B. to paragraph y.1", "See 9A999.")));
        assert_eq!(note_heading("Note that the lathes: none"), None);
        assert_eq!(place("Note 2 to paragraph .b:"), ("Note 2".to_owned(), ""));
        assert_eq!(place("N.B.:"), ("N.B.".to_owned(), ""));
        assert_eq!(place("N.B. 2:"), ("N.B. 2".to_owned(), ""));
        assert_eq!(place("Note: It ends."), ("Note".to_owned(), "It ends."));
    }
}
