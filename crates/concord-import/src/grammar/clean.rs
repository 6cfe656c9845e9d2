//! One form of every character: quotes, spaces, minus signs, micro signs, superscripts.

use concord_quantity::superscript_digit;

/// A text in one form of characters, with the place of each byte in the original.
pub(super) struct Clean {
    /// The text. Superscripts are `^` and their content, subscripts their content.
    pub(super) text: String,
    offsets: Vec<u32>,
}

impl Clean {
    /// Cleans a text.
    pub(super) fn new(source: &str) -> Self {
        let mut clean = Self { text: String::with_capacity(source.len()), offsets: Vec::with_capacity(source.len() + 1) };
        let mut chars = source.char_indices().peekable();
        let mut raised = false;
        while let Some((at, c)) = chars.next() {
            let plain_superscript = superscript(c);
            if plain_superscript.is_none() {
                raised = false;
            }
            match c {
                '^' | '_' if chars.peek().is_some_and(|(_, next)| *next == '{') => {
                    chars.next();
                    let raised_to = source.get(at..).unwrap_or_default();
                    if raised_to.starts_with("^{o}") || raised_to.starts_with("^{0}") && !clean.text.ends_with("10") {
                        clean.push('°', at);
                        chars.by_ref().take(2).for_each(drop);
                        continue;
                    }
                    if c == '^' {
                        if clean.text.ends_with(' ') {
                            clean.pop();
                        }
                        let sign_stands_before = clean.text.ends_with("10-");
                        if sign_stands_before {
                            clean.pop();
                        }
                        clean.push('^', at);
                        if sign_stands_before {
                            clean.push('-', at);
                        }
                    }
                    for (at, inner) in chars.by_ref() {
                        match inner {
                            '}' => break,
                            ' ' | '\u{a0}' => {}
                            _ => clean.push(one_form(inner), at),
                        }
                    }
                }
                _ => {
                    if let Some(digit) = plain_superscript {
                        if !raised {
                            clean.push('^', at);
                        }
                        raised = true;
                        clean.push(digit, at);
                    } else {
                        let digits = clean
                            .text
                            .strip_suffix("10")
                            .filter(|before| !before.ends_with(|b: char| b.is_ascii_digit() || b == '.' || b == ','));
                        if c == '\u{2212}' && digits.is_some() && chars.peek().is_some_and(|(_, next)| next.is_ascii_digit()) {
                            clean.push('^', at);
                        }
                        clean.push(one_form(c), at);
                    }
                }
            }
        }
        clean.offsets.push(u32::try_from(source.len()).unwrap_or(u32::MAX));
        clean
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.offsets.resize(self.text.len(), u32::try_from(at).unwrap_or(u32::MAX));
    }

    fn pop(&mut self) {
        self.text.pop();
        self.offsets.truncate(self.text.len());
    }

    /// The place in the original of a byte of the cleaned text.
    pub(super) fn source_offset(&self, at: usize) -> usize {
        self.offsets.get(at).or(self.offsets.last()).map_or(0, |offset| *offset as usize)
    }
}

fn one_form(c: char) -> char {
    match c {
        '“' | '”' | '„' | '«' | '»' | '″' => '"',
        '‘' | '’' | '′' | '`' | '´' => '\'',
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2002}' | '\u{2003}' | '\u{200a}' | '\t' | '\n' | '\r' => ' ',
        '\u{2212}' | '\u{2011}' | '\u{2010}' | '\u{2013}' | '\u{ad}' => '-',
        '\u{3bc}' => 'µ',
        '\u{2126}' => 'Ω',
        'º' | '˚' => '°',
        '⩾' | '≧' => '≥',
        '⩽' | '≦' => '≤',
        '∗' => '*',
        _ => c,
    }
}

fn superscript(c: char) -> Option<char> {
    if c == '⁻' { Some('-') } else { superscript_digit(c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_one_form() {
        let clean = Clean::new("5 × 10^{− 3} W/cm² at −5 μm, “UF_{6}”");
        assert_eq!(clean.text, "5 × 10^-3 W/cm^2 at -5 µm, \"UF6\"");
        assert_eq!(Clean::new("12 × 10 ^{6} m at 20^{o}").text, "12 × 10^6 m at 20°");
        let at = clean.text.find("UF6").unwrap();
        assert_eq!(clean.source_offset(at), "5 × 10^{− 3} W/cm² at −5 μm, “".len());
    }
}
