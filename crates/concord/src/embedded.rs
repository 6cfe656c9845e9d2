//! The shipped definitions, compiled in.

/// The lists, packed.
pub(crate) const LISTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lists.image"));

/// The small files beside the lists, by path under `jurisdictions/`.
pub(crate) const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// One of the small files.
pub(crate) fn file(path: &str) -> Option<&'static str> {
    FILES.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jurisdiction::Jurisdiction;

    #[test]
    fn the_shipped_lists_unpack_and_every_jurisdiction_has_its_names() {
        let lists = concord_model::decode(LISTS).unwrap();
        for list in &lists {
            assert!(file(&format!("{}/jurisdiction.yaml", list.jurisdiction)).is_some(), "{}", list.jurisdiction);
        }
        for (name, text) in FILES.iter().filter(|(name, _)| name.ends_with("/jurisdiction.yaml")) {
            let jurisdiction = Jurisdiction::parse(name, text).unwrap();
            assert_eq!(*name, format!("{}/jurisdiction.yaml", jurisdiction.code));
        }
    }
}
