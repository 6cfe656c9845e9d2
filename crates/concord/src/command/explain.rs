//! `concord explain`: what a rule, a finding, a name of the concept graph or a diagnostic means.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use concord_compare::{Baseline, Rule, rules};
use concord_graph::mapping::Namespace;
use concord_model::{Expr, Limits, List, Paragraph, explanation};
use concord_report::view::FindingPage;
use concord_report::{Context, Desk};

use super::compare::{compare, compare_rules};
use super::{explain_rules, meaning};
use crate::cli::{ExplainArgs, Format, Global};
use crate::data::Data;
use crate::failure::Failure;
use crate::knowledge::Knowledge;
use crate::output::Output;

/// Explains an identifier of any kind.
pub(crate) fn run(args: &ExplainArgs, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    if let Some(format) = global.format.filter(|format| *format != Format::Text) {
        return Err(format.refuse("explain", "text"));
    }
    let id = args.id.trim();
    if let Some(found) = explanation(id) {
        return output.words(&format!("{}: {}\n\n{}\n", found.code, found.title, found.explanation.trim_end()));
    }
    if let Some(found) = rules().iter().find(|found| found.id == id) {
        return output.words(&rule(found));
    }
    if id.len() == 12
        && id.bytes().all(|byte| byte.is_ascii_hexdigit())
        && let Some(text) = finding(&id.to_lowercase(), global, data, output)?
    {
        return output.words(&text);
    }
    let of_rules = explain_rules::explain(id, data)?;
    let progress = output.progress("building the graph");
    let knowledge = Knowledge::gather(data, &data.codes_held()?, Vec::new(), &Namespace::default())?;
    let text = of_rules + &meaning::of(id, &knowledge);
    drop(progress);
    if text.is_empty() {
        let hint = "name a rule (`concord list rules`), a question (`concord list attributes`), a finding's fingerprint, a paragraph (`eu:3A001.a`), a concept (`concept/3A001`), a parameter (`concord list parameters`), a term, a regime or a diagnostic (`E0301`)";
        return Err(Failure::input(format!("nothing is known by the name `{id}`"), hint));
    }
    output.words(&text)
}

fn rule(rule: &Rule) -> String {
    let mut out = format!("{}: {}\n\n", rule.id, rule.title);
    let parts = [
        ("Finds", &rule.finds),
        ("To an exporter", &rule.exporter),
        ("To a regulator", &rule.regulator),
        ("What would close it", &rule.remedy),
    ];
    for (heading, text) in parts {
        let _ = writeln!(out, "{heading}: {}\n", text.trim());
    }
    let mirror = rule.mirror.as_ref().or(rule.no_mirror.as_ref()).map_or("", String::as_str);
    let heading = if rule.mirror.is_some() { "Mirror" } else { "No mirror" };
    let _ = writeln!(out, "{heading}: {mirror}");
    out
}

/// Looks a fingerprint up in the comparison of every pair of jurisdictions, each way round.
fn finding(id: &str, global: &Global, data: &Data, output: &Output) -> Result<Option<String>, Failure> {
    if let Some(text) = rule_finding(id, global, data)? {
        return Ok(Some(text));
    }
    let codes = data.codes_held()?;
    for left in &codes {
        for right in codes.iter().filter(|right| *right != left) {
            let (comparison, context) = compare(left, right, Baseline::default(), data, output)?;
            let Some(found) = comparison.findings.iter().find(|finding| finding.id == id) else { continue };
            let mut text = global.templates().render("partials/finding.txt.j2", &FindingPage::new(found, &context))?;
            if let Some(found) = rules().iter().find(|rule| rule.id == found.rule) {
                text.push_str(&rule(found));
            }
            return Ok(Some(text));
        }
    }
    Ok(None)
}

/// Looks a fingerprint up among the findings on rules outside the lists.
fn rule_finding(id: &str, global: &Global, data: &Data) -> Result<Option<String>, Failure> {
    let codes = data.rules()?.described();
    for left in &codes {
        for right in codes.iter().filter(|right| *right != left) {
            let Some(rules_found) = compare_rules(left, right, &Baseline::default(), data)? else { continue };
            let Some(found) = rules_found.findings.iter().chain(&rules_found.gaps).find(|finding| finding.id == id) else { continue };
            let context = Context {
                left: data.place(left)?,
                right: data.place(right)?,
                categories: BTreeMap::new(),
                rules: data.rule_titles()?,
                as_of: rules_found.as_of.to_string(),
                language: global.language(),
                glossary: Arc::clone(&data.voice()?.glossary),
                desk: Desk::default(),
            };
            let mut text = global.templates().render("partials/finding.txt.j2", &FindingPage::new(found, &context))?;
            if let Some(found) = rules().iter().find(|rule| rule.id == found.rule) {
                text.push_str(&rule(found));
            }
            return Ok(Some(text));
        }
    }
    Ok(None)
}

/// What a list states at a code.
pub(super) fn paragraph(out: &mut String, list: &List, paragraph: &Paragraph) {
    let _ = writeln!(out, "{}", format!("{}:{} {}", list.jurisdiction, paragraph.code, paragraph.subject).trim_end());
    let mut parts: Vec<(&str, String)> = paragraph.qualifiers.iter().map(|q| (role(q.role), q.phrase.clone())).collect();
    if !paragraph.when.is_empty() {
        parts.push(("when", conditions(&paragraph.when, false)));
    }
    parts.extend(paragraph.notes.iter().map(|note| {
        let phrases: Vec<&str> = note.qualifiers.iter().map(|q| q.phrase.as_str()).collect();
        let when = if note.when.is_empty() { String::new() } else { format!(" when {}", conditions(&note.when, false)) };
        ("note", format!("{}: {}{when}", note.place, phrases.join("; ")))
    }));
    parts.extend(paragraph.references.iter().map(|reference| ("refers to", reference.clone())));
    parts.extend(paragraph.unread.iter().map(|token| ("not understood", token.clone())));
    parts.push(("source", list.citation(&paragraph.code)));
    for (name, text) in parts {
        let _ = writeln!(out, "  {name}: {text}");
    }
}

fn role(role: concord_model::Role) -> &'static str {
    match role {
        concord_model::Role::Subject => "subject",
        concord_model::Role::Restricts => "restricts",
        concord_model::Role::Widens => "or",
        concord_model::Role::Member => "and/or",
        concord_model::Role::Excludes => "excludes",
        concord_model::Role::Illustrates => "such as",
    }
}

/// Conditions in words; a group inside another stands in parentheses.
fn conditions(expr: &Expr, inside: bool) -> String {
    let join = |parts: &[Expr], word: &str| {
        let text = parts.iter().map(|part| conditions(part, parts.len() > 1)).collect::<Vec<_>>().join(word);
        if inside && parts.len() > 1 { format!("({text})") } else { text }
    };
    match expr {
        Expr::All(parts) => join(parts, " and "),
        Expr::Any(parts) => join(parts, " or "),
        Expr::Is(condition) => {
            let settings = if condition.settings.is_empty() { String::new() } else { format!(" at {}", condition.settings.join(", ")) };
            let limits = match &condition.limits {
                Limits::Quantities(constraint) => constraint.to_string(),
                Limits::Symbolic { op, reference } => format!("{op} the limit of {reference}"),
                Limits::Formula { label, .. } => label.clone(),
            };
            format!("{}{settings} {limits}", condition.parameter).trim().to_owned()
        }
    }
}
