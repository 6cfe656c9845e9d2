//! Reading compounds of units (`W/cm^2`, `watts per square centimetre`, `kg N^-1 h^-1`).

use super::compound::{Compound, Factor, Join, MAX_FACTORS};
use super::data::Trait;
use super::table::{Found, Table};
use super::token::{Kind, MAX_TOKENS, Token};

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

/// The longest unit at the start of the tokens, and how many it takes.
pub(super) fn longest<'t>(table: &'t Table, path: &[Token<'_>], mode: Mode) -> Option<(Vec<Factor<'t>>, usize)> {
    if path.len() > MAX_TOKENS && mode == Mode::Whole {
        return None;
    }
    let reader = Reader { table, path, mode };
    let (factors, at) = reader.compound(0)?;
    let end = reader.restated(&factors, at);
    Some((factors, end))
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

    fn compound(&self, start: usize) -> Option<(Vec<Factor<'t>>, usize)> {
        let mut factors = Vec::with_capacity(2);
        let mut at = match self.group(&mut factors, Join::First, start) {
            Some(end) => end,
            None => self.group(&mut factors, Join::Per, self.per(start)?)?,
        };
        while factors.len() < MAX_FACTORS {
            let below = factors.len() > 1 && factors.last().is_some_and(|f| f.join == Join::Per);
            let Some((join, next)) = self.join(at, below) else { break };
            let before = factors.len();
            let Some(end) = self.group(&mut factors, join, next) else {
                factors.truncate(before);
                break;
            };
            at = end;
        }
        Some((factors, at))
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
        let product = |mark| if below { Join::Per } else { Join::Times(mark) };
        let token = self.token(at)?;
        match token.kind {
            Kind::Mark('·') => Some((product('·'), at + 1)),
            // In running text a cross also stands between two lengths or in a formula.
            Kind::Mark('×') if self.mode == Mode::Whole => Some((product('·'), at + 1)),
            Kind::Mark('-') if token.glued && self.is_glued(at + 1) => Some((product('·'), at + 1)),
            // Only short symbols and markers follow after a space in running text.
            Kind::Word if self.mode == Mode::Running && token.text.len() > 5 => None,
            Kind::Word | Kind::Mark('√' | '(') => {
                // A marker belongs to the whole, not to what is below the line. A symbol with a negative power stands for itself.
                let (factor, _) = self.factor(at)?;
                let apart = factor.found.atom.has(Trait::Marker) || factor.halves < 0;
                let spaced = if apart { Some(Join::Times(' ')) } else { (self.mode == Mode::Whole).then(|| product(' ')) };
                Some((spaced?, at))
            }
            _ => None,
        }
    }

    /// A factor or, below the line, a parenthesis of factors.
    fn group(&self, factors: &mut Vec<Factor<'t>>, join: Join, at: usize) -> Option<usize> {
        if join == Join::Per && self.is_mark(at, '(') {
            let mut end = self.group(factors, Join::Per, at + 1)?;
            while !self.is_mark(end, ')') {
                let next = if self.is_mark(end, '·') || self.is_mark(end, '-') { end + 1 } else { end };
                end = self.group(factors, Join::Per, next)?;
                if factors.len() > MAX_FACTORS {
                    return None;
                }
            }
            return Some(end + 1);
        }
        let (factor, end) = self.factor(at)?;
        let atom = factor.found.atom;
        // In running text "per channel", "per full frame" says how something is measured, and a marker needs something to mark.
        let after_per = join == Join::Per && at.checked_sub(1).is_some_and(|before| self.is_word(before, &["per"]));
        let fits =
            if join == Join::First { !atom.has(Trait::Marker) } else { !(atom.has(Trait::Alone) || (after_per && atom.has(Trait::Count))) };
        if self.mode == Mode::Running && !fits {
            return None;
        }
        factors.push(Factor { join, ..factor });
        Some(end)
    }

    /// One atom with its power, before or behind it.
    fn factor(&self, at: usize) -> Option<(Factor<'t>, usize)> {
        let join = Join::First;
        if let Some(next) = self.root(at) {
            let closing = self.is_mark(next, '(');
            let (factor, end) = self.factor(next + usize::from(closing))?;
            let end = if closing { self.is_mark(end, ')').then_some(end + 1)? } else { end };
            return (factor.halves % 2 == 0).then_some((Factor { halves: factor.halves / 2, ..factor }, end));
        }
        if let Some((power, next)) = self.power_word(at) {
            let found = self.atom(next)?;
            let end = next + found.length;
            return Some((Factor { found, halves: 2 * power, join }, end));
        }
        let found = self.atom(at)?;
        let end = at + found.length;
        let (halves, end) = self.power(&found, end).unwrap_or((2, end));
        let ends_word = !self.token(end).is_some_and(|t| t.glued && matches!(t.kind, Kind::Word | Kind::Digits | Kind::Superscript(_)));
        ends_word.then_some((Factor { found, halves, join }, end))
    }

    /// "square root of", "root", `√`, `sqrt`: the token after it.
    fn root(&self, at: usize) -> Option<usize> {
        if self.is_mark(at, '√') || self.is_word(at, &["root", "sqrt"]) {
            return Some(at + 1);
        }
        let long = self.is_word(at, &["square"]) && self.is_word(at + 1, &["root"]);
        long.then_some(at + 2 + usize::from(self.is_word(at + 2, &["of"])))
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
        let spelled_as_word = found.length == 1 && found.is_symbol && !found.is_prefixed() && found.atom.has(Trait::Word);
        (!spelled_as_word || self.mode == Mode::Whole || self.is_marked_off(at + 1)).then_some(found)
    }

    /// Whether what follows shows that the word before was a unit.
    fn is_marked_off(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| {
            matches!(t.kind, Kind::Mark('/' | ')' | '^' | '·')) || (t.glued && matches!(t.kind, Kind::Digits | Kind::Superscript(_)))
        })
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
            Kind::Digits if token.glued && found.is_symbol && found.atom.has(Trait::Flattens) => {
                self.flattened(at).filter(|p| *p > 1).map(|p| (2 * p, at + 1))
            }
            Kind::Digits if found.is_symbol && found.atom.symbol == "m" => {
                // `cm 3`: only where the digit ends a phrase, not where it starts another number.
                let decimal = self.is_mark(at + 1, '.') && self.digits(at + 2).is_some() && self.is_glued(at + 2);
                let alone = !decimal && !self.token(at + 1).is_some_and(|t| t.glued && !matches!(t.kind, Kind::Mark(')' | '/' | '.')));
                let power = self.flattened(at).filter(|p| (2..=3).contains(p))?;
                alone.then_some((2 * power, at + 1))
            }
            Kind::Mark('-') if token.glued && self.is_glued(at + 1) && found.is_symbol => {
                let power = self.flattened(at + 1)?;
                let range =
                    power > 1 && self.mode == Mode::Running && self.path.get(at + 2..).is_some_and(|p| self.table.find(p).is_some());
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
        let slash = braced && self.is_mark(at + 1, '/') && self.digits(at + 2) == Some("2");
        let half = whole == 0 && self.is_mark(at + 1, '.') && self.digits(at + 2) == Some("5");
        let (halves, end) = match (slash, half) {
            (true, _) => (bounded(whole)?, at + 3),
            (_, true) => (1, at + 3),
            _ => (2 * bounded(whole)?, at + 1),
        };
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
    fn restated(&self, factors: &[Factor<'_>], at: usize) -> usize {
        if !self.is_mark(at, '(') {
            return at;
        }
        match self.compound(at + 1) {
            Some((again, end)) if self.is_mark(end, ')') && Compound::new(&again).measures_like(&Compound::new(factors)) => end + 1,
            _ => at,
        }
    }
}

fn bounded(power: i16) -> Option<i16> {
    (power != 0 && (-MAX_POWER..=MAX_POWER).contains(&power)).then_some(power)
}
