//! The templates that lay out a view: shipped ones compiled in, a folder of the user's own before them.

use std::path::{Path, PathBuf};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use serde::Serialize;

use crate::lang::{Arg, Language, Texts};
use crate::{escape, typeset};

macro_rules! shipped {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/", $name)))),*]
    };
}

/// The shipped templates, by name.
const SHIPPED: &[(&str, &str)] = shipped![
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
];

/// Steps a template may take; a shipped one takes some hundred a finding.
const FUEL: u64 = 20_000_000;

/// A template that cannot be read or used.
#[derive(Debug, thiserror::Error)]
#[error("{}", self.line.map_or_else(|| format!("{file}: {message}"), |line| format!("{file}:{line}: {message}")))]
pub struct TemplateError {
    /// The file, as a path in the user's folder or as a shipped template's name.
    pub file: String,
    /// Line from 1, if known.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// The line of the template, if known.
    pub source_line: Option<String>,
}

/// The templates: shipped ones, and a folder whose files of the same name come first.
///
/// In a template whose name ends in `.md.j2` every value is escaped for Markdown, in `.html.j2` for HTML. A value that is not defined is an error. `t("key", name=value)`
/// gives a message of the catalogue in the language of the report, `|thousands` and `|date` write a count and a day in it.
pub struct Templates {
    environment: Environment<'static>,
    folder: Option<PathBuf>,
}

impl Templates {
    /// The shipped templates in English, with the files of `folder`, if there is one, before them.
    pub fn new(folder: Option<&Path>) -> Self {
        Self::speaking(folder, Language::ENGLISH)
    }

    /// The shipped templates in a language, with the files of `folder`, if there is one, before them.
    pub fn speaking(folder: Option<&Path>, language: Language) -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
        environment.set_syntax(syntax.unwrap_or_default());
        environment.set_debug(true);
        environment.set_fuel(Some(FUEL));
        environment.set_auto_escape_callback(|name| {
            if name.ends_with(".md.j2") {
                AutoEscape::Custom("md".into())
            } else if name.ends_with(".html.j2") {
                AutoEscape::Html
            } else {
                AutoEscape::None
            }
        });
        environment.set_formatter(format_value);
        environment.add_filter("code", |state: &State<'_, '_>, text: String| {
            Value::from_safe_string(match state.auto_escape() {
                AutoEscape::Html => format!("<code>{}</code>", escape::html(&text)),
                _ => escape::code_span(&text),
            })
        });
        environment.add_filter("link", |state: &State<'_, '_>, text: String, url: String| {
            Value::from_safe_string(match state.auto_escape() {
                AutoEscape::Html => escape::html_link(&text, &url),
                _ => escape::link(&text, &url),
            })
        });
        let texts = Texts::of(language);
        environment.add_filter("thousands", move |n: usize| language.count(n));
        environment.add_filter("date", move |iso: &str| texts.date(iso));
        environment.add_function("t", move |key: &str, given: Kwargs| message(texts, key, &given));
        environment.add_global("chart_style", Value::from_safe_string(crate::chart::STYLE.to_owned()));
        environment.add_global("language", language.code());
        environment.add_global("colon", Value::from_safe_string(language.between(": ").to_owned()));
        environment.add_global("semicolon", Value::from_safe_string(language.between("; ").to_owned()));
        environment.add_filter("typeset", |text: &str| typeset::typeset(text));
        environment.add_filter("wrap", wrap);
        let own = folder.map(Path::to_owned);
        environment.set_loader(move |name| load(own.as_deref(), name));
        Self { environment, folder: folder.map(Path::to_owned) }
    }

    /// Lays out `view` with the template called `name`.
    pub fn render<V: Serialize>(&self, name: &str, view: &V) -> Result<String, TemplateError> {
        self.environment.get_template(name).and_then(|template| template.render(Serde(view))).map_err(|error| self.explain(name, &error))
    }

    fn explain(&self, asked: &str, error: &Error) -> TemplateError {
        // The innermost template is the one to mend: an error inside an include is wrapped in the includer's.
        let mut at = (error.name().map(str::to_owned), error.line());
        let mut message = describe(error);
        let mut source = error.template_source().map(str::to_owned);
        let mut cause = std::error::Error::source(error);
        while let Some(inner) = cause {
            if let Some(inner) = inner.downcast_ref::<Error>() {
                if inner.name().is_some() {
                    at = (inner.name().map(str::to_owned), inner.line());
                    source = inner.template_source().map(str::to_owned).or(source);
                }
                message = describe(inner);
            } else {
                message = inner.to_string();
            }
            cause = inner.source();
        }
        let name = at.0.unwrap_or_else(|| asked.to_owned());
        let source_line = at.1.and_then(|line| source?.lines().nth(line.saturating_sub(1)).map(str::to_owned));
        TemplateError { file: self.place(&name), line: at.1, message, source_line }
    }

    fn place(&self, name: &str) -> String {
        let own = self.folder.as_deref().map(|folder| folder.join(name)).filter(|path| path.is_file());
        own.map_or_else(|| format!("templates/{name}"), |path| path.display().to_string())
    }
}

/// A message of the catalogue, filled with the keyword arguments of a template.
fn message(texts: &Texts, key: &str, given: &Kwargs) -> Result<String, Error> {
    let mut args = Vec::new();
    for name in given.args() {
        let value: Value = given.get(name)?;
        if value.is_undefined() {
            return Err(Error::new(ErrorKind::UndefinedError, format!("`{name}` of message `{key}`")));
        }
        let arg = match usize::try_from(value.clone()) {
            Ok(number) if value.kind() == ValueKind::Number => Arg::Number(number),
            _ => Arg::Words(value.to_string()),
        };
        args.push((name, arg));
    }
    given.assert_all_used()?;
    texts.try_get(key, &args).map_err(|error| Error::new(ErrorKind::InvalidOperation, error.to_string()))
}

