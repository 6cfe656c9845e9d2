//! Tables of the official XML as rows of cells.

use roxmltree::{Document, Node};

use crate::Outcome;

/// The appendix of a part whose number is `number` (`Supplement No. 1`).
pub(super) fn appendix<'d>(document: &'d Document<'_>, number: &str) -> Outcome<Node<'d, 'd>> {
    let is = |node: &Node<'_, '_>| {
        node.has_tag_name("DIV9") && node.attribute("N").is_some_and(|n| n == number || n.starts_with(&format!("{number} ")))
    };
    document.descendants().find(is).ok_or_else(|| format!("the text has no {number}"))
}

/// The cells of a row, footnote marks left out, white space closed up.
pub(super) fn cells(row: Node<'_, '_>) -> Vec<String> {
    row.children().filter(|node| node.has_tag_name("TD") || node.has_tag_name("TH")).map(text).collect()
}

/// The text under a node, footnote marks left out.
pub(super) fn text(node: Node<'_, '_>) -> String {
    let words = node.descendants().filter(Node::is_text).filter(|text| !text.ancestors().any(|up| up.has_tag_name("sup")));
    let joined: Vec<&str> = words.filter_map(|text| text.text()).collect();
    joined.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}
