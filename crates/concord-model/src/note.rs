//! Notes, wherever the text puts them: what takes items out, brings items in, or moves their status.

use serde::{Deserialize, Serialize};

use crate::{Digest, Expr, Qualifier};

/// What a note does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteEffect {
    /// Takes items out ("does not control").
    Excludes,
    /// States that items are in ("includes"); it widens nothing the paragraph would not cover by its words, unless it says so.
    Includes,
    /// Limits the paragraph to items ("applies only to").
    LimitsTo,
    /// The status follows other equipment, or is presumed; neither exclusion nor inclusion.
    Status,
    /// A local definition or a measuring rule.
    Defines,
    /// A pointer to another place.
    Refers,
    /// Anything else; it may bear on the scope.
    Other,
}

/// One note as facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Where it stands, in short (`Note 1`, `Technical Note`, `Related Controls`, `License Requirement Note 2`).
    pub place: String,
    /// What it does.
    pub effect: NoteEffect,
    /// What it speaks of, as key phrases.
    pub qualifiers: Vec<Qualifier>,
    /// Its conditions.
    pub when: Expr,
    /// Terms it defines, in normal form (only for [`NoteEffect::Defines`]).
    pub defines: Vec<String>,
    /// Codes it names.
    pub references: Vec<String>,
    /// Digest of its normalised wording.
    pub wording: Digest,
}
