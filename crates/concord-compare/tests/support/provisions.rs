//! The pairs of tiny jurisdictions under `provision-fixtures/`, in the forms of provisions or of definitions.

use std::fs;
use std::path::{Path, PathBuf};

use concord_compare::{Baseline, RuleComparison, RuleOptions, compare_rules};
use concord_model::rules::RuleLayer;
use concord_model::{RuleFile, load_rules, rule_files};

const INSTRUMENTS: &str = "instruments:\n  act: {title: Example act, kind: act, version: \"2029-12-31\"}\n";

/// A pair of jurisdictions that shows what one rule finds.
pub(crate) struct ProvisionFixture {
    /// The rule's id, which is the folder's name.
    pub(crate) id: String,
    pub(crate) layer: RuleLayer,
}

impl ProvisionFixture {
    /// Compares the pair, the left jurisdiction on the left or on the right.
    pub(crate) fn compare(&self, mirrored: bool) -> RuleComparison {
        let (left, right) = if mirrored { ("yy", "xx") } else { ("xx", "yy") };
        compare(&self.layer, left, right)
    }
}

/// Compares two jurisdictions of a layer as of its newest day.
pub(crate) fn compare(layer: &RuleLayer, left: &str, right: &str) -> RuleComparison {
    let baseline = Baseline::default();
    let names = (left.to_uppercase(), right.to_uppercase());
    let options = RuleOptions { names, as_of: layer.newest().unwrap_or(jiff::civil::date(2030, 1, 1)), baseline: &baseline };
    compare_rules(layer, layer.law(left).unwrap(), layer.law(right).unwrap(), &options)
}

fn jurisdictions() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../jurisdictions")
}

/// The shipped rule layer.
pub(crate) fn shipped_layer() -> RuleLayer {
    let loaded = load_rules(&rule_files(&jurisdictions()).unwrap(), None);
    loaded.layer.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

/// A file of the rule layer.
pub(crate) fn file(path: &str, text: &str) -> RuleFile {
    RuleFile { path: path.to_owned(), name: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// A layer of the shipped vocabulary and these files.
pub(crate) fn layer(files: &[RuleFile]) -> RuleLayer {
    let vocabulary = rule_files(&jurisdictions()).unwrap().into_iter().filter(|f| f.path.starts_with("vocabulary/"));
    let loaded = load_rules(&vocabulary.chain(files.iter().cloned()).collect::<Vec<_>>(), None);
    loaded.layer.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

/// The files of a jurisdiction that says only this.
pub(crate) fn side(code: &str, text: &str) -> Vec<RuleFile> {
    let path = match text.strip_prefix("topic: ").and_then(|rest| rest.lines().next()) {
        Some(topic) => format!("{code}/provisions/{topic}.yaml"),
        None => format!("{code}/terms.yaml"),
    };
    vec![file(&format!("{code}/instruments.yaml"), INSTRUMENTS), file(&path, text)]
}

/// Every fixture, by id.
pub(crate) fn provision_fixtures() -> Vec<ProvisionFixture> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("provision-fixtures");
    let mut out: Vec<ProvisionFixture> = super::children(&folder)
        .iter()
        .map(|path| {
            let read = |name: &str| fs::read_to_string(path.join(name)).unwrap();
            let files: Vec<RuleFile> = [side("xx", &read("left.yaml")), side("yy", &read("right.yaml"))].concat();
            ProvisionFixture { id: path.file_name().unwrap().to_string_lossy().into_owned(), layer: layer(&files) }
        })
        .collect();
    out.sort_by(|a, b| a.id.cmp(&b.id));
    out
}
