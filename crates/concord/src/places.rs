//! Where facts stand in the user's own files, so that a gate can point to the line.

use std::collections::BTreeMap;

use concord_compare::Comparison;
use concord_model::{Places, load_rules, rule_files};
use concord_report::view::PlaceView;

use crate::data::{Data, children, loaded};
use crate::failure::Failure;

/// Where the codes of two lists and the answers of two laws stand.
#[derive(Default)]
pub(crate) struct FilePlaces {
    lists: BTreeMap<String, Places>,
    rules: Places,
}

impl FilePlaces {
    /// The place of a code of a jurisdiction's list, or of its answer to a question.
    pub(crate) fn of(&self, jurisdiction: &str, code: &str) -> Option<PlaceView> {
        let list = self.lists.get(jurisdiction).and_then(|places| places.spot(code));
        let spot = list.or_else(|| self.rules.spot(&format!("{jurisdiction}/{code}")))?;
        Some(PlaceView { file: spot.file.to_owned(), line: spot.line })
    }
}

impl Data {
    /// Where the facts of both sides of a comparison stand; nowhere for shipped definitions.
    pub(crate) fn file_places(&self, comparison: &Comparison) -> Result<FilePlaces, Failure> {
        let Some(folder) = self.folder() else { return Ok(FilePlaces::default()) };
        let mut out = FilePlaces::default();
        for side in [&comparison.left, &comparison.right] {
            for path in children(&folder.join(&side.jurisdiction).join("lists"))? {
                if let Some(found) = loaded(&path)?.filter(|found| found.list.as_ref().is_some_and(|list| list.id == side.list)) {
                    out.lists.insert(side.jurisdiction.clone(), found.places);
                }
            }
        }
        if let Ok(files) = rule_files(folder) {
            out.rules = load_rules(&files, None).places;
        }
        Ok(out)
    }
}
