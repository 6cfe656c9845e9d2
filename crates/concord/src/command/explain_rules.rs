//! `concord explain` of the rule layer: a question with everybody's answer, a defined word with everybody's definition.

use concord_compare::Message;
use std::fmt::Write as _;

use concord_model::rules::{Stricter, TermDescription};

use crate::data::Data;
use crate::failure::Failure;

/// Explains a question, a term of the laws, a topic or a bloc; the empty text where the name is none of these.
pub(super) fn explain(id: &str, data: &Data) -> Result<String, Failure> {
    let (rules, day) = (data.rules()?, data.day()?);
    let mut out = String::new();
    if let Some((topic, attribute)) = rules.vocabulary.attribute(id) {
        let _ = writeln!(out, "{}: {}\n", attribute.id, attribute.question);
        let _ = writeln!(out, "Why it matters: {}", attribute.why);
        let _ = writeln!(out, "Topic: {} ({})", topic.id, topic.title);
        let _ = writeln!(out, "Layer: {}", attribute.layer(topic));
        let _ = writeln!(out, "Type: {}", attribute.form.key());
        for choice in attribute.form.choices() {
            let _ = writeln!(out, "  {}: {}", choice.id, choice.meaning);
        }
        let stricter = match attribute.stricter {
            Stricter::Yes => "yes",
            Stricter::No => "no",
            Stricter::More => "more",
            Stricter::Less => "less",
            Stricter::Listed => "the later word",
            Stricter::None => "neither answer",
        };
        let _ = writeln!(out, "Stricter: {stricter}");
        let _ = writeln!(out, "Weight: {}", attribute.weight);
        if !attribute.instrument.is_empty() {
            let _ = writeln!(out, "Corresponds to: {}", attribute.instrument);
        }
        let _ = writeln!(out, "\nAnswers as of {day}:");
        for law in rules.described().into_iter().filter_map(|code| rules.law(code)) {
            let row = concord_compare::provisions::row(rules, (topic, attribute), (law, law), day);
            let source = if row.left.citation.is_empty() { String::new() } else { format!(" ({})", row.left.citation) };
            let via = if row.left.via.is_empty() { String::new() } else { format!(", by {}", row.left.via) };
            let _ = writeln!(out, "  {}{via}: {}{source}", law.jurisdiction.code, row.left.written);
            for note in row.left.notes.iter().map(String::as_str).chain(row.left.aside.iter().chain(&row.left.past).map(Message::english)) {
                let _ = writeln!(out, "      {note}");
            }
        }
        return Ok(out);
    }
    if let Some(topic) = rules.vocabulary.topic(id) {
        let _ = writeln!(out, "{}: {}\n\n{}\n", topic.id, topic.title, topic.about);
        for attribute in &topic.attributes {
            let _ = writeln!(out, "  {} (weight {}): {}", attribute.id, attribute.weight, attribute.question);
        }
        return Ok(out);
    }
    if let Some(term) = rules.vocabulary.term(id) {
        self::term(&mut out, term, data)?;
        return Ok(out);
    }
    if let Some(bloc) = rules.bloc(id) {
        let (members, uncertain) = rules.members(bloc, day);
        let _ = writeln!(out, "{}: {}\n\nMembers on {day}: {}", bloc.id, bloc.name, members.join(", "));
        if !uncertain.is_empty() {
            let _ = writeln!(out, "The sources disagree on: {}", uncertain.join(", "));
        }
    }
    Ok(out)
}

fn term(out: &mut String, term: &TermDescription, data: &Data) -> Result<(), Failure> {
    let rules = data.rules()?;
    let _ = writeln!(out, "{}: {}\n", term.id, term.label);
    for (heading, elements) in [("Can cover", &term.covers), ("Can be limited by", &term.limits)] {
        if !elements.is_empty() {
            let _ = writeln!(out, "{heading}:");
        }
        for element in elements {
            let _ = writeln!(out, "  {}: {}", element.id, element.meaning);
        }
    }
    out.push('\n');
    for law in rules.described().into_iter().filter_map(|code| rules.law(code)) {
        for (of, definition) in rules.definitions(law, data.day()?).into_iter().filter(|(_, d)| d.term == term.id) {
            let covers: Vec<&str> = definition.covers.iter().chain(&definition.own_covers).map(String::as_str).collect();
            let limits: Vec<&str> = definition.limits.iter().chain(&definition.own_limits).map(String::as_str).collect();
            let limits = if limits.is_empty() { String::new() } else { format!("; limits: {}", limits.join(", ")) };
            let _ = writeln!(
                out,
                "  {} \"{}\": {}{limits} ({})",
                law.jurisdiction.code,
                definition.label,
                covers.join(", "),
                rules.cite(of, &definition.cites)
            );
        }
    }
    Ok(())
}
