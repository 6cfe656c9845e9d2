//! From the neutral document to a list: every paragraph read by the grammar, connectives settled, notes attached.

mod connective;
mod profile;
mod report;
mod statements;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use concord_lexicon::{Heading, Lexicon};
use concord_model::{Code, Digest, Entry, Expr, GeneralNote, Limits, List, Note, NoteEffect, Paragraph, Qualifier, Source, Term, Texts};
use concord_quantity::NumberFormat;
use rayon::prelude::*;

use crate::document::{DecimalMark, Document, Problem, RawEntry, RawNote};
use crate::grammar::{Context, Reading, note_effect, read, read_note, term_name};
use crate::licence;

pub use profile::{Edition, Elsewhere, Profile, ProfileArea, StratumRule};
pub use report::{ImportReport, Unread};

/// What an import is told beside the text.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Lower-case jurisdiction code.
    pub jurisdiction: String,
    /// The date as of which the text holds.
    pub as_of: jiff::civil::Date,
    /// SHA-256 of the input, 64 hex digits.
    pub sha256: String,
    /// The command that imports it.
    pub command: String,
}

/// A list with what could not be read.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The list.
    pub list: List,
    /// Figures, and every place that was not understood.
    pub report: ImportReport,
    /// The official wording, for those who keep it beside the definitions.
    pub texts: Texts,
}

/// Turns a document into a list. Never fails: what could not be read is in the report.
pub fn assemble(document: &Document, profile: &Profile, origin: &Origin, lexicon: &Lexicon) -> Imported {
    let profile = &profile.of(origin.as_of);
    let numbers = match document.decimal {
        DecimalMark::Point => NumberFormat::POINT,
        DecimalMark::Comma => NumberFormat::COMMA,
    };
    let reader = Reader { lexicon, numbers, flattened: document.flattened_exponents, profile };
    let read: Vec<(Option<Entry>, ImportReport, Texts)> = document.entries.par_iter().map(|raw| reader.entry(raw)).collect();
    let mut report = ImportReport { problems: document.problems.clone(), ..ImportReport::default() };
    let mut entries = Vec::new();
    let mut texts = Texts::default();
    let mut seen = BTreeSet::new();
    for (entry, part, wording) in read {
        report.add(part);
        let Some(entry) = entry else { continue };
        if seen.insert(entry.code().clone()) {
            texts.extend(wording);
            entries.push(entry);
        } else {
            report.problems.push(Problem {
                place: entry.code().to_string(),
                line: 0,
                what: "the entry stands twice in the text; the first is kept".to_owned(),
            });
        }
    }
    entries.sort_by(|a, b| a.code().cmp(b.code()));
    let terms = reader.terms(document);
    let notes = reader.general_notes(document);
    let list = List {
        jurisdiction: origin.jurisdiction.clone(),
        id: format!("{}-{}", profile.list, origin.as_of),
        title: profile.title.clone(),
        as_of: origin.as_of,
        source: Source {
            document: profile.document.clone(),
            date: origin.as_of,
            url: profile.url.clone(),
            sha256: origin.sha256.clone(),
            command: origin.command.clone(),
        },
        perimeter: profile.perimeter(),
        notes,
        terms,
        entries,
    };
    report.entries = list.entries.len();
    Imported { list, report, texts }
}

struct Reader<'a> {
    lexicon: &'a Lexicon,
    numbers: NumberFormat,
    flattened: bool,
    profile: &'a Profile,
}

