//! Reading policies from YAML.

use crate::diagnostic::{Diagnostic, codes};
use crate::load::rules::{Said, value};
use crate::load::tree::{Kind, Tree};
use crate::load::{Fields, Reader};
use crate::recognition::load::object;
use crate::recognition::{Asked, Demand, Lacking, ListDemand, ObjectPolicy, Policy, Share, Wanted, form};
use crate::rules::{Form, RuleLayer, Stricter, Value};

/// Loads a policy from its file: its name (for diagnostics) and its bytes. Questions, topics and regimes are looked up in `layer`.
///
/// The error holds every problem, each with its place in the file.
pub fn load_policy(name: &str, bytes: &[u8], layer: &RuleLayer) -> Result<Policy, Vec<Diagnostic>> {
    let mut r = Reader::new(name);
    let policy = Tree::read(name, bytes, &mut r.out).and_then(|tree| policy(&mut r, &tree, layer));
    match policy {
        Some(policy) if r.out.is_empty() => Ok(policy),
        _ => Err(r.out),
    }
}

fn policy(r: &mut Reader, tree: &Tree, layer: &RuleLayer) -> Option<Policy> {
    let fields = r.fields(tree, &form::POLICY)?;
    let mut objects: Vec<ObjectPolicy> = Vec::new();
    for (node, found) in r.list(fields.get("objects"), |r, node| Some((node.place, object_policy(r, node, layer)?))) {
        if objects.iter().any(|known| known.object == found.object) {
            r.report(node, codes::DUPLICATE_KEY, format!("the object `{}` is given twice", found.object.word()), "join the two");
        }
        objects.push(found);
    }
    Some(Policy {
        id: r.optional_text(fields.get("policy")),
        title: r.optional_text(fields.get("title")),
        about: r.optional_text(fields.get("about")),
        objects,
    })
}

fn object_policy(r: &mut Reader, node: &Tree, layer: &RuleLayer) -> Option<ObjectPolicy> {
    let fields = r.fields(node, &form::OBJECT_POLICY)?;
    let questions = |r: &mut Reader, key: &str| {
        r.list(fields.get(key), |r, node| {
            let id = r.text(node)?;
            question(r, node, &id, layer).then_some(id)
        })
    };
    let (users, safeguards, suspension) = (questions(r, "users"), questions(r, "safeguards"), questions(r, "suspension"));
    Some(ObjectPolicy {
        object: object(r, fields.get("object"))?,
        title: r.optional_text(fields.get("title")),
        means: r.optional_text(fields.get("means")),
        activities: r.texts(fields.get("activities")),
        lists: fields.get("lists").and_then(|node| lists(r, node)),
        counts_treatment: r.flag(fields.get("counts-treatment")),
        demands: r.list(fields.get("demands"), |r, node| demand(r, node, layer)),
        users,
        safeguards,
        suspension,
    })
}

fn lists(r: &mut Reader, node: &Tree) -> Option<ListDemand> {
    let fields = r.fields(node, &form::LISTS)?;
    let tolerated = share(r, fields.get("tolerated"))?;
    let conditional = share(r, fields.get("conditional"))?;
    let undecided = share(r, fields.get("undecided"))?;
    if let Some(node) = fields.get("conditional").filter(|_| !tolerated.at_most(conditional)) {
        let message = format!("`{conditional}` is less than what is tolerated, `{tolerated}`");
        r.report(
            node.place,
            codes::WRONG_ANSWER,
            message,
            "what is tolerated is recognised without condition, so this share is the larger",
        );
    }
    Some(ListDemand { tolerated, conditional, undecided })
}

fn share(r: &mut Reader, node: Option<&Tree>) -> Option<Share> {
    let node = node?;
    let text = r.text(node)?;
    let share = Share::parse(&text);
    if share.is_none() {
        r.report(node.place, codes::WRONG_ANSWER, format!("`{text}` is no share"), "write a fraction from 0 to 1, such as \"1/20\"");
    }
    share
}

fn demand(r: &mut Reader, node: &Tree, layer: &RuleLayer) -> Option<Demand> {
    let fields = r.fields(node, &form::DEMAND)?;
    let (key, named) = fields.first(&["question", "topic", "regime", "not-named-in"])?;
    let id = r.text(named)?;
    let asked = match key {
        "question" => question(r, named, &id, layer).then_some(Asked::Question(id)),
        "topic" => topic(r, named, &id, layer).then_some(Asked::Topic(id)),
        "regime" => regime(r, named, &id, layer).then_some(Asked::Regime(id)),
        _ => destinations(r, named, &id, layer).then_some(Asked::NamedIn(id)),
    };
    let tolerated = match fields.get("tolerated") {
        Some(node) => share(r, Some(node))?,
        None => Share::NONE,
    };
    if let Some(node) = fields.get("tolerated").filter(|_| key != "topic") {
        r.report(node.place, codes::CONFLICTING_KEYS, format!("a {key} cannot be met in part"), "take `tolerated` away, or name a topic");
    }
    let lacking =
        fields.get("lacking").and_then(|node| r.choice(node, &[("condition", Lacking::Condition), ("refuses", Lacking::Refuses)]));
    let asked = asked?;
    Some(Demand {
        wanted: wanted(r, (node, &fields), &asked, layer)?,
        asked,
        areas: r.code_texts(fields.get("areas")),
        tolerated,
        lacking: lacking?,
        why: r.optional_text(fields.get("why")),
    })
}

