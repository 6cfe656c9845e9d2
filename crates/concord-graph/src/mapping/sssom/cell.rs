//! Several values in one cell.

/// The values of a cell; `\|` and `\\` stand for the characters themselves.
pub(super) fn split(value: &str, many: bool) -> Vec<String> {
    if !many || !value.contains(['|', '\\']) {
        return vec![value.to_owned()];
    }
    let mut parts = vec![String::new()];
    let mut letters = value.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            ('\\', Some('|' | '\\')) => parts.last_mut().into_iter().for_each(|part| part.extend(letters.next())),
            ('|', _) => parts.push(String::new()),
            _ => parts.last_mut().into_iter().for_each(|part| part.push(letter)),
        }
    }
    parts
}

/// Values as one cell.
pub(super) fn join(values: &[String], many: bool) -> String {
    if !many {
        return values.first().cloned().unwrap_or_default();
    }
    values.iter().map(|value| value.replace('\\', "\\\\").replace('|', "\\|")).collect::<Vec<_>>().join("|")
}
