//! The slots of the SSSOM model, version 1.1, in its order.

/// What a slot's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// An identifier.
    Curie,
    /// An absolute IRI.
    Iri,
    /// `YYYY-MM-DD`.
    Date,
    /// A number from 0 to 1.
    Share,
    /// A number from -1 to 1.
    Agreement,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A structure of its own, not read here.
    Structure,
}

/// A slot of a mapping or of a set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// Whether it may hold several values.
    pub(super) many: bool,
    /// Whether the set may hold it in place of every mapping.
    pub(super) common: bool,
    /// Whether it came with version 1.1.
    pub(super) new: bool,
}

const TYPES: &[&str] = &[
    "owl class",
    "owl object property",
    "owl data property",
    "owl annotation property",
    "owl named individual",
    "skos concept",
    "rdfs resource",
    "rdfs class",
    "rdfs literal",
    "rdfs datatype",
    "rdf property",
    "composed entity expression",
];
const CARDINALITIES: &[&str] = &["1:1", "1:n", "n:1", "n:n", "1:0", "0:1", "0:0"];

const fn one(name: &'static str, kind: Kind) -> Slot {
    Slot { name, kind, many: false, common: false, new: false }
}
const fn many(name: &'static str, kind: Kind) -> Slot {
    Slot { many: true, ..one(name, kind) }
}
const fn common(slot: Slot) -> Slot {
    Slot { common: true, ..slot }
}
const fn new(slot: Slot) -> Slot {
    Slot { new: true, ..slot }
}

/// The slots of a mapping.
pub(super) const MAPPING: [Slot; 50] = [
    new(one("record_id", Kind::Curie)),
    one("subject_id", Kind::Curie),
    one("subject_label", Kind::Text),
    one("subject_category", Kind::Text),
    one("predicate_id", Kind::Curie),
    one("predicate_label", Kind::Text),
    one("predicate_modifier", Kind::OneOf(&["Not"])),
    one("object_id", Kind::Curie),
    one("object_label", Kind::Text),
    one("object_category", Kind::Text),
    one("mapping_justification", Kind::Curie),
    many("author_id", Kind::Curie),
    many("author_label", Kind::Text),
    many("reviewer_id", Kind::Curie),
    many("reviewer_label", Kind::Text),
    many("creator_id", Kind::Curie),
    many("creator_label", Kind::Text),
    one("license", Kind::Iri),
    common(one("subject_type", Kind::OneOf(TYPES))),
    common(one("subject_source", Kind::Curie)),
    common(one("subject_source_version", Kind::Text)),
    common(one("object_type", Kind::OneOf(TYPES))),
    common(one("object_source", Kind::Curie)),
    common(one("object_source_version", Kind::Text)),
    new(common(one("predicate_type", Kind::OneOf(TYPES)))),
    common(one("mapping_provider", Kind::Iri)),
    one("mapping_source", Kind::Curie),
    one("mapping_cardinality", Kind::OneOf(CARDINALITIES)),
    new(common(many("cardinality_scope", Kind::Text))),
    common(one("mapping_tool", Kind::Text)),
    new(common(one("mapping_tool_id", Kind::Curie))),
    common(one("mapping_tool_version", Kind::Text)),
    common(one("mapping_date", Kind::Date)),
    one("publication_date", Kind::Date),
    new(one("review_date", Kind::Date)),
    one("confidence", Kind::Share),
    new(one("reviewer_agreement", Kind::Agreement)),
    common(many("curation_rule", Kind::Curie)),
    common(many("curation_rule_text", Kind::Text)),
    common(many("subject_match_field", Kind::Curie)),
    common(many("object_match_field", Kind::Curie)),
    many("match_string", Kind::Text),
    common(many("subject_preprocessing", Kind::Curie)),
    common(many("object_preprocessing", Kind::Curie)),
    one("similarity_score", Kind::Share),
    common(one("similarity_measure", Kind::Text)),
    many("see_also", Kind::Iri),
    one("issue_tracker_item", Kind::Curie),
    one("other", Kind::Text),
    one("comment", Kind::Text),
];

/// The slots of a set.
pub(super) const SET: [Slot; 37] = [
    new(one("sssom_version", Kind::OneOf(&["1.0", "1.1"]))),
    one("curie_map", Kind::Structure),
    one("mapping_set_id", Kind::Iri),
    one("mapping_set_version", Kind::Text),
    many("mapping_set_source", Kind::Iri),
    one("mapping_set_title", Kind::Text),
    one("mapping_set_description", Kind::Text),
    new(one("mapping_set_confidence", Kind::Share)),
    many("creator_id", Kind::Curie),
    many("creator_label", Kind::Text),
    one("license", Kind::Iri),
    common(one("subject_type", Kind::OneOf(TYPES))),
    common(one("subject_source", Kind::Curie)),
    common(one("subject_source_version", Kind::Text)),
    common(one("object_type", Kind::OneOf(TYPES))),
    common(one("object_source", Kind::Curie)),
    common(one("object_source_version", Kind::Text)),
    new(common(one("predicate_type", Kind::OneOf(TYPES)))),
    common(one("mapping_provider", Kind::Iri)),
    new(common(many("cardinality_scope", Kind::Text))),
    common(one("mapping_tool", Kind::Text)),
    new(common(one("mapping_tool_id", Kind::Curie))),
    common(one("mapping_tool_version", Kind::Text)),
    common(one("mapping_date", Kind::Date)),
    one("publication_date", Kind::Date),
    common(many("subject_match_field", Kind::Curie)),
    common(many("object_match_field", Kind::Curie)),
    common(many("subject_preprocessing", Kind::Curie)),
    common(many("object_preprocessing", Kind::Curie)),
    new(common(one("similarity_measure", Kind::Text))),
    new(common(many("curation_rule", Kind::Curie))),
    new(common(many("curation_rule_text", Kind::Text))),
    many("see_also", Kind::Iri),
    one("issue_tracker", Kind::Iri),
    one("other", Kind::Text),
    one("comment", Kind::Text),
    many("extension_definitions", Kind::Structure),
];

/// A slot of a mapping by name.
pub(super) fn of_mapping(name: &str) -> Option<&'static Slot> {
    MAPPING.iter().find(|slot| slot.name == name)
}

/// A slot of a set by name.
pub(super) fn of_set(name: &str) -> Option<&'static Slot> {
    SET.iter().find(|slot| slot.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_set_says_for_all_a_mapping_can_say_for_itself() {
        for slot in SET.iter().filter(|slot| slot.common) {
            let own = of_mapping(slot.name).unwrap();
            assert!(own.common && own.kind == slot.kind && own.many == slot.many, "{}", slot.name);
        }
        for slot in MAPPING.iter().filter(|slot| slot.common) {
            assert!(of_set(slot.name).is_some(), "{}", slot.name);
        }
    }
}
