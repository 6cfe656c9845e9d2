//! The pairs of tiny licensing laws under `layer-fixtures/`, which take one list for their own.

use std::fs;
use std::path::Path;

use concord_compare::layers::{LayerComparison, LayerOptions, LayerSide, compare_layers};
use concord_compare::{Baseline, Options, compare};
use concord_model::licensing::{Destinations, Licensing, load_destinations, load_licensing};
use concord_model::{List, load_list};

const PLACES: &str =
    "destinations:\n- {code: AA, name: Alfa}\n- {code: BB, name: Bravo}\n- {code: ZZ, name: Zulu}\n- {code: YY, name: Yankee}\n";

/// A pair of licensing laws that shows what one rule finds.
pub(crate) struct LayerFixture {
    /// The rule's id, which is the folder's name.
    pub(crate) id: String,
    lists: (List, List),
    rules: (Licensing, Licensing),
}

impl LayerFixture {
    /// Compares for a destination outside both sides.
    pub(crate) fn compare(&self) -> LayerComparison {
        self.compare_for(&["ZZ"], false)
    }

    /// Compares for destinations, with the sides exchanged if asked for.
    pub(crate) fn compare_for(&self, places: &[&str], mirrored: bool) -> LayerComparison {
        let side = |list, rules| LayerSide { list: Some(list), rules: Some(rules) };
        let (mut left, mut right) = (side(&self.lists.0, &self.rules.0), side(&self.lists.1, &self.rules.1));
        if mirrored {
            std::mem::swap(&mut left, &mut right);
        }
        let lists = compare(left.list.unwrap(), right.list.unwrap(), &Options::default());
        let named = destinations();
        let options = LayerOptions {
            names: ("the left".to_owned(), "the right".to_owned()),
            destinations: places.iter().map(|code| ((*code).to_owned(), named.find(code).unwrap().name.clone())).collect(),
            activity: "export",
            baseline: &Baseline::default(),
        };
        compare_layers(&lists, left, right, &options)
    }
}

/// Every fixture, by id.
pub(crate) fn layer_fixtures() -> Vec<LayerFixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("layer-fixtures");
    let text = fs::read_to_string(folder.join("list.yaml")).unwrap();
    let list = |code: &str| {
        let own = text.replace("jurisdiction: zz", &format!("jurisdiction: {code}"));
        load_list(&[("list.yaml", own)]).unwrap_or_else(|problems| panic!("{problems:#?}"))
    };
    super::children(&folder)
        .iter()
        .map(|path| LayerFixture {
            id: path.file_name().unwrap().to_string_lossy().into_owned(),
            lists: (list("aa"), list("bb")),
            rules: (rules(&path.join("left.yaml")), rules(&path.join("right.yaml"))),
        })
        .collect()
}

fn destinations() -> Destinations {
    load_destinations("destinations.yaml", PLACES.as_bytes()).unwrap()
}

fn rules(path: &Path) -> Licensing {
    let text = fs::read(path).unwrap();
    load_licensing(&[(path.display().to_string(), text)], &destinations()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}
