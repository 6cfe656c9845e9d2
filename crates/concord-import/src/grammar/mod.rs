//! The grammar of control-list English: from one paragraph's text to facts.
//!
//! The stages, one file each: `clean` (one form of every character), `lex` (tokens), `roles` (what each number is),
//! `limits` (comparators and values), `parameter` and `settings` (what is measured, and how), `conditions` (the whole),
//! `phrases` (what is left, as key phrases), `normal` (the normal form that digests are made of).
//!
//! Reading never fails: a number whose role is not certain is listed as unread.

mod across;
mod clean;
mod code;
mod components;
mod conditions;
mod counts;
mod formula;
mod found;
mod inherit;
mod join;
mod lead_in;
mod lex;
mod limits;
mod normal;
mod note;
mod noun;
mod numerals;
mod operators;
mod parameter;
mod phrases;
mod polarity;
mod references;
mod roles;
mod settings;
mod share;
mod spelled;
mod subject;
mod token;
mod unread;
mod value;

use std::ops::Range;

use concord_lexicon::Lexicon;
use concord_model::{Components, Connective, Digest, Expr, Qualifier};
use concord_quantity::NumberFormat;

pub use note::{note_effect, read_note};

use clean::Clean;
use token::{Kind, Tokens};

/// What a text needs to be read.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The words of its language.
    pub lexicon: &'a Lexicon,
    /// How it writes numbers.
    pub numbers: NumberFormat,
    /// Whether superscripts were flattened (`5 × 103` is 5×10³, `cm2` is cm²).
    pub flattened_exponents: bool,
    /// The parent's text, which may state the parameter or the operator.
    pub parent_text: Option<&'a str>,
    /// The entry's code, for references such as "paragraph a.2 of this entry".
    pub entry_code: Option<&'a str>,
    /// Whether the text is a note that takes out what it speaks of: its own "does not control" then takes out nothing further.
    pub releases: bool,
}

impl<'a> Context<'a> {
    /// A context without parent and entry.
    pub fn new(lexicon: &'a Lexicon, numbers: NumberFormat, flattened_exponents: bool) -> Self {
        Self { lexicon, numbers, flattened_exponents, parent_text: None, entry_code: None, releases: false }
    }
}

/// A word at the end of a paragraph that joins it to the next one ("; and", "; or").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trailing {
    /// "; and"
    And,
    /// "; or"
    Or,
}

/// A numeric token without a certain role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadToken {
    /// The token as printed.
    pub printed: String,
    /// Where it starts, in bytes of the text.
    pub offset: usize,
    /// The words around it, as printed.
    pub around: String,
    /// Why it has no role.
    pub reason: &'static str,
}

/// One paragraph as facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Short subject label in lower case, at most eight words; empty where the text only states conditions.
    pub subject: String,
    /// Its conditions.
    pub when: Expr,
    /// What is left, as key phrases in the order of the text.
    pub qualifiers: Vec<Qualifier>,
    /// The separate branch that "…, and specially designed components therefor" opens.
    pub components: Option<Components>,
    /// How its lead-in joins its children; `None` if it has no lead-in.
    pub children: Option<Connective>,
    /// The word at its end that joins it to the next paragraph.
    pub trailing: Option<Trailing>,
    /// Codes it names, in normal form, in the order of the text, each once.
    pub references: Vec<String>,
    /// Quoted terms, in normal form, sorted.
    pub terms: Vec<String>,
    /// CAS registry numbers, in the order of the text.
    pub substances: Vec<String>,
    /// Whether it says that the place holds nothing (`[Reserved]`).
    pub reserved: bool,
    /// Digest of its normal form.
    pub wording: Digest,
    /// Digest of its normal form without the words of its conditions.
    pub residue: Digest,
    /// Numbers without a certain role.
    pub unread: Vec<UnreadToken>,
    /// How many numeric tokens it has.
    pub numeric_tokens: usize,
}

/// Reads one paragraph. Never fails: what it could not read is in [`Reading::unread`].
pub fn read(text: &str, ctx: &Context) -> Reading {
    let clean = Clean::new(text);
    let mut tokens = lex::tokens(&clean, ctx);
    roles::assign(&mut tokens, ctx);
    let conditions = conditions::read(&mut tokens, &clean.text, ctx);
    let words = normal::words(&tokens, ctx, &conditions);
    let (own, components) = components::split(&tokens, &clean.text, ctx, &words);
    let mut terms: Vec<String> = tokens.terms.iter().map(|range| term(&tokens, range, ctx)).filter(|t| !t.is_empty()).collect();
    terms.sort();
    terms.dedup();
    let joined = |condition: bool| {
        let texts: Vec<&str> = words.iter().filter(|w| condition || !w.condition).map(|w| w.text.as_str()).collect();
        Digest::of(&texts.join(" "))
    };
    let reserved = lead_in::is_reserved(&clean.text, ctx);
    Reading {
        subject: if reserved { String::new() } else { subject::subject(&tokens, ctx, own) },
        when: conditions.when,
        qualifiers: phrases::read(&tokens, &clean.text, ctx, own),
        components,
        children: lead_in::children(&tokens, ctx),
        trailing: lead_in::trailing(&tokens),
        references: references::codes(&tokens, ctx),
        terms,
        substances: tokens.list.iter().filter_map(|t| if let Kind::Cas(number) = &t.kind { Some(number.clone()) } else { None }).collect(),
        reserved,
        wording: joined(true),
        residue: joined(false),
        unread: unread::list(&tokens, &clean, text),
        numeric_tokens: tokens.list.iter().filter(|t| t.numeric).count(),
    }
}

/// A defined term in normal form: its words in one spelling, numbers as printed.
pub fn term_name(printed: &str, ctx: &Context) -> String {
    let clean = Clean::new(printed);
    let tokens = lex::tokens(&clean, ctx);
    term(&tokens, &(0..tokens.len()), ctx)
}

/// A quoted term in normal form.
fn term(tokens: &Tokens, range: &Range<usize>, ctx: &Context) -> String {
    let words = tokens.list.get(range.clone()).unwrap_or_default().iter().filter(|t| !matches!(t.kind, Kind::Mark(_)));
    words.map(|t| if t.is_word() { normal::word(&t.word, ctx) } else { t.word.clone() }).collect::<Vec<_>>().join(" ")
}