impl Reader<'_> {
    fn context<'c>(&'c self, entry: Option<&'c str>, parent: Option<&'c str>) -> Context<'c> {
        Context {
            lexicon: self.lexicon,
            numbers: self.numbers,
            flattened_exponents: self.flattened,
            parent_text: parent,
            entry_code: entry,
            releases: false,
        }
    }

    /// Reads an entry; `None` where not even its own code could be read.
    fn entry(&self, raw: &RawEntry) -> (Option<Entry>, ImportReport, Texts) {
        let mut report = ImportReport::default();
        let mut texts: HashMap<Code, &str> = HashMap::new();
        let mut readings: BTreeMap<Code, Reading> = BTreeMap::new();
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        let mut wording = Texts::default();
        for raw_paragraph in &raw.paragraphs {
            let Some(code) = code_of(&raw_paragraph.code, raw, &texts, &mut report, raw_paragraph.line) else {
                continue;
            };
            let parent = code.parent().and_then(|p| texts.get(&p).copied());
            let mut reading = read(&raw_paragraph.text, &self.context(Some(&raw.code), parent));
            reading.reserved |= self.profile.only_points(&raw_paragraph.text);
            let mut paragraph = paragraph_of(code.clone(), &reading);
            if code.as_str() != raw_paragraph.code.trim_end_matches('.') {
                paragraph.printed_code.clone_from(&raw_paragraph.code);
            }
            report.count(&paragraph, &reading);
            texts.insert(code.clone(), &raw_paragraph.text);
            raw_paragraph.text.clone_into(&mut wording.entry(code.clone()).text);
            readings.insert(code, reading);
            paragraphs.push(paragraph);
        }
        let Some(root) = paragraphs.first().map(|p| p.code.clone()) else { return (None, report, Texts::default()) };
        let mut paragraphs = with_parents(paragraphs, &mut report);
        connective::settle(&mut paragraphs, &readings);
        let mut related = Vec::new();
        for note in &statements::resumed(&raw.notes) {
            if let Some(owner) = self.attach(note, raw, &mut paragraphs, &mut related) {
                wording.entry(owner).notes.push(format!("{}: {}", note.place, note.lines.join(" ")));
            }
        }
        related.sort();
        related.dedup();
        let reasons = licence::reasons(&raw.licence);
        let stratum = self.profile.stratum(&root, &reasons);
        let entry = Entry {
            stratum,
            elsewhere: self.profile.elsewhere(&raw.heading),
            reasons,
            exceptions: licence::exceptions(&raw.licence),
            related,
            paragraphs,
        };
        (Some(entry), report, wording)
    }

    /// Attaches a note to the paragraph it speaks for, and returns that one's code.
    fn attach(&self, raw: &RawNote, entry: &RawEntry, paragraphs: &mut [Paragraph], related: &mut Vec<String>) -> Option<Code> {
        let owner = [&raw.owner, &raw.after].into_iter().find_map(|code| {
            let mut code = Code::parse(code).ok();
            while let Some(c) = code {
                if let Some(at) = paragraphs.iter().position(|p| p.code == c) {
                    return Some(at);
                }
                code = c.parent();
            }
            None
        });
        for (number, lines) in statements::statements(&raw.place, &raw.lines) {
            let context = self.context(Some(&entry.code), None);
            for (part, lines) in statements::by_effect(lines, |lines| note_effect(&raw.place, lines, &context)).into_iter().enumerate() {
                let mut note = self.facts_of(read_note(&raw.place, &lines, &context));
                if !number.is_empty() {
                    note.place = format!("{} ({number})", raw.place);
                }
                if part > 0 {
                    note.place.push_str(" (exclusion)");
                }
                if self.lexicon.is_about_others(&raw.place) {
                    related.extend(note.references.iter().cloned());
                }
                if let Some(paragraph) = paragraphs.get_mut(owner.unwrap_or(0)) {
                    paragraph.notes.push(note);
                }
            }
        }
        paragraphs.get(owner.unwrap_or(0)).map(|p| p.code.clone())
    }

    fn terms(&self, document: &Document) -> Vec<Term> {
        let mut terms: BTreeMap<String, Term> = BTreeMap::new();
        for definition in &document.definitions {
            let context = self.context(None, None);
            let name = term_name(&definition.term, &context);
            let reading = read(&definition.text, &context);
            if name.is_empty() {
                continue;
            }
            let citation = if definition.citation.is_empty() { self.profile.document.clone() } else { definition.citation.clone() };
            terms.entry(name.clone()).or_insert(Term {
                term: name,
                definition: Some(reading.wording),
                elements: elements(reading.qualifiers),
                citation,
            });
        }
        terms.into_values().collect()
    }

    fn general_notes(&self, document: &Document) -> Vec<GeneralNote> {
        document
            .notes
            .iter()
            .map(|raw| {
                let note = self.facts_of(read_note(&raw.place, &raw.lines, &self.context(None, None)));
                GeneralNote {
                    name: raw.place.to_lowercase(),
                    applies_to: if raw.owner.is_empty() { Vec::new() } else { vec![raw.owner.clone()] },
                    citation: format!("{}, {}", self.profile.document, raw.place),
                    note,
                }
            })
            .collect()
    }

    /// A note with only what bears on the scope: phrases and conditions of notes that take items out or bring them in. Of the others
    /// the digest, the terms they define and the codes they name are facts enough.
    ///
    /// Paragraphs that only point to other controls, or to licences and reports, do nothing to the scope unless they say that the
    /// entry does not control something; they keep their phrases where they name another agency or instrument.
    fn facts_of(&self, mut note: Note) -> Note {
        if self.lexicon.heading(&note.place) == Heading::PointingUnlessExcluding && note.effect != NoteEffect::Excludes {
            note.effect = NoteEffect::Refers;
        }
        if !matches!(note.effect, NoteEffect::Excludes | NoteEffect::LimitsTo | NoteEffect::Includes) {
            let points_out =
                note.effect == NoteEffect::Refers && note.qualifiers.iter().any(|q| self.lexicon.normal().may_hand_over(&q.phrase));
            if !points_out {
                note.qualifiers.clear();
            }
            note.when = Expr::default();
        }
        note
    }
}