fn wanted(r: &mut Reader, stated: (&Tree, &Fields<'_, '_>), asked: &Asked, layer: &RuleLayer) -> Option<Wanted> {
    let (node, fields) = stated;
    let Asked::Question(id) = asked else {
        for (key, stray) in ["answer", "as-strict"].into_iter().filter_map(|key| Some((key, fields.get(key)?))) {
            r.report(stray.place, codes::CONFLICTING_KEYS, format!("`{key}` goes with a question only"), "take it away");
        }
        return Some(match asked {
            Asked::Regime(_) => Wanted::TakesPart,
            Asked::NamedIn(_) => Wanted::NotNamed,
            _ => Wanted::AsStrict,
        });
    };
    let (_, attribute) = layer.vocabulary.attribute(id)?;
    let strict = r.flag(fields.get("as-strict"));
    match (fields.get("answer"), strict) {
        (Some(_), true) | (None, false) => {
            let message = "a question goes with `answer` or with `as-strict: true`";
            r.report(node.place, codes::CONFLICTING_KEYS, message, "keep or add exactly one of the two");
            None
        }
        (None, true) if attribute.stricter == Stricter::None => {
            let message = format!("no answer to `{id}` is stricter than another");
            r.report(node.place, codes::WRONG_ANSWER, message, "name the `answer` that meets the demand");
            None
        }
        (None, true) => Some(Wanted::AsStrict),
        (Some(answers), false) => {
            let read = |r: &mut Reader, node: &Tree| match value(r, node, attribute)? {
                Said::Known(value) => Some(value),
                Said::Unknown => {
                    let hint = "leave it out: what is unknown keeps a demand open";
                    r.report(node.place, codes::WRONG_ANSWER, "`unknown` meets no demand", hint);
                    None
                }
            };
            let values: Vec<Value> = match &answers.kind {
                Kind::Sequence(_) => r.list(Some(answers), read),
                _ => read(r, answers).into_iter().collect(),
            };
            (!values.is_empty()).then_some(Wanted::Answers(values))
        }
    }
}

fn question(r: &mut Reader, node: &Tree, id: &str, layer: &RuleLayer) -> bool {
    let known = layer.vocabulary.attributes().map(|(_, attribute)| attribute.id.as_str());
    found(r, node, id, ("question", codes::UNKNOWN_ATTRIBUTE), known)
}

/// Whether a question exists and is answered by destinations.
fn destinations(r: &mut Reader, node: &Tree, id: &str, layer: &RuleLayer) -> bool {
    if !question(r, node, id, layer) {
        return false;
    }
    let open = layer.vocabulary.attribute(id).is_some_and(|(_, a)| matches!(&a.form, Form::Set { open: Some(_), .. }));
    if !open {
        let message = format!("the answer to `{id}` is no set of destinations");
        r.report(node.place, codes::WRONG_ANSWER, message, "name a question whose answer lists countries");
    }
    open
}

fn topic(r: &mut Reader, node: &Tree, id: &str, layer: &RuleLayer) -> bool {
    found(r, node, id, ("topic", codes::UNKNOWN_ATTRIBUTE), layer.vocabulary.topics.iter().map(|topic| topic.id.as_str()))
}

fn regime(r: &mut Reader, node: &Tree, id: &str, layer: &RuleLayer) -> bool {
    found(r, node, id, ("regime", codes::UNKNOWN_PARENT), layer.participation.regimes.iter().map(|(id, _)| id.as_str()))
}

fn found<'k>(r: &mut Reader, node: &Tree, id: &str, what: (&str, &'static str), known: impl Iterator<Item = &'k str>) -> bool {
    let known: Vec<&str> = known.collect();
    if known.contains(&id) {
        return true;
    }
    let nearest = known.iter().min_by_key(|name| strsim::damerau_levenshtein(name, id));
    let hint = nearest.map_or_else(|| format!("no {} is described at all", what.0), |name| format!("did you mean `{name}`?"));
    r.report(node.place, what.1, format!("`{id}` is no {} of the vocabulary", what.0), hint);
    false
}
