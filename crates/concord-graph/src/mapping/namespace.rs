//! Identifiers of what Concord speaks of, as CURIEs and as IRIs.

use std::fmt::Write as _;

use concord_model::Code;

/// Prefixes that every SSSOM tool knows, with their IRIs (SSSOM 1.1, "IRI prefixes").
pub const BUILT_IN: [(&str, &str); 8] = [
    ("linkml", "https://w3id.org/linkml/"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("semapv", "https://w3id.org/semapv/vocab/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("sssom", "https://w3id.org/sssom/"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The prefix of what belongs to no jurisdiction: concepts, parameters, dimensions.
pub const OWN: &str = "concord";

/// The IRI under which identifiers stand.
///
/// A jurisdiction's codes stand under `BASE` + code + `/`, everything else under `BASE`. The default ends in the reserved domain `invalid`
/// (RFC 2606): nothing answers there, and nobody else can ever mean something by it. A publisher gives an IRI of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Namespace {
    base: String,
}

impl Default for Namespace {
    fn default() -> Self {
        Self { base: "https://concord.invalid/".to_owned() }
    }
}

impl Namespace {
    /// A namespace of one's own: an absolute IRI; a final `/` or `#` is added where there is none. `None` if it is no absolute IRI.
    pub fn new(base: &str) -> Option<Self> {
        if !is_absolute_iri(base) {
            return None;
        }
        let end = if base.ends_with(['/', '#']) { "" } else { "/" };
        Some(Self { base: format!("{base}{end}") })
    }

    /// The IRI itself.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// What a prefix abbreviates: the base for [`OWN`], else the jurisdiction's part of it.
    pub fn prefix(&self, prefix: &str) -> String {
        if prefix == OWN { self.base.clone() } else { format!("{}{prefix}/", self.base) }
    }

    /// The IRI of a CURIE of Concord's own.
    pub fn iri(&self, curie: &str) -> String {
        let (prefix, local) = curie.split_once(':').unwrap_or((OWN, curie));
        let known = BUILT_IN.iter().find(|(name, _)| *name == prefix).map(|(_, iri)| (*iri).to_owned());
        known.unwrap_or_else(|| self.prefix(prefix)) + local
    }
}

/// Whether a text has the form of an absolute IRI: a scheme, a colon, something behind it, and nothing that an IRI cannot hold.
pub(crate) fn is_absolute_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
        && !rest.is_empty()
        && !rest.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`'))
}

/// The CURIE of a paragraph: `eu:3A001.a`.
pub fn paragraph_curie(jurisdiction: &str, code: &Code) -> String {
    format!("{jurisdiction}:{code}")
}

/// The CURIE of a defined term: `us:term/600%20series`.
pub fn term_curie(jurisdiction: &str, term: &str) -> String {
    format!("{jurisdiction}:term/{}", escape(term))
}

/// The jurisdiction and the code of a paragraph's CURIE; `None` for anything else.
pub fn paragraph_of(curie: &str) -> Option<(&str, Code)> {
    let (jurisdiction, local) = curie.split_once(':')?;
    if local.contains('/') {
        return None;
    }
    Some((jurisdiction, Code::parse(local).ok()?))
}

/// Percent-encodes what the local part of an IRI cannot hold (RFC 3986): all but letters, digits and `-._~`, the slash kept.
pub(crate) fn escape(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers() {
        let own = Namespace::new("https://data.example/controls").unwrap();
        assert_eq!(own.iri("xx:1A001.a"), "https://data.example/controls/xx/1A001.a");
        assert_eq!(own.iri("concord:parameter/rate"), "https://data.example/controls/parameter/rate");
        assert_eq!(own.iri("skos:Concept"), "http://www.w3.org/2004/02/skos/core#Concept");
        assert_eq!(term_curie("xx", "end-use 100%"), "xx:term/end-use%20100%25");
        assert_eq!(paragraph_of("xx:1A001.a").map(|(j, c)| (j.to_owned(), c.to_string())), Some(("xx".to_owned(), "1A001.a".to_owned())));
        assert_eq!(paragraph_of("xx:term/loom"), None);
        assert!(Namespace::new("no iri").is_none() && Namespace::new("https://a b/").is_none());
    }
}
