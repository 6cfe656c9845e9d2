//! Escaping of data, format by format.
//!
//! Marks that turn the direction of writing and characters that show nothing are shown by number in every format (`U+202E`), and written as
//! escapes in JSON, which keeps the data. They are not isolated: a label of a control list has no use for them, a label that holds one is
//! meant to be noticed, and a number is safe in every program that a report is copied to.

use std::fmt::Write as _;

/// Escapes a text for use inside a Markdown paragraph or table cell: it shows as it is, on one line, whatever it holds.
pub(crate) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut at_start = true;
    let mut pending_space = false;
    let mut previous = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // French sets narrow spaces that do not break before its double signs.
        if (c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')) || c.is_control() {
            pending_space = !at_start;
            previous = ' ';
            continue;
        }
        if pending_space {
            out.push(' ');
            pending_space = false;
        }
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A backslash does not stop the mentions and links that GitHub makes by itself.
            '@' => out.push_str("&#64;"),
            // Links (`https://…`) and picture names (`:+1:`) that GitHub makes by itself; a ratio such as `1:5000` stays.
            ':' if !previous.is_ascii_digit() && chars.peek().is_some_and(|next| !next.is_whitespace()) => out.push_str("&#58;"),
            '\\' | '`' | '*' | '[' | ']' | '|' | '~' | '$' | '#' => {
                out.push('\\');
                out.push(c);
            }
            // Inside a word an underscore is plain text.
            '_' => out.push_str("\\_"),
            '-' | '+' | '=' | '!' if at_start => {
                out.push('\\');
                out.push(c);
            }
            '.' if out.get(out.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www")) => out.push_str("&#46;"),
            // At the start a number with a full stop makes a list.
            '.' | ')' if !out.is_empty() && out.bytes().all(|b| b.is_ascii_digit()) && chars.peek().is_none_or(|c| c.is_whitespace()) => {
                out.push('\\');
                out.push(c);
            }
            _ if is_mark(c) => push_number(&mut out, c),
            _ => out.push(c),
        }
        previous = c;
        at_start = false;
    }
    out
}

/// A code span that shows a text as it is, inside tables too.
pub(crate) fn code_span(text: &str) -> String {
    let plain = text.chars().all(|c| c.is_alphanumeric() || " .,-_/:<>=()^%@µΩ·".contains(c));
    if plain && !text.trim().is_empty() { format!("`{}`", text.trim()) } else { markdown(text) }
}

/// Whether an address is a plain web address that is safe to link to.
pub(crate) fn is_web_address(url: &str) -> bool {
    let plain = url.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c));
    plain && (url.starts_with("https://") || url.starts_with("http://"))
}

/// A link with a text; without the link where the address is not a plain web address.
pub(crate) fn link(text: &str, url: &str) -> String {
    if is_web_address(url) { format!("[{}]({url})", markdown(text)) } else { markdown(text) }
}

/// Escapes a text for use inside an HTML element or a quoted attribute: it shows as it is, whatever it holds.
pub(crate) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            _ if c.is_control() || is_mark(c) => push_number(&mut out, c),
            _ => out.push(c),
        }
    }
    out
}

/// A link in HTML; without the link where the address is not a plain and safe web address.
pub(crate) fn html_link(text: &str, url: &str) -> String {
    if is_web_address(url) && url.starts_with("https://") { format!("<a href=\"{}\">{}</a>", html(url), html(text)) } else { html(text) }
}

/// Whether a character turns the direction of writing or shows nothing, so that a label could pass for another: the bidirectional controls, the
/// line and paragraph separators, and what Unicode calls default ignorable.
pub fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Shows a character by its number.
pub(crate) fn push_number(out: &mut String, c: char) {
    let _ = write!(out, "U+{:04X}", u32::from(c));
}

/// The same text with every character shown that hides or turns the direction of a line, so that no label passes for another.
/// Line breaks stay.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push(c),
            _ if is_mark(c) => push_number(&mut out, c),
            _ if c.is_control() => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

/// The same text on one line, as a terminal may show it: no control characters, and what hides or turns the direction of writing by number.
pub fn one_line(text: &str) -> String {
    visible(text).replace('\n', " ")
}

/// A JSON text in which what hides or turns the direction of writing stands as escapes: the same data, safe to look at.
pub(crate) fn json(text: String) -> String {
    let must = |c: char| is_mark(c) || ('\u{7f}'..='\u{9f}').contains(&c);
    if !text.contains(must) {
        return text;
    }
    // Outside its strings JSON is plain ASCII, so that each of these stands inside one.
    let mut out = String::with_capacity(text.len() + 32);
    for c in text.chars() {
        if must(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_labels_show_as_they_are() {
        let cases = [
            ("a | b", r"a \| b"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("[x](javascript:1)", r"\[x\](javascript&#58;1)"),
            ("line\nbreak\t", "line break"),
            ("# heading", r"\# heading"),
            ("- item", r"\- item"),
            ("1. item", r"1\. item"),
            ("66.6%", "66.6%"),
            ("2*x_y`z`", r"2\*x\_y\`z\`"),
            ("@someone", "&#64;someone"),
            (":+1: scale 1:5000, note: x", "&#58;+1: scale 1:5000, note: x"),
            ("https://x.example", "https&#58;//x.example"),
            ("www.x.example", "www&#46;x.example"),
            ("a\u{202e}b", "aU+202Eb"),
            ("≥ 8 bit, 1.3 GSPS", "≥ 8 bit, 1.3 GSPS"),
        ];
        for (text, expected) in cases {
            assert_eq!(markdown(text), expected, "{text:?}");
        }
    }

    #[test]
    fn hostile_labels_show_as_they_are_in_html() {
        let cases = [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\" onmouseover=\"x", "&quot; onmouseover=&quot;x"),
            ("' x='", "&#39; x=&#39;"),
            ("a & b", "a &amp; b"),
            ("a\u{202e}b\u{200b}\u{0}\r", "aU+202EbU+200BU+0000U+000D"),
            ("line\nbreak", "line break"),
            ("≥ 8 bit · µm", "≥ 8 bit · µm"),
        ];
        for (text, expected) in cases {
            assert_eq!(html(text), expected, "{text:?}");
        }
    }

    #[test]
    fn marks_are_escapes_in_json_and_the_data_is_the_same() {
        let data = "a\u{202e}b\u{e0041}c\u{85}d\u{7f}\n\"µ";
        let text = json(serde_json::to_string(data).unwrap());
        assert_eq!(text, r#""a\u202eb\udb40\udc41c\u0085d\u007f\n\"µ""#);
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), data);
    }

    #[test]
    fn only_safe_web_addresses_become_links_in_html() {
        let link = "<a href=\"https://x.example/?a=1&amp;b=2\">a&lt;b</a>";
        assert_eq!(html_link("a<b", "https://x.example/?a=1&b=2"), link);
        for url in ["http://x.example", "javascript:alert(1)", "https://x.example/\"onclick=", "//x.example", "data:text/html,x", ""] {
            assert_eq!(html_link("a", url), "a", "{url}");
        }
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(link("a|b", "https://x.example/y%20z"), r"[a\|b](https://x.example/y%20z)");
        assert_eq!(link("a", "javascript:alert(1)"), "a");
        assert_eq!(link("a", "https://x.example/) [y](z"), "a");
        assert_eq!(link("a", ""), "a");
    }

    #[test]
    fn code_spans_hold_only_plain_text() {
        assert_eq!(code_span("3A001.a"), "`3A001.a`");
        assert_eq!(code_span("a`b|c"), r"a\`b\|c");
        assert_eq!(code_span(""), "");
    }
}
