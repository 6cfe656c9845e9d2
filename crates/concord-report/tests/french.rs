//! Reports in French on a small comparison: nothing in them is English but what stands so in the definitions.
#![allow(clippy::unwrap_used, reason = "what a test takes for granted")]

mod sample;

use std::collections::BTreeMap;
use std::sync::Arc;

use concord_compare::{Arg, Comparison, Direction, Message};
use concord_report::lang::{Glossary, Language};
use concord_report::view::{ComparePage, CompareView, OfSet};
use concord_report::{Context, Links, Place, Templates};

fn french() -> Language {
    Language::from_code("fr").unwrap()
}

/// Names in French of the two places, and what the shipped rules say in it.
fn context() -> Context {
    let mut glossary = Glossary::new(french()).unwrap();
    let names = "jurisdictions:\n  aa: {name: République d’Arva, short: Arva, phrase: l’Arva, adjective: arvienne}\n  \
                 bb: {name: Union bélique, short: UB, phrase: l’UB, adjective: de l’UB}\n";
    glossary.add_names("fr.yaml", names).unwrap();
    let place = |code: &str| -> Place { glossary.place(code).unwrap().clone() };
    let rules = concord_compare::rules().iter().map(|rule| (rule.id.clone(), glossary.rule(&rule.id).unwrap().title.clone()));
    Context {
        left: place("aa"),
        right: place("bb"),
        categories: BTreeMap::from([("1".to_owned(), "métiers à tisser".to_owned())]),
        rules: rules.collect(),
        language: french(),
        glossary: Arc::new(glossary),
        ..sample::context()
    }
}

/// The sample with the sentences that a comparison makes.
fn comparison() -> Comparison {
    let mut comparison = sample::comparison();
    let reason = || Message::keyed("reason-phrases", "phrases differ".to_owned(), Vec::new());
    for finding in &mut comparison.findings {
        let rule = match finding.direction {
            Direction::LeftStricter => "threshold-left-stricter",
            Direction::RightStricter => "threshold-right-stricter",
            Direction::Overlap => "threshold-overlap",
            Direction::Incomparable => "condition-undecided",
            Direction::Unknown => "control-elsewhere",
        };
        rule.clone_into(&mut finding.rule);
        let words = |name: &'static str, said: Message| (name, Arg::Words(said));
        let args = vec![
            words("left", Message::place("aa", "Arva")),
            words("right", Message::place("bb", "the BU")),
            words("parameter", "reed width".into()),
            words("left_states", ">2 m".into()),
            words("right_states", ">3 m".into()),
            words("left_code", "1A001.a".into()),
            words("right_code", "1A001.b".into()),
            words("left_list", "Arvan list".into()),
            words("right_list", "Belish list".into()),
        ];
        finding.explanation = Message::of_rule(rule, "the English sentence which is not shown".to_owned(), args);
        finding.reasons.iter_mut().for_each(|known| *known = reason());
    }
    comparison.summary.causes.iter_mut().for_each(|cause| cause.cause = reason());
    comparison
}

fn page(template: &str) -> String {
    let (comparison, context) = (comparison(), context());
    let view = CompareView::new(&comparison, &context);
    let templates = Templates::speaking(None, french());
    if template.starts_with("html/") {
        let links = Links::new(Vec::new(), Vec::new());
        return templates.render(template, &OfSet::alone(ComparePage::new(view, &comparison, &context, &links))).unwrap();
    }
    templates.render(template, &view).unwrap()
}

/// What a reader of a web page sees: no tags, style sheet or script.
fn seen(page: &str) -> String {
    let without = |page: &str, from: &str, to: &str| {
        let mut parts = page.split(from);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |out, part| out + " " + part.split_once(to).map_or("", |(_, rest)| rest))
    };
    without(&without(&without(page, "<style", "</style>"), "<script", "</script>"), "<", ">")
}

#[test]
fn a_french_report_has_no_english_words_of_its_own() {
    for (template, text) in [
        ("compare.md.j2", page("compare.md.j2")),
        ("compare.txt.j2", page("compare.txt.j2")),
        ("html/compare.html.j2", seen(&page("html/compare.html.j2"))),
    ] {
        let words: Vec<String> = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
        assert!(words.len() > 500, "{template} says little: {}", words.len());
        for (at, word) in words.iter().enumerate() {
            let english = ["the", "and", "which", "is", "not", "are", "with", "that", "could", "both"].contains(&word.as_str());
            let around = || words[at.saturating_sub(8)..(at + 8).min(words.len())].join(" ");
            assert!(!english, "{template}: `{word}` in: {}", around());
        }
        assert!(text.to_lowercase().contains("métiers à tisser") && text.contains("l’UB"), "{template}");
    }
}

#[test]
fn text() {
    insta::assert_snapshot!(page("compare.txt.j2"));
}
