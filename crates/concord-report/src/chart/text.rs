//! How wide a text will be: an estimate from above, for the widest of the fonts that a reader is likely to have.

/// How heavy the letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// The width of a text in pixels.
pub(super) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let heavier = if weight == Weight::Bold { 1.1 } else { 1.0 };
    text.chars().map(em).sum::<f64>() * size * heavier
}

/// The width of a letter in parts of the font's size.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '(' | ')' | '/' | '-' | 'f' | 't' | '·' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' => 0.95,
        'A'..='Z' | '<' | '>' | '=' | '≤' | '≥' | '+' | '×' | '−' => 0.72,
        c if u32::from(c) >= 0x1100 => 1.05,
        _ => 0.62,
    }
}

/// The text, cut and marked as cut where it is wider than `room`.
pub(super) fn fit(text: &str, room: f64, size: f64, weight: Weight) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if width(&out, size, weight) + width(&format!("{c}…"), size, weight) > room {
            break;
        }
        out.push(c);
    }
    format!("{}…", out.trim_end())
}

/// The text in lines no wider than `room`, broken between words; a word that is wider than a line is cut.
pub(super) fn wrap(text: &str, room: f64, size: f64, weight: Weight) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let word = fit(word, room, size, weight);
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size, weight) <= room => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// The first `most` of the lines; the last is marked as cut if there are more.
pub(super) fn wrap_to(text: &str, room: f64, size: f64, weight: Weight, most: usize) -> Vec<String> {
    let mut lines = wrap(text, room, size, weight);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = fit(&format!("{last} …………"), room.min(width(last, size, weight) + width(" …", size, weight)), size, weight);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_within_their_room() {
        let text = "machine tools for turning, grinding or milling, with two or more contouring axes";
        let lines = wrap(text, 150.0, 13.0, Weight::Regular);
        assert!(lines.len() > 2 && lines.iter().all(|line| width(line, 13.0, Weight::Regular) <= 150.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_word_wider_than_a_line_is_cut_and_marked() {
        let cut = fit("3A001.b.4.a.1.b.2.c.3", 60.0, 13.0, Weight::Bold);
        assert!(cut.ends_with('…') && width(&cut, 13.0, Weight::Bold) <= 60.0, "{cut}");
        assert_eq!(fit("3A001", 60.0, 13.0, Weight::Bold), "3A001");
    }

    #[test]
    fn lines_beyond_the_most_are_marked_as_cut() {
        let lines = wrap_to("one two three four five six seven eight", 60.0, 13.0, Weight::Regular, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
    }
}
