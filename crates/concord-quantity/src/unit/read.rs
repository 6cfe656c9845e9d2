//! Reading compounds of units (`W/cm^2`, `watts per square centimetre`, `kg N^-1 h^-1`).

use num_rational::BigRational;
use num_traits::{One, Zero};

use super::Level;
use super::exponents::Exponents;
use super::table::{Found, Table};
use super::token::{Kind, Token};
use crate::Domain;

/// A compound of more factors than this is not read.
const MAX_FACTORS: usize = 8;
/// A power beyond this is not read.
const MAX_POWER: i16 = 9;

/// Where the unit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// The text is a unit and nothing else.
    Whole,
    /// The text goes on after the unit: a word may follow that is not part of it.
    Running,
}

/// A unit put together from atoms.
#[derive(Clone, Debug)]
pub(super) struct Compound {
    pub(super) symbol: String,
    pub(super) exponents: Exponents,
    pub(super) factor: BigRational,
    pub(super) offset: BigRational,
    pub(super) domain: Domain,
    pub(super) level: Option<Level>,
    factors: usize,
}

impl Default for Compound {
    fn default() -> Self {
        Self {
            symbol: String::new(),
            exponents: Exponents::default(),
            factor: BigRational::one(),
            offset: BigRational::zero(),
            domain: Domain::Real,
            level: None,
            factors: 0,
        }
    }
}

/// How a factor joins those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    First,
    Times(char),
    Per,
}

/// One factor: an atom and twice its power.
struct Factor<'t> {
    found: Found<'t>,
    halves: i16,
}

/// The longest unit at the start of the tokens, and how many it takes.
pub(super) fn longest(table: &Table, path: &[Token<'_>], mode: Mode) -> Option<(Compound, usize)> {
    if path.len() > super::token::MAX_TOKENS && mode == Mode::Whole {
        return None;
    }
    let reader = Reader { table, path, mode };
    let (compound, at) = reader.compound(0)?;
    let end = reader.restated(&compound, at);
    Some((compound, end))
}

struct Reader<'t, 'p> {
    table: &'t Table,
    path: &'p [Token<'p>],
    mode: Mode,
}

