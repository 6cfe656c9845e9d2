//! Answers: the values that attributes take.

use std::collections::BTreeSet;
use std::fmt;

use concord_quantity::Number;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A figure, or what stands in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amount {
    /// The law states none.
    None,
    /// A figure as printed.
    Of(Number),
    /// The law sets no upper end.
    Unlimited,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Period {
    /// Calendar days.
    Days,
    /// Days on which offices work.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl Period {
    /// Every period with its word, one and many.
    pub(crate) const WORDS: [(Self, &'static str, &'static str); 5] = [
        (Self::WorkingDays, "working day", "working days"),
        (Self::Days, "day", "days"),
        (Self::Weeks, "week", "weeks"),
        (Self::Months, "month", "months"),
        (Self::Years, "year", "years"),
    ];
}

/// A length of time, or what stands in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Length {
    /// The law states none.
    None,
    /// So many days, weeks, months or years.
    Of(u32, Period),
    /// For life.
    Life,
    /// The law sets no upper end.
    Unlimited,
}

impl Length {
    /// The shortest and longest number of calendar days it can be: a month has 28 to 31, a year 365 or 366.
    ///
    /// `None` for working days, whose number depends on holidays, and for lengths without a figure.
    pub fn days(&self) -> Option<(u64, u64)> {
        let Self::Of(count, period) = *self else { return None };
        let n = u64::from(count);
        let months = |n: u64| {
            let (years, rest) = (n / 12, n % 12);
            // Any run of `rest` months has at least 30·rest − 2 days (February) and at most 31·rest, less one for each pair.
            let low = if rest == 0 { 0 } else { 30 * rest - 2 };
            (years * 365 + low, years * 366 + rest * 31)
        };
        match period {
            Period::WorkingDays => None,
            Period::Days => Some((n, n)),
            Period::Weeks => Some((7 * n, 7 * n)),
            Period::Months => Some(months(n)),
            Period::Years => Some(months(12 * n)),
        }
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Yes.
    Yes,
    /// No.
    No,
    /// A word of a choice.
    Choice(String),
    /// Words of a set.
    Set(BTreeSet<String>),
    /// A number in the unit of the attribute.
    Number(Amount),
    /// A sum of money; the currency (ISO 4217) is empty where there is no figure.
    Money(Amount, String),
    /// A length of time.
    Duration(Length),
    /// A day.
    Date(Date),
    /// The question cannot arise.
    NotApplicable,
}

impl Value {
    /// The value as it stands in YAML, with the unit of a number behind it.
    pub fn written(&self, unit: &str) -> String {
        match self {
            Self::Yes => "yes".to_owned(),
            Self::No => "no".to_owned(),
            Self::Choice(word) => word.clone(),
            Self::Set(words) if words.is_empty() => "none".to_owned(),
            Self::Set(words) => words.iter().map(String::as_str).collect::<Vec<_>>().join(", "),
            Self::Number(amount) => with_unit(amount, unit),
            Self::Money(amount, currency) => with_unit(amount, currency),
            Self::Duration(length) => length.to_string(),
            Self::Date(date) => date.to_string(),
            Self::NotApplicable => "not-applicable".to_owned(),
        }
    }
}

fn with_unit(amount: &Amount, unit: &str) -> String {
    match amount {
        Amount::None => "none".to_owned(),
        Amount::Unlimited => "unlimited".to_owned(),
        Amount::Of(number) => format!("{number} {unit}").trim_end().to_owned(),
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Life => f.write_str("life"),
            Self::Unlimited => f.write_str("unlimited"),
            Self::Of(count, period) => {
                let word =
                    Period::WORDS.iter().find(|(p, _, _)| p == period).map_or("", |(_, one, many)| if *count == 1 { one } else { many });
                write!(f, "{count} {word}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_years_are_ranges_of_days() {
        let days = |n, period| Length::Of(n, period).days();
        assert_eq!(days(1, Period::Months), Some((28, 31)));
        assert_eq!(days(12, Period::Months), days(1, Period::Years));
        assert_eq!(days(5, Period::Years), Some((1825, 1830)));
        assert_eq!(days(2, Period::Weeks), Some((14, 14)));
        assert_eq!(days(30, Period::WorkingDays), None);
        assert_eq!(Length::Life.days(), None);
    }

    #[test]
    fn values_are_written_as_they_are_read() {
        assert_eq!(Value::Duration(Length::Of(1, Period::Years)).written(""), "1 year");
        assert_eq!(Value::Money(Amount::Of(Number::from_integer(5)), "USD".to_owned()).written(""), "5 USD");
        assert_eq!(Value::Set(BTreeSet::from(["b".to_owned(), "a".to_owned()])).written(""), "a, b");
    }
}
