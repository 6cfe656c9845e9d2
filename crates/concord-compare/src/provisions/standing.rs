//! How two answers to one question stand to each other.

use std::cmp::Ordering;

use concord_model::rules::{Amount, Attribute, Form, Length, NoneMeans, Period, Rates, Stricter, Value};
use num_rational::BigRational;
use num_traits::Zero;
use serde::{Deserialize, Serialize};

use crate::Message;
use crate::message::message;

/// How two answers stand to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The same answer.
    Same,
    /// The left answer is the stricter.
    LeftStricter,
    /// The right answer is the stricter.
    RightStricter,
    /// The answers differ and neither is stricter.
    Differs,
    /// Each set has a word that the other lacks.
    Overlap,
    /// The two cannot be compared.
    Incomparable {
        /// What stopped the comparison.
        reason: Message,
        /// Whether the answers surely differ.
        differ: bool,
    },
    /// The left answer is unknown.
    LeftUnknown,
    /// The right answer is unknown.
    RightUnknown,
    /// Both answers are unknown.
    BothUnknown,
    /// The question cannot arise on one side or on both.
    NotApplicable,
}

impl Standing {
    /// The standing seen from the other side.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::LeftStricter => Self::RightStricter,
            Self::RightStricter => Self::LeftStricter,
            Self::LeftUnknown => Self::RightUnknown,
            Self::RightUnknown => Self::LeftUnknown,
            other => other,
        }
    }

    /// Whether an answer is missing.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::LeftUnknown | Self::RightUnknown | Self::BothUnknown)
    }
}

/// How two answers stand to each other.
pub(crate) fn stand(attribute: &Attribute, left: Option<&Value>, right: Option<&Value>, rates: Option<&Rates>) -> Standing {
    let (a, b) = match (left, right) {
        (Some(Value::NotApplicable), _) | (_, Some(Value::NotApplicable)) => return Standing::NotApplicable,
        (None, None) => return Standing::BothUnknown,
        (None, _) => return Standing::LeftUnknown,
        (_, None) => return Standing::RightUnknown,
        (Some(a), Some(b)) => (a, b),
    };
    if a == b {
        return Standing::Same;
    }
    let lowest = attribute.none == NoneMeans::Lowest;
    let order = match (a, b) {
        (Value::Yes, Value::No) => Ok(Ordering::Greater),
        (Value::No, Value::Yes) => Ok(Ordering::Less),
        (Value::Choice(a), Value::Choice(b)) => Ok(place(attribute, a).cmp(&place(attribute, b))),
        (Value::Set(a), Value::Set(b)) => match (a.is_superset(b), b.is_superset(a)) {
            (true, _) => Ok(Ordering::Greater),
            (_, true) => Ok(Ordering::Less),
            _ if attribute.stricter == Stricter::None => Ok(Ordering::Greater),
            _ => return Standing::Overlap,
        },
        (Value::Number(a), Value::Number(b)) => figures(a, b, lowest, |a, b| Ok(a.cmp(b))),
        (Value::Money(a, from), Value::Money(b, to)) => figures(a, b, lowest, |a, b| sums((a, from), (b, to), rates)),
        (Value::Duration(a), Value::Duration(b)) => lengths(a, b, lowest),
        (Value::Date(a), Value::Date(b)) => Ok(a.cmp(b)),
        _ => Err((message!("answers-forms", "the answers are of different forms"), true)),
    };
    match (order, attribute.stricter) {
        (Err((reason, differ)), _) => Standing::Incomparable { reason, differ },
        (Ok(Ordering::Equal), _) => Standing::Same,
        (Ok(_), Stricter::None) => Standing::Differs,
        (Ok(Ordering::Greater), Stricter::Yes | Stricter::More | Stricter::Listed)
        | (Ok(Ordering::Less), Stricter::No | Stricter::Less) => Standing::LeftStricter,
        _ => Standing::RightStricter,
    }
}

/// An order, or why there is none and whether the two surely differ.
type Order = Result<Ordering, (Message, bool)>;

fn place(attribute: &Attribute, word: &str) -> Option<usize> {
    attribute.form.choices().iter().position(|c| c.id == word)
}