impl<'t> Reader<'t, '_> {
    fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.path.get(at)
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|t| t.kind == Kind::Mark(mark))
    }

    fn is_glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.glued)
    }

    fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.token(at).is_some_and(|t| t.kind == Kind::Word && words.iter().any(|w| t.text.eq_ignore_ascii_case(w)))
    }

    fn compound(&self, start: usize) -> Option<(Compound, usize)> {
        let mut compound = Compound::default();
        let mut at = match self.group(&mut compound, Join::First, start) {
            Some(end) => end,
            None => self.group(&mut compound, Join::Per, self.per(start)?)?,
        };
        let mut below = false;
        while compound.factors < MAX_FACTORS {
            let Some((join, next)) = self.join(at, below) else { break };
            let mut longer = compound.clone();
            let Some(end) = self.group(&mut longer, join, next) else { break };
            below = join == Join::Per;
            compound = longer;
            at = end;
        }
        Some((compound, at))
    }

    /// `/` or "per": the token after it.
    fn per(&self, at: usize) -> Option<usize> {
        (self.is_mark(at, '/') || self.is_word(at, &["per"])).then_some(at + 1)
    }

    /// What joins the next factor; a product after a slash stays below the line (`J/kg·K`).
    fn join(&self, at: usize, below: bool) -> Option<(Join, usize)> {
        if let Some(next) = self.per(at) {
            return Some((Join::Per, next));
        }
        let times = |mark| if below && !self.is_marker(at) { Join::Per } else { Join::Times(mark) };
        let token = self.token(at)?;
        match token.kind {
            Kind::Mark('·') => Some((times('·'), at + 1)),
            Kind::Mark('-') if token.glued && self.is_glued(at + 1) => Some((times('·'), at + 1)),
            Kind::Mark('(') if self.is_marker(at) => Some((Join::Times(' '), at)),
            Kind::Word | Kind::Mark('√') if self.mode == Mode::Whole || self.is_marker(at) || self.is_inverse(at) => {
                Some((if self.is_inverse(at) { Join::Times(' ') } else { times(' ') }, at))
            }
            _ => None,
        }
    }

    /// Whether a marker such as "rms" stands here, which belongs to the whole and not to what is below the line.
    fn is_marker(&self, at: usize) -> bool {
        let found = self.path.get(at..).and_then(|p| self.table.find(p));
        found.is_some_and(|f| f.atom.symbol == "rms")
    }

    /// Whether a symbol with a negative power stands here, which running text sets after a space (`kg N^-1 h^-1`).
    fn is_inverse(&self, at: usize) -> bool {
        self.factor(at).is_some_and(|(factor, _)| factor.halves < 0)
    }

    /// A factor or a parenthesis of factors.
    fn group(&self, compound: &mut Compound, join: Join, at: usize) -> Option<usize> {
        if join == Join::Per && self.is_mark(at, '(') && !self.is_marker(at) {
            let mut end = self.group(compound, Join::Per, at + 1)?;
            while !self.is_mark(end, ')') {
                let next = if self.is_mark(end, '·') || self.is_mark(end, '-') { end + 1 } else { end };
                end = self.group(compound, Join::Per, next)?;
                if compound.factors > MAX_FACTORS {
                    return None;
                }
            }
            return Some(end + 1);
        }
        let (factor, end) = self.factor(at)?;
        let fits = factor.found.atom.compounds || join == Join::First || self.mode == Mode::Whole;
        fits.then(|| compound.multiply(&factor, join)).map(|()| end)
    }

    /// One atom with its power, before or behind it.
    fn factor(&self, at: usize) -> Option<(Factor<'t>, usize)> {
        if let Some(next) = self.root(at) {
            let closing = self.is_mark(next, '(');
            let (factor, end) = self.factor(next + usize::from(closing))?;
            let end = if closing { self.is_mark(end, ')').then_some(end + 1)? } else { end };
            return (factor.halves % 2 == 0).then(|| (Factor { halves: factor.halves / 2, ..factor }, end));
        }
        if let Some((power, next)) = self.power_word(at) {
            let found = self.atom(next)?;
            let end = next + found.length;
            return Some((Factor { found, halves: 2 * power }, end));
        }
        let found = self.atom(at)?;
        let end = at + found.length;
        let (halves, end) = self.power(&found, end).unwrap_or((2, end));
        let ends_word = !self.token(end).is_some_and(|t| t.glued && matches!(t.kind, Kind::Word | Kind::Digits | Kind::Superscript(_)));
        ends_word.then_some((Factor { found, halves }, end))
    }

    /// "square root of", "root", `√`, `sqrt`: the token after it.
    fn root(&self, at: usize) -> Option<usize> {
        if self.is_mark(at, '√') || self.is_word(at, &["root", "sqrt"]) {
            return Some(at + 1);
        }
        let long = self.is_word(at, &["square"]) && self.is_word(at + 1, &["root"]);
        long.then(|| at + 2 + usize::from(self.is_word(at + 2, &["of"])))
    }

    /// "square", "cubic" before the atom: the power and the token after it.
    fn power_word(&self, at: usize) -> Option<(i16, usize)> {
        let power = if self.is_word(at, &["square", "sq"]) {
            2
        } else if self.is_word(at, &["cubic", "cu"]) {
            3
        } else {
            return None;
        };
        Some((power, at + 1 + usize::from(self.is_mark(at + 1, '.'))))
    }

    fn atom(&self, at: usize) -> Option<Found<'t>> {
        let found = self.table.find(self.path.get(at..)?)?;
        let spelled_as_word = found.length == 1 && found.is_symbol && !found.is_prefixed() && found.atom.word;
        (!spelled_as_word || self.mode == Mode::Whole || self.is_marked_off(at + 1)).then_some(found)
    }

    /// Whether what follows shows that the word before was a unit.
    fn is_marked_off(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| matches!(t.kind, Kind::Mark('/' | ')' | '^' | '·')) || (t.glued && t.kind != Kind::Word && t.kind != Kind::Mark('\'')))
    }

    /// A power behind the atom: twice its value, and the token after it.
    fn power(&self, found: &Found<'_>, at: usize) -> Option<(i16, usize)> {
        if self.is_word(at, &["squared"]) {
            return Some((4, at + 1));
        }
        if self.is_word(at, &["cubed"]) {
            return Some((6, at + 1));
        }
        let token = self.token(at)?;
        match token.kind {
            Kind::Superscript(power) if token.glued => bounded(power).map(|p| (2 * p, at + 1)),
            Kind::Mark('^') if token.glued => self.explicit_power(at + 1),
            Kind::Digits if token.glued && found.is_symbol => self.flattened(at).map(|p| (2 * p, at + 1)),
            Kind::Digits if found.is_symbol && found.atom.symbol == "m" => {
                // `cm 3`: only where the digit ends a phrase, not where it starts another number.
                let decimal = self.is_mark(at + 1, '.') && self.digits(at + 2).is_some() && self.is_glued(at + 2);
                let alone = !decimal && !self.token(at + 1).is_some_and(|t| t.glued && !matches!(t.kind, Kind::Mark(')' | '/' | '.')));
                let power = self.flattened(at).filter(|p| (2..=3).contains(p))?;
                alone.then_some((2 * power, at + 1))
            }
            Kind::Mark('-') if token.glued && self.is_glued(at + 1) && found.is_symbol => {
                let power = self.flattened(at + 1)?;
                let range = power > 1 && self.mode == Mode::Running && self.path.get(at + 2..).is_some_and(|p| self.table.find(p).is_some());
                (!range).then_some((-2 * power, at + 2))
            }
            _ => None,
        }
    }

    /// `2`, `-1`, `{-1}`, `{1/2}`, `0.5` after `^`: twice the power.
    fn explicit_power(&self, at: usize) -> Option<(i16, usize)> {
        let braced = self.is_mark(at, '{');
        let at = at + usize::from(braced);
        let negative = self.is_mark(at, '-');
        let at = at + usize::from(negative);
        let whole: i16 = self.digits(at)?.parse().ok()?;
        let half = (whole == 1 && self.is_mark(at + 1, '/') && self.digits(at + 2) == Some("2"))
            || (whole == 0 && self.is_mark(at + 1, '.') && self.digits(at + 2) == Some("5"));
        let (halves, end) = if half && (braced || whole == 0 || self.mode == Mode::Whole) { (1, at + 3) } else { (2 * bounded(whole)?, at + 1) };
        let end = if braced { self.is_mark(end, '}').then_some(end + 1)? } else { end };
        Some((if negative { -halves } else { halves }, end))
    }

    fn digits(&self, at: usize) -> Option<&str> {
        self.token(at).filter(|t| t.kind == Kind::Digits).map(|t| t.text.as_ref())
    }

    /// A power that lost its superscript (`cm3`, `h-1`): a single digit up to four.
    fn flattened(&self, at: usize) -> Option<i16> {
        match self.digits(at)? {
            "1" => Some(1),
            "2" => Some(2),
            "3" => Some(3),
            "4" => Some(4),
            _ => None,
        }
    }

    /// Takes in a parenthesis that says the same unit again: `Weighted TeraFLOPS (WT)`, `S/m (Siemens per metre)`.
    fn restated(&self, compound: &Compound, at: usize) -> usize {
        if !self.is_mark(at, '(') {
            return at;
        }
        match self.compound(at + 1) {
            Some((again, end)) if self.is_mark(end, ')') && again.exponents == compound.exponents && again.factor == compound.factor => end + 1,
            _ => at,
        }
    }
}

