//! The table of units, read once from `data/units.yaml`.

use std::collections::HashMap;
use std::sync::LazyLock;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::compound::{Compound, Factor, Join};
use super::data::{Trait, UnitFile, UnitLine};
use super::exponents::Exponents;
use super::read::{self, Mode};
use super::token::{MAX_TOKENS, RUNNING_TOKENS, Token, plain, tokens};
use super::trie::{Form, Trie};
use super::{Definition, Level, Unit};
use crate::{Dimension, Domain, Number};

/// The units of the data file.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let text = include_str!("../../data/units.yaml");
    // The file is part of the program: a test holds that it loads.
    Table::load(text).unwrap_or_else(|error| panic!("data/units.yaml: {error}"))
});

/// A unit of the table, or one with a prefix.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    pub(super) symbol: String,
    pub(super) exponents: Exponents,
    pub(super) factor: BigRational,
    pub(super) offset: BigRational,
    pub(super) domain: Domain,
    pub(super) level: Option<Level>,
    /// Prefixes it takes, by number.
    prefixes: Vec<usize>,
    /// The unit alone, then with each of its prefixes.
    units: Vec<Unit>,
    traits: Vec<Trait>,
}

impl Atom {
    /// Whether it has this trait.
    pub(super) fn has(&self, wanted: Trait) -> bool {
        self.traits.contains(&wanted)
    }
}

/// An SI prefix.
#[derive(Debug)]
struct Prefix {
    symbol: String,
    printed: String,
    name: String,
    factor: BigRational,
}

/// Every unit, by spelling.
#[derive(Debug, Default)]
pub(super) struct Table {
    prefixes: Vec<Prefix>,
    atoms: Vec<Atom>,
    trie: Trie,
    bases: Vec<String>,
    names: HashMap<Exponents, Dimension>,
}

/// A spelling found in a text.
#[derive(Clone, Debug)]
pub(super) struct Found<'t> {
    pub(super) atom: &'t Atom,
    prefix: Option<(usize, &'t Prefix)>,
    /// The tokens it takes.
    pub(super) length: usize,
    /// Whether it is a symbol, to which digits can be glued as a power.
    pub(super) is_symbol: bool,
}

impl Found<'_> {
    /// The symbol with its prefix.
    pub(super) fn symbol(&self) -> String {
        format!("{}{}", self.prefix.map_or("", |(_, p)| p.printed.as_str()), self.atom.symbol)
    }

    /// The factor with its prefix.
    pub(super) fn factor(&self) -> BigRational {
        match self.prefix {
            Some((_, prefix)) => &self.atom.factor * &prefix.factor,
            None => self.atom.factor.clone(),
        }
    }

    /// Whether it has a prefix.
    pub(super) const fn is_prefixed(&self) -> bool {
        self.prefix.is_some()
    }

    /// The unit, standing alone.
    fn unit(&self) -> Option<&Unit> {
        let at = match self.prefix {
            None => 0,
            Some((number, _)) => 1 + self.atom.prefixes.iter().position(|p| *p == number)?,
        };
        self.atom.units.get(at)
    }
}

impl Table {
    fn load(text: &str) -> Result<Self, String> {
        let file: UnitFile = serde_yaml::from_str(text).map_err(|e| e.to_string())?;
        let mut table = Self::default();
        for line in file.prefixes {
            let factor = Number::decimal(BigInt::one(), line.power).value().clone();
            let printed = if line.stands_for.is_empty() { line.symbol.clone() } else { line.stands_for };
            table.prefixes.push(Prefix { symbol: line.symbol, printed, name: line.name, factor });
        }
        for line in file.units {
            table.add(&line, &file.si)?;
        }
        for line in file.counts {
            table.add(&line.into(), &file.si)?;
        }
        for (spelling, meaning) in file.misprints {
            let atom = table.alias(&meaning).ok_or_else(|| format!("{spelling}: unknown unit {meaning}"))?;
            table.spell(&spelling, Form::Symbol, atom);
        }
        for (name, unit) in file.dimensions {
            let exponents = table.compound(&unit)?.exponents;
            table.names.insert(exponents, Dimension::new(&name));
        }
        let units: Vec<Vec<Unit>> = table.atoms.iter().map(|atom| table.forms(atom)).collect();
        for (atom, units) in table.atoms.iter_mut().zip(units) {
            atom.units = units;
        }
        Ok(table)
    }

