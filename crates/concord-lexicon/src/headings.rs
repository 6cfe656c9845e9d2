//! The headings of notes, and of the parts of a list.

use crate::Lexicon;

/// The kinds of headings that no note has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// Of a category of a list.
    Category,
    /// Of a part of a category or a list.
    Part,
    /// Of a section with notes to the whole list.
    GeneralNotes,
    /// Of a section with definitions.
    Definitions,
    /// Of an entry that goes on.
    Resumed,
}

/// What stands below a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// Definitions.
    Defining,
    /// Pointers to other places.
    Pointing,
    /// Pointers to other places, now and then with a statement that takes something out.
    PointingUnlessExcluding,
    /// Any statement.
    Other,
}

impl Lexicon {
    /// What stands below a heading, by how it starts.
    pub fn heading(&self, heading: &str) -> Heading {
        let heading = heading.to_lowercase();
        let starts = |list: &[String]| list.iter().any(|start| heading.starts_with(start.as_str()));
        if starts(&self.headings.pointing) {
            Heading::Pointing
        } else if starts(&self.headings.defining) {
            Heading::Defining
        } else if starts(&self.headings.pointing_unless_excluding) {
            Heading::PointingUnlessExcluding
        } else {
            Heading::Other
        }
    }

    /// Whether a heading stands over statements about what other entries hold.
    pub fn is_about_others(&self, heading: &str) -> bool {
        let heading = heading.to_lowercase();
        self.headings.related.iter().any(|start| heading.starts_with(start.as_str()))
    }

    /// The headings of notes.
    pub fn note_headings(&self) -> impl Iterator<Item = &str> {
        self.headings.notes.iter().map(String::as_str)
    }

    /// The headings of notes that now and then lack their colon, each with the space behind it.
    pub fn note_headings_without_colon(&self) -> impl Iterator<Item = &str> {
        self.headings.without_colon.iter().map(String::as_str)
    }

    /// Whether a word shows that what begins like the heading of a note is a sentence.
    pub fn is_sentence_word(&self, word: &str) -> bool {
        self.headings.sentence.iter().any(|w| w == word)
    }

    /// Whether a word belongs to headings of a kind; letter case and marks around it do not matter.
    pub fn is_title_word(&self, kind: Title, word: &str) -> bool {
        let words = match kind {
            Title::Category => &self.headings.category,
            Title::Part => &self.headings.part,
            Title::GeneralNotes => &self.headings.general_notes,
            Title::Definitions => &self.headings.definitions,
            Title::Resumed => &self.headings.resumed,
        };
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        words.iter().any(|w| w.eq_ignore_ascii_case(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_what_stands_below_them() {
        let lexicon = Lexicon::english();
        assert_eq!(lexicon.heading("Technical Notes"), Heading::Defining);
        assert_eq!(lexicon.heading("N.B. 2"), Heading::Pointing);
        assert_eq!(lexicon.heading("License Requirements Notes"), Heading::PointingUnlessExcluding);
        assert_eq!(lexicon.heading("Note 3"), Heading::Other);
        assert!(lexicon.is_title_word(Title::Resumed, "(continued)"));
        assert!(lexicon.is_title_word(Title::Category, "CATEGORY"));
        assert!(!lexicon.is_title_word(Title::Part, "party"));
    }
}