fn apart() -> (Message, bool) {
    (message!("answers-no-figure", "one side states no such figure, which is neither more nor less than one"), true)
}

fn figures(a: &Amount, b: &Amount, lowest: bool, of: impl Fn(&BigRational, &BigRational) -> Order) -> Order {
    match (a, b) {
        (Amount::Of(a), Amount::Of(b)) => of(a.value(), b.value()),
        (Amount::None, Amount::None) | (Amount::Unlimited, Amount::Unlimited) => Ok(Ordering::Equal),
        (Amount::None, _) if lowest => Ok(Ordering::Less),
        (_, Amount::None) if lowest => Ok(Ordering::Greater),
        (Amount::None, _) | (_, Amount::None) => Err(apart()),
        (Amount::Unlimited, _) => Ok(Ordering::Greater),
        (_, Amount::Unlimited) => Ok(Ordering::Less),
    }
}

/// Compares two sums: in one currency as figures, else by the dated rates if they hold both currencies. Converted sums count as different only
/// beyond the margin of the rates.
fn sums(a: (&BigRational, &String), b: (&BigRational, &String), rates: Option<&Rates>) -> Order {
    if a.1 == b.1 {
        return Ok(a.0.cmp(b.0));
    }
    let Some(rates) = rates else {
        let why =
            message!("answers-no-rates", "the sums are in {left} and {right}, and no exchange rates are at hand", left = a.1, right = b.1);
        return Err((why, false));
    };
    let in_base = |sum: (&BigRational, &String)| {
        if *sum.1 == rates.base {
            return Some(sum.0.clone());
        }
        let rate = rates.rates.iter().find(|r| r.currency == *sum.1).map(|r| r.rate.value())?;
        (!rate.is_zero()).then(|| sum.0 / rate)
    };
    let (Some(left), Some(right)) = (in_base(a), in_base(b)) else {
        let why =
            message!("answers-rates-lack", "the table of exchange rates does not hold both {left} and {right}", left = a.1, right = b.1);
        return Err((why, false));
    };
    let margin = rates.margin.value();
    if left > &right * margin {
        Ok(Ordering::Greater)
    } else if right > &left * margin {
        Ok(Ordering::Less)
    } else {
        let day = rates.day.to_string();
        let why = message!(
            "answers-too-close",
            "the sums in {left} and {right} are too close for the exchange rates of {day} to part them",
            left = a.1,
            right = b.1,
            day = day
        );
        Err((why, false))
    }
}

fn lengths(a: &Length, b: &Length, lowest: bool) -> Order {
    let rank = |length: &Length| match length {
        Length::None => 0,
        Length::Of(..) => 1,
        Length::Life => 2,
        Length::Unlimited => 3,
    };
    if (*a == Length::None || *b == Length::None) && !lowest {
        return Err(apart());
    }
    match (a, b) {
        (Length::Of(n, p), Length::Of(m, q)) if p == q => Ok(n.cmp(m)),
        (Length::Of(..), Length::Of(..)) => match (a.days(), b.days()) {
            // Lengths that can be the same number of days (3 months and 90 days) are not told apart.
            (Some((low, _)), Some((_, high))) if low > high => Ok(Ordering::Greater),
            (Some((_, high)), Some((low, _))) if high < low => Ok(Ordering::Less),
            (Some(_), Some(_)) => Ok(Ordering::Equal),
            _ => Err((message!("answers-days", "working days and calendar days have no fixed relation"), false)),
        },
        _ => Ok(rank(a).cmp(&rank(b))),
    }
}

/// Whether no answer can be looser than this one. An unordered question has no loosest answer.
pub(crate) fn is_loosest(attribute: &Attribute, value: &Value) -> bool {
    match attribute.stricter {
        Stricter::None => false,
        Stricter::Yes | Stricter::More | Stricter::Listed => is_least(attribute, value),
        Stricter::No | Stricter::Less => is_most(attribute, value),
    }
}

/// Whether no answer can be stricter than this one.
pub(crate) fn is_strictest(attribute: &Attribute, value: &Value) -> bool {
    match attribute.stricter {
        Stricter::None => false,
        Stricter::Yes | Stricter::More | Stricter::Listed => is_most(attribute, value),
        Stricter::No | Stricter::Less => is_least(attribute, value),
    }
}

