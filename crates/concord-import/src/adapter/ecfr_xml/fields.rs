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
        // The items follow behind the heading once.
        Section::Controlled => rest.is_empty() || rest.starts_with("a. "),
        _ if *whole => rest.is_empty(),
        Section::Exceptions => rest.is_empty() || starts(rest, "(see part 740"),
        _ => true,
    };
    let rest = if *section == Section::Exceptions { "" } else { rest };
    fits.then_some((*section, rest))
}

/// The labelled line a text is, and what stands behind the label.
pub(super) fn field(text: &str) -> Option<(Field, &str)> {
    const LABELS: [(&str, Field); 14] = [
        ("reason for control", Field::Reason),
        ("reasons for control", Field::Reason),
        ("control(s)", Field::Control),
        ("controls", Field::Control),
        ("country chart.", Field::Chart),
        ("items", Field::Items),
        ("related controls", Field::Note("Related Controls")),
        ("related control", Field::Note("Related Controls")),
        ("related definitions", Field::Note("Related Definitions")),
        ("related definition", Field::Note("Related Definitions")),
        ("related terms", Field::Note("Related Definitions")),
        ("eccn controls", Field::Note("ECCN Controls")),
        ("unit", Field::Note("Unit")),
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
        if field == Field::Control && rest.trim_start().starts_with('.') {
            continue;
        }
        if let Some(rest) = colon {
            return Some((field, rest.trim_start()));
        }
        // The colon is missing now and then.
        let sentence = rest.strip_prefix(' ').is_some_and(|r| r.starts_with(|c: char| c.is_uppercase() || c == '('));
        if field == Field::Chart || (sentence && matches!(field, Field::Note(n) if n.starts_with("Related"))) {
            return Some((field, rest.trim_start()));
        }
    }
    let (symbol, rest) = text.split_once(':')?;
    let symbol = symbol.trim_end();
    let is_symbol = (3..=8).contains(&symbol.len()) && symbol.split('/').all(|s| s.len() == 3 && s.bytes().all(|b| b.is_ascii_uppercase()));
    is_symbol.then(|| (Field::Exception(symbol.to_owned()), rest.trim_start()))
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
}
