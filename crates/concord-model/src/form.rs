//! The YAML form of a list as tables of keys: the loader checks against them and the JSON Schema is made from them.

/// What a value must be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wants {
    /// A text.
    Text,
    /// A text that says where a fact is stated; never empty.
    Citation,
    /// A text that says why; never empty.
    Justification,
    /// The code of an entry or paragraph.
    Code,
    /// A list of texts.
    Texts,
    /// A list of codes, ranges or prefixes of codes.
    Codes,
    /// A date, year-month-day.
    Date,
    /// Sixteen hex digits.
    Digest,
    /// Sixteen hex digits, or `none`.
    DigestOrNone,
    /// Sixty-four hex digits.
    Sha256,
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A list of these words.
    Choices(&'static [&'static str]),
    /// `any`, `all` or `at least N`.
    Connective,
    /// Conditions: a mapping from parameter to limits, `any:`/`all:` groups, or a list of these.
    Conditions,
    /// A mapping of this form.
    One(&'static Form),
    /// A list of mappings of this form.
    Many(&'static Form),
    /// A mapping from identifiers to mappings of this form.
    Named(&'static Form),
    /// A mapping from identifiers to their meanings.
    Meanings,
    /// A whole number from 1.
    Count,
    /// The answer to a question: a word, a figure with its unit, a date, or a list of words.
    Answer,
}

/// A key of a mapping.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) wants: Wants,
    pub(crate) required: bool,
    /// One line for editors.
    pub(crate) about: &'static str,
}

/// The form of a mapping.
#[derive(Debug)]
pub(crate) struct Form {
    /// Its name in messages and in the schema.
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) keys: &'static [Key],
    /// Forms whose keys it has too.
    pub(crate) includes: &'static [&'static Form],
    /// Exactly one of these keys must stand; empty for no such rule.
    pub(crate) one_of: &'static [&'static str],
}

impl Form {
    /// Every key, its own first.
    pub(crate) fn all_keys(&self) -> impl Iterator<Item = &'static Key> {
        self.keys.iter().chain(self.includes.iter().flat_map(|f| f.keys.iter()))
    }

    /// The key of this name.
    pub(crate) fn key(&self, name: &str) -> Option<&'static Key> {
        self.all_keys().find(|k| k.name == name)
    }

    /// The keys of which exactly one must stand, those of included forms too.
    pub(crate) fn exactly_one(&self) -> &'static [&'static str] {
        if self.one_of.is_empty() { self.includes.iter().map(|f| f.one_of).find(|o| !o.is_empty()).unwrap_or(&[]) } else { self.one_of }
    }
}

pub(crate) const fn must(name: &'static str, wants: Wants, about: &'static str) -> Key {
    Key { name, wants, required: true, about }
}

pub(crate) const fn may(name: &'static str, wants: Wants, about: &'static str) -> Key {
    Key { name, wants, required: false, about }
}

/// A file of a list; a list may be split into any files.
pub(crate) static FILE: Form = Form {
    name: "file",
    about: "A file of a control list. A list may be split into any files; its header stands in one of them.",
    keys: &[
        may("jurisdiction", Wants::Text, "Lower-case code of the jurisdiction."),
        may("list", Wants::Text, "Short identifier of the list, unique with its date."),
        may("title", Wants::Text, "Title of the list."),
        may("as-of", Wants::Date, "The date as of which the list holds."),
        may("source", Wants::One(&SOURCE), "Where the list was read."),
        may("perimeter", Wants::Many(&AREA), "What the list covers and what lies elsewhere; what no area names is held."),
        may("notes", Wants::Many(&GENERAL_NOTE), "General notes, which apply to whole areas."),
        may("terms", Wants::Many(&TERM), "Defined terms."),
        may("entries", Wants::Many(&ENTRY), "Entries."),
        may("corrections", Wants::Many(&CORRECTION), "An overlay: corrections of the official text, applied after reading."),
    ],
    includes: &[],
    one_of: &[],
};

/// The keys of a file's header that every list must state.
pub(crate) const HEADER: [&str; 5] = ["jurisdiction", "list", "title", "as-of", "source"];

