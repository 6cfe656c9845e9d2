//! The templates that lay out a view: shipped ones compiled in, a folder of the user's own before them.

mod catalogue;
mod check;
mod names;
mod reference;
mod sample;
mod shape;

use std::path::{Path, PathBuf};

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use serde::Serialize;

use crate::lang::{Arg, Language, Texts};
use crate::{escape, typeset};

pub use catalogue::{ShippedTemplate, nearest_template, shipped_templates};
pub use check::{CheckedTemplates, check_templates};
pub use reference::template_reference;

/// Steps a template may take; a shipped one takes some hundred a finding.
const FUEL: u64 = 20_000_000;

/// A template that cannot be read or used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{}", self.line.map_or_else(|| format!("{file}: {message}"), |line| format!("{file}:{line}: {message}")))]
pub struct TemplateError {
    /// The file, as a path in the user's folder or as a shipped template's name.
    pub file: String,
    /// Line from 1, if known.
    pub line: Option<usize>,
    /// Column from 1; 0 if unknown.
    pub column: u32,
    /// Length of the place in characters; 1 if it is not known.
    pub length: u32,
    /// What is wrong.
    pub message: String,
    /// How to mend it; empty if there is nothing to say.
    pub hint: String,
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
    language: Language,
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
        environment.set_syntax(syntax());
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
        environment.add_filter("left", |value: &Value, width: &Value| aligned(value, width, false));
        environment.add_filter("right", |value: &Value, width: &Value| aligned(value, width, true));
        let own = folder.map(Path::to_owned);
        environment.set_loader(move |name| load(own.as_deref(), name));
        Self { environment, folder: folder.map(Path::to_owned), language }
    }

    /// Lays out `view` with the template called `name`.
    ///
    /// # Errors
    /// Where the template cannot be read, uses a value that is not defined, or does not come to an end.
    pub fn render<V: Serialize>(&self, name: &str, view: &V) -> Result<String, TemplateError> {
        self.lay_out(name, view).map_err(|error| self.advise(name, error))
    }

    /// The source of a template: the file of the user's folder, else the shipped one; none where there is no such template.
    ///
    /// # Errors
    /// Where the user's file cannot be read.
    pub fn source(&self, name: &str) -> Result<Option<String>, TemplateError> {
        load(self.folder.as_deref(), name).map_err(|error| self.explain(name, &error))
    }

    /// Whether the user's folder has a template of this name, which is used in place of the shipped one.
    pub fn overrides(&self, name: &str) -> bool {
        self.folder.as_deref().is_some_and(|folder| own_file(folder, name).is_some())
    }

    fn lay_out<V: Serialize>(&self, name: &str, view: &V) -> Result<String, TemplateError> {
        self.environment.get_template(name).and_then(|template| template.render(Serde(view))).map_err(|error| self.explain(name, &error))
    }

    fn explain(&self, asked: &str, error: &Error) -> TemplateError {
        // The innermost template is the one to mend: an error inside an include is wrapped in the includer's.
        let mut at = error;
        let mut message = describe(error);
        let mut cause = std::error::Error::source(error);
        while let Some(inner) = cause {
            if let Some(inner) = inner.downcast_ref::<Error>() {
                if inner.name().is_some() {
                    at = inner;
                }
                message = describe(inner);
            } else {
                message = inner.to_string();
            }
            cause = inner.source();
        }
        let name = at.name().unwrap_or(asked);
        let (column, length) = at.template_source().zip(at.range()).map_or((0, 1), |(source, range)| {
            let before = source.get(..range.start).unwrap_or_default();
            let place = source.get(range.clone()).unwrap_or_default().lines().next().unwrap_or_default();
            (small(before.chars().rev().take_while(|c| *c != '\n').count() + 1), small(place.chars().count().max(1)))
        });
        let line = |number: usize| at.template_source()?.lines().nth(number.saturating_sub(1)).map(str::to_owned);
        let source_line = at.line().and_then(line);
        TemplateError { file: self.place(name), line: at.line(), column, length, message, hint: String::new(), source_line }
    }

    fn place(&self, name: &str) -> String {
        let own = self.folder.as_deref().and_then(|folder| own_file(folder, name));
        own.map_or_else(|| format!("templates/{name}"), |path| path.display().to_string())
    }
}

/// A column or a length, as small as errors keep them.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// How templates are written: a line that holds only a tag leaves nothing behind.
fn syntax() -> SyntaxConfig {
    SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build().unwrap_or_default()
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
    if let Some(path) = folder.and_then(|folder| own_file(folder, name)) {
        return std::fs::read_to_string(&path)
            .map(Some)
            .map_err(|error| Error::new(ErrorKind::InvalidOperation, "the template cannot be read").with_source(error));
    }
    Ok(catalogue::source(name).map(str::to_owned))
}

/// The file of a template in a user's folder: a template reaches only files of its own folder.
fn own_file(folder: &Path, name: &str) -> Option<PathBuf> {
    let inside = !name.contains('\\') && name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    Some(folder.join(name)).filter(|path| inside && path.is_file())
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
        _ => escape::one_line(&text),
    };
    std::fmt::Write::write_str(out, &text).map_err(Error::from)
}

/// The widest column of plain text.
const WIDEST: usize = 200;

/// A text at one end of a column of so many characters; as long as it is where it is longer.
fn aligned(value: &Value, width: &Value, at_the_right: bool) -> Result<String, minijinja::Error> {
    let width: Option<usize> = width.as_str().map_or_else(|| width.clone().try_into().ok(), |digits| digits.parse().ok());
    let Some(width) = width.filter(|width| *width <= WIDEST) else {
        let message = format!("the width of a column is a whole number up to {WIDEST}");
        return Err(minijinja::Error::new(minijinja::ErrorKind::InvalidOperation, message));
    };
    let text = value.to_string();
    Ok(if at_the_right { format!("{text:>width$}") } else { format!("{text:<width$}") })
}

/// Wraps a text at 100 columns; every line but the first begins with `indent` spaces.
fn wrap(text: &str, indent: usize) -> Value {
    Value::from_safe_string(wrapped(&escape::one_line(text), indent))
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
    fn columns_are_as_many_characters_wide_in_every_language() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("x.txt.j2"), "{{ name|left(8) }}|{{ name|right('8') }}|{{ long|right(2) }}").unwrap();
        let view = BTreeMap::from([("name", "Corée"), ("long", "Norvège")]);
        let templates = Templates::new(Some(folder.path()));
        assert_eq!(templates.render("x.txt.j2", &view).unwrap(), "Corée   |   Corée|Norvège");
        let error = error_of("x.txt.j2", "{{ known|left(99999999) }}");
        assert!(error.message.contains("whole number up to 200"), "{error}");
    }

    #[test]
    fn long_lines_wrap() {
        let text = vec!["word"; 30].join(" ");
        assert!(wrapped(&text, 4).lines().all(|line| line.len() <= 100));
        assert_eq!(wrapped("one two", 4), "one two");
    }
}
