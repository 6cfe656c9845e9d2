//! The languages that reports are written in.

use std::sync::LazyLock;

use serde::Deserialize;
use unic_langid::LanguageIdentifier;

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| serde_yaml::from_str(include_str!("../../lang/languages.yaml")).unwrap_or_default());

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    code: String,
    tag: String,
    name: String,
    thousands: String,
    decimal: String,
    percent: String,
    colon: String,
    semicolon: String,
}

/// A language of reports: a row of `lang/languages.yaml`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Language(usize);

/// A code that names no language of reports.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there are no messages in `{0}`")]
pub struct UnknownLanguage(pub String);

impl Language {
    /// English, in which every message is there.
    pub const ENGLISH: Self = Self(0);

    /// All languages, English first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..TABLE.len()).map(Self)
    }

    /// The language of a two-letter code (`fr`); a region after it is left aside (`fr-CA`).
    ///
    /// # Errors
    /// Where there are no messages in it.
    pub fn from_code(code: &str) -> Result<Self, UnknownLanguage> {
        let primary = code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self::all().find(|language| language.code() == primary).ok_or_else(|| UnknownLanguage(code.to_owned()))
    }

    /// Its code (`fr`).
    pub fn code(self) -> &'static str {
        &TABLE[self.0].code
    }

    /// Its tag with the region whose spelling it follows (`en-GB`).
    pub fn tag(self) -> &'static str {
        &TABLE[self.0].tag
    }

    /// Its name in itself (`français`).
    pub fn name(self) -> &'static str {
        &TABLE[self.0].name
    }

    /// A count: `12,345`.
    pub fn count(self, n: usize) -> String {
        let digits = n.to_string();
        let mut out = String::new();
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push_str(&TABLE[self.0].thousands);
            }
            out.push(c);
        }
        out
    }

    /// A share given in tenths of a percent: `50.3%` for 503, `50%` for 500.
    pub fn percent(self, tenths: u64) -> String {
        let row = &TABLE[self.0];
        let whole = tenths / 10;
        if tenths.is_multiple_of(10) {
            format!("{whole}{}", row.percent)
        } else {
            format!("{whole}{}{}{}", row.decimal, tenths % 10, row.percent)
        }
    }

    /// What stands between two parts, as the language sets it: `: ` and `; ` have a space before them in French.
    pub fn between(self, english: &str) -> &str {
        match english {
            ": " => &TABLE[self.0].colon,
            "; " => &TABLE[self.0].semicolon,
            other => other,
        }
    }

    pub(super) fn index(self) -> usize {
        self.0
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_their_codes() {
        assert_eq!(Language::from_code("en").unwrap(), Language::ENGLISH);
        assert_eq!(Language::from_code("fr-CA").unwrap().name(), "français");
        assert_eq!(Language::from_code("xx"), Err(UnknownLanguage("xx".to_owned())));
        for language in Language::all() {
            assert_eq!(language.identifier().language.as_str(), language.code());
        }
    }
}