/// Where a list was read.
pub(crate) static SOURCE: Form = Form {
    name: "source",
    about: "Where a list was read.",
    keys: &[
        must("document", Wants::Citation, "The official document; the start of every citation."),
        must("date", Wants::Date, "The date as of which that text is valid."),
        may("url", Wants::Text, "Where the official text is published."),
        may("sha256", Wants::Sha256, "SHA-256 of the file that was read."),
        may("command", Wants::Text, "The command that made the definitions."),
    ],
    includes: &[],
    one_of: &[],
};

/// An area of the perimeter.
pub(crate) static AREA: Form = Form {
    name: "area",
    about: "An area of control and who holds it.",
    keys: &[
        must("area", Wants::Text, "Short name of the area."),
        may("codes", Wants::Codes, "Codes of entries of any list that fall in it, whole or as prefixes; `?` stands for any one character."),
        may("holding", Wants::Choice(&["held", "not-held"]), "Whether the list holds it."),
        may("elsewhere", Wants::Text, "The other instrument that holds it, with its agency."),
        must("citation", Wants::Citation, "Where that is stated."),
    ],
    includes: &[],
    one_of: &["holding", "elsewhere"],
};

/// A general note.
pub(crate) static GENERAL_NOTE: Form = Form {
    name: "general-note",
    about: "A note that applies to whole areas of the list.",
    keys: &[
        must("name", Wants::Text, "Short name of the note."),
        may("applies-to", Wants::Codes, "Prefixes of entry codes, `?` for any one character; none for the whole list."),
        must("citation", Wants::Citation, "Where it is stated."),
    ],
    includes: &[&NOTE],
    one_of: &[],
};

/// A note.
pub(crate) static NOTE: Form = Form {
    name: "note",
    about: "A note: the key that says what it does, with the place where it stands.",
    keys: &[
        may("excludes", Wants::Text, "It takes items out; the value is the place of the note."),
        may("includes", Wants::Text, "It states that items are in; the value is the place of the note."),
        may("limits-to", Wants::Text, "It limits the paragraph to items; the value is the place of the note."),
        may("status", Wants::Text, "The status follows other equipment or is presumed; the value is the place of the note."),
        may("defines", Wants::Text, "A local definition or measuring rule; the value is the place of the note."),
        may("refers", Wants::Text, "A pointer to another place; the value is the place of the note."),
        may("other", Wants::Text, "Anything else; the value is the place of the note."),
        may("qualifiers", Wants::Many(&QUALIFIER), "Key phrases, in the order of the text."),
        may("when", Wants::Conditions, "Conditions."),
        may("terms", Wants::Texts, "Terms it defines."),
        may("references", Wants::Codes, "Codes it names."),
        may("wording", Wants::Digest, "Digest of its normalised wording; computed from the facts if left out."),
    ],
    includes: &[],
    one_of: &["excludes", "includes", "limits-to", "status", "defines", "refers", "other"],
};

/// A key phrase.
pub(crate) static QUALIFIER: Form = Form {
    name: "qualifier",
    about: "A key phrase under the key of its role. ` ~` and 16 hex digits may follow: the digest of the whole normalised phrase.",
    keys: &[
        may("subject", Wants::Text, "It names a kind of item; several are alternatives."),
        may("restricts", Wants::Text, "It takes items away if it does not hold."),
        may("widens", Wants::Text, "An alternative to the restricting phrase before it."),
        may("excludes", Wants::Text, "It takes items out."),
        may("member", Wants::Text, "A further member of the enumeration before it; whether it narrows or widens, its words do not say."),
        may("illustrates", Wants::Text, "An example without effect on the scope."),
    ],
    includes: &[],
    one_of: &["subject", "restricts", "widens", "member", "excludes", "illustrates"],
};

/// A defined term.
pub(crate) static TERM: Form = Form {
    name: "term",
    about: "A word the list defines.",
    keys: &[
        must("term", Wants::Text, "The term in normal form."),
        may(
            "definition",
            Wants::DigestOrNone,
            "Digest of the normalised definition; computed from the elements if left out; `none` where there is none.",
        ),
        may("elements", Wants::Many(&QUALIFIER), "Key phrases of the definition."),
        must("citation", Wants::Citation, "Where it is defined."),
    ],
    includes: &[],
    one_of: &[],
};

