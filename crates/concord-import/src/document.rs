//! The neutral form of an official text: what every adapter makes and the grammar reads.
//!
//! A document holds wording exactly as printed, in a plain notation: superscripts as `^{3}`, subscripts as `_{2}`, all
//! other mark-up dropped, runs of white space as one space. Nothing in it decides what a paragraph means.

use jiff::civil::Date;

/// The mark a text sets before decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1.3`
    #[default]
    Point,
    /// `1,3`
    Comma,
}

/// An official text as read by an adapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The title as the text states it (`Supplement No. 1 to Part 774—…`); empty if it states none.
    pub title: String,
    /// The date of validity the text states, if it does.
    pub date: Option<Date>,
    /// How its numbers are written.
    pub decimal: DecimalMark,
    /// `true` where exponents lost their raised position (`5 × 103` for 5 × 10³).
    pub flattened_exponents: bool,
    /// The entries, in the order of the text.
    pub entries: Vec<RawEntry>,
    /// Notes that belong to the list, a category or a product group, not to an entry; the owner is a code prefix (`5A`, `9`)
    /// or empty for the whole list.
    pub notes: Vec<RawNote>,
    /// Defined terms.
    pub definitions: Vec<RawDefinition>,
    /// Supplements beside the list, as plain lines.
    pub supplements: Vec<RawSupplement>,
    /// What is wrong in the text or could not be read: misprints stay visible and are listed here, never mended.
    pub problems: Vec<Problem>,
}

/// An entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawEntry {
    /// The entry's code (`3A001`).
    pub code: String,
    /// Its heading without the code; also the text of the first paragraph.
    pub heading: String,
    /// Line in the input, from 1.
    pub line: usize,
    /// The paragraphs in the order of the text, the entry itself first.
    pub paragraphs: Vec<RawParagraph>,
    /// The notes in the order of the text.
    pub notes: Vec<RawNote>,
    /// What the entry says about licences.
    pub licence: RawLicence,
}

/// A paragraph with its own text (not that of its children or notes).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawParagraph {
    /// Full code (`3A001.a.5.a.1`). A range of reserved labels gives a paragraph for each of them.
    pub code: String,
    /// The label as printed (`a.1.`, `(1)`, `d. to f.`); for an entry its code.
    pub printed: String,
    /// Its text.
    pub text: String,
    /// Line in the input, from 1.
    pub line: usize,
}

/// A note of any kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawNote {
    /// Code of what the note speaks for: as its heading states it, else the paragraph it stands below.
    pub owner: String,
    /// Code of the paragraph it stands below.
    pub after: String,
    /// What the text calls it (`Note 1`, `Technical Note`, `N.B.`, `Related Controls`, `License Requirement Note 2`).
    pub place: String,
    /// Its paragraphs, those of its own items (`a.`, `1.`) included; the heading is left out.
    pub lines: Vec<String>,
    /// Line in the input, from 1.
    pub line: usize,
}

/// A defined term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawDefinition {
    /// The term as printed, without quotes.
    pub term: String,
    /// The whole definition.
    pub text: String,
    /// Where it stands (`15 CFR 772.1`), or what the text says of the categories that use it.
    pub citation: String,
    /// Line in the input, from 1.
    pub line: usize,
}

/// A supplement beside the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawSupplement {
    /// Its number; 0 where it has none.
    pub number: u32,
    /// Its title as printed.
    pub title: String,
    /// Its paragraphs.
    pub lines: Vec<String>,
}

/// Something wrong in the text, or something the adapter could not read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Code or heading near it.
    pub place: String,
    /// Line in the input, from 1.
    pub line: usize,
    /// What is wrong, in one sentence.
    pub what: String,
}

/// What an entry says about licences, as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawLicence {
    /// The entry's code, to which short codes in the text (`.b.1`) refer.
    pub entry: String,
    /// The rows of its table of controls.
    pub reasons: Vec<RawReason>,
    /// The line that sums up the reasons (`NS, RS, MT, AT`), without its heading.
    pub reason_line: String,
    /// List-based exceptions.
    pub exceptions: Vec<RawException>,
    /// Special conditions for the exception STA; empty if none.
    pub special_sta: String,
}

/// One row of a table of controls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawReason {
    /// What is controlled for which reason (`NS applies to entire entry`).
    pub control: String,
    /// Where a licence is required: a chart column or destinations in words.
    pub column: String,
}

/// One list-based exception.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawException {
    /// Its symbol (`LVS`).
    pub symbol: String,
    /// What the entry says of it (`$5000 for 3A001.a`).
    pub text: String,
}
