//! Destinations that a row of the table of controls states in words.

/// Key words: country groups, `worldwide`, names as printed; excluded ones with a minus.
pub(super) fn read(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut push = |name: String| {
        if !out.contains(&name) {
            out.push(name);
        }
    };
    let lower = text.to_lowercase();
    if lower.contains("worldwide") || lower.contains("all destinations") {
        push("worldwide".to_owned());
    }
    // A text that is nothing but a list of names, up to its first bracket.
    let (names, rest) = leading_names(text);
    if rest.is_empty() || rest.starts_with('(') {
        names.into_iter().filter(|n| !n.eq_ignore_ascii_case("worldwide")).for_each(&mut push);
    }
    for marker in ["to ", "To ", "within "] {
        for (at, _) in text.match_indices(marker).filter(|(at, _)| starts_word(text, *at)) {
            leading_names(text.get(at + marker.len()..).unwrap_or_default()).0.into_iter().for_each(&mut push);
        }
    }
    for (at, _) in text.match_indices("except ").filter(|(at, _)| starts_word(text, *at)) {
        let rest = text.get(at + "except ".len()..).unwrap_or_default();
        let rest = rest.strip_prefix("for ").unwrap_or(rest);
        leading_names(rest).0.into_iter().for_each(|n| push(format!("-{n}")));
    }
    country_groups(text).into_iter().for_each(push);
    out
}

/// Country groups (`D:1`); those behind a word that excludes, up to the end of the sentence, with a minus.
fn country_groups(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut excluded = false;
    for word in text.split([' ', ',', ';', '(', ')']) {
        if matches!(word, "except" | "excluding" | "not" | "unless") {
            excluded = true;
        }
        let group = word.trim_end_matches('.');
        if is_country_group(group) {
            out.push(if excluded { format!("-{group}") } else { group.to_owned() });
        }
        if word.ends_with('.') && !word.eq_ignore_ascii_case("no.") {
            excluded = false;
        }
    }
    out
}

fn is_country_group(word: &str) -> bool {
    let Some((letter, number)) = word.split_once(':') else { return false };
    let lettered = letter.len() == 1 && letter.bytes().all(|b| b.is_ascii_uppercase());
    lettered && (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
}

fn starts_word(text: &str, at: usize) -> bool {
    !text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

/// The names a text starts with (`Ruritania, North Ruritania or Utopia`), and what stands behind them.
fn leading_names(text: &str) -> (Vec<String>, &str) {
    let mut names: Vec<String> = Vec::new();
    let mut name: Vec<&str> = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        let printed = word.trim_end();
        let bare = printed.trim_end_matches([',', '.', ';']);
        if matches!(bare, "or" | "and") {
            finish(&mut names, &mut name);
        } else if is_name(bare) {
            name.push(bare);
            if bare.len() < printed.len() {
                finish(&mut names, &mut name);
            }
        } else {
            break;
        }
        at += word.len();
        if printed.ends_with(['.', ';']) {
            break;
        }
    }
    finish(&mut names, &mut name);
    (names, text.get(at..).unwrap_or_default())
}

fn finish(names: &mut Vec<String>, name: &mut Vec<&str>) {
    if !name.is_empty() {
        names.push(name.join(" "));
        name.clear();
    }
}

/// Whether a word may be part of a name: a capital and lower-case letters; words of the trade are none.
fn is_name(word: &str) -> bool {
    const NONE: [&str; 9] = ["Country", "Group", "Groups", "Supplement", "Part", "See", "Refer", "For", "Column"];
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.clone().count() > 1 && chars.all(char::is_lowercase) && !NONE.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn destinations_in_words() {
        let cases: [(&str, &[&str]); 7] = [
            ("Ruritania, Utopia, or North Ruritania (see § 1).", &["Ruritania", "Utopia", "North Ruritania"]),
            ("To destinations in Country Groups D:1 and D:5, excluding those in A:5.", &["D:1", "D:5", "-A:5"]),
            ("Worldwide control. See § 1.", &["worldwide"]),
            ("A license is required for ALL destinations, except Ruritania, regardless of use.", &["worldwide", "-Ruritania"]),
            ("To or within Utopia or a destination specified in Country Group D:5.", &["Utopia", "D:5"]),
            ("A license is required for items to North Ruritania for reasons.", &["North Ruritania"]),
            ("See § 746.1(b) for UN controls.", &[]),
        ];
        for (text, want) in cases {
            assert_eq!(read(text), want, "{text}");
        }
    }
}
