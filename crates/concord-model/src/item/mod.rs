//! Items as somebody describes them: of which kinds they are, the values of their parameters, what holds of them and what does not.
//!
//! An item names kinds and properties in the words of the lists, and parameters as `concord list parameters` prints them.

pub(crate) mod form;
mod load;

use concord_quantity::Quantity;

use crate::Code;

pub use load::load_item;

/// An item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemFile {
    /// What it is called.
    pub name: String,
    /// The kinds of item it is.
    pub kinds: Vec<String>,
    /// The values of its parameters.
    pub values: Vec<ItemValue>,
    /// Properties that hold of it.
    pub holds: Vec<String>,
    /// Kinds and properties that do not hold of it.
    pub lacks: Vec<String>,
    /// Paragraphs that somebody has placed it under: jurisdiction and code.
    pub codes: Vec<(String, Code)>,
}

/// A value of an item's parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemValue {
    /// The parameter in normal form (`sample rate`).
    pub parameter: String,
    /// The settings in which it is measured, sorted.
    pub settings: Vec<String>,
    /// The value with its unit.
    pub value: Quantity,
}
