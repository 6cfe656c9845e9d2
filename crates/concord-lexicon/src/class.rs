//! What single words do.

/// What a word can do in a paragraph; a word may have several classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u32)]
pub enum Class {
    /// A pure function word, left out of the normal form.
    Stop,
    /// Stands before a noun phrase.
    Article,
    /// A noun phrase that names a parameter never reaches across it.
    Boundary,
    /// Opens a measuring setting.
    Setting,
    /// Names the surroundings of a measurement.
    Ambient,
    /// Names a measured parameter.
    Measurand,
    /// Dropped from the front of a parameter.
    ParameterPrefix,
    /// Dropped from the end of a parameter.
    ParameterSuffix,
    /// Opens a restricting phrase.
    Restricts,
    /// Opens a clause of its own, whose values are no settings of what stands before it.
    OpensClause,
    /// Names a part of a thing.
    Part,
    /// Names what is counted.
    Counted,
    /// Stands before a number that points into a legal text.
    CrossReference,
    /// Heads a list and says nothing of its own ("characteristics").
    Headline,
    /// Stands before the number of a note.
    Note,
    /// A body or series of standards.
    Standard,
    /// Stands before a number that belongs to a name.
    NameBefore,
    /// Stands behind a number that belongs to a name.
    NameAfter,
    /// A month.
    Month,
    /// The first word of a comparator.
    OpensComparator,
    /// Names anything: only what it serves tells it from others.
    Generic,
}

/// The classes of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

impl Classes {
    /// Whether the word has this class.
    pub const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    /// The classes of either.
    #[must_use]
    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The classes with one more.
    #[must_use]
    pub(crate) const fn with(self, class: Class) -> Self {
        Self(self.0 | (1 << class as u32))
    }
}
