//! Definitions, one a paragraph: the term in double quotes, in brackets the categories that use it, the definition.

use crate::document::{Document, RawDefinition};

/// Reads the paragraphs of a section of definitions, each with its line; what opens with no term goes on with the one above.
pub(super) fn read(lines: &[(usize, &str)], document: &mut Document) {
    for (line, text) in lines {
        let Some((term, rest)) = text.strip_prefix(['"', '“']).and_then(|t| t.split_once(['"', '”'])) else {
            if let Some(last) = document.definitions.last_mut() {
                last.text.push('\n');
                last.text.push_str(text);
            }
            continue;
        };
        let rest = rest.trim_start();
        let (citation, rest) = match rest.strip_prefix('(').and_then(|r| r.split_once(')')) {
            Some((used, rest)) => (used, rest),
            None => ("", rest),
        };
        let text = rest.trim_start_matches([',', ' ']).to_owned();
        document.definitions.push(RawDefinition { term: term.to_owned(), text, citation: citation.to_owned(), line: *line });
    }
}
