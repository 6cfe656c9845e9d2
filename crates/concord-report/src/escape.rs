//! Escaping of data that goes into Markdown.

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
            '.' if previous.eq_ignore_ascii_case(&'w') => out.push_str("&#46;"),
            // At the start a number with a full stop makes a list.
            '.' | ')' if !out.is_empty() && out.bytes().all(|b| b.is_ascii_digit()) && chars.peek().is_none_or(|c| c.is_whitespace()) => {
                out.push('\\');
                out.push(c);
            }
            // Characters that turn the direction of a line or hide, so that a label could pass for another.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
                let _ = write!(out, "U+{:04X}", u32::from(c));
            }
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
            _ if hides(c) => {
                let _ = write!(out, "U+{:04X}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

/// A link in HTML; without the link where the address is not a plain and safe web address.
pub(crate) fn html_link(text: &str, url: &str) -> String {
    if is_web_address(url) && url.starts_with("https://") { format!("<a href=\"{}\">{}</a>", html(url), html(text)) } else { html(text) }
}

/// Characters that turn the direction of a line, hide, or control a device, so that a label could pass for another.
fn hides(c: char) -> bool {
    c.is_control() || matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The same text with every character shown that hides or turns the direction of a line, so that no label passes for another.
/// Line breaks stay.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push(c),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
                let _ = write!(out, "U+{:04X}", u32::from(c));
            }
            _ if c.is_control() => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

/// The same text without line breaks and control characters, for a terminal.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
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
