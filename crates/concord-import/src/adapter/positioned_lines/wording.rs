//! From printed lines to running text: words divided at line ends, and the traces that raised and lowered letters leave.

use std::collections::BTreeSet;

/// The words that no line end divides; they show how a divided word is written.
pub(super) struct Words(BTreeSet<String>);

impl Words {
    /// The words of these lines.
    pub(super) fn of<'t>(lines: impl Iterator<Item = &'t str>) -> Self {
        let mut words = BTreeSet::new();
        let mut divided = false;
        for line in lines {
            let whole = line.split(' ').skip(usize::from(divided)).filter(|word| !word.ends_with(['-', '\u{ad}']));
            words.extend(whole.map(|word| bare(word).to_lowercase()));
            divided = line.ends_with(['-', '\u{ad}']);
        }
        Self(words)
    }

    /// Joins two lines of a paragraph.
    pub(super) fn join(&self, text: &mut String, next: &str) {
        if text.ends_with('\u{ad}') {
            text.pop();
            text.push_str(next);
            return;
        }
        let before = text.trim_end_matches('-');
        let divided = text.len() == before.len() + 1 && before.ends_with(char::is_alphanumeric);
        if divided && next.starts_with(char::is_alphanumeric) {
            let head = bare(before.rsplit(' ').next().unwrap_or_default()).to_lowercase();
            let tail = bare(next.split(' ').next().unwrap_or_default()).to_lowercase();
            if self.0.contains(&format!("{head}{tail}")) && !self.0.contains(&format!("{head}-{tail}")) {
                text.pop();
            }
            text.push_str(next);
        } else if divided || text.ends_with('/') && !text.ends_with(" /") {
            text.push_str(next);
        } else {
            text.push(' ');
            text.push_str(next);
        }
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Lowered letters as the print shows them: a short piece parted from the word it belongs to.
///
/// A print that sets a piece lower leaves a space behind it, so that one stands before a comma or a bracket (`UF 6 ,`). The
/// pairs found so are joined wherever they stand.
pub(super) struct Lowered {
    pairs: BTreeSet<(String, String)>,
    numbered: BTreeSet<String>,
}

impl Lowered {
    /// Finds the pairs in these texts.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut lowered = Self { pairs: BTreeSet::new(), numbered: BTreeSet::new() };
        for text in texts {
            let words: Vec<&str> = text.split(' ').collect();
            for three in words.windows(3) {
                let [base, piece, behind] = three else { continue };
                if closes_behind(behind) && is_piece(piece) && is_base(base) {
                    let base = stem(base).to_owned();
                    if piece.bytes().all(|b| b.is_ascii_digit()) {
                        lowered.numbered.insert(base.clone());
                    }
                    lowered.pairs.insert((base, (*piece).to_owned()));
                }
            }
        }
        lowered
    }

    fn is_pair(&self, base: &str, piece: &str) -> bool {
        let number = piece.len() <= 2 && piece.bytes().all(|b| b.is_ascii_digit());
        let base = stem(base);
        is_piece(piece) && (self.pairs.contains(&(base.to_owned(), piece.to_owned())) || number && self.numbered.contains(base))
    }

    /// The text with lowered letters marked, and without the spaces that raised and lowered letters leave.
    pub(super) fn mend(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut before = "";
        let mut closes = false;
        let mut raised = false;
        let words: Vec<&str> = text.split(' ').collect();
        for (at, word) in words.iter().copied().enumerate() {
            let behind = (words.get(at + 1).copied().unwrap_or_default(), words.get(at + 2).copied().unwrap_or_default());
            // A formula's first pieces stand before its proven ones: `Al 2 O 3 ,`.
            let formula =
                is_number(word) && is_base(before) && is_base(behind.0) && self.is_pair(behind.0, behind.1) && is_number(behind.1);
            let word_is_lowered = !before.is_empty() && is_base(before) && (formula || self.is_pair(before, word));
            if word_is_lowered {
                out.push_str("_{");
                out.push_str(word);
                out.push('}');
            } else {
                let joins = raised && word.starts_with(char::is_alphabetic) || touches(word, closes);
                if !joins && !out.is_empty() {
                    out.push(' ');
                }
                out.push_str(word);
            }
            // A raised number that opens a word belongs to the next: `( ^{10} B)`.
            let opens = word.starts_with("(^{") || word.starts_with("^{") && matches!(before, "" | "(");
            let element = word_is_lowered && is_number(word) && is_element(behind.0);
            raised = formula || element || opens && word.ends_with('}') && word.matches('}').count() == 1;
            closes = word_is_lowered || word.ends_with('}');
            before = word;
        }
        ordinals(&without_references(&out.replace('\u{ad}', "").replace("}^{", "")))
    }
}

/// Whether a word that stands apart can only belong to the word before it.
fn closes_behind(word: &str) -> bool {
    word.starts_with([',', ';', ')'])
        || word.starts_with(['/', '-']) && word.len() > 1
        || word.len() <= 4
            && word.starts_with(['.', '"', '\'', '”', '’'])
            && !word.starts_with("..")
            && !word.contains(char::is_alphanumeric)
}

