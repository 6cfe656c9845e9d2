//! The shipped templates: their sources, what each lays out, and what a template may use beside its context.

use std::sync::LazyLock;

use serde::Deserialize;

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/", $name)))),*]
    };
}

/// The shipped templates, by name.
pub(super) const SHIPPED: &[(&str, &str)] = shipped![
    "compare.md.j2",
    "compare.txt.j2",
    "html/base.html.j2",
    "html/compare.html.j2",
    "html/filter.js",
    "html/index.html.j2",
    "html/ladder.html.j2",
    "html/ladders.html.j2",
    "html/matrix.html.j2",
    "html/needs.html.j2",
    "html/partials/filter.html.j2",
    "html/partials/finding.html.j2",
    "html/partials/item.html.j2",
    "html/partials/layers.html.j2",
    "html/partials/rows.html.j2",
    "html/partials/rules.html.j2",
    "html/recognize.html.j2",
    "html/style.css",
    "html/track.html.j2",
    "index.md.j2",
    "ladder.md.j2",
    "ladder.txt.j2",
    "ladders.md.j2",
    "matrix.md.j2",
    "matrix.txt.j2",
    "needs.md.j2",
    "needs.txt.j2",
    "partials/finding.md.j2",
    "partials/finding.txt.j2",
    "partials/item.md.j2",
    "partials/item.txt.j2",
    "partials/layers.md.j2",
    "partials/layers.txt.j2",
    "partials/rows.md.j2",
    "partials/rules.md.j2",
    "partials/rules.txt.j2",
    "partials/wording.md.j2",
    "recognize.md.j2",
    "recognize.txt.j2",
    "track.md.j2",
    "track.txt.j2",
];

/// The table of what templates are and may use, as it stands in the file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Catalogue {
    /// Every shipped template.
    pub(super) templates: Vec<Row>,
    /// Every context, with what it holds in a few words.
    pub(super) contexts: Vec<Named>,
    /// Filters of Concord.
    pub(super) filters: Vec<Named>,
    /// Filters of the template language that the shipped templates use or a user is likely to need.
    pub(super) language_filters: Vec<Named>,
    /// Functions of Concord.
    pub(super) functions: Vec<Named>,
    /// Values that every template has.
    pub(super) globals: Vec<Named>,
}

/// A shipped template.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    /// Its name: its path under the folder of templates.
    pub(super) name: String,
    /// What it lays out.
    pub(super) lays_out: String,
    /// The contexts it is rendered with by itself; empty for a part of other templates.
    #[serde(default)]
    pub(super) contexts: Vec<String>,
    /// What a part of other templates uses of theirs, in words; empty for a template with a context.
    #[serde(default)]
    pub(super) uses: String,
}

/// Something with a name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    /// Its name.
    pub(super) name: String,
    /// What it is or does.
    pub(super) about: String,
    /// How it is written; empty where the name says it.
    #[serde(default)]
    pub(super) example: String,
}

/// The table; a test reads it, so that it cannot be broken.
pub(super) static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    serde_yaml::from_str(include_str!("../../data/templates.yaml")).unwrap_or_else(|_| Catalogue {
        templates: Vec::new(),
        contexts: Vec::new(),
        filters: Vec::new(),
        language_filters: Vec::new(),
        functions: Vec::new(),
        globals: Vec::new(),
    })
});

/// A shipped template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShippedTemplate {
    /// Its name: its path under the folder of templates.
    pub name: &'static str,
    /// What it lays out.
    pub lays_out: &'static str,
}

/// Every shipped template, by name.
pub fn shipped_templates() -> impl Iterator<Item = ShippedTemplate> {
    SHIPPED.iter().map(|(name, _)| {
        let row = CATALOGUE.templates.iter().find(|row| row.name == *name);
        ShippedTemplate { name, lays_out: row.map_or("", |row| row.lays_out.as_str()) }
    })
}

/// The source of a shipped template.
pub(super) fn source(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(shipped, _)| *shipped == name).map(|(_, source)| *source)
}

/// The name nearest to one that is not known, if one is near at all.
pub(super) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let (distance, nearest) = known.into_iter().map(|known| (strsim::damerau_levenshtein(known, name), known)).min()?;
    (distance <= (name.chars().count() / 3).max(2)).then_some(nearest)
}

/// The shipped template nearest to a name: the file name weighs more than the folders before it.
pub fn nearest_template(name: &str) -> Option<&'static str> {
    let file = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let distance = |known: &str| {
        // `compare.md` is meant for `compare.md.j2`.
        let asked = [name.to_owned(), format!("{name}.j2")];
        asked
            .map(|asked| (strsim::damerau_levenshtein(&file(known), &file(&asked)), strsim::damerau_levenshtein(known, &asked)))
            .into_iter()
            .min()
    };
    let (near, known) = SHIPPED.iter().map(|(known, _)| (distance(known), *known)).min()?;
    near.is_some_and(|(of_file, _)| of_file <= (file(name).chars().count() / 4).max(2)).then_some(known)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_shipped_templates_are_those_of_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../templates");
        let mut found = Vec::new();
        let mut folders = vec![folder.clone()];
        while let Some(next) = folders.pop() {
            for entry in std::fs::read_dir(next).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path.strip_prefix(&folder).unwrap().display().to_string());
                }
            }
        }
        found.sort();
        assert_eq!(found, SHIPPED.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>());
    }

    #[test]
    fn the_table_has_every_template_and_every_context() {
        let table: Catalogue = serde_yaml::from_str(include_str!("../../data/templates.yaml")).unwrap();
        let names: Vec<&str> = table.templates.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, SHIPPED.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        let shapes = super::super::shape::Shapes::of_views();
        for row in &table.templates {
            assert!(row.contexts.is_empty() != row.uses.is_empty(), "{}: contexts or uses", row.name);
            for context in &row.contexts {
                assert!(shapes.root(context).is_some(), "{}: {context}", row.name);
                assert!(table.contexts.iter().any(|known| known.name == *context), "{context} is not described");
            }
        }
    }

    #[test]
    fn a_name_that_is_nearly_right_is_known() {
        assert_eq!(nearest_template("compare.html.j2"), Some("html/compare.html.j2"));
        assert_eq!(nearest_template("compare.md"), Some("compare.md.j2"));
        assert_eq!(nearest_template("partials/findings.txt.j2"), Some("partials/finding.txt.j2"));
        assert_eq!(nearest_template("html/findings.html.j2"), Some("html/partials/finding.html.j2"));
        assert_eq!(nearest_template("something else"), None);
    }
}
