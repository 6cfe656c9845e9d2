//! Paragraphs: the nodes of an entry's tree.

use serde::{Deserialize, Serialize};

use crate::{Code, Digest, Expr, Note, Qualifier};

/// How a paragraph's children join.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Connective {
    /// An item is caught by any child ("as follows", "any of the following").
    #[default]
    Any,
    /// An item must meet every child ("all of the following").
    All,
    /// An item must meet at least this many children.
    AtLeast(u32),
}

/// The separate branch that "…, and specially designed components therefor" opens.
///
/// Its items need not meet the paragraph's conditions: they must be designed for an item that does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Components {
    /// Key phrases that say which components.
    pub qualifiers: Vec<Qualifier>,
    /// Digest of the branch's normalised wording.
    pub wording: Digest,
}

/// One paragraph: facts only, never the official wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its canonical code.
    pub code: Code,
    /// The code as the list prints it, where that differs in a way the canonical form hides (a defective code); else empty.
    pub printed_code: String,
    /// Short subject label of our own: at most eight words, lower case; empty where the paragraph only states conditions.
    pub subject: String,
    /// `true` for `[Reserved]` and `Not used`.
    pub reserved: bool,
    /// How its children join.
    pub children: Connective,
    /// Its own conditions.
    pub when: Expr,
    /// Its own key phrases, in the order of the text.
    pub qualifiers: Vec<Qualifier>,
    /// The separate components branch, if the text opens one.
    pub components: Option<Components>,
    /// Notes attached to it.
    pub notes: Vec<Note>,
    /// Codes its own text names (not those of its notes), in normal form.
    pub references: Vec<String>,
    /// Defined terms its own text uses, in normal form, sorted.
    pub terms: Vec<String>,
    /// CAS registry numbers it names.
    pub substances: Vec<String>,
    /// Digest of its whole normalised wording (numbers and units canonical, one spelling, no formatting).
    pub wording: Digest,
    /// Digest of its normalised wording with every condition's words taken out: equal residues mean that the paragraphs differ
    /// at most in their conditions.
    pub residue: Digest,
    /// Numeric tokens that have no typed role, as printed; empty means "understood".
    pub unread: Vec<String>,
}

impl Paragraph {
    /// An empty paragraph with a code.
    pub fn new(code: Code) -> Self {
        Self {
            code,
            printed_code: String::new(),
            subject: String::new(),
            reserved: false,
            children: Connective::Any,
            when: Expr::default(),
            qualifiers: Vec::new(),
            components: None,
            notes: Vec::new(),
            references: Vec::new(),
            terms: Vec::new(),
            substances: Vec::new(),
            wording: Digest(0),
            residue: Digest(0),
            unread: Vec::new(),
        }
    }
}