    /// The unit of an atom alone and with each of its prefixes.
    fn forms(&self, atom: &Atom) -> Vec<Unit> {
        let prefixes = atom.prefixes.iter().map(|number| Some((*number, self.prefixes.get(*number)?)));
        let found = std::iter::once(None).chain(prefixes).map(|prefix| Found { atom, prefix, length: 1, is_symbol: true });
        found.map(|found| self.define(Compound::new(&[Factor { found, halves: 2, join: Join::First }]))).collect()
    }

    fn add(&mut self, line: &UnitLine, si: &str) -> Result<(), String> {
        let wrong = |what: &str| format!("{}: {what}", line.symbol);
        let number = |text: &str, default: BigRational| match text {
            "" => Ok(default),
            text => text.parse::<Number>().map(|n| n.value().clone()).map_err(|e| wrong(&e.to_string())),
        };
        let (exponents, factor) = if line.equals.is_empty() {
            (Exponents::base(self.base(&line.dimension)?), number(&line.factor, BigRational::one())?)
        } else {
            let (value, length) = Number::longest_prefix(&line.equals, &crate::NumberFormat::PLAIN).ok_or_else(|| wrong("no number"))?;
            let unit = self.compound(line.equals.get(length..).unwrap_or_default())?;
            (unit.exponents, value.value() * unit.factor)
        };
        let level = match line.level_of.as_str() {
            "" => None,
            unit => {
                let linear = self.compound(unit)?;
                let dimension = linear.exponents.clone();
                Some(Level { reference: linear.factor, exponents: dimension })
            }
        };
        let wanted: Vec<&str> =
            line.prefixes.split_whitespace().flat_map(|p| if p == "si" { si.split_whitespace() } else { p.split_whitespace() }).collect();
        let takes = |prefix: &Prefix| wanted.contains(&prefix.printed.as_str());
        let prefixes = self.prefixes.iter().enumerate().filter(|(_, p)| takes(p)).map(|(n, _)| n).collect();
        let atom = self.atoms.len();
        self.atoms.push(Atom {
            symbol: line.symbol.clone(),
            exponents,
            factor,
            offset: number(&line.offset, BigRational::zero())?,
            domain: line.domain,
            level,
            prefixes,
            units: Vec::new(),
            traits: line.traits.clone(),
        });
        self.spell(&line.symbol, Form::Symbol, atom);
        for symbol in &line.symbols {
            self.spell(symbol, Form::Symbol, atom);
        }
        for spelling in &line.spellings {
            self.spell(spelling, Form::Spelling, atom);
        }
        for name in &line.names {
            self.spell(name, Form::Name, atom);
            self.spell(&format!("{name}s"), Form::Name, atom);
        }
        Ok(())
    }

    fn base(&mut self, dimension: &str) -> Result<u16, String> {
        if dimension.is_empty() {
            return Err("a unit has neither a dimension nor a value".to_owned());
        }
        let at = self.bases.iter().position(|b| b == dimension).unwrap_or_else(|| {
            self.bases.push(dimension.to_owned());
            self.bases.len() - 1
        });
        u16::try_from(at).map_err(|e| e.to_string())
    }

    fn spell(&mut self, spelling: &str, form: Form, atom: usize) {
        let path = tokens(spelling, MAX_TOKENS);
        self.trie.insert(path.iter().map(|t| t.text.as_ref()), form, atom);
    }

    /// A unit that already has a spelling, as an atom of its own that keeps its symbol and takes no prefix.
    fn alias(&mut self, meaning: &str) -> Option<usize> {
        let compound = self.compound(meaning).ok()?;
        self.atoms.push(Atom {
            symbol: compound.symbol,
            exponents: compound.exponents,
            factor: compound.factor,
            offset: BigRational::zero(),
            domain: compound.domain,
            level: None,
            prefixes: Vec::new(),
            units: Vec::new(),
            traits: vec![Trait::Flattens],
        });
        Some(self.atoms.len() - 1)
    }

    /// The unit that an expression of the data file writes; nothing is the plain number.
    fn compound(&self, text: &str) -> Result<Compound, String> {
        let path = tokens(text, MAX_TOKENS);
        if path.is_empty() {
            return Ok(Compound::new(&[]));
        }
        match read::longest(self, &path, Mode::Whole) {
            Some((factors, length)) if length == path.len() => Ok(Compound::new(&factors)),
            _ => Err(format!("unknown unit {text}")),
        }
    }