/// What a paragraph says.
pub(crate) static FACTS: Form = Form {
    name: "facts",
    about: "What a paragraph says.",
    keys: &[
        may("subject", Wants::Text, "Short subject label: at most eight words, lower case."),
        may("reserved", Wants::Flag, "true for a reserved or unused paragraph."),
        may("printed-code", Wants::Text, "The code as printed, where it is defective."),
        may("children", Wants::Connective, "How its children join: any (if left out), all, or at least N."),
        may("when", Wants::Conditions, "Its own conditions."),
        may("qualifiers", Wants::Many(&QUALIFIER), "Its own key phrases, in the order of the text."),
        may("components", Wants::One(&COMPONENTS), "The separate branch for components of the items."),
        may("notes", Wants::Many(&NOTE), "Notes attached to it."),
        may("references", Wants::Codes, "Codes its own text names."),
        may("terms", Wants::Texts, "Defined terms its own text uses."),
        may("substances", Wants::Texts, "CAS registry numbers it names."),
        may("wording", Wants::Digest, "Digest of its normalised wording; computed from the facts if left out."),
        may(
            "residue",
            Wants::Digest,
            "Digest of its wording without its conditions; if left out, the wording where there is no condition, else computed.",
        ),
        may("unread", Wants::Texts, "Numbers of the text that have no known role."),
    ],
    includes: &[],
    one_of: &[],
};

/// The components branch of a paragraph.
pub(crate) static COMPONENTS: Form = Form {
    name: "components",
    about: "The separate branch for components designed for the paragraph's items.",
    keys: &[
        may("qualifiers", Wants::Many(&QUALIFIER), "Key phrases that say which components."),
        may("wording", Wants::Digest, "Digest of its normalised wording; computed if left out."),
    ],
    includes: &[],
    one_of: &[],
};

/// A paragraph under an entry.
pub(crate) static PARAGRAPH: Form = Form {
    name: "paragraph",
    about: "A paragraph under an entry.",
    keys: &[must("code", Wants::Code, "Its full code, always in quotes.")],
    includes: &[&FACTS],
    one_of: &[],
};

/// An entry with its paragraphs.
pub(crate) static ENTRY: Form = Form {
    name: "entry",
    about: "An entry; the facts of its own text stand beside its code.",
    keys: &[
        must("entry", Wants::Code, "Its code, always in quotes."),
        may(
            "stratum",
            Wants::Choice(&["regime", "unilateral", "anti-terrorism", "munitions-like"]),
            "Where the control comes from; regime if left out.",
        ),
        may("elsewhere", Wants::Text, "Another instrument that holds the items, where the entry only points to it."),
        may("reasons", Wants::Many(&REASON), "Reasons for control."),
        may("exceptions", Wants::Many(&EXCEPTION), "List-based licence exceptions."),
        may("related", Wants::Codes, "Codes and instruments it names as related controls."),
        may("paragraphs", Wants::Many(&PARAGRAPH), "Its paragraphs, parents before children."),
    ],
    includes: &[&FACTS],
    one_of: &[],
};

/// A reason for control.
pub(crate) static REASON: Form = Form {
    name: "reason",
    about: "A reason for control and what it applies to.",
    keys: &[
        must("reason", Wants::Text, "The reason as abbreviated."),
        may("column", Wants::Text, "The chart column it points to."),
        may("to", Wants::Codes, "Codes it applies to, ranges as FROM-TO; the entire entry if left out."),
        may("qualified", Wants::Flag, "true where the text narrows it further."),
        may("destinations", Wants::Texts, "Destinations it states itself."),
    ],
    includes: &[],
    one_of: &[],
};

/// A list-based licence exception.
pub(crate) static EXCEPTION: Form = Form {
    name: "exception",
    about: "A list-based licence exception as an entry states it.",
    keys: &[
        must("symbol", Wants::Text, "Its symbol."),
        may("available", Wants::Choice(&["yes", "no", "partly"]), "Whether it may be used; yes if left out."),
        may("value", Wants::Text, "Value limit, currency first."),
        may("only", Wants::Codes, "Codes it is open to."),
        may("except", Wants::Codes, "Codes it is closed to."),
    ],
    includes: &[],
    one_of: &[],
};

/// A correction of the official text.
pub(crate) static CORRECTION: Form = Form {
    name: "correction",
    about: "A correction of the official text, applied after reading.",
    keys: &[
        must("code", Wants::Code, "The paragraph it corrects."),
        must("set", Wants::One(&FACTS), "The facts it replaces; what is left out stays."),
        must("reason", Wants::Justification, "Why the text is departed from."),
        must("citation", Wants::Citation, "What proves it."),
    ],
    includes: &[],
    one_of: &[],
};
