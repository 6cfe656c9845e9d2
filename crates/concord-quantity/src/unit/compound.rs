//! Units put together from atoms.

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::Level;
use super::exponents::Exponents;
use super::table::Found;
use crate::Domain;

/// A compound of more factors than this is not read.
pub(super) const MAX_FACTORS: usize = 8;

/// How a factor joins those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    First,
    Times(char),
    Per,
}

/// One factor: an atom and twice its power.
#[derive(Clone, Debug)]
pub(super) struct Factor<'t> {
    pub(super) found: Found<'t>,
    pub(super) halves: i16,
    pub(super) join: Join,
}

/// The product of factors.
#[derive(Clone, Debug)]
pub(super) struct Compound {
    pub(super) symbol: String,
    pub(super) exponents: Exponents,
    pub(super) factor: BigRational,
    pub(super) offset: BigRational,
    pub(super) domain: Domain,
    pub(super) level: Option<Level>,
}

impl Compound {
    /// The product; of no factor, the plain number.
    pub(super) fn new(factors: &[Factor<'_>]) -> Self {
        let mut compound = Self {
            symbol: String::new(),
            exponents: Exponents::default(),
            factor: BigRational::one(),
            offset: BigRational::zero(),
            domain: Domain::Real,
            level: None,
        };
        for factor in factors {
            compound.multiply(factor);
        }
        if let [only] = factors
            && only.halves == 2
            && only.join == Join::First
        {
            let atom = only.found.atom;
            compound.offset = atom.offset.clone();
            compound.domain = atom.domain;
            compound.level.clone_from(&atom.level);
        }
        compound
    }

    /// Whether both are the same unit, however it is written.
    pub(super) fn measures_like(&self, other: &Self) -> bool {
        self.exponents == other.exponents && self.factor == other.factor && self.offset == other.offset
    }

    fn multiply(&mut self, factor: &Factor<'_>) {
        let halves = if factor.join == Join::Per { -factor.halves } else { factor.halves };
        self.write(&factor.found.symbol(), factor.halves, factor.join);
        self.exponents.multiply(&factor.found.atom.exponents, halves);
        let unit = factor.found.factor();
        if !unit.is_one() {
            self.factor *= power(&unit, halves);
        }
    }

    /// Writes a factor behind the symbol so far.
    fn write(&mut self, atom: &str, halves: i16, join: Join) {
        match join {
            Join::First => {}
            Join::Times(mark) => self.symbol.push(mark),
            Join::Per => self.symbol.push('/'),
        }
        if halves == 1 {
            self.symbol.push('√');
        }
        self.symbol.push_str(atom);
        match halves {
            1 | 2 => {}
            h if h % 2 == 0 => {
                self.symbol.push('^');
                self.symbol.push_str(&(h / 2).to_string());
            }
            h => {
                self.symbol.push_str("^{");
                self.symbol.push_str(&h.to_string());
                self.symbol.push_str("/2}");
            }
        }
    }
}

/// A factor to the power of `halves` halves; the square root of a factor that has none exactly is good to 40 decimals.
fn power(factor: &BigRational, halves: i16) -> BigRational {
    if halves % 2 == 0 { factor.pow(i32::from(halves / 2)) } else { root(factor).pow(i32::from(halves)) }
}

fn root(factor: &BigRational) -> BigRational {
    let exact = BigRational::new(factor.numer().sqrt(), factor.denom().sqrt());
    if &(&exact * &exact) == factor {
        return exact;
    }
    let scale = crate::number::power_of_ten(40);
    let scaled = (factor * BigRational::from_integer(&scale * &scale)).to_integer();
    BigRational::new(scaled.sqrt(), scale)
}
