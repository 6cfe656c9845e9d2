//! The shipped definitions, compiled in.

/// The lists, packed.
pub(crate) const LISTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lists.image"));

/// The rule layer, packed.
pub(crate) const RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.image"));

/// The small files beside the lists, by path under `jurisdictions/`.
pub(crate) const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/files.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_unpack_and_every_jurisdiction_has_its_names() {
        let lists = concord_model::decode(LISTS).unwrap();
        let rules = concord_model::decode_rules(RULES).unwrap();
        for list in &lists {
            let jurisdiction = &rules.law(&list.jurisdiction).unwrap().jurisdiction;
            assert!(jurisdiction.name.len() > jurisdiction.code.len(), "{}", list.jurisdiction);
        }
    }
}
