//! The words that reports use for directions, layers, strata and witnesses.

use concord_compare::{Direction, FactKind, Layer, Severity, Witness};

use crate::Context;
use crate::lang::Arg;

/// A message about two places: `who` and the `other`.
fn about(key: &str, who: &str, other: &str, context: &Context) -> String {
    context.text(key, &[("who", who.into()), ("other", other.into())])
}

/// Who controls more, in words: `the EU controls more`.
pub(crate) fn direction(direction: Direction, layer: Layer, context: &Context) -> String {
    let (who, other) = match direction {
        Direction::LeftStricter => (&context.left.phrase, &context.right.phrase),
        Direction::RightStricter => (&context.right.phrase, &context.left.phrase),
        Direction::Overlap => return context.text("verdict-overlap", &[]),
        Direction::Incomparable => return context.text("verdict-not-decided", &[]),
        Direction::Unknown => return context.text("verdict-no-direction", &[]),
    };
    let key = match layer {
        Layer::Listed => "verdict-controls-more",
        Layer::LicenceRequired => "verdict-licence-for-more",
        Layer::Authorisation => "verdict-allows-less",
        Layer::Jurisdiction => "verdict-holds-in-list",
        Layer::ReviewPolicy | Layer::CatchAll | Layer::Duties | Layer::Enforcement | Layer::Procedure => "verdict-stricter",
    };
    about(key, who, other, context)
}

/// Who is stricter in a rule, in words: `the EU is stricter`.
pub(crate) fn rule_direction(direction: Direction, context: &Context) -> String {
    match direction {
        Direction::LeftStricter => about("verdict-stricter", &context.left.phrase, &context.right.phrase, context),
        Direction::RightStricter => about("verdict-stricter", &context.right.phrase, &context.left.phrase, context),
        Direction::Overlap => context.text("verdict-rule-overlap", &[]),
        Direction::Incomparable => context.text("verdict-not-decided", &[]),
        Direction::Unknown => context.text("verdict-rule-differs", &[]),
    }
}

/// Heading of a group of findings with one direction.
pub(crate) fn group(direction: Direction, context: &Context) -> String {
    capitalised(&match direction {
        Direction::LeftStricter => about("verdict-controls-more", &context.left.phrase, &context.right.phrase, context),
        Direction::RightStricter => about("verdict-controls-more", &context.right.phrase, &context.left.phrase, context),
        Direction::Overlap => context.text("verdict-overlap", &[]),
        Direction::Incomparable => context.text("verdict-not-decided", &[]),
        Direction::Unknown => context.text("verdict-worth-knowing", &[]),
    })
}

/// Heading of a column of counts with one direction.
pub(crate) fn column(direction: Direction, context: &Context) -> String {
    match direction {
        Direction::LeftStricter => context.text("column-controls-more", &[("who", (&context.left.short).into())]),
        Direction::RightStricter => context.text("column-controls-more", &[("who", (&context.right.short).into())]),
        Direction::Overlap => context.text("column-in-part", &[]),
        Direction::Incomparable => context.text("verdict-not-decided", &[]),
        Direction::Unknown => context.text("verdict-no-direction", &[]),
    }
}

/// The key of a direction in machine output.
pub(crate) fn direction_key(direction: Direction) -> &'static str {
    match direction {
        Direction::LeftStricter => "left-stricter",
        Direction::RightStricter => "right-stricter",
        Direction::Overlap => "overlap",
        Direction::Incomparable => "incomparable",
        Direction::Unknown => "unknown",
    }
}

/// The key of a severity in machine output.
pub(crate) fn severity_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Major => "major",
        Severity::Moderate => "moderate",
        Severity::Minor => "minor",
        Severity::Info => "info",
    }
}

/// The key of a layer in machine output.
pub(crate) fn layer_key(layer: Layer) -> &'static str {
    match layer {
        Layer::Jurisdiction => "jurisdiction",
        Layer::Listed => "listed",
        Layer::LicenceRequired => "licence-required",
        Layer::Authorisation => "authorisation",
        Layer::ReviewPolicy => "review-policy",
        Layer::CatchAll => "catch-all",
        Layer::Duties => "duties",
        Layer::Enforcement => "enforcement",
        Layer::Procedure => "procedure",
    }
}

