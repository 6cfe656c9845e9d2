//! The YAML form of an item as a table of keys.

use crate::form::{Form, Wants, may, must};

/// A file of an item.
pub(crate) static ITEM: Form = Form {
    name: "item",
    about: "An item to be placed under the paragraphs of lists.",
    keys: &[
        must("name", Wants::Text, "What it is called."),
        may("kinds", Wants::Texts, "The kinds of item it is, in the words of the lists."),
        may("values", Wants::Meanings, "The values of its parameters: `parameter @ setting: 12 bit`."),
        may("holds", Wants::Texts, "Properties that hold of it, in the words of the lists."),
        may("lacks", Wants::Texts, "Kinds and properties that do not hold of it."),
        may("codes", Wants::Texts, "Paragraphs that somebody has placed it under, as `xx:CODE`."),
    ],
    includes: &[],
    one_of: &[],
};
