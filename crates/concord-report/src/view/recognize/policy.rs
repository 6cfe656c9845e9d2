//! The policy in words.

use concord_model::recognition::ObjectPolicy;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Words, capitalised};

/// A policy, as far as the object goes.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PolicyView {
    /// Its identifier.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it stands for.
    pub about: String,
    /// What it asks of lists; nothing where lists do not matter.
    pub lists: Option<ListDemandView>,
    /// Its demands.
    pub demands: Vec<DemandView>,
}

/// What a policy asks of lists.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ListDemandView {
    /// Share that may be lacking or looser.
    pub tolerated: String,
    /// Share up to which recognition is conditional.
    pub conditional: String,
    /// Share that may be undecided.
    pub undecided: String,
}

/// A demand.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DemandView {
    /// What it asks about: identifier of a question, topic or regime.
    pub about: String,
    /// What it asks, in words.
    pub asks: String,
    /// The areas it is limited to; empty for all.
    pub areas: String,
    /// `condition` or `refuses`.
    #[schemars(extend("enum" = ["condition", "refuses"]))]
    pub lacking: &'static str,
    /// Why.
    pub why: String,
    /// How the left side meets it, and the right side: `met`, `open`, `unmet`.
    #[schemars(extend("prefixItems" = [
        {"type": "string", "enum": ["met", "open", "unmet"]},
        {"type": "string", "enum": ["met", "open", "unmet"]}
    ]))]
    pub met_by: (&'static str, &'static str),
}

impl Words<'_> {
    /// A text of the policy, by what it is of it.
    pub(super) fn policy_text(&self, of: &str, english: &str) -> String {
        self.given.context.glossary.name(&format!("policy/{}/{of}", self.given.policy.id), english)
    }

    /// Why the policy makes a demand.
    pub(super) fn why(&self, demand: &concord_model::recognition::Demand) -> String {
        self.policy_text(&demand.why, &demand.why)
    }

    pub(super) fn policy(&self, policy: Option<&ObjectPolicy>) -> PolicyView {
        let whole = self.given.policy;
        let view = |(at, demand): (usize, &concord_model::recognition::Demand)| {
            let state = |left_accepts: bool| self.of(left_accepts).demands.get(at).map_or("open", |judged| judged.state.word());
            DemandView {
                about: demand.asked.id().to_owned(),
                asks: capitalised(&self.demand(demand, None)),
                areas: demand.areas.join(", "),
                lacking: demand.lacking.word(),
                why: self.why(demand),
                // The right side is the partner when the left one accepts.
                met_by: (state(false), state(true)),
            }
        };
        PolicyView {
            id: whole.id.clone(),
            title: self.policy_text("title", &whole.title),
            about: self.policy_text("about", &whole.about),
            lists: policy.and_then(|policy| policy.lists).map(|lists| ListDemandView {
                tolerated: lists.tolerated.to_string(),
                conditional: lists.conditional.to_string(),
                undecided: lists.undecided.to_string(),
            }),
            demands: policy.iter().flat_map(|policy| policy.demands.iter().enumerate()).map(view).collect(),
        }
    }
}