fn is_least(attribute: &Attribute, value: &Value) -> bool {
    let lowest = attribute.none == NoneMeans::Lowest;
    match value {
        Value::No => true,
        Value::Choice(word) => place(attribute, word) == Some(0),
        Value::Set(words) => words.is_empty(),
        Value::Number(amount) | Value::Money(amount, _) => match amount {
            Amount::None => lowest,
            Amount::Of(number) => !lowest && number.value().is_zero(),
            Amount::Unlimited => false,
        },
        Value::Duration(length) => *length == Length::None && lowest,
        Value::Yes | Value::Date(_) | Value::NotApplicable => false,
    }
}

fn is_most(attribute: &Attribute, value: &Value) -> bool {
    match value {
        Value::Yes => true,
        Value::Choice(word) => place(attribute, word).is_some_and(|at| at + 1 == attribute.form.choices().len()),
        Value::Set(words) => match &attribute.form {
            Form::Set { values, open: None } => values.iter().all(|v| words.contains(&v.id)),
            _ => false,
        },
        Value::Number(amount) | Value::Money(amount, _) => *amount == Amount::Unlimited,
        Value::Duration(length) => *length == Length::Unlimited,
        Value::No | Value::Date(_) | Value::NotApplicable => false,
    }
}

/// How many times one figure holds the other: of numbers, sums in one currency and lengths of time; `None` where that has no sense.
pub(super) fn factor(a: &Value, b: &Value) -> Option<BigRational> {
    let of = |a: &BigRational, b: &BigRational| {
        let (low, high) = if a < b { (a, b) } else { (b, a) };
        (!low.is_zero()).then(|| high / low)
    };
    match (a, b) {
        (Value::Number(Amount::Of(a)), Value::Number(Amount::Of(b))) => of(a.value(), b.value()),
        (Value::Money(Amount::Of(a), from), Value::Money(Amount::Of(b), to)) if from == to => of(a.value(), b.value()),
        (Value::Duration(Length::Of(n, p)), Value::Duration(Length::Of(m, q))) => {
            let months = |n: u32, p: &Period| match p {
                Period::Months => Some(u64::from(n)),
                Period::Years => Some(12 * u64::from(n)),
                _ => None,
            };
            let (a, b) = (months(*n, p)?, months(*m, q)?);
            of(&BigRational::from_integer(a.into()), &BigRational::from_integer(b.into()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use concord_model::rules::{Choice, Rate};
    use concord_quantity::Number;

    fn attribute(form: Form, stricter: Stricter, none: NoneMeans) -> Attribute {
        Attribute {
            id: "a".to_owned(),
            question: String::new(),
            why: String::new(),
            form,
            stricter,
            none,
            weight: 1,
            layer: None,
            instrument: String::new(),
        }
    }

    fn duration(a: Length, b: Length) -> Standing {
        let asked = attribute(Form::Duration, Stricter::More, NoneMeans::Lowest);
        stand(&asked, Some(&Value::Duration(a)), Some(&Value::Duration(b)), None)
    }

    #[test]
    fn lengths_compare_as_long_as_their_days_part_them() {
        assert_eq!(duration(Length::Of(5, Period::Years), Length::Of(59, Period::Months)), Standing::LeftStricter);
        assert_eq!(duration(Length::Of(3, Period::Months), Length::Of(90, Period::Days)), Standing::Same);
        assert_eq!(duration(Length::Of(3, Period::Months), Length::Of(94, Period::Days)), Standing::RightStricter);
        assert_eq!(duration(Length::None, Length::Of(1, Period::Days)), Standing::RightStricter);
        assert_eq!(duration(Length::Life, Length::Of(30, Period::Years)), Standing::LeftStricter);
        assert!(matches!(
            duration(Length::Of(30, Period::WorkingDays), Length::Of(30, Period::Days)),
            Standing::Incomparable { differ: false, .. }
        ));
    }

    fn money(sum: i64, currency: &str) -> Value {
        Value::Money(Amount::Of(Number::from_integer(sum)), currency.to_owned())
    }

    #[test]
    fn sums_in_two_currencies_need_a_rate_and_a_clear_distance() {
        let asked = attribute(Form::Money, Stricter::More, NoneMeans::Apart);
        let rates = Rates {
            base: "EUR".to_owned(),
            day: jiff::civil::date(2030, 1, 1),
            source: "example bank".to_owned(),
            rates: vec![Rate { currency: "USD".to_owned(), rate: Number::from_integer(2) }],
            margin: Number::from_integer(3),
        };
        let against = |sum, currency: &str, rates| stand(&asked, Some(&money(100, "EUR")), Some(&money(sum, currency)), rates);
        assert_eq!(against(99, "EUR", None), Standing::LeftStricter);
        assert!(matches!(against(10, "USD", None), Standing::Incomparable { differ: false, .. }));
        assert_eq!(against(10, "USD", Some(&rates)), Standing::LeftStricter);
        assert_eq!(against(1000, "USD", Some(&rates)), Standing::RightStricter);
        assert!(matches!(against(250, "USD", Some(&rates)), Standing::Incomparable { differ: false, .. }));
        assert!(matches!(against(10, "XAA", Some(&rates)), Standing::Incomparable { differ: false, .. }));
        let none = Value::Money(Amount::None, String::new());
        assert!(matches!(stand(&asked, Some(&money(1, "EUR")), Some(&none), None), Standing::Incomparable { differ: true, .. }));
        let unlimited = Value::Money(Amount::Unlimited, String::new());
        assert_eq!(stand(&asked, Some(&unlimited), Some(&money(1, "USD")), None), Standing::LeftStricter);
    }

    #[test]
    fn less_can_be_stricter_and_words_have_their_order() {
        let fewer = attribute(Form::Number { unit: "places".to_owned() }, Stricter::Less, NoneMeans::Lowest);
        let number = |n| Value::Number(Amount::Of(Number::from_integer(n)));
        assert_eq!(stand(&fewer, Some(&number(3)), Some(&number(9)), None), Standing::LeftStricter);
        assert_eq!(stand(&fewer, Some(&Value::Number(Amount::None)), Some(&number(9)), None), Standing::LeftStricter);
        let words = ["none", "some", "all"].map(|id| Choice { id: id.to_owned(), meaning: String::new() });
        let listed = attribute(Form::Choice(words.to_vec()), Stricter::Listed, NoneMeans::Apart);
        let word = |id: &str| Value::Choice(id.to_owned());
        assert_eq!(stand(&listed, Some(&word("some")), Some(&word("all")), None), Standing::RightStricter);
        assert!(is_loosest(&listed, &word("none")) && is_strictest(&listed, &word("all")) && !is_strictest(&listed, &word("some")));
    }

    #[test]
    fn sets_compare_by_inclusion() {
        let words = ["a", "b", "c"].map(|id| Choice { id: id.to_owned(), meaning: String::new() });
        let asked = attribute(Form::Set { values: words.to_vec(), open: None }, Stricter::More, NoneMeans::Apart);
        let set = |ids: &[&str]| Value::Set(ids.iter().map(|id| (*id).to_owned()).collect());
        let of = |a: &[&str], b: &[&str]| stand(&asked, Some(&set(a)), Some(&set(b)), None);
        assert_eq!(of(&["a", "b"], &["a"]), Standing::LeftStricter);
        assert_eq!(of(&[], &["a"]), Standing::RightStricter);
        assert_eq!(of(&["a"], &["b"]), Standing::Overlap);
        assert!(is_loosest(&asked, &set(&[])) && is_strictest(&asked, &set(&["a", "b", "c"])));
    }

    #[test]
    fn what_is_unknown_or_does_not_apply_is_no_difference() {
        let asked = attribute(Form::YesNo, Stricter::Yes, NoneMeans::Apart);
        assert_eq!(stand(&asked, None, Some(&Value::Yes), None), Standing::LeftUnknown);
        assert_eq!(stand(&asked, None, Some(&Value::NotApplicable), None), Standing::NotApplicable);
        assert_eq!(stand(&asked, Some(&Value::Yes), Some(&Value::No), None), Standing::LeftStricter);
    }
}
