//! What is wrong with a single value.

use std::collections::BTreeMap;

use concord_model::codes;
use jiff::civil::Date;

use super::slots::Kind;
use crate::mapping::{BUILT_IN, Confidence, is_absolute_iri};

/// What is wrong: code, message, hint.
pub(super) type Fault = (&'static str, String, String);

/// Judges values by the prefixes that are declared.
#[derive(Clone, Copy)]
pub(super) struct Judge<'a> {
    pub(super) prefixes: &'a BTreeMap<String, String>,
}

impl Judge<'_> {
    /// What is wrong with one value: code, message, hint.
    pub(super) fn faulty(self, kind: Kind, value: &str) -> Option<Fault> {
        match kind {
            Kind::Text | Kind::Structure => None,
            Kind::Iri if is_absolute_iri(value) => None,
            Kind::Iri => Some((
                codes::WRONG_SLOT_VALUE,
                format!("`{value}` is no absolute IRI"),
                "an absolute IRI begins with a scheme, such as `https:`".to_owned(),
            )),
            Kind::Date if is_date(value) => None,
            Kind::Date => Some((codes::WRONG_SLOT_VALUE, format!("`{value}` is no date"), "write YYYY-MM-DD".to_owned())),
            Kind::Share if Confidence::parse(value).is_some() => None,
            Kind::Share => Some((
                codes::WRONG_CONFIDENCE,
                format!("`{value}` is no number from 0 to 1"),
                if value.contains(',') { "write a point before the decimals" } else { "0.95 means 95%" }.to_owned(),
            )),
            Kind::Agreement if Confidence::parse(value.strip_prefix('-').unwrap_or(value)).is_some() => None,
            Kind::Agreement => Some((codes::WRONG_CONFIDENCE, format!("`{value}` is no number from -1 to 1"), String::new())),
            Kind::OneOf(words) if words.contains(&value) => None,
            Kind::OneOf(words) => {
                let hint = match words.iter().find(|word| word.eq_ignore_ascii_case(value)) {
                    Some(word) => format!("write `{word}`"),
                    None => format!("it can be {}", words.join(", ")),
                };
                Some((codes::WRONG_SLOT_VALUE, format!("`{value}` is not possible here"), hint))
            }
            Kind::Curie => self.faulty_curie(value),
        }
    }

    pub(super) fn faulty_curie(self, value: &str) -> Option<Fault> {
        let Some((prefix, local)) = value.split_once(':') else {
            return Some((
                codes::NOT_A_CURIE,
                format!("`{value}` is no CURIE"),
                "write a prefix, a colon and a local part, such as `eu:3A001`".to_owned(),
            ));
        };
        if local.starts_with("//") {
            let known = self.prefixes.iter().filter(|(_, iri)| value.starts_with(iri.as_str())).max_by_key(|(_, iri)| iri.len());
            let hint = match known {
                Some((name, iri)) => format!("write `{name}:{}`", &value[iri.len()..]),
                None => "declare a prefix for it in `curie_map`".to_owned(),
            };
            return Some((codes::NOT_A_CURIE, format!("`{value}` is a full IRI"), hint));
        }
        if self.prefixes.contains_key(prefix) || BUILT_IN.iter().any(|(name, _)| *name == prefix) {
            let empty = local.is_empty() || local.contains(char::is_whitespace);
            return empty
                .then(|| (codes::NOT_A_CURIE, format!("`{value}` is no CURIE"), "its local part is empty or has spaces".to_owned()));
        }
        let mut hint = nearest(prefix, self.prefixes.keys().map(String::as_str));
        if hint.is_empty() {
            hint = format!("add it to `curie_map` with the IRI it stands for: `#  {prefix}: https://…`");
        }
        Some((codes::UNDECLARED_PREFIX, format!("the prefix `{prefix}` is not declared"), hint))
    }
}

fn is_date(value: &str) -> bool {
    value.len() == 10 && value.parse::<Date>().is_ok()
}

/// "did you mean", for a name much like a known one.
pub(super) fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
    let near = known.map(|known| (strsim::damerau_levenshtein(name, known), known)).min();
    match near {
        Some((distance, known)) if distance > 0 && distance <= name.chars().count().div_ceil(4) => format!("did you mean `{known}`?"),
        _ => String::new(),
    }
}
