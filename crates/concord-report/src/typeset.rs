//! Limits as a reader would print them: `≥ 0.5 MPa`, `m³/s`, `5 × 10³`.

/// The operators of written limits, the longer ones first, with their signs.
const OPERATORS: [(&str, &str); 5] = [(">=", "≥\u{a0}"), ("<=", "≤\u{a0}"), ("==", "=\u{a0}"), (">", ">\u{a0}"), ("<", "<\u{a0}")];

/// A text with the signs of its limits, its powers and its exponents set; other words stay as they are.
pub(crate) fn typeset(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, word) in text.split(' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        let bare = word.trim_start_matches('(');
        let sign = OPERATORS.iter().find_map(|(written, sign)| Some((*sign, bare.strip_prefix(written).filter(|rest| is_value(rest))?)));
        match sign {
            Some((sign, rest)) => {
                out.push_str(&word[..word.len() - bare.len()]);
                out.push_str(if rest.is_empty() { sign.trim_end() } else { sign });
                raised(rest, true, &mut out);
            }
            None => raised(word, false, &mut out),
        }
    }
    out
}

/// Whether what stands behind an operator is a value, or nothing: then the value is the next word.
fn is_value(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.')
}

/// Writes a word with what stands behind `^`, and behind the `e` of a number, raised.
fn raised(word: &str, number: bool, out: &mut String) {
    let mut chars = word.chars().peekable();
    let (mut up, mut before) = (false, ' ');
    while let Some(c) = chars.next() {
        let before_number = chars.peek().is_some_and(|next| next.is_ascii_digit() || *next == '-');
        if c == '^' && before_number {
            up = true;
        } else if number && c == 'e' && before.is_ascii_digit() && before_number {
            out.push_str("\u{a0}×\u{a0}10");
            up = true;
        } else if let (true, Some(small)) = (up, superscript(c)) {
            out.push(small);
        } else {
            up = false;
            out.push(c);
        }
        before = c;
    }
}

fn superscript(c: char) -> Option<char> {
    Some(match c {
        '-' => '⁻',
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32(u32::from('⁴') + u32::from(c) - u32::from('4'))?,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_read_as_in_print_and_codes_stay() {
        let cases = [
            ("internal pressure >=0.5 MPa (5 atm) <=5 MPa", "internal pressure ≥\u{a0}0.5 MPa (5 atm) ≤\u{a0}5 MPa"),
            ("flow (time ==24 h) >5e-3 m^3/s", "flow (time =\u{a0}24 h) >\u{a0}5\u{a0}×\u{a0}10⁻³ m³/s"),
            ("(<4 kg)", "(<\u{a0}4 kg)"),
            ("ref:3e001.a 3E001 a^b", "ref:3e001.a 3E001 a^b"),
            ("a <= b>c > the limit", "a ≤ b>c > the limit"),
            ("<b>bold</b> >>1", "<b>bold</b> >>1"),
            ("  x ", "  x "),
        ];
        for (text, expected) in cases {
            assert_eq!(typeset(text), expected);
        }
    }
}