fn bounded(power: i16) -> Option<i16> {
    (power != 0 && (-MAX_POWER..=MAX_POWER).contains(&power)).then_some(power)
}

impl Compound {
    fn multiply(&mut self, factor: &Factor<'_>, join: Join) {
        let atom = factor.found.atom;
        let halves = if join == Join::Per { -factor.halves } else { factor.halves };
        self.write(&factor.found.symbol(), factor.halves, join);
        self.exponents.multiply(&atom.exponents, halves);
        let unit = factor.found.factor();
        if !unit.is_one() {
            self.factor *= power(&unit, halves);
        }
        self.factors += 1;
        let alone = self.factors == 1 && halves == 2;
        self.offset = if alone { atom.offset.clone() } else { BigRational::zero() };
        self.domain = if alone { atom.domain } else { Domain::Real };
        self.level = if alone { atom.level.clone() } else { None };
    }

    /// Writes a factor behind the symbol so far.
    fn write(&mut self, atom: &str, halves: i16, join: Join) {
        match join {
            Join::First => {}
            Join::Times(mark) => self.symbol.push(mark),
            Join::Per => self.symbol.push('/'),
        }
        match halves {
            2 => self.symbol.push_str(atom),
            1 => {
                self.symbol.push('√');
                self.symbol.push_str(atom);
            }
            h if h % 2 == 0 => {
                self.symbol.push_str(atom);
                self.symbol.push('^');
                self.symbol.push_str(&(h / 2).to_string());
            }
            h => {
                self.symbol.push_str(atom);
                self.symbol.push_str("^{");
                self.symbol.push_str(&h.to_string());
                self.symbol.push_str("/2}");
            }
        }
    }
}

/// A factor to the power of `halves` halves; the square root of a factor that has none exactly is good to 20 digits.
fn power(factor: &BigRational, halves: i16) -> BigRational {
    let whole = |f: &BigRational, p: i16| f.pow(i32::from(p));
    if halves % 2 == 0 {
        return whole(factor, halves / 2);
    }
    whole(&root(factor), halves)
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
