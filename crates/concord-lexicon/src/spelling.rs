//! One spelling and one number for every word.

use crate::Lexicon;

impl Lexicon {
    /// The normal form of a lower-case word: one spelling, singular.
    ///
    /// Only regular plurals and those the spelling table names are taken back; a word that merely ends in `s` keeps it.
    pub fn normal_word(&self, word: &str) -> String {
        if let Some(normal) = self.spellings.get(word) {
            return normal.clone();
        }
        let singular = singular_of(word);
        self.one_spelling(&singular)
    }

    /// Whether a word is a prefix that a hyphen only sets off from its word.
    pub fn is_prefix(&self, word: &str) -> bool {
        self.prefixes.iter().any(|p| p == word)
    }

    fn one_spelling(&self, word: &str) -> String {
        if let Some(normal) = self.spellings.get(word) {
            return normal.clone();
        }
        if word.len() >= 8 {
            for (ending, normal) in &self.endings {
                if let Some(stem) = word.strip_suffix(ending.as_str()) {
                    return format!("{stem}{normal}");
                }
            }
        }
        word.to_owned()
    }
}

/// The singular of a regular plural; other words unchanged.
fn singular_of(word: &str) -> String {
    let n = word.len();
    if n < 4 || !word.is_ascii() || !word.ends_with('s') {
        return word.to_owned();
    }
    if ["ss", "us", "is", "ous", "ics", "'s"].iter().any(|end| word.ends_with(end)) {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return if n > 4 { format!("{stem}y") } else { format!("{stem}ie") };
    }
    for end in ["sses", "shes", "ches", "xes", "zzes"] {
        if word.ends_with(end) {
            return word[..n - 2].to_owned();
        }
    }
    word[..n - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_and_plurals_meet() {
        let lexicon = Lexicon::english();
        for (a, b) in [
            ("metres", "meter"),
            ("antennae", "antenna"),
            ("antennas", "antenna"),
            ("assemblies", "assembly"),
            ("switches", "switch"),
            ("polarisation", "polarization"),
            ("polarisations", "polarization"),
            ("wavelengths", "wavelength"),
            ("crystallising", "crystallizing"),
            ("glass", "glass"),
            ("apparatus", "apparatus"),
            ("analysis", "analysis"),
            ("axes", "axis"),
        ] {
            assert_eq!(lexicon.normal_word(a), b, "{a}");
        }
    }
}