/// Whether a word stands close to the one before it: marks that close always do, others where raised or lowered letters end it.
fn touches(word: &str, scripts: bool) -> bool {
    let mark = word.starts_with(['.', '/', '’', '”', ':'])
        || word.starts_with('-') && word.len() > 1
        || word.starts_with(['"', '\'']) && !word.contains(char::is_alphanumeric);
    word.starts_with([',', ';', ')']) || word.starts_with("^{") || scripts && mark
}

/// A number as formulas have it: `3`, `2/3`.
fn is_number(piece: &str) -> bool {
    piece.len() <= 3 && piece.starts_with(|c: char| c.is_ascii_digit()) && piece.bytes().all(|b| b.is_ascii_digit() || b == b'/')
}

/// A short piece of letters, digits and commas that can stand lowered.
fn is_piece(piece: &str) -> bool {
    piece.len() <= 7 && piece.starts_with(char::is_alphanumeric) && piece.chars().all(|c| c.is_alphanumeric() || matches!(c, ',' | '/'))
}

/// The end of a symbol or formula: letters, a capital first, perhaps behind brackets, numbers and strokes.
fn is_base(base: &str) -> bool {
    let stem = stem(base);
    let symbol = stem.len() <= 6 && stem.chars().all(|c| c.is_ascii_alphabetic());
    symbol && (stem.starts_with(|c: char| c.is_ascii_uppercase()) || stem.len() == 1 && stem != "a")
}

/// The letters a word ends with; a closing bracket counts as one (`)O`).
fn stem(base: &str) -> &str {
    let from = base.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |at| at + base[at..].chars().next().map_or(1, char::len_utf8));
    base.get(from..).unwrap_or(base)
}

/// Whether a word can be the last element of a formula (`H 2 S`).
fn is_element(word: &str) -> bool {
    matches!(word.trim_end_matches([',', ';', ')', '.']), "O" | "S" | "N" | "F")
}

/// The text with the raised letters of ordinal numbers on the line (`5^{th}`).
fn ordinals(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("^{") {
        let (before, behind) = rest.split_at(at);
        out.push_str(before);
        let letters = behind.get(2..4).filter(|l| l.bytes().all(|b| b.is_ascii_lowercase()) && behind.get(4..5) == Some("}"));
        if let Some(letters) = letters.filter(|_| before.ends_with(|c: char| c.is_ascii_digit())) {
            out.push_str(letters);
            rest = behind.get(5..).unwrap_or_default();
        } else {
            out.push_str("^{");
            rest = behind.get(2..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out
}

/// The text without references to footnotes (`(^{2} )`).
fn without_references(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("(^{") {
        let inner = rest.get(at + 3..).unwrap_or_default();
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        let behind = inner.get(digits..).and_then(|r| r.strip_prefix('}')).and_then(|r| r.trim_start().strip_prefix(')'));
        if let Some(behind) = behind.filter(|_| (1..=2).contains(&digits)) {
            out.push_str(rest.get(..at).unwrap_or_default().trim_end());
            rest = behind;
        } else {
            out.push_str(rest.get(..at + 3).unwrap_or_default());
            rest = inner;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(words: &Words, lines: &[&str]) -> String {
        let mut text = lines[0].to_owned();
        for line in &lines[1..] {
            words.join(&mut text, line);
        }
        text
    }

    #[test]
    fn divided_words() {
        let words = Words::of(["the frequency of it", "a two-phase kiln"].into_iter());
        assert_eq!(joined(&words, &["manu\u{ad}", "facture of a freq-", "uency, two-", "phase"]), "manufacture of a frequency, two-phase");
        assert_eq!(joined(&words, &["kiln -", "hot or/", "and 1", "000 mm"]), "kiln - hot or/and 1 000 mm");
        assert_eq!(joined(&words, &["ISO 10360-", "2:2009"]), "ISO 10360-2:2009");
    }

    #[test]
    fn lowered_letters() {
        let texts = ["corrosion by UF 6 , or", "UF 6 gas at 5 m^{3} /min; E 0,MPE ) of UF 5 and Class 2 kilns (^{9} ) of 10 ^{4} m"];
        let lowered = Lowered::of(texts.into_iter());
        assert_eq!(lowered.mend(texts[0]), "corrosion by UF_{6}, or");
        assert_eq!(lowered.mend(texts[1]), "UF_{6} gas at 5 m^{3}/min; E_{0,MPE}) of UF_{5} and Class 2 kilns of 10^{4} m");
        assert_eq!(lowered.mend("10 m, 5 ; 7"), "10 m, 5; 7");
        assert_eq!(lowered.mend("the 5^{th} and 3 ^{rd} kiln of 2^{n} m^{2}"), "the 5th and 3rd kiln of 2^{n} m^{2}");
        assert_eq!(
            Lowered::of(["H 2 -proof, wet H 2 S, to 10^{–} ^{3} J"].into_iter()).mend("H 2 -proof, wet H 2 S, to 10^{–} ^{3} J"),
            "H_{2}-proof, wet H_{2}S, to 10^{–3} J"
        );
        let texts = ["(Al 2 O 3 ), f max /f min , 5 ×10 ^{3} K and (^{10} B) in Column 2 O"];
        let mended = Lowered::of(texts.into_iter()).mend(texts[0]);
        assert_eq!(mended, "(Al_{2}O_{3}), f_{max}/f_{min}, 5 ×10^{3} K and (^{10}B) in Column 2 O");
    }
}
