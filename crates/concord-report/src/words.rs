//! The words that reports use for directions, layers, strata and witnesses.

use concord_compare::{Direction, FactKind, Layer, Severity, Witness};

use crate::{Context, figures};

/// Who controls more, in words: `the EU controls more`.
pub(crate) fn direction(direction: Direction, layer: Layer, context: &Context) -> String {
    let (who, other) = match direction {
        Direction::LeftStricter => (&context.left.phrase, &context.right.phrase),
        Direction::RightStricter => (&context.right.phrase, &context.left.phrase),
        Direction::Overlap => return "each controls something that the other does not".to_owned(),
        Direction::Incomparable => return "not decided".to_owned(),
        Direction::Unknown => return "no direction".to_owned(),
    };
    match layer {
        Layer::Listed => format!("{who} controls more"),
        Layer::LicenceRequired => format!("{who} requires a licence for more"),
        Layer::Authorisation => format!("{who} allows less without an individual licence"),
        Layer::Jurisdiction => format!("{who} holds this area in its list, {other} elsewhere"),
        Layer::ReviewPolicy | Layer::CatchAll | Layer::Duties | Layer::Enforcement | Layer::Procedure => format!("{who} is stricter"),
    }
}

/// Who is stricter in a rule, in words: `the EU is stricter`.
pub(crate) fn rule_direction(direction: Direction, context: &Context) -> String {
    match direction {
        Direction::LeftStricter => format!("{} is stricter", context.left.phrase),
        Direction::RightStricter => format!("{} is stricter", context.right.phrase),
        Direction::Overlap => "each has what the other has not".to_owned(),
        Direction::Incomparable => "not decided".to_owned(),
        Direction::Unknown => "they differ, neither is stricter".to_owned(),
    }
}

/// Heading of a group of findings with one direction.
pub(crate) fn group(direction: Direction, context: &Context) -> String {
    match direction {
        Direction::LeftStricter => format!("{} controls more", capitalised(&context.left.phrase)),
        Direction::RightStricter => format!("{} controls more", capitalised(&context.right.phrase)),
        Direction::Overlap => "Each controls something that the other does not".to_owned(),
        Direction::Incomparable => "Not decided".to_owned(),
        Direction::Unknown => "Worth knowing, whoever controls more".to_owned(),
    }
}

/// Heading of a column of counts with one direction.
pub(crate) fn column(direction: Direction, context: &Context) -> String {
    match direction {
        Direction::LeftStricter => format!("{} controls more", context.left.short),
        Direction::RightStricter => format!("{} controls more", context.right.short),
        Direction::Overlap => "each more in part".to_owned(),
        Direction::Incomparable => "not decided".to_owned(),
        Direction::Unknown => "no direction".to_owned(),
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
pub(crate) fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Jurisdiction => "instrument and agency",
        Layer::Listed => "listed items",
        Layer::LicenceRequired => "licence required",
        Layer::Authorisation => "exceptions and general licences",
        Layer::ReviewPolicy => "review policy",
        Layer::CatchAll => "end-use controls and embargoes",
        Layer::Duties => "duties of exporters and users",
        Layer::Enforcement => "offences and enforcement",
        Layer::Procedure => "procedure and transparency",
    }
}

/// A stratum's title and what it holds.
pub(crate) fn stratum(key: &str) -> (String, &'static str) {
    match key {
        "regime" => ("Regime controls".to_owned(), "Controls that implement the lists of the international regimes."),
        "unilateral" => ("National controls".to_owned(), "Controls of one jurisdiction that implement no international regime."),
        "anti-terrorism" => {
            ("Anti-terrorism controls".to_owned(), "Controls for anti-terrorism reasons only, which apply to few destinations.")
        }
        "munitions-like" => (
            "Former munitions items".to_owned(),
            "Series of entries that hold less sensitive military items; the other side may hold them in a munitions list.",
        ),
        other => (capitalised(other), ""),
    }
}

/// A relation of scopes in words, as seen from the left.
pub(crate) fn relation(key: &str, context: &Context) -> String {
    match key {
        "equal" => "the same scope".to_owned(),
        "left-wider" => format!("{} controls more", context.left.phrase),
        "right-wider" => format!("{} controls more", context.right.phrase),
        "overlapping" => "each controls something that the other does not".to_owned(),
        "disjoint" => "nothing in common".to_owned(),
        "incomparable" => "not decided".to_owned(),
        other => other.to_owned(),
    }
}

/// One sentence that states a witness: what it is, who lists it and who does not.
pub(crate) fn witness(witness: &Witness, context: &Context) -> String {
    let (here, there) = if witness.listed_on == "right" { (&context.right, &context.left) } else { (&context.left, &context.right) };
    let values: Vec<String> = witness.values.iter().map(|v| format!("{} {}", v.parameter, v.value)).collect();
    let kind = if witness.item.is_empty() { String::new() } else { format!(" of the kind “{}”", witness.item) };
    let with = if values.is_empty() { String::new() } else { format!(" with {}", figures::join(&values)) };
    let lacks: Vec<String> = witness.lacks.iter().map(|phrase| format!("“{phrase}”")).collect();
    let lacks = match lacks.len() {
        0 => String::new(),
        1 => format!(", of which {} does not hold,", lacks.concat()),
        _ => format!(", of which {} do not hold,", figures::join(&lacks)),
    };
    format!("An item{kind}{with}{lacks} is listed by {} {} and by no entry of the {} list.", here.short, witness.listed_by, there.adjective)
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
pub(crate) fn fact_label(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Subject => "item",
        FactKind::Restriction => "only if",
        FactKind::Alternative => "or, among others",
        FactKind::Exclusion => "not if",
        FactKind::Condition => "limit",
        FactKind::Joined => "must meet",
        FactKind::Components => "also components",
        FactKind::Substance => "substance",
        FactKind::Note => "note",
        FactKind::Unread => "number not understood",
    }
}

/// The title of a topic that no vocabulary names.
pub(crate) fn topic(key: &str) -> String {
    capitalised(&key.replace('-', " "))
}
