//! Reading the vocabulary.

use crate::diagnostic::codes;
use crate::load::Places;
use crate::load::reader::{Fields, Reader};
use crate::load::rules::fields::{count, meanings, named, word};
use crate::load::tree::{Place, Tree};
use crate::rule_form::{ATTRIBUTE, LAYERS, TERM, TERMS_FILE, TOPIC_FILE};
use crate::rules::{Attribute, Effect, Form, NoneMeans, Stricter, TermDescription, Topic};

const STRICTER: [(&str, Stricter); 6] = [
    ("yes", Stricter::Yes),
    ("no", Stricter::No),
    ("more", Stricter::More),
    ("less", Stricter::Less),
    ("listed", Stricter::Listed),
    ("none", Stricter::None),
];

const EFFECTS: [(&str, Effect); 3] = [("stricter", Effect::Stricter), ("looser", Effect::Looser), ("none", Effect::None)];

const NONE_MEANS: [(&str, NoneMeans); 2] = [("lowest", NoneMeans::Lowest), ("apart", NoneMeans::Apart)];

/// Reads a topic.
pub(super) fn topic(r: &mut Reader, tree: &Tree, path: &str, places: &mut Places) -> Option<Topic> {
    let fields = r.fields(tree, &TOPIC_FILE)?;
    let id = fields.get("topic").and_then(|n| r.text(n))?;
    if let Some(node) = fields.get("topic")
        && path != format!("vocabulary/{id}.yaml")
    {
        r.report(
            node.place,
            codes::MISPLACED_TOPIC,
            format!("the topic `{id}` stands in {path}"),
            format!("move it to vocabulary/{id}.yaml"),
        );
    }
    let layer = fields.get("layer").and_then(|n| layer(r, n));
    let (title, about) = (r.optional_text(fields.get("title")), r.optional_text(fields.get("about")));
    let attributes = named(r, fields.get("attributes"), &ATTRIBUTE, |r, id, place, fields| {
        if let Some(first) = places.spot(&format!("vocabulary/{id}")) {
            let hint = format!("it stands first in {}:{}", first.file, first.line);
            r.report(place, codes::DUPLICATE_ATTRIBUTE, format!("the attribute `{id}` is described twice"), hint);
        }
        places.put(&format!("vocabulary/{id}"), r.file, place);
        attribute(r, id, place, fields)
    });
    Some(Topic { id, title, about, layer: layer?, attributes })
}

fn layer(r: &mut Reader, node: &Tree) -> Option<String> {
    let table = LAYERS.map(|layer| (layer, layer));
    r.choice(node, &table).map(str::to_owned)
}

fn attribute(r: &mut Reader, id: String, place: Place, fields: &Fields<'_, '_>) -> Option<Attribute> {
    let values = meanings(r, fields.get("values"));
    let open = fields.get("open").and_then(|n| r.text(n));
    let unit = r.optional_text(fields.get("unit"));
    let kind = fields.get("type").and_then(|n| r.text(n)).unwrap_or_default();
    let form = match kind.as_str() {
        "yes-no" => Some(Form::YesNo),
        "choice" => Some(Form::Choice(values)),
        "set" => Some(Form::Set { values, open }),
        "number" => Some(Form::Number { unit }),
        "money" => Some(Form::Money),
        "duration" => Some(Form::Duration),
        "date" => Some(Form::Date),
        _ => None,
    };
    let stricter = fields.get("stricter").and_then(|n| r.choice(n, &STRICTER));
    let Some(form) = form else {
        let hint = "known are yes-no, choice, set, number, money, duration, date";
        r.report(place, codes::WRONG_ATTRIBUTE, format!("`{id}` has no type that is known"), hint);
        return None;
    };
    if let Some(stricter) = stricter
        && let Some(why) = ill_formed(&form, stricter)
    {
        r.report(place, codes::WRONG_ATTRIBUTE, format!("`{id}` {why}"), "correct its type, its values or `stricter`");
    }
    let attribute = Attribute {
        question: r.optional_text(fields.get("question")),
        why: r.optional_text(fields.get("why")),
        none: word(r, fields.get("none"), &NONE_MEANS),
        weight: count(r, fields.get("weight"))?,
        layer: fields.get("layer").and_then(|n| layer(r, n)),
        instrument: r.optional_text(fields.get("instrument")),
        stricter: stricter?,
        form,
        id,
    };
    Some(attribute)
}

/// Why a form and its order do not go together.
fn ill_formed(form: &Form, stricter: Stricter) -> Option<&'static str> {
    let fits = match form {
        Form::YesNo => matches!(stricter, Stricter::Yes | Stricter::No | Stricter::None),
        Form::Choice(_) => matches!(stricter, Stricter::Listed | Stricter::None),
        Form::Set { .. } | Form::Number { .. } | Form::Money | Form::Duration | Form::Date => {
            matches!(stricter, Stricter::More | Stricter::Less | Stricter::None)
        }
    };
    match form {
        _ if !fits => Some("has an order that answers of its type do not have"),
        Form::Choice(values) if values.len() < 2 => Some("has fewer than two values to choose from"),
        Form::Set { values, open: None } if values.is_empty() => Some("has no values and is not open"),
        Form::Number { unit } if unit.is_empty() => Some("counts something without a unit"),
        _ => None,
    }
}

/// Reads what defined words are made of.
pub(super) fn terms(r: &mut Reader, tree: &Tree) -> Option<Vec<TermDescription>> {
    let fields = r.fields(tree, &TERMS_FILE)?;
    Some(named(r, fields.get("terms"), &TERM, |r, id, _, fields| {
        Some(TermDescription {
            id,
            label: r.optional_text(fields.get("label")),
            broader: word(r, fields.get("broader"), &EFFECTS),
            attribute: r.optional_text(fields.get("attribute")),
            covers: meanings(r, fields.get("covers")),
            limits: meanings(r, fields.get("limits")),
        })
    }))
}
