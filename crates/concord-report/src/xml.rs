//! Writing XML that is well formed by construction: elements close where their closure ends, and every text is escaped.

/// An XML document in the making.
#[derive(Debug, Default)]
pub(crate) struct Xml {
    out: String,
}

/// The attributes of an element, in their order.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A document with its declaration.
    pub(crate) fn document() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned() }
    }

    /// A piece that is put into a document later.
    pub(crate) fn piece() -> Self {
        Self::default()
    }

    /// An element with what `inside` writes into it.
    pub(crate) fn element(&mut self, name: &str, attributes: Attributes<'_>, inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.out.push('>');
        inside(self);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// An element without content.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.open(name, attributes);
        self.out.push_str("/>");
    }

    /// An element that holds a text.
    pub(crate) fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.element(name, attributes, |xml| xml.text(text));
    }

    /// A text.
    pub(crate) fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// A piece made before.
    pub(crate) fn put(&mut self, piece: &Self) {
        self.out.push_str(&piece.out);
    }

    /// A line break between elements, for readers of the file.
    pub(crate) fn line(&mut self) {
        self.out.push('\n');
    }

    /// The document.
    pub(crate) fn finish(self) -> String {
        self.out
    }

    fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
    }
}

/// Escapes a text for content and for attributes; characters that XML 1.0 does not allow become U+FFFD; other control characters and what
/// hides or turns the direction of writing are shown by number.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other if other.is_control() || crate::escape::is_mark(other) => crate::escape::push_number(out, other),
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_label_holds_the_document_is_well_formed_and_says_it() {
        for label in ["a & b", "]]>", "<b>", "\"quoted\" 'too'", "--><!--", "line\nbreak"] {
            let mut xml = Xml::document();
            xml.element("row", &[("label", label)], |xml| xml.leaf("cell", &[], label));
            let text = xml.finish();
            let read = roxmltree::Document::parse(&text).unwrap();
            let row = read.root_element();
            assert_eq!((row.attribute("label"), row.first_element_child().and_then(|c| c.text())), (Some(label), Some(label)));
        }
    }

    #[test]
    fn characters_that_xml_forbids_are_replaced() {
        let mut xml = Xml::document();
        xml.leaf("cell", &[], "a\u{0}b\u{1b}c\u{ffff}d\u{202e}");
        let text = xml.finish();
        assert_eq!(roxmltree::Document::parse(&text).unwrap().root_element().text(), Some("a\u{fffd}b\u{fffd}c\u{fffd}dU+202E"));
    }
}
