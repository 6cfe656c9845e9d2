//! A computed alignment as mappings.

use std::collections::{BTreeMap, HashSet};

use concord_model::{Code, List, Term};

use super::justification::{COMPOSITE, LEXICAL};
use super::{Confidence, Mapping, MappingSet, Namespace, OWN, Relation, paragraph_curie, term_curie};
use crate::{Alignment, Evidence};

/// The matches of an alignment as a set of mappings, from left to right.
///
/// Two paragraphs are an exact match where they and everything above and below them have equal wording; any other match is close.
pub fn of_alignment(left: &List, right: &List, alignment: &Alignment, namespace: &Namespace) -> MappingSet {
    let exact = exact(left, right, alignment);
    let label = |list: &List, code: &Code| list.paragraph(code).map(|p| p.subject.clone()).unwrap_or_default();
    let more = common(left, right);
    let mappings = alignment.matches.iter().map(|m| {
        let same = exact.contains(&(&m.left, &m.right));
        Mapping {
            subject: paragraph_curie(&left.jurisdiction, &m.left),
            subject_label: label(left, &m.left),
            predicate: if same { Relation::Exact } else { Relation::Close }.predicate().to_owned(),
            object: paragraph_curie(&right.jurisdiction, &m.right),
            object_label: label(right, &m.right),
            justification: if same { LEXICAL } else { COMPOSITE }.to_owned(),
            confidence: Some(Confidence::thousandths(m.score)),
            comment: evidence(&m.evidence),
            more: more.clone(),
            source: "computed".to_owned(),
            ..Mapping::default()
        }
    });
    MappingSet { mappings: mappings.collect(), ..empty(left, right, "mappings", namespace) }
}

/// The defined terms that two lists share by name, as a set of mappings: exact where the normalised definitions are equal, else close.
pub fn of_terms(left: &List, right: &List, namespace: &Namespace) -> MappingSet {
    let theirs: BTreeMap<&str, &Term> = right.terms.iter().map(|term| (term.term.as_str(), term)).collect();
    let mappings = left.terms.iter().filter_map(|ours| {
        let other = theirs.get(ours.term.as_str())?;
        let same = ours.definition.is_some() && ours.definition == other.definition;
        Some(Mapping {
            subject: term_curie(&left.jurisdiction, &ours.term),
            subject_label: ours.term.clone(),
            predicate: if same { Relation::Exact } else { Relation::Close }.predicate().to_owned(),
            object: term_curie(&right.jurisdiction, &other.term),
            object_label: other.term.clone(),
            justification: LEXICAL.to_owned(),
            comment: if same { "same name, equal definitions" } else { "same name" }.to_owned(),
            more: common(left, right),
            source: "computed".to_owned(),
            ..Mapping::default()
        })
    });
    MappingSet { mappings: mappings.collect(), ..empty(left, right, "terms", namespace) }
}

/// What every computed mapping of two lists says.
fn common(left: &List, right: &List) -> BTreeMap<String, String> {
    let mut more = BTreeMap::new();
    for (side, list) in [("subject", left), ("object", right)] {
        more.insert(format!("{side}_type"), "skos concept".to_owned());
        more.insert(format!("{side}_source"), format!("{OWN}:list/{}", list.id));
        more.insert(format!("{side}_source_version"), list.as_of.to_string());
    }
    more.insert("mapping_tool".to_owned(), "Concord".to_owned());
    more.insert("mapping_tool_version".to_owned(), env!("CARGO_PKG_VERSION").to_owned());
    more
}

fn empty(left: &List, right: &List, what: &str, namespace: &Namespace) -> MappingSet {
    MappingSet {
        id: namespace.iri(&format!("{OWN}:{what}/{}/{}", left.id, right.id)),
        license: LICENSE.to_owned(),
        prefixes: [left.jurisdiction.as_str(), right.jurisdiction.as_str(), OWN]
            .map(|name| (name.to_owned(), namespace.prefix(name)))
            .into(),
        more: [("mapping_set_title".to_owned(), vec![format!("{} and {}", left.title, right.title)])].into(),
        mappings: Vec::new(),
    }
}

/// The licence of what Concord computes from its own facts.
pub(crate) const LICENSE: &str = "https://www.apache.org/licenses/LICENSE-2.0";

fn evidence(evidence: &[Evidence]) -> String {
    let words = evidence.iter().map(|e| match e {
        Evidence::Wording => "equal wording",
        Evidence::Residue => "equal wording but for limits",
        Evidence::Code => "equal codes",
        Evidence::Parent => "matched parents",
        Evidence::Meaning => "words, parameters, limits and substances in common",
        Evidence::OtherLevel => "at another level of the matched entry",
        Evidence::Elsewhere => "elsewhere in the other list",
    });
    words.collect::<Vec<_>>().join("; ")
}

/// Pairs that say the same with all that bears on them.
fn exact<'a>(left: &'a List, right: &'a List, alignment: &'a Alignment) -> HashSet<(&'a Code, &'a Code)> {
    let same: HashSet<(&Code, &Code)> =
        alignment.matches.iter().filter(|m| m.evidence.contains(&Evidence::Wording)).map(|m| (&m.left, &m.right)).collect();
    let others = |list: &'a List, code: &Code| -> Vec<&'a Code> {
        let within = |p: &&concord_model::Paragraph| !p.reserved && (p.code.is_within(code) || code.is_within(&p.code));
        list.entry(code).map(|entry| entry.paragraphs.iter().filter(within).map(|p| &p.code).collect()).unwrap_or_default()
    };
    let counterparts: BTreeMap<&Code, &Code> = same.iter().copied().collect();
    same.iter()
        .copied()
        .filter(|(a, b)| {
            let (ours, theirs) = (others(left, a), others(right, b));
            ours.len() == theirs.len() && ours.iter().all(|code| counterparts.get(code).is_some_and(|other| theirs.contains(other)))
        })
        .collect()
}
