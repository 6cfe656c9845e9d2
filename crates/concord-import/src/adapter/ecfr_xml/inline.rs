//! From the mark-up inside a paragraph to plain notation.

use roxmltree::Node;

/// Deeper mark-up inside one paragraph is refused.
const MAX_DEPTH: usize = 64;

/// The text of an element in plain notation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inline {
    /// The text: superscripts as `^{3}`, subscripts as `_{2}`, white space collapsed.
    pub text: String,
    /// `true` where every letter is set in italics.
    pub italic: bool,
    /// `true` where the first letter or digit is set in bold or small capitals.
    pub bold_start: bool,
    /// The part of the text that the element sets in italics at its start, before anything upright.
    pub italic_start: String,
    /// `true` where a picture stands in for text.
    pub picture: bool,
}

#[derive(Clone, Copy, Default)]
struct Style {
    italic: bool,
    bold: bool,
}

#[derive(Default)]
struct Reader {
    raw: String,
    letters: bool,
    upright: bool,
    /// Whether the first letter or digit is bold; `None` before it.
    bold_start: Option<bool>,
    lead: String,
    picture: bool,
}

/// Reads the text of an element; `None` where it is nested too deep.
pub(super) fn read(node: Node<'_, '_>) -> Option<Inline> {
    let mut reader = Reader::default();
    reader.element(node, Style::default(), 0)?;
    Some(Inline {
        text: tidy(&reader.raw),
        italic: reader.letters && !reader.upright,
        bold_start: reader.bold_start.unwrap_or(false),
        italic_start: tidy(&reader.lead),
        picture: reader.picture,
    })
}

impl Reader {
    fn element(&mut self, node: Node<'_, '_>, style: Style, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        for child in node.children() {
            if child.is_text() {
                self.text(child.text().unwrap_or_default(), style);
                continue;
            }
            if !child.is_element() {
                continue;
            }
            let kind = child.attribute("T").unwrap_or_default();
            match (child.tag_name().name(), kind) {
                ("SU" | "sup", _) | ("E", "51" | "53") => self.script('^', child, style, depth)?,
                ("sub", _) | ("E", "52" | "54") => self.script('_', child, style, depth)?,
                ("br", _) => self.raw.push(' '),
                ("FR", _) => {
                    // A fraction behind a whole number: `2 1/2`.
                    self.raw.push(' ');
                    self.element(child, style, depth + 1)?;
                }
                ("img", _) => self.picture = true,
                ("I", _) | ("E", "03") => self.element(child, Style { italic: true, ..style }, depth + 1)?,
                ("B" | "strong" | "E", _) => self.element(child, Style { bold: true, ..style }, depth + 1)?,
                _ => self.element(child, style, depth + 1)?,
            }
        }
        Some(())
    }

    fn script(&mut self, mark: char, node: Node<'_, '_>, style: Style, depth: usize) -> Option<()> {
        self.raw.push(mark);
        self.raw.push('{');
        self.element(node, style, depth + 1)?;
        self.raw.push('}');
        Some(())
    }

    fn text(&mut self, text: &str, style: Style) {
        self.raw.push_str(text);
        if self.bold_start.is_none() && text.contains(char::is_alphanumeric) {
            self.bold_start = Some(style.bold);
        }
        // Once upright letters are seen, more letters change nothing.
        if !self.upright && text.contains(char::is_alphabetic) {
            self.letters = true;
            self.upright = !style.italic;
        }
        if style.italic && !self.upright {
            self.lead.push_str(text);
        }
    }
}

/// Collapses white space and sets raised and lowered text close to what it belongs to: `m ^{ 3}` becomes `m^{3}`, and
/// neighbours of one kind (`^{−}^{10}`) become one.
pub(super) fn tidy(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut script = false;
    let mut pending = false;
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            pending = true;
            continue;
        }
        if (c == '^' || c == '_') && chars.peek() == Some(&'{') {
            chars.next();
            if out.ends_with('}') && joins(&out, c, pending) {
                out.pop();
            } else {
                out.push(c);
                out.push('{');
            }
            script = true;
            pending = false;
            continue;
        }
        if script && c == '}' {
            script = false;
            // White space at the end of raised text belongs behind it.
            let after = pending;
            out.push('}');
            pending = after;
            if out.ends_with("^{}") || out.ends_with("_{}") {
                out.truncate(out.len() - 3);
            }
            continue;
        }
        if pending && !out.is_empty() && !out.ends_with("^{") && !out.ends_with("_{") {
            out.push(' ');
        }
        pending = false;
        out.push(c);
    }
    out
}

/// Whether a script that follows continues the one `out` ends with: one of the same kind, either close to it or only a sign.
fn joins(out: &str, mark: char, apart: bool) -> bool {
    let Some(open) = out.rfind('{') else { return false };
    let same = out.get(..open).and_then(|s| s.chars().next_back()) == Some(mark);
    let sign = matches!(out.get(open + 1..out.len() - 1), Some("−" | "-" | "–" | "+"));
    same && (!apart || sign)
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn scripts_stand_close_and_join() {
        let cases = [
            ("5 m ^{3}/h", "5 m^{3}/h"),
            ("10 ^{−}^{10} V", "10^{−10} V"),
            ("10^{−} ^{10}", "10^{−10}"),
            ("10^{ −8 }V", "10^{−8} V"),
            ("UF _{6}gas", "UF_{6}gas"),
            ("a  b\n\u{a0}c ", "a b c"),
            ("N^{−1} h^{−1}", "N^{−1} h^{−1}"),
            ("x^{}y", "xy"),
        ];
        for (raw, want) in cases {
            assert_eq!(tidy(raw), want);
        }
    }
}
