//! Whether the templates of a folder can be used: every problem of every file, before a report is made.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use minijinja::machinery::parse;

use super::catalogue::{self, CATALOGUE, SHIPPED};
use super::names::{Missing, Trees, Walk};
use super::sample::{Fullness, of_record};
use super::shape::Shapes;
use super::{TemplateError, Templates, syntax};
use crate::lang::{Language, Texts};

/// What a check of templates found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckedTemplates {
    /// Files of the folder that are used in place of shipped templates, or by them; all shipped templates where no folder is checked.
    pub used: usize,
    /// What is wrong: with these a report cannot be made, or a file is never used.
    pub errors: Vec<TemplateError>,
    /// Files that are no templates and are left alone.
    pub warnings: Vec<TemplateError>,
}

/// Checks every template of `folder` beside the shipped ones, or the shipped ones alone.
///
/// Each template is read; names are looked up in what its context has, in every branch; then each is laid out with samples of its
/// context, one with all there can be and two with nothing that may be absent.
pub fn check_templates(folder: Option<&Path>, language: Language) -> CheckedTemplates {
    let templates = Templates::speaking(folder, language);
    let own = match folder.map(files) {
        None => Vec::new(),
        Some(Ok(files)) => files,
        Some(Err(error)) => return CheckedTemplates { errors: vec![error], ..CheckedTemplates::default() },
    };
    let (own, strange): (Vec<String>, Vec<String>) = own.into_iter().partition(|name| is_template(name));
    let names: BTreeSet<&str> = SHIPPED.iter().map(|(name, _)| *name).chain(own.iter().map(String::as_str)).collect();
    let mut checked = CheckedTemplates::default();
    let mut sources = BTreeMap::new();
    for name in names {
        let source = templates.environment.get_template(name).map_err(|error| templates.explain(name, &error));
        match source.and_then(|_| templates.source(name)) {
            Ok(source) => {
                sources.insert(name, source.unwrap_or_default());
            }
            Err(error) => {
                let open = error.message.contains("end of block");
                let hint = if open {
                    "every `{% if %}`, `{% for %}`, `{% block %}`, `{% macro %}` and `{% set %}` of several lines has its `{% end… %}`"
                } else {
                    ""
                };
                checked.errors.push(TemplateError { hint: hint.to_owned(), ..error });
            }
        }
    }
    let trees: Trees<'_> = sources.iter().filter_map(|(name, source)| Some((*name, parse(source, name, syntax()).ok()?))).collect();
    let shapes = Shapes::of_views();
    let mut walk = Walk::new(&trees, &shapes, &templates.environment, Texts::of(language));
    for (name, context) in roots() {
        walk.root(name, context);
    }
    checked.errors.extend(walk.missing.iter().map(|missing| templates.place_missing(missing, &sources)));
    for (name, context) in roots() {
        let Some((record, _)) = shapes.root(context) else { continue };
        for fullness in Fullness::ALL {
            let Some(mut error) = templates.lay_out(name, &of_record(&shapes, record, fullness)).err() else { continue };
            // The walk, or a fuller sample, has told of the same place.
            if checked.errors.iter().any(|known| (&known.file, known.line) == (&error.file, error.line)) {
                continue;
            }
            if fullness != Fullness::Full {
                ABSENT.clone_into(&mut error.hint);
            }
            checked.errors.push(error);
        }
    }
    let used = |name: &str| catalogue::source(name).is_some() || walk.used.contains(name);
    checked.used = if folder.is_some() { own.iter().filter(|name| used(name)).count() } else { SHIPPED.len() };
    let unused = own
        .iter()
        .filter(|name| !used(name))
        .map(|name| templates.unused(name, "no template of Concord is called that, and none includes it"));
    checked.errors.extend(unused);
    checked.warnings = strange.iter().map(|name| templates.unused(name, "this is no template and is left alone")).collect();
    checked.errors.sort();
    checked.errors.dedup();
    checked
}

/// What to do about a template that can be laid out only where nothing is absent.
const ABSENT: &str = "this happens where what may be none is none, or a list is empty: ask for it first, `{% if … %}`";

/// Every template that is rendered by itself, with its contexts.
fn roots() -> impl Iterator<Item = (&'static str, &'static str)> {
    CATALOGUE.templates.iter().flat_map(|row| row.contexts.iter().map(|context| (row.name.as_str(), context.as_str())))
}

/// Whether a file is called as templates are.
fn is_template(name: &str) -> bool {
    catalogue::source(name).is_some()
        || Path::new(name).extension().is_some_and(|extension| extension == "j2")
        || catalogue::nearest_template(name).is_some()
}

