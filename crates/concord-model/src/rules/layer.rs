//! The whole rule layer.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::answer::answer;
use crate::rules::{Answer, Attribute, Bloc, Citation, Definition, Fact, Instrument, Jurisdiction, Participation, Rates, Vocabulary};

/// What one jurisdiction's law says outside its lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Law {
    /// Whose law it is.
    pub jurisdiction: Jurisdiction,
    /// The texts it cites, by identifier.
    pub instruments: Vec<Instrument>,
    /// Facts, in the order of the vocabulary.
    pub facts: Vec<Fact>,
    /// Attributes that it takes over from its parent.
    pub inherits: BTreeSet<String>,
    /// Defined words, by identifier.
    pub definitions: Vec<Definition>,
}

/// The vocabulary, what each jurisdiction's law says in its terms, and who belongs to which bloc and regime.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleLayer {
    /// The questions.
    pub vocabulary: Vocabulary,
    /// The answers, by jurisdiction.
    pub laws: Vec<Law>,
    /// Blocs, in the order of the file.
    pub blocs: Vec<Bloc>,
    /// The texts that the blocs cite.
    pub bloc_sources: Vec<Instrument>,
    /// Who takes part in which multilateral regime.
    pub participation: Participation,
    /// Exchange rates; none where no source is at hand.
    pub rates: Option<Rates>,
}

impl RuleLayer {
    /// The law of a jurisdiction.
    pub fn law(&self, code: &str) -> Option<&Law> {
        self.laws.iter().find(|law| law.jurisdiction.code == code)
    }

    /// The law whose rules hold in another unless its own say otherwise.
    pub fn parent(&self, law: &Law) -> Option<&Law> {
        let parent = &law.jurisdiction.parent;
        self.law(parent).filter(|found| !parent.is_empty() && found.jurisdiction.parent.is_empty())
    }

    /// Jurisdictions whose law is described: those with facts of their own or of their parent.
    pub fn described(&self) -> Vec<&str> {
        let has = |law: &Law| !law.facts.is_empty();
        let described = self.laws.iter().filter(|r| has(r) || (!r.inherits.is_empty() && self.parent(r).is_some_and(has)));
        described.map(|law| law.jurisdiction.code.as_str()).collect()
    }

    /// The answer of a jurisdiction to a question as of a day.
    pub fn answer<'a>(&'a self, law: &'a Law, attribute: &Attribute, day: Date) -> Answer<'a> {
        answer(self, law, &attribute.id, day)
    }

    /// The definitions that texts at hand show for a day, a jurisdiction's own before its parent's, by term; with the law that states each.
    pub fn definitions<'a>(&'a self, law: &'a Law, day: Date) -> Vec<(&'a Law, &'a Definition)> {
        let mut out: Vec<(&Law, &Definition)> = law.definitions.iter().map(|d| (law, d)).collect();
        if let Some(parent) = self.parent(law) {
            let more = parent.definitions.iter().filter(|d| !law.definitions.iter().any(|own| own.term == d.term));
            out.extend(more.map(|d| (parent, d)));
        }
        out.retain(|(_, definition)| definition.shown <= day);
        out.sort_by(|(_, a), (_, b)| a.term.cmp(&b.term));
        out
    }

    /// An instrument as a jurisdiction cites it: its own, or its parent's.
    pub fn instrument<'a>(&'a self, law: &'a Law, id: &str) -> Option<&'a Instrument> {
        let find = |law: &'a Law| law.instruments.iter().find(|i| i.id == id);
        find(law).or_else(|| self.parent(law).and_then(find))
    }

    /// Citations of a jurisdiction in full, joined by semicolons.
    pub fn cite(&self, law: &Law, cites: &[Citation]) -> String {
        let one = |c: &Citation| match self.instrument(law, &c.instrument) {
            Some(instrument) => instrument.cite(&c.pinpoint),
            None => format!("{} {}", c.instrument, c.pinpoint),
        };
        cites.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// The newest day on which a source was read: the day as of which the layer speaks unless another is asked for.
    pub fn newest(&self) -> Option<Date> {
        self.laws.iter().flat_map(|law| &law.facts).map(|fact| fact.read).max()
    }

    /// A bloc by identifier.
    pub fn bloc(&self, id: &str) -> Option<&Bloc> {
        self.blocs.iter().find(|bloc| bloc.id == id)
    }

    /// The countries that surely belong to a bloc on a day, and those of which that is not sure; by code.
    pub fn members<'a>(&'a self, bloc: &'a Bloc, day: Date) -> (Vec<&'a str>, Vec<&'a str>) {
        if !bloc.regime.is_empty() {
            return self.participation.of(&bloc.regime);
        }
        let holds = bloc.members.iter().filter(|m| m.from.is_none_or(|from| from <= day) && m.to.is_none_or(|to| day <= to));
        (holds.map(|m| m.code.as_str()).collect(), Vec::new())
    }
}
