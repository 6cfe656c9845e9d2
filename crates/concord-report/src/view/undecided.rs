//! What could not be compared, and why.

use concord_compare::{Comparison, Finding};
use schemars::JsonSchema;
use serde::Serialize;

use super::{FindingView, MAIN, is_decided, is_substantial};
use crate::figures::{Rounding, percent};
use crate::{Context, words};

/// Undecided findings that a report shows in full; the rest is only counted.
const EXAMPLES: usize = 20;

/// What could not be compared.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct UndecidedView {
    /// Matched pairs.
    pub pairs: usize,
    /// Of these, undecided.
    pub undecided: usize,
    /// The share of these.
    pub share: String,
    /// Matched pairs by relation.
    pub relations: Vec<RelationView>,
    /// Main causes, the most frequent first.
    pub causes: Vec<CauseView>,
    /// Undecided findings that bear on what is controlled, the gravest first.
    pub examples: Vec<FindingView>,
    /// How many are left out.
    pub left_out: usize,
}

/// Matched pairs with one relation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RelationView {
    /// The relation in words.
    pub relation: String,
    /// Pairs.
    pub pairs: usize,
    /// Share of all pairs.
    pub share: String,
}

/// A cause.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CauseView {
    /// What stopped the model.
    pub cause: String,
    /// Pairs.
    pub pairs: usize,
    /// An example.
    pub example: String,
}

/// Words what could not be compared.
pub(super) fn view(comparison: &Comparison, shown: &[&Finding], context: &Context) -> UndecidedView {
    let relations = &comparison.summary.relations;
    let pairs = relations.iter().map(|(_, pairs)| pairs).sum();
    let undecided = relations.iter().filter(|(relation, _)| relation == "incomparable").map(|(_, pairs)| pairs).sum();
    let mut open: Vec<&Finding> = shown
        .iter()
        .copied()
        .filter(|finding| finding.stratum == MAIN && is_substantial(finding) && !is_decided(finding.direction))
        .collect();
    open.sort_by_key(|finding| finding.severity);
    UndecidedView {
        pairs,
        undecided,
        share: percent(undecided, pairs, Rounding::Nearest, context.texts()),
        relations: relations
            .iter()
            .map(|(relation, n)| RelationView {
                relation: words::capitalised(&words::relation(relation, context)),
                pairs: *n,
                share: percent(*n, pairs, Rounding::Nearest, context.texts()),
            })
            .collect(),
        causes: comparison
            .summary
            .causes
            .iter()
            .map(|cause| CauseView { cause: context.say(&cause.cause), pairs: cause.pairs, example: cause.example.clone() })
            .collect(),
        left_out: open.len().saturating_sub(EXAMPLES),
        examples: open.into_iter().take(EXAMPLES).map(|finding| FindingView::new(finding, context)).collect(),
    }
}
