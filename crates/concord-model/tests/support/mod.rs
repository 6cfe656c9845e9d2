//! Generated lists in the form of a large control list, for tests and benches.

use concord_model::{
    Area, Availability, Code, Components, Condition, Connective, Digest, Entry, Expr, GeneralNote, Holding, LicenceException, Limits, List,
    Note, NoteEffect, Paragraph, Perimeter, Qualifier, Reason, Role, Source, Stratum, Term,
};
use concord_quantity::{Constraint, Op};

const WORDS: [&str; 16] = [
    "widget",
    "rotor",
    "lens",
    "valve",
    "sample rate",
    "wall thickness",
    "pressure",
    "housing",
    "coating",
    "sensor",
    "mirror",
    "pump",
    "bearing",
    "frequency",
    "vacuum",
    "carrier",
];

/// A small generator of repeatable numbers (xorshift).
struct Numbers(u64);

impl Numbers {
    /// Starts at a seed other than 0.
    fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }

    fn word(&mut self) -> &'static str {
        WORDS[self.below(WORDS.len())]
    }

    fn phrase(&mut self) -> String {
        format!("{} {} {}", self.word(), self.word(), self.word())
    }

    fn digest(&mut self) -> Digest {
        let number = self.below(1 << 30);
        Digest::of(&number.to_string())
    }

    fn qualifiers(&mut self) -> Vec<Qualifier> {
        let roles = [Role::Restricts, Role::Subject, Role::Widens, Role::Member, Role::Excludes, Role::Illustrates];
        (0..self.below(4)).map(|i| Qualifier { role: roles[i % 6], phrase: self.phrase(), digest: self.digest() }).collect()
    }

    fn condition(&mut self) -> Condition {
        let units = ["m", "kg", "GHz", "bit", "W"];
        let unit = units[self.below(units.len())];
        let value = self.below(900) + 1;
        let limits = match self.below(20) {
            0 => Limits::Symbolic { op: Op::Gt, reference: "1A001.a".to_owned() },
            1 => Limits::Formula { label: "0.5 × q".to_owned(), digest: self.digest() },
            2..8 => Limits::Quantities(Constraint::parse(&format!(">={value} {unit} <{} {unit}", value + 10)).unwrap_or_default()),
            _ => Limits::Quantities(Constraint::parse(&format!(">{value}.5 {unit}")).unwrap_or_default()),
        };
        let settings = if self.below(4) == 0 { vec!["temperature ==293 K".to_owned()] } else { Vec::new() };
        Condition { parameter: self.word().to_owned(), settings, limits, inherited: self.below(30) == 0 }
    }

    fn expression(&mut self) -> Expr {
        match self.below(6) {
            0 | 1 => Expr::default(),
            2 => Expr::All((0..2).map(|_| Expr::Is(self.condition())).collect()),
            3 => Expr::Any((0..2).map(|_| Expr::Is(self.condition())).collect()),
            _ => Expr::Is(self.condition()),
        }
    }

    fn note(&mut self) -> Note {
        let effects = [NoteEffect::Excludes, NoteEffect::Refers, NoteEffect::Defines, NoteEffect::LimitsTo];
        Note {
            place: format!("Note {}", self.below(4) + 1),
            effect: effects[self.below(effects.len())],
            qualifiers: self.qualifiers(),
            when: self.expression(),
            defines: Vec::new(),
            references: if self.below(3) == 0 { vec!["1A001.a".to_owned()] } else { Vec::new() },
            wording: self.digest(),
        }
    }

    fn paragraph(&mut self, code: Code) -> Paragraph {
        let mut p = Paragraph::new(code);
        p.subject = self.phrase();
        p.when = self.expression();
        p.qualifiers = self.qualifiers();
        p.children = if self.below(5) == 0 { Connective::All } else { Connective::Any };
        if self.below(8) == 0 {
            p.notes.push(self.note());
        }
        if self.below(30) == 0 {
            p.components = Some(Components { qualifiers: self.qualifiers(), wording: self.digest() });
        }
        p.wording = self.digest();
        p.residue = if p.when.is_empty() { p.wording } else { self.digest() };
        p
    }
}

/// A list of about `paragraphs` paragraphs in entries of about twenty.
pub(crate) fn list(paragraphs: usize, seed: u64) -> List {
    let mut n = Numbers::new(seed);
    let mut entries = Vec::new();
    for number in 0..paragraphs.div_ceil(20) {
        let text = format!("{}{}{number:03}", number % 10, ["A", "B", "C", "D", "E"][number / 10 % 5]);
        let Ok(code) = Code::parse(&text) else { continue };
        let mut tree = vec![n.paragraph(code.clone())];
        for letter in ["a", "b", "c", "d"] {
            tree.push(n.paragraph(code.child(letter)));
            for digit in ["1", "2", "3", "4"] {
                tree.push(n.paragraph(code.child(letter).child(digit)));
            }
        }
        tree.truncate(20);
        entries.push(Entry {
            stratum: Stratum::Regime,
            elsewhere: String::new(),
            reasons: vec![Reason {
                reason: "NS".to_owned(),
                column: "NS Column 1".to_owned(),
                applies_to: vec![format!("{code}.a")],
                qualified: false,
                destinations: Vec::new(),
            }],
            exceptions: vec![LicenceException {
                symbol: "LVS".to_owned(),
                available: Availability::Partly,
                value_limit: "USD 5000".to_owned(),
                only: Vec::new(),
                except: vec![format!("{code}.b")],
            }],
            related: Vec::new(),
            paragraphs: tree,
        });
    }
    entries.sort_by(|a, b| a.code().cmp(b.code()));
    List {
        jurisdiction: "xx".to_owned(),
        id: "list-2026-01-01".to_owned(),
        title: "Example list".to_owned(),
        as_of: jiff::civil::date(2026, 1, 1),
        source: Source {
            document: "Example act, annex".to_owned(),
            date: jiff::civil::date(2026, 1, 1),
            url: "https://example.org/act".to_owned(),
            sha256: String::new(),
            command: String::new(),
        },
        perimeter: Perimeter {
            areas: vec![Area {
                codes: vec!["0B".to_owned()],
                name: "reactors".to_owned(),
                holding: Holding::Elsewhere("another agency".to_owned()),
                citation: "Example act, article 3".to_owned(),
            }],
        },
        notes: vec![GeneralNote {
            name: "general note".to_owned(),
            applies_to: Vec::new(),
            note: n.note(),
            citation: "Example act, article 4".to_owned(),
        }],
        terms: vec![Term {
            term: "widget".to_owned(),
            definition: Some(n.digest()),
            elements: n.qualifiers(),
            citation: "Example act, article 2".to_owned(),
        }],
        entries,
    }
}