/// The paragraphs with an empty one for each parent that the text skips ("z.1.a" straight below "z").
fn with_parents(paragraphs: Vec<Paragraph>, report: &mut ImportReport) -> Vec<Paragraph> {
    let printed: BTreeSet<Code> = paragraphs.iter().map(|p| p.code.clone()).collect();
    let mut added = BTreeSet::new();
    let mut out = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        let mut missing = Vec::new();
        let mut up = paragraph.code.parent();
        while let Some(code) = up {
            if !printed.contains(&code) && added.insert(code.clone()) {
                missing.push(code.clone());
            }
            up = code.parent();
        }
        for code in missing.into_iter().rev() {
            report.problems.push(Problem {
                place: code.to_string(),
                line: 0,
                what: "the text has sub-paragraphs of it but no paragraph of its own; an empty one stands for it".to_owned(),
            });
            out.push(Paragraph { wording: Digest::of(""), residue: Digest::of(""), ..Paragraph::new(code) });
        }
        out.push(paragraph);
    }
    out
}

/// The paragraph's code; a defective or repeated one gets a suffix, stays visible and is reported.
fn code_of(printed: &str, raw: &RawEntry, taken: &HashMap<Code, &str>, report: &mut ImportReport, line: usize) -> Option<Code> {
    let Ok(code) = Code::parse(printed) else {
        report.problems.push(Problem { place: raw.code.clone(), line, what: format!("`{printed}` is no code; the paragraph is left out") });
        return None;
    };
    if !taken.contains_key(&code) {
        return Some(code);
    }
    report.problems.push(Problem {
        place: printed.to_owned(),
        line,
        what: "the code stands twice in the entry; the second is kept with a suffix".to_owned(),
    });
    (2..100).filter_map(|n| Code::parse(&format!("{code}-{n}")).ok()).find(|c| !taken.contains_key(c))
}

/// The definitional elements of a term: a set, so sorted, each once.
fn elements(mut qualifiers: Vec<Qualifier>) -> Vec<Qualifier> {
    qualifiers.sort();
    qualifiers.dedup();
    qualifiers
}

fn paragraph_of(code: Code, reading: &Reading) -> Paragraph {
    if reading.reserved {
        return Paragraph { reserved: true, wording: reading.wording, residue: reading.residue, ..Paragraph::new(code) };
    }
    Paragraph {
        printed_code: String::new(),
        subject: reading.subject.clone(),
        when: reading.when.clone(),
        qualifiers: reading.qualifiers.clone(),
        components: reading.components.clone(),
        references: reading.references.clone(),
        terms: reading.terms.clone(),
        substances: reading.substances.clone(),
        wording: reading.wording,
        residue: reading.residue,
        unread: reading.unread.iter().map(|u| u.printed.clone()).collect(),
        ..Paragraph::new(code)
    }
}

impl ImportReport {
    fn count(&mut self, paragraph: &Paragraph, reading: &Reading) {
        self.paragraphs += 1;
        let conditions = paragraph.when.conditions();
        self.conditions += conditions.len();
        self.formulas += conditions.iter().filter(|c| matches!(c.limits, Limits::Formula { .. })).count();
        if reading.numeric_tokens > 0 {
            self.with_numbers += 1;
            if reading.unread.is_empty() {
                self.understood += 1;
            }
        }
        self.unread.extend(reading.unread.iter().map(|u| Unread {
            code: paragraph.code.to_string(),
            printed: u.printed.clone(),
            around: u.around.clone(),
            reason: u.reason.to_string(),
        }));
    }
}

#[cfg(test)]
mod tests;
