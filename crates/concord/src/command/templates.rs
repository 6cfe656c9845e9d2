//! `concord templates`: the templates of reports, their sources, and whether a user's own can be used.

use std::path::Path;

use concord_report::{check_templates, nearest_template, shipped_templates};
use serde_json::json;

use crate::cli::{Format, Global, TemplatesArgs, TemplatesCommand};
use crate::failure::Failure;
use crate::output::{Output, complain};
use crate::problem::Problem;
use crate::rows::Rows;

/// Lists, shows or checks templates.
pub(crate) fn run(args: &TemplatesArgs, global: &Global, output: &Output) -> Result<(), Failure> {
    match &args.command {
        TemplatesCommand::List => list(global, output),
        TemplatesCommand::Show { name } => show(name, global, output),
        TemplatesCommand::Check { folder } => check(folder.as_deref().or(global.templates.as_deref()), global, output),
    }
}

fn list(global: &Global, output: &Output) -> Result<(), Failure> {
    let templates = global.templates();
    let mut rows = Rows::new(&["name", "lays_out", "replaced"]);
    for template in shipped_templates() {
        let own = if templates.overrides(template.name) { "yes" } else { "" };
        rows.push([json!(template.name), json!(template.lays_out), json!(own)]);
    }
    output.data(&rows.render(global.format, "templates list")?)
}

fn show(name: &str, global: &Global, output: &Output) -> Result<(), Failure> {
    if let Some(source) = global.templates().source(name)? {
        return output.data(&source);
    }
    let near = nearest_template(name).map(|near| format!("did you mean `{near}`?"));
    let hint = near.unwrap_or_else(|| "`concord templates list` shows the names there are".to_owned());
    Err(Failure::usage(format!("there is no template `{name}`"), hint))
}

/// Checks the templates of a folder beside the shipped ones, or the shipped ones alone; errors end with status 3.
fn check(folder: Option<&Path>, global: &Global, output: &Output) -> Result<(), Failure> {
    if let Some(format) = global.format.filter(|format| *format != Format::Text) {
        return Err(format.refuse("templates check", "text"));
    }
    let checked = check_templates(folder, global.lang);
    for error in &checked.errors {
        complain(&Problem::from_template(error));
    }
    for warning in &checked.warnings {
        output.say(Problem { warning: true, ..Problem::from_template(warning) });
    }
    let of = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let (errors, warnings) = (of(checked.errors.len(), "error"), of(checked.warnings.len(), "warning"));
    output.data(&format!("checked {}: {errors}, {warnings}\n", of(checked.used, "template")))?;
    if checked.errors.is_empty() { Ok(()) } else { Err(Failure::Input(Vec::new())) }
}
