//! How YAML readers understand a text that stands without quotes.

/// Whether some YAML reader (1.1 or 1.2) takes the bare text for a number: integers, floats with exponents (`3E001`), hexadecimal, octal and base-60 forms.
pub(crate) fn reads_as_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = unsigned.strip_prefix(prefix) {
            return !digits.is_empty() && digits.chars().all(|c| c == '_' || c.is_digit(radix));
        }
    }
    let mantissa_end = unsigned.find(['e', 'E']).unwrap_or(unsigned.len());
    let (mantissa, exponent) = unsigned.split_at(mantissa_end);
    let sexagesimal = mantissa.split(':').skip(1).all(|part| !part.is_empty() && part.len() <= 2);
    let digits = mantissa.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && mantissa.contains(|c: char| c.is_ascii_digit())
        && mantissa.matches('.').count() <= 1
        && mantissa.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '_' | ':'))
        && sexagesimal;
    let exponent = exponent.get(1..).map(|e| e.strip_prefix(['-', '+']).unwrap_or(e));
    digits && exponent.is_none_or(|e| !e.is_empty() && e.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a text must be quoted for every YAML reader to take it as that text. In flow context (inside brackets) more texts must be.
///
/// More is quoted than must be: whatever does not begin with a letter is, so that codes, numbers and operators always look alike.
pub(crate) fn needs_quotes(text: &str, flow: bool) -> bool {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let mut chars = text.chars();
    let starts_well = chars.next().is_some_and(|c| c.is_alphabetic() || c == '^' && chars.next().is_some_and(char::is_alphabetic));
    !starts_well
        || text.ends_with(':')
        || text.chars().next_back().is_some_and(char::is_whitespace)
        || text.contains(": ")
        || text.contains(" #")
        || text.chars().any(is_special)
        || (flow && text.contains([',', '[', ']', '{', '}', ':']))
        || WORDS.iter().any(|w| text.eq_ignore_ascii_case(w))
        || reads_as_number(text)
}

/// Writes a text in double quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_special(c) => out.extend(format!("\\U{:08x}", u32::from(c)).chars()),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Characters that YAML forbids in plain text or treats as line breaks, and white space that nobody could see.
pub(crate) fn is_special(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        || (c.is_whitespace() && !matches!(c, ' ' | '\u{a0}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_disguise() {
        for text in ["3E001", "0E001", "1e5", "12", "-4", "1_000", "0x1F", "0o17", ".5", "1.", "190:20:30", ".inf", "+.5e-3"] {
            assert!(reads_as_number(text), "{text}");
        }
        for text in ["3A001", "3E001.a", "E001", "", "-", ".", "e5", "1e", "1.2.3", "0xg", "2026-01-29", "1:5000"] {
            assert!(!reads_as_number(text), "{text}");
        }
    }

    #[test]
    fn quotes_where_a_reader_could_stray() {
        for text in ["", "no", "Yes", "3A001", ">1 m", "2026-01-29", "a: b", "a #b", "a:", "a ", " a", "~", "null", "- a", "a\tb", "@x"] {
            assert!(needs_quotes(text, false), "{text}");
        }
        for text in ["sample rate", "frequency @ any channel & each", "https://example.org/x", "µm", "it's", "R & D", "^parent"] {
            assert!(!needs_quotes(text, false), "{text}");
        }
        assert!(needs_quotes("a, b", true) && !needs_quotes("a, b", false));
        assert_eq!(quoted("a\"\\\u{7}\n"), "\"a\\\"\\\\\\U00000007\\n\"");
    }
}