/// The files of a folder and of those inside it, by name; hidden ones are left out.
fn files(folder: &Path) -> Result<Vec<String>, TemplateError> {
    let failed = |path: &Path, error: &std::io::Error| error_of(path.display().to_string(), format!("cannot be read: {error}"), "");
    let (mut found, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).map_err(|error| failed(&next, &error))? {
            let path = entry.map_err(|error| failed(&next, &error))?.path();
            if path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.')) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(inside) = path.strip_prefix(folder) {
                let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
                found.push(parts.join("/"));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn error_of(file: String, message: String, hint: &str) -> TemplateError {
    TemplateError { file, line: None, column: 0, length: 1, message, hint: hint.to_owned(), source_line: None }
}

impl Templates {
    fn unused(&self, name: &str, message: &str) -> TemplateError {
        let hint = catalogue::nearest_template(name)
            .map_or_else(|| "`concord templates list` shows the names there are".to_owned(), |near| format!("did you mean `{near}`?"));
        error_of(self.place(name), message.to_owned(), &hint)
    }

    fn place_missing(&self, missing: &Missing, sources: &BTreeMap<&str, String>) -> TemplateError {
        let line = |source: &String| source.lines().nth(missing.line.saturating_sub(1)).map(str::to_owned);
        TemplateError {
            file: self.place(&missing.template),
            line: Some(missing.line),
            column: missing.column,
            length: missing.length,
            message: missing.message.clone(),
            hint: missing.hint.clone(),
            source_line: sources.get(missing.template.as_str()).and_then(line),
        }
    }

    /// Puts a hint to a template that failed in a report: what the check says of the same line, else where to ask.
    pub(super) fn advise(&self, name: &str, error: TemplateError) -> TemplateError {
        if !CATALOGUE.templates.iter().any(|row| row.name == name) {
            return error;
        }
        let checked = check_templates(self.folder.as_deref(), self.language);
        match checked.errors.into_iter().find(|known| (&known.file, known.line) == (&error.file, error.line)) {
            Some(known) => known,
            None => TemplateError { hint: "`concord templates check` shows every problem of a folder of templates".to_owned(), ..error },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks a folder of these files; gives what is wrong with places in it.
    fn check(files: &[(&str, &str)]) -> Vec<TemplateError> {
        let folder = tempfile::tempdir().unwrap();
        for (name, source) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, source).unwrap();
        }
        let mut errors = check_templates(Some(folder.path()), Language::ENGLISH).errors;
        for error in &mut errors {
            error.file = error.file.replace(&format!("{}/", folder.path().display()), "");
        }
        errors
    }

    fn told(errors: &[TemplateError]) -> Vec<(String, String)> {
        errors.iter().map(|error| (error.to_string(), error.hint.clone())).collect()
    }

    #[test]
    fn the_shipped_templates_use_only_what_there_is_in_every_language() {
        for language in Language::all() {
            let checked = check_templates(None, language);
            assert_eq!(told(&checked.errors), Vec::new(), "{}", language.code());
        }
    }

    #[test]
    fn every_undefined_name_is_found_at_once_with_the_nearest_that_is_there() {
        let source = "{{ lefft.name }}\n{% if false %}\n{{ summary.anwser }}\n{% endif %}\n{% for category in categories %}\n{% for group in category.groups %}{{ group.headin }}{% endfor %}\n{% endfor %}\n";
        let errors = check(&[("compare.md.j2", source)]);
        let expected = [
            ("compare.md.j2:1: `lefft` is not defined", "did you mean `left`?"),
            ("compare.md.j2:3: `summary.anwser` is not defined", "did you mean `summary.answer`?"),
            ("compare.md.j2:6: `group.headin` is not defined", "did you mean `group.heading`?"),
        ];
        assert_eq!(told(&errors), expected.map(|(error, hint)| (error.to_owned(), hint.to_owned())));
        let place = (errors[1].column, errors[1].length, errors[1].source_line.as_deref());
        assert_eq!(place, (4, 14, Some("{{ summary.anwser }}")));
    }

    #[test]
    fn a_part_is_checked_where_it_is_included_and_a_macro_with_what_it_is_called_with() {
        let errors = check(&[
            ("partials/finding.txt.j2", "{{ finding.subjet }}\n"),
            (
                "partials/rows.md.j2",
                "{% macro counts(row) %}{{ row.sum }}{% endmacro %}\n{% macro finding_row(f) %}{{ f.ids }}{% endmacro %}\n",
            ),
        ]);
        let expected = [
            ("partials/finding.txt.j2:1: `finding.subjet` is not defined", "did you mean `finding.subject`?"),
            (
                "partials/rows.md.j2:1: `row.sum` is not defined, because it is of a list",
                "take its items with `{% for … in … %}`, or use a filter such as `length` or `first`",
            ),
            ("partials/rows.md.j2:2: `f.ids` is not defined", "did you mean `f.id`?"),
        ];
        assert_eq!(told(&errors), expected.map(|(error, hint)| (error.to_owned(), hint.to_owned())));
    }

    #[test]
    fn a_file_that_nothing_uses_is_told_with_the_nearest_name() {
        let errors =
            check(&[("compare.html.j2", "x"), ("own/part.md.j2", "{{ left.name }}"), ("compare.md.j2", "{% include 'own/part.md.j2' %}")]);
        let expected =
            ("compare.html.j2: no template of Concord is called that, and none includes it", "did you mean `html/compare.html.j2`?");
        assert_eq!(told(&errors), [(expected.0.to_owned(), expected.1.to_owned())]);
    }

    #[test]
    fn what_is_none_or_empty_is_tried() {
        let errors = check(&[("index.md.j2", "{{ reports[0].file }}\n"), ("matrix.md.j2", "{{ title|wrap(-1) }}")]);
        let lines: Vec<String> = errors.iter().map(|error| format!("{}:{}", error.file, error.line.unwrap())).collect();
        assert_eq!(lines, ["index.md.j2:1", "matrix.md.j2:1"], "{errors:?}");
    }

    #[test]
    fn what_may_be_none_must_be_asked_for_first() {
        let errors = check(&[("partials/finding.txt.j2", "{{ finding.explanation }}\n{{ finding.left.states }}\n")]);
        let message = "partials/finding.txt.j2:2: a value is used that is not defined: `finding.left.states` is undefined";
        assert_eq!(told(&errors), [(message.to_owned(), ABSENT.to_owned())]);
    }

    #[test]
    fn filters_tests_messages_macros_and_templates_that_are_not_there_are_found() {
        let source = "{{ left.name|thousand }}\n{{ left.name is definde }}\n{{ t('no-such') }}\n{% from 'partials/rows.md.j2' import count %}\n{% include 'partials/findings.md.j2' %}\n";
        let errors = check(&[("compare.md.j2", source)]);
        let expected = [
            ("compare.md.j2:1: there is no filter `thousand`", "did you mean `thousands`?"),
            ("compare.md.j2:2: there is no test `definde`", "did you mean `defined`?"),
            ("compare.md.j2:3: there is no message `no-such`", "the messages stand in the catalogue of Concord"),
            ("compare.md.j2:4: `partials/rows.md.j2` has no macro `count`", "did you mean `counts`?"),
            ("compare.md.j2:5: there is no template `partials/findings.md.j2`", "did you mean `partials/finding.md.j2`?"),
        ];
        assert_eq!(told(&errors), expected.map(|(error, hint)| (error.to_owned(), hint.to_owned())));
    }

    #[test]
    fn names_that_are_asked_for_first_may_be_missing() {
        let errors = check(&[(
            "compare.md.j2",
            "{% if extra is defined and extra %}{{ extra }}{% endif %}{{ extra|default('x') }}{{ left.extra if left.extra is defined else '' }}",
        )]);
        assert_eq!(told(&errors), Vec::new());
    }

    #[test]
    fn a_broken_file_is_told_once_and_the_others_are_checked_too() {
        let errors = check(&[("partials/finding.md.j2", "{% if finding %}\n"), ("needs.md.j2", "{{ nam }}")]);
        assert_eq!(errors.len(), 2, "{errors:?}");
        assert_eq!((errors[0].file.as_str(), errors[1].file.as_str()), ("needs.md.j2", "partials/finding.md.j2"));
    }

    #[test]
    fn a_template_that_includes_itself_or_has_no_end_is_told() {
        let endless = "{% for a in range(90000) %}{% for b in range(90000) %}{{ a }}{% endfor %}{% endfor %}";
        let errors = check(&[("needs.txt.j2", "{% include 'needs.txt.j2' %}"), ("matrix.txt.j2", endless)]);
        assert_eq!(errors.iter().map(|error| error.file.as_str()).collect::<Vec<_>>(), ["matrix.txt.j2", "needs.txt.j2"], "{errors:?}");
    }
}