/// A layer in words.
pub(crate) fn layer(layer: Layer, context: &Context) -> String {
    context.text(&format!("layer-{}", layer_key(layer)), &[])
}

/// A stratum's title and what it holds.
pub(crate) fn stratum(key: &str, context: &Context) -> (String, String) {
    match key {
        "regime" | "unilateral" | "anti-terrorism" | "munitions-like" => {
            (context.text(&format!("stratum-{key}"), &[]), context.text(&format!("stratum-{key}-holds"), &[]))
        }
        other => (capitalised(other), String::new()),
    }
}

/// A relation of scopes in words, as seen from the left.
pub(crate) fn relation(key: &str, context: &Context) -> String {
    let (left, right) = (&context.left.phrase, &context.right.phrase);
    match key {
        "equal" => context.text("relation-equal", &[]),
        "left-wider" => about("verdict-controls-more", left, right, context),
        "right-wider" => about("verdict-controls-more", right, left, context),
        "overlapping" => context.text("verdict-overlap", &[]),
        "disjoint" => context.text("relation-disjoint", &[]),
        "incomparable" => context.text("verdict-not-decided", &[]),
        other => other.to_owned(),
    }
}

/// One sentence that states a witness: what it is, who lists it and who does not.
pub(crate) fn witness(witness: &Witness, context: &Context) -> String {
    let (here, there) = if witness.listed_on == "right" { (&context.right, &context.left) } else { (&context.left, &context.right) };
    let values: Vec<String> = witness.values.iter().map(|v| format!("{} {}", v.parameter, v.value)).collect();
    let lacks: Vec<String> = witness.lacks.iter().map(|phrase| context.text("witness-phrase", &[("phrase", phrase.into())])).collect();
    let texts = context.texts();
    let args = [
        ("has_kind", Arg::from(if witness.item.is_empty() { "no" } else { "yes" })),
        ("kind", (&witness.item).into()),
        ("values", values.len().into()),
        ("with", texts.join(&values).into()),
        ("phrases", lacks.len().into()),
        ("lacks", texts.join(&lacks).into()),
        ("here", (&here.short).into()),
        ("list", (&here.adjective).into()),
        ("code", (&witness.listed_by).into()),
        ("there", (&there.adjective).into()),
    ];
    context.text("witness", &args)
}

/// A code of a side, `left:3E001` as `EU 3E001`.
pub(crate) fn sided_code(code: &str, context: &Context) -> String {
    match code.split_once(':') {
        Some(("left", code)) => format!("{} {code}", context.left.short),
        Some(("right", code)) => format!("{} {code}", context.right.short),
        _ => code.to_owned(),
    }
}

/// The text with its first letter as a capital.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// The key of who says some words.
pub(crate) fn said_key(said: concord_compare::Said) -> &'static str {
    match said {
        concord_compare::Said::Both => "both",
        concord_compare::Said::Left => "left",
        concord_compare::Said::Right => "right",
    }
}

/// The key of what a fact of a paragraph is.
pub(crate) fn fact_key(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Subject => "subject",
        FactKind::Restriction => "restriction",
        FactKind::Alternative => "alternative",
        FactKind::Exclusion => "exclusion",
        FactKind::Condition => "condition",
        FactKind::Joined => "joined",
        FactKind::Components => "components",
        FactKind::Substance => "substance",
        FactKind::Note => "note",
        FactKind::Unread => "unread",
    }
}

/// What a fact of a paragraph is, before its text.
pub(crate) fn fact_label(kind: FactKind, context: &Context) -> String {
    context.text(&format!("fact-{}", fact_key(kind)), &[])
}

/// The title of a topic that no vocabulary names.
pub(crate) fn topic(key: &str) -> String {
    capitalised(&key.replace('-', " "))
}
