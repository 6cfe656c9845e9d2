//! Addresses of the official publications that citations speak of, as far as data says how these address their places.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::escape;

/// How an official publication addresses the places of a document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Its name.
    pub publication: String,
    /// What stands in every citation of it.
    pub cites: String,
    /// Places that have an address of their own, those to be tried first in front.
    #[serde(default)]
    pub places: Vec<PlaceAddress>,
    /// The address of the whole document; empty if it has none.
    #[serde(default)]
    pub document: String,
}

/// The address of a kind of place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceAddress {
    /// What the place looks like in a citation; `{name}` stands for a run of letters, digits and full stops.
    pub place: String,
    /// Its address, with the same names and `{date}`.
    pub url: String,
}

/// What is known of addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    publications: Vec<Publication>,
    documents: Vec<(String, String)>,
}

impl Links {
    /// The schemes of publications, and documents by how citations of them begin, with their addresses.
    pub fn new(publications: Vec<Publication>, mut documents: Vec<(String, String)>) -> Self {
        documents.retain(|(begins, url)| !begins.is_empty() && escape::is_web_address(url));
        // The longest beginning says most.
        documents.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        Self { publications, documents }
    }

    /// The address of what a citation speaks of, the place itself where that is known; empty if there is none.
    pub fn of(&self, citation: &str) -> String {
        let by_scheme = self.publications.iter().find(|publication| citation.contains(&publication.cites)).and_then(|publication| {
            let date = last_date(citation);
            let place = publication.places.iter().find_map(|place| Some((captures(&place.place, citation)?, place.url.as_str())));
            let (found, url) = place.unwrap_or_else(|| (BTreeMap::new(), publication.document.as_str()));
            filled(url, &found, date)
        });
        let by_document = || self.documents.iter().find(|(begins, _)| citation.starts_with(begins)).map(|(_, url)| url.clone());
        by_scheme.filter(|url| escape::is_web_address(url)).or_else(by_document).unwrap_or_default()
    }
}

/// The last date in ISO form of a text.
fn last_date(text: &str) -> Option<&str> {
    let is_date = |part: &str| {
        part.len() == 10
            && part.bytes().enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() })
    };
    text.split(|c: char| !(c.is_ascii_digit() || c == '-')).rfind(|part| is_date(part))
}

/// What stands for the names of a pattern at the first place of the text where it matches.
fn captures<'a>(pattern: &'a str, text: &'a str) -> Option<BTreeMap<&'a str, &'a str>> {
    text.char_indices().find_map(|(at, _)| matched(pattern, &text[at..]))
}

fn matched<'a>(pattern: &'a str, text: &'a str) -> Option<BTreeMap<&'a str, &'a str>> {
    let mut found = BTreeMap::new();
    let (mut pattern, mut text) = (pattern, text);
    loop {
        let (plain, rest) = pattern.split_once('{').map_or((pattern, None), |(plain, rest)| (plain, Some(rest)));
        text = text.strip_prefix(plain)?;
        let Some((name, after)) = rest.and_then(|rest| rest.split_once('}')) else { return Some(found) };
        let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.')).unwrap_or(text.len());
        let run = text[..end].trim_end_matches('.');
        if run.is_empty() {
            return None;
        }
        found.insert(name, run);
        (pattern, text) = (after, &text[run.len()..]);
    }
}

/// An address with its names filled in; none where one is not known.
fn filled(url: &str, found: &BTreeMap<&str, &str>, date: Option<&str>) -> Option<String> {
    let mut out = String::new();
    let mut rest = url;
    while let Some((plain, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        out.push_str(plain);
        out.push_str(if name == "date" { date? } else { found.get(name)? });
        rest = after;
    }
    out.push_str(rest);
    (!out.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links() -> Links {
        let place = |place: &str, url: &str| PlaceAddress { place: place.to_owned(), url: url.to_owned() };
        let crafts = Publication {
            publication: "Crafts Gazette".to_owned(),
            cites: "Crafts Act".to_owned(),
            places: vec![
                place("Annex {n} to part {p}", "https://gazette.example/{date}/part-{p}/annex-{n}"),
                place("§ {s}", "https://gazette.example/{date}/{s}"),
            ],
            document: "https://gazette.example/act".to_owned(),
        };
        let documents = [("Note on looms", "https://notes.example/looms"), ("Note", "javascript:alert(1)")];
        Links::new(vec![crafts], documents.map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec())
    }

    #[test]
    fn a_citation_leads_to_the_place_it_names() {
        let cases = [
            ("Crafts Act, §§ 742.6(a)(8), 744.1 (text of 2030-01-02)", "https://gazette.example/2030-01-02/742.6"),
            ("Crafts Act, Annex 2 to part 748. (as of 2030-01-02)", "https://gazette.example/2030-01-02/part-748/annex-2"),
            ("Crafts Act (2029-01-01), § 4 (as of 2030-01-02)", "https://gazette.example/2030-01-02/4"),
            ("Crafts Act, title", "https://gazette.example/act"),
            ("Crafts Act, § 4", ""),
            ("Note on looms, p. 3", "https://notes.example/looms"),
            ("Note, p. 3", ""),
            ("", ""),
        ];
        for (citation, expected) in cases {
            assert_eq!(links().of(citation), expected, "{citation}");
        }
    }
}