fn describe(error: &Error) -> String {
    let kind = match error.kind() {
        ErrorKind::UndefinedError => "a value is used that is not defined".to_owned(),
        ErrorKind::TemplateNotFound => "there is no such template".to_owned(),
        ErrorKind::OutOfFuel => "the template does not come to an end".to_owned(),
        other => other.to_string(),
    };
    error.detail().map_or(kind.clone(), |detail| format!("{kind}: {detail}"))
}

fn load(folder: Option<&Path>, name: &str) -> Result<Option<String>, Error> {
    if let Some(folder) = folder {
        // A template reaches only files of its own folder.
        let inside = !name.contains('\\') && name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
        let path = folder.join(name);
        if inside && path.is_file() {
            return std::fs::read_to_string(&path)
                .map(Some)
                .map_err(|error| Error::new(ErrorKind::InvalidOperation, "the template cannot be read").with_source(error));
        }
    }
    Ok(SHIPPED.iter().find(|(shipped, _)| *shipped == name).map(|(_, source)| (*source).to_owned()))
}

fn format_value(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let text = value.to_string();
    let text = match state.auto_escape() {
        _ if value.is_safe() => text,
        AutoEscape::Custom(_) => escape::markdown(&text),
        AutoEscape::Html => escape::html(&text),
        _ => escape::plain(&text),
    };
    std::fmt::Write::write_str(out, &text).map_err(Error::from)
}

/// Wraps a text at 100 columns; every line but the first begins with `indent` spaces.
fn wrap(text: &str, indent: usize) -> Value {
    Value::from_safe_string(wrapped(&escape::plain(text), indent))
}

fn wrapped(text: &str, indent: usize) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut column = indent;
    for word in text.split(|c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')).filter(|word| !word.is_empty()) {
        let width = word.chars().count();
        if column > indent && column + 1 + width > 100 {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = indent;
        } else if column > indent {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += width;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

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

    fn error_of(name: &str, source: &str) -> TemplateError {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(name), source).unwrap();
        let templates = Templates::new(Some(folder.path()));
        let mut error = templates.render(name, &BTreeMap::from([("known", "x")])).unwrap_err();
        error.file = error.file.replace(&folder.path().display().to_string(), "DIR");
        error
    }

    #[test]
    fn an_undefined_value_is_an_error_with_file_and_line() {
        let error = error_of("x.md.j2", "first\n{{ known }} {{ unknown }}\n");
        assert_eq!(error.to_string(), "DIR/x.md.j2:2: a value is used that is not defined: `unknown` is undefined");
        assert_eq!(error.source_line.as_deref(), Some("{{ known }} {{ unknown }}"));
    }

    #[test]
    fn a_broken_tag_is_an_error_with_file_and_line() {
        let error = error_of("x.md.j2", "{% if known %}\nopen\n");
        assert_eq!((error.file.as_str(), error.line.is_some()), ("DIR/x.md.j2", true));
    }

    #[test]
    fn an_endless_template_comes_to_an_end() {
        let error = error_of("x.md.j2", "{% for a in range(90000) %}{% for b in range(90000) %}{{ known }}{% endfor %}{% endfor %}");
        assert!(error.message.contains("does not come to an end"), "{error}");
    }

    #[test]
    fn a_template_cannot_leave_its_folder() {
        let error = error_of("x.md.j2", "{% include '../secret.md.j2' %}");
        assert!(error.message.contains("no such template"), "{error}");
    }

    #[test]
    fn values_are_escaped_in_markdown_only() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["x.md.j2", "x.txt.j2"] {
            std::fs::write(folder.path().join(name), "{{ label }} {{ label|code }}\n").unwrap();
        }
        let templates = Templates::new(Some(folder.path()));
        let view = BTreeMap::from([("label", "a|b")]);
        assert_eq!(templates.render("x.md.j2", &view).unwrap(), "a\\|b a\\|b\n");
        assert_eq!(templates.render("x.txt.j2", &view).unwrap(), "a|b a\\|b\n");
    }

    #[test]
    fn messages_come_in_the_language_of_the_report() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("x.txt.j2"), "{{ t('list-last', before=1200, last=name) }}, {{ day|date }}").unwrap();
        let view = BTreeMap::from([("name", "b"), ("day", "2026-01-29")]);
        let render =
            |code: &str| Templates::speaking(Some(folder.path()), Language::from_code(code).unwrap()).render("x.txt.j2", &view).unwrap();
        assert_eq!(render("en"), "1,200 and b, 29 January 2026");
        assert_eq!(render("fr"), "1\u{202f}200 et b, 29 janvier 2026");
    }

    #[test]
    fn a_message_that_is_not_there_is_an_error_with_file_and_line() {
        let error = error_of("x.md.j2", "first\n{{ t('no-such') }}\n");
        assert_eq!(error.to_string(), "DIR/x.md.j2:2: invalid operation: there is no message `no-such`");
    }

    #[test]
    fn long_lines_wrap() {
        let text = vec!["word"; 30].join(" ");
        assert!(wrapped(&text, 4).lines().all(|line| line.len() <= 100));
        assert_eq!(wrapped("one two", 4), "one two");
    }
}