    /// The longest spelling at the start of the tokens.
    pub(super) fn find<'t>(&'t self, path: &[Token<'_>]) -> Option<Found<'t>> {
        let first = path.first()?.text.as_ref();
        let whole = self.trie.longest(first, path.get(1..)?).map(|end| self.found(end.atom, None, end.length, end.form));
        let letters = self.prefixes.iter().enumerate().filter_map(|(number, prefix)| {
            let rest = first.strip_prefix(prefix.symbol.as_str()).filter(|rest| !rest.is_empty())?;
            let end = self.trie.longest(rest, path.get(1..)?)?;
            let allowed = end.form != Form::Spelling && self.takes(end.atom, number);
            allowed.then(|| self.found(end.atom, Some(number), end.length, end.form))
        });
        let best = whole.into_iter().chain(letters).reduce(longer);
        // Most words start with no prefix name; the search by words is tried only where the letters found nothing.
        best.or_else(|| self.prefix_words(first, path))
    }

    /// `kilometre`, `giga samples`, `micro-radian`.
    fn prefix_words<'t>(&'t self, first: &str, path: &[Token<'_>]) -> Option<Found<'t>> {
        let words = self.prefixes.iter().enumerate().filter(|(_, p)| !p.name.is_empty()).filter_map(|(number, prefix)| {
            let (head, rest) = first.split_at_checked(prefix.name.len())?;
            if !head.eq_ignore_ascii_case(&prefix.name) {
                return None;
            }
            let (end, before) = if rest.is_empty() {
                let hyphen = usize::from(path.get(1).is_some_and(|t| t.text == "-"));
                let next = path.get(1 + hyphen)?;
                (self.trie.longest(&next.text, path.get(2 + hyphen..)?)?, 1 + hyphen)
            } else {
                (self.trie.longest(rest, path.get(1..)?)?, 0)
            };
            let allowed = end.form != Form::Spelling && self.takes(end.atom, number);
            allowed.then(|| self.found(end.atom, Some(number), end.length + before, Form::Name))
        });
        words.reduce(longer)
    }

    fn takes(&self, atom: usize, prefix: usize) -> bool {
        self.atoms.get(atom).is_some_and(|a| a.prefixes.contains(&prefix))
    }

    fn found(&self, atom: usize, prefix: Option<usize>, length: usize, form: Form) -> Found<'_> {
        let atom = &self.atoms[atom];
        Found { atom, prefix: prefix.and_then(|p| Some((p, self.prefixes.get(p)?))), length, is_symbol: form == Form::Symbol }
    }

    /// The unit that factors make.
    fn unit(&self, factors: &[Factor<'_>]) -> Unit {
        match factors {
            [only] if only.halves == 2 && only.join == Join::First => only.found.unit().cloned(),
            _ => None,
        }
        .unwrap_or_else(|| self.define(Compound::new(factors)))
    }

    /// The unit of a compound.
    pub(super) fn define(&self, compound: Compound) -> Unit {
        Unit::new(Definition {
            dimension: self.dimension(&compound.exponents),
            symbol: compound.symbol,
            level: compound.level.map(|l| (self.dimension(&l.exponents), l.reference)),
            is_number: compound.exponents.is_empty(),
            factor: compound.factor,
            offset: compound.offset,
            domain: compound.domain,
            known: true,
        })
    }

    fn dimension(&self, exponents: &Exponents) -> Dimension {
        self.names.get(exponents).cloned().unwrap_or_else(|| Dimension::new(&exponents.spelled(&self.bases)))
    }

    /// The unit that a text writes as a whole.
    pub(super) fn whole(&self, text: &str) -> Option<Unit> {
        let path = tokens(text, MAX_TOKENS);
        let end = path.last()?.end;
        let (factors, length) = read::longest(self, &path, Mode::Whole)?;
        (length == path.len() && end == text.trim_end().len()).then(|| self.unit(&factors))
    }

    /// The longest unit that a text starts with, and its length in bytes.
    pub(super) fn prefix(&self, text: &str) -> Option<(Unit, usize)> {
        let path = tokens(text, RUNNING_TOKENS);
        let (factors, length) = read::longest(self, &path, Mode::Running)?;
        Some((self.unit(&factors), path.get(length.checked_sub(1)?)?.end))
    }
}

fn longer<'t>(a: Found<'t>, b: Found<'t>) -> Found<'t> {
    if b.length > a.length { b } else { a }
}

/// The text of an unknown unit, with look-alike characters made one and without marks that would end it in a written constraint.
pub(super) fn unknown_symbol(text: &str) -> String {
    let plain = plain(text);
    let kept: String = plain.chars().map(|c| if "<>=≥≤(),;\"".contains(c) || c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let joined = words.join(" ");
    let symbol = joined.trim_start_matches(|c: char| !c.is_alphabetic());
    if symbol.is_empty() || TABLE.whole(symbol).is_some() { format!("?{symbol}") } else { symbol.to_owned() }
}
