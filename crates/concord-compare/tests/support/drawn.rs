//! Invented jurisdictions whose answers to the shipped questions are drawn.

use concord_model::rules::{Amount, Attribute, Form, Length, Period, RuleLayer, Value};

use super::provisions::{file, layer};

/// A small generator of repeatable numbers (xorshift).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    /// A number from nought up to `end`, exclusive.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    /// Some answer that the question allows, or none.
    pub(crate) fn answer(&mut self, attribute: &Attribute) -> Option<Value> {
        if self.below(5) == 0 {
            return None;
        }
        let words = attribute.form.choices();
        Some(match &attribute.form {
            Form::YesNo => {
                if self.below(2) == 0 {
                    Value::Yes
                } else {
                    Value::No
                }
            }
            Form::Choice(_) => Value::Choice(words[self.below(words.len())].id.clone()),
            Form::Set { .. } => Value::Set(words.iter().filter(|_| self.below(2) == 0).map(|w| w.id.clone()).collect()),
            Form::Number { .. } => Value::Number(self.amount()),
            Form::Money => Value::Money(self.amount(), ["EUR", "USD"][self.below(2)].to_owned()),
            Form::Duration => Value::Duration(match self.below(6) {
                0 => Length::None,
                1 => Length::Unlimited,
                2 => Length::Of(90, Period::Days),
                n => Length::Of(u32::try_from(n).unwrap_or(1), Period::Years),
            }),
            Form::Date => Value::Date(jiff::civil::date(2020 + i16::try_from(self.below(3)).unwrap_or(0), 1, 1)),
        })
    }

    fn amount(&mut self) -> Amount {
        match self.below(5) {
            0 => Amount::None,
            1 => Amount::Unlimited,
            n => Amount::Of(concord_quantity::Number::from_integer(i64::try_from(n).unwrap_or(1))),
        }
    }
}

/// Two invented jurisdictions whose answers to the shipped questions are drawn.
pub(crate) fn drawn(seed: u64) -> RuleLayer {
    let mut numbers = Numbers(seed);
    let text = |code: &str| format!("{code}/instruments.yaml");
    let instruments = "instruments:\n  act: {title: Example act, kind: act}\n";
    let mut out = layer(&[file(&text("xx"), instruments), file(&text("yy"), instruments)]);
    let attributes: Vec<Attribute> = out.vocabulary.attributes().map(|(_, a)| a.clone()).collect();
    for law in &mut out.laws {
        for attribute in &attributes {
            law.facts.push(concord_model::rules::Fact {
                attribute: attribute.id.clone(),
                value: numbers.answer(attribute),
                cites: Vec::new(),
                from: None,
                to: None,
                status: concord_model::rules::Status::InForce,
                adds: false,
                read: jiff::civil::date(2030, 1, 1),
                shown: jiff::civil::date(2020, 1, 1),
                note: String::new(),
            });
        }
    }
    out
}
