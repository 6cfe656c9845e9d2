//! The parameters and propositions that formulas speak of.

use std::collections::BTreeMap;

use concord_model::Digest;
use concord_quantity::{Domain, Unit};
use serde::{Deserialize, Serialize};

use crate::ParameterKey;

/// A parameter of a [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ParameterId(u32);

/// A proposition of a [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PropositionId(u32);

/// A parameter as the texts print it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its identity.
    pub key: ParameterKey,
    /// The unit in which it was first printed.
    pub unit: Unit,
    /// The values it can take.
    pub domain: Domain,
}

/// What a proposition stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PropositionKind {
    /// The item is of a kind that a subject names, or a listed substance.
    Subject,
    /// The item has what a restricting phrase says.
    Phrase,
    /// The item meets a limit whose value is not at hand: a formula kept whole, or a reference that cannot be resolved.
    Symbol,
    /// The members of an enumeration are alternatives; if not, they must all hold. The text does not say which.
    Reading,
    /// What was not understood leaves the item in, as far as it narrows the scope.
    Narrowed,
    /// What was not understood brings the item in, as far as it widens the scope.
    Widened,
}

impl PropositionKind {
    /// The kind within which digests identify: the same words are the same proposition, be they a subject or a restricting phrase.
    const fn class(self) -> Self {
        match self {
            Self::Subject => Self::Phrase,
            other => other,
        }
    }

    /// Whether the truth of the proposition is beyond the model: a symbol, an open reading or something not understood.
    pub const fn is_opaque(self) -> bool {
        matches!(self, Self::Symbol | Self::Reading | Self::Narrowed | Self::Widened)
    }
}

/// A proposition: it holds of an item or it does not, and nothing else is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposition {
    /// What it stands for.
    pub kind: PropositionKind,
    /// Its identity within its kind.
    pub digest: Digest,
    /// The regime that it is bound to, where equal wording does not mean the same thing in both; else empty.
    pub regime: String,
    /// Words for a reader.
    pub label: String,
}

/// The parameters and propositions of the formulas that are compared with each other. Equal identities get equal ids.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    parameters: Vec<Parameter>,
    propositions: Vec<Proposition>,
    by_key: BTreeMap<ParameterKey, ParameterId>,
    by_digest: BTreeMap<(PropositionKind, Digest, String), PropositionId>,
}

fn next_id(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

impl Vocabulary {
    /// The id of a parameter. The unit that comes first is the one in which values are shown.
    pub fn parameter(&mut self, key: ParameterKey, unit: &Unit) -> ParameterId {
        if let Some(id) = self.by_key.get(&key) {
            return *id;
        }
        let id = ParameterId(next_id(self.parameters.len()));
        self.parameters.push(Parameter { key: key.clone(), unit: unit.clone(), domain: unit.domain() });
        self.by_key.insert(key, id);
        id
    }

    /// The id of a proposition. The kind and the label that come first are the ones that are shown.
    pub fn proposition(&mut self, proposition: Proposition) -> PropositionId {
        let key = (proposition.kind.class(), proposition.digest, proposition.regime.clone());
        if let Some(id) = self.by_digest.get(&key) {
            return *id;
        }
        let id = PropositionId(next_id(self.propositions.len()));
        self.propositions.push(proposition);
        self.by_digest.insert(key, id);
        id
    }

    /// What a parameter id stands for; `None` for an id of another vocabulary.
    pub fn get_parameter(&self, id: ParameterId) -> Option<&Parameter> {
        self.parameters.get(id.0 as usize)
    }

    /// What a proposition id stands for; `None` for an id of another vocabulary.
    pub fn get_proposition(&self, id: PropositionId) -> Option<&Proposition> {
        self.propositions.get(id.0 as usize)
    }

    /// The id of a parameter that is already known.
    pub fn find_parameter(&self, key: &ParameterKey) -> Option<ParameterId> {
        self.by_key.get(key).copied()
    }

    /// The id of a subject or restricting phrase that is already known, not bound to a regime.
    pub fn find_phrase(&self, digest: Digest) -> Option<PropositionId> {
        self.by_digest.get(&(PropositionKind::Phrase, digest, String::new())).copied()
    }

    /// Every parameter with its id, in the order in which they came.
    pub fn parameters(&self) -> impl Iterator<Item = (ParameterId, &Parameter)> {
        self.parameters.iter().enumerate().map(|(i, p)| (ParameterId(next_id(i)), p))
    }

    /// Every proposition with its id, in the order in which they came.
    pub fn propositions(&self) -> impl Iterator<Item = (PropositionId, &Proposition)> {
        self.propositions.iter().enumerate().map(|(i, p)| (PropositionId(next_id(i)), p))
    }
}
