//! One question with both answers.

use concord_model::rules::{Amount, Attribute, Law, RuleLayer, Topic, Value};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::provisions::stated::{Stated, stated};
use crate::provisions::{Standing, stand};

/// One question with both answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The topic.
    pub topic: String,
    /// The attribute.
    pub attribute: String,
    /// The left answer.
    pub left: Stated,
    /// The right answer.
    pub right: Stated,
    /// How the two stand to each other.
    pub standing: Standing,
}

impl Row {
    /// Whether sums in two currencies stand in it, so that exchange rates decided.
    pub(crate) fn converts(&self) -> bool {
        let sum = |value: &Option<Value>| match value {
            Some(Value::Money(Amount::Of(_), currency)) => Some(currency.clone()),
            _ => None,
        };
        matches!((sum(&self.left.value), sum(&self.right.value)), (Some(a), Some(b)) if a != b)
    }
}

/// Asks two jurisdictions one question.
pub fn row(layer: &RuleLayer, asked: (&Topic, &Attribute), sides: (&Law, &Law), day: Date) -> Row {
    let (topic, attribute) = asked;
    let side = |law| stated(layer, law, attribute, layer.answer(law, attribute, day), day);
    let (left, right) = (side(sides.0), side(sides.1));
    Row {
        topic: topic.id.clone(),
        attribute: attribute.id.clone(),
        standing: stand(attribute, left.value.as_ref(), right.value.as_ref(), layer.rates.as_ref()),
        left,
        right,
    }
}
