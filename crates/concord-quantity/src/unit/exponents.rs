//! Products of powers of base dimensions.

/// Powers of base dimensions, by the number of the base, each twice the exponent (so that `√Hz` is whole); no power is zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Exponents(Vec<(u16, i16)>);

impl Exponents {
    /// The first power of one base dimension.
    pub(super) fn base(number: u16) -> Self {
        Self(vec![(number, 2)])
    }

    /// Whether there is no dimension at all.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Multiplies by `other` to the power of `halves` halves.
    pub(super) fn multiply(&mut self, other: &Self, halves: i16) {
        for (base, power) in &other.0 {
            let change = power.saturating_mul(halves) / 2;
            match self.0.binary_search_by_key(base, |(b, _)| *b) {
                Ok(at) => {
                    if let Some((_, present)) = self.0.get_mut(at) {
                        *present = present.saturating_add(change);
                    }
                }
                Err(at) => self.0.insert(at, (*base, change)),
            }
        }
        self.0.retain(|(_, power)| *power != 0);
    }

    /// The name written out: `length^2 time^-1`.
    pub(super) fn spelled(&self, bases: &[String]) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (base, power) in &self.0 {
            let name = bases.get(usize::from(*base)).map_or("?", String::as_str);
            parts.push(match power {
                2 => name.to_owned(),
                p if p % 2 == 0 => format!("{name}^{}", p / 2),
                p => format!("{name}^{p}/2"),
            });
        }
        parts.join(" ")
    }
}
