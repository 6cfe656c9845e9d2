//! Paragraph codes in their one canonical form.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A code in canonical form: the entry, then one label a level, joined by dots (`3A001.a.5.a.1`).
///
/// The first segment is the entry's code as the list prints it; nothing in this type knows any regime's numbering.
/// Codes order by segment, numbers by value (`a.2` before `a.10`).
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code(String);

/// Why a text is no code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a code: a code is an entry and labels joined by dots, such as `3A001.a.5`")]
pub struct CodeError(pub String);

impl Code {
    /// Reads a code; a final dot is dropped, letters of labels become lower case, the entry upper case.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let text = text.trim().trim_end_matches('.');
        let ok = !text.is_empty() && text.split('.').all(|s| !s.is_empty() && s.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'));
        if !ok {
            return Err(CodeError(text.to_owned()));
        }
        let mut segments = text.split('.');
        let mut out = segments.next().unwrap_or_default().to_ascii_uppercase();
        for segment in segments {
            out.push('.');
            out.push_str(&segment.to_ascii_lowercase());
        }
        Ok(Self(out))
    }

    /// The canonical text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The entry's own code, the first segment.
    #[must_use]
    pub fn entry(&self) -> Self {
        Self(self.segments().next().unwrap_or_default().to_owned())
    }

    /// The code one level up, or `None` for an entry.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rfind('.').map(|at| Self(self.0[..at].to_owned()))
    }

    /// The code one level down under `label`.
    #[must_use]
    pub fn child(&self, label: &str) -> Self {
        Self(format!("{}.{}", self.0, label.to_ascii_lowercase()))
    }

    /// The last segment.
    pub fn label(&self) -> &str {
        self.0.rsplit('.').next().unwrap_or_default()
    }

    /// The segments, the entry first.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.0.split('.')
    }

    /// The number of levels under the entry: 0 for `3A001`, 2 for `3A001.a.5`.
    pub fn depth(&self) -> usize {
        self.0.bytes().filter(|b| *b == b'.').count()
    }

    /// Whether this is the entry itself.
    pub fn is_entry(&self) -> bool {
        self.depth() == 0
    }

    /// Whether `self` is `other` or stands under it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0 == other.0 || (self.0.starts_with(&other.0) && self.0.as_bytes().get(other.0.len()) == Some(&b'.'))
    }
}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let (a, b) = (self.0.as_bytes(), other.0.as_bytes());
        let Some(at) = (0..a.len().max(b.len())).find(|i| a.get(*i) != b.get(*i)) else { return std::cmp::Ordering::Equal };
        // All segments before the one that holds the first difference are equal.
        let start = a.iter().take(at).rposition(|byte| *byte == b'.').map_or(0, |dot| dot + 1);
        let segment = |code: &'_ str| -> Option<(Option<u64>, usize)> {
            let rest = code.get(start..)?;
            let end = rest.find('.').unwrap_or(rest.len());
            Some((rest[..end].parse().ok(), start + end))
        };
        match (segment(&self.0), segment(&other.0)) {
            (Some((x, end)), Some((y, other_end))) => {
                x.cmp(&y).then_with(|| self.0[start..end].cmp(&other.0[start..other_end])).then_with(|| a.len().cmp(&b.len()))
            }
            _ => a.len().cmp(&b.len()),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl FromStr for Code {
    type Err = CodeError;
    fn from_str(s: &str) -> Result<Self, CodeError> {
        Self::parse(s)
    }
}

impl TryFrom<String> for Code {
    type Error = CodeError;
    fn try_from(s: String) -> Result<Self, CodeError> {
        Self::parse(&s)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_canonical_form() {
        assert_eq!(Code::parse("3a001.A.5.").unwrap().as_str(), "3A001.a.5");
        assert!(Code::parse("3A001..a").is_err());
        assert!(Code::parse("").is_err());
    }

    #[test]
    fn order_is_by_number_inside_a_level() {
        let mut codes: Vec<Code> = ["1A1.a.10", "1A1.a.2", "1A1.a", "1A1"].iter().map(|c| Code::parse(c).unwrap()).collect();
        codes.sort();
        let text: Vec<&str> = codes.iter().map(Code::as_str).collect();
        assert_eq!(text, ["1A1", "1A1.a", "1A1.a.2", "1A1.a.10"]);
    }

    #[test]
    fn within_respects_segments() {
        let a = Code::parse("3A001.a").unwrap();
        assert!(Code::parse("3A001.a.1").unwrap().is_within(&a));
        assert!(!Code::parse("3A001.ab").unwrap().is_within(&a));
    }
}
