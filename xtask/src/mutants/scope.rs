//! Changes of what a list covers, made on its facts: each gives a mutant with a known direction.

use std::collections::{BTreeSet, HashMap};

use concord_compare::Direction;
use concord_model::{Code, Condition, Connective, Digest, Entry, Expr, Limits, List, Note, NoteEffect, Paragraph, Qualifier, Role};
use concord_quantity::Constraint;
use fastrand::Rng;

use super::limits::{at, condition_dropped, operator, threshold, unit};
use super::mutant::{Expected, Mutant};

/// What a change must know of the whole list.
pub(crate) struct Facts {
    /// How many paragraphs have this wording.
    wordings: HashMap<Digest, usize>,
    /// Every code that some text names.
    pub(super) named: BTreeSet<Code>,
}

impl Facts {
    pub(crate) fn of(list: &List) -> Self {
        let mut wordings = HashMap::new();
        let mut named = BTreeSet::new();
        for paragraph in list.entries.iter().flat_map(|e| &e.paragraphs) {
            *wordings.entry(paragraph.wording).or_default() += 1;
            let symbolic = paragraph.when.conditions().into_iter().filter_map(|c| match &c.limits {
                Limits::Symbolic { reference, .. } => Some(reference),
                _ => None,
            });
            let notes = paragraph.notes.iter().flat_map(|n| &n.references);
            named.extend(paragraph.references.iter().chain(notes).chain(symbolic).filter_map(|r| Code::parse(r).ok()));
        }
        named.extend(list.notes.iter().flat_map(|n| &n.note.references).filter_map(|r| Code::parse(r).ok()));
        Self { wordings, named }
    }

    fn is_unique(&self, paragraph: &Paragraph) -> bool {
        self.wordings.get(&paragraph.wording) == Some(&1)
    }
}

/// A change of an entry; `None` where the entry offers no place for it.
pub(crate) type Change = fn(&mut Entry, &Facts, &mut Rng) -> Option<Mutant>;

/// Every kind of change of scope.
pub(crate) const CHANGES: [(&str, Change); 11] = [
    ("threshold moved", threshold),
    ("operator", operator),
    ("unit", unit),
    ("condition dropped", condition_dropped),
    ("connective", connective),
    ("paragraph added", paragraph_added),
    ("paragraph dropped", paragraph_dropped),
    ("requirement added", requirement_added),
    ("requirement dropped", requirement_dropped),
    ("exclusion note added", note_added),
    ("exclusion note dropped", note_dropped),
];

/// Paragraphs of an entry with at least so many children, joined in this way: their places in the entry.
fn groups(entry: &Entry, connective: Connective, least: usize) -> Vec<usize> {
    let children = |p: &Paragraph| entry.children(&p.code).filter(|c| !c.reserved).count();
    let fits = |p: &Paragraph| !p.reserved && p.children == connective && children(p) >= least;
    entry.paragraphs.iter().enumerate().filter(|(_, p)| fits(p)).map(|(at, _)| at).collect()
}

/// Exchanges "any of the following" and "all of the following".
fn connective(entry: &mut Entry, _: &Facts, rng: &mut Rng) -> Option<Mutant> {
    let mut found = groups(entry, Connective::Any, 2);
    found.extend(groups(entry, Connective::All, 2));
    let paragraph = entry.paragraphs.get_mut(rng.choice(found)?)?;
    let (joined, direction, what) = match paragraph.children {
        Connective::Any => (Connective::All, Direction::LeftStricter, "any became all"),
        _ => (Connective::Any, Direction::RightStricter, "all became any"),
    };
    paragraph.children = joined;
    Some(at(paragraph, direction, what.to_owned()))
}

fn paragraph_added(entry: &mut Entry, _: &Facts, rng: &mut Rng) -> Option<Mutant> {
    let found = groups(entry, Connective::Any, 1);
    insert(entry, rng.choice(found)?, Direction::RightStricter, invented_subject, rng)
}

fn requirement_added(entry: &mut Entry, _: &Facts, rng: &mut Rng) -> Option<Mutant> {
    let found = groups(entry, Connective::All, 2);
    insert(entry, rng.choice(found)?, Direction::LeftStricter, invented_condition, rng)
}

fn insert(
    entry: &mut Entry,
    parent: usize,
    direction: Direction,
    invent: fn(Code, &mut Rng) -> Option<Paragraph>,
    rng: &mut Rng,
) -> Option<Mutant> {
    let parent = entry.paragraphs.get(parent)?.code.clone();
    let last = entry.children(&parent).last()?.code.clone();
    let code = parent.child(&next_label(last.label())?);
    if entry.paragraph(&code).is_some() {
        return None;
    }
    let after = entry.paragraphs.iter().rposition(|p| p.code.is_within(&last))?;
    let new = invent(code.clone(), rng)?;
    let what = format!("added under {parent}: {} {}", new.subject, new.when.conditions().len());
    entry.paragraphs.insert(after + 1, new);
    Some(Mutant { entry: code.entry(), left: None, right: Some(code), expected: Expected::Finding(direction), what })
}

/// The label after this one; `None` after `z` and where labels are of another kind.
pub(super) fn next_label(label: &str) -> Option<String> {
    if let Ok(number) = label.parse::<u32>() {
        return Some((number + 1).to_string());
    }
    match label.as_bytes() {
        [letter @ b'a'..=b'y'] => Some(char::from(letter + 1).to_string()),
        _ => None,
    }
}

const THINGS: [&str; 10] = ["thimble", "teapot", "kite", "sundial", "abacus", "whistle", "umbrella", "loom", "bellows", "hammock"];
const TRAITS: [&str; 10] = ["glazed", "knitted", "lacquered", "woven", "gilded", "carved", "quilted", "enamelled", "braided", "dyed"];

fn invented(rng: &mut Rng) -> String {
    format!("{} {}", rng.choice(TRAITS).unwrap_or_default(), rng.choice(THINGS).unwrap_or_default())
}

/// A paragraph about something that no control list holds.
fn invented_subject(code: Code, rng: &mut Rng) -> Option<Paragraph> {
    let subject = invented(rng);
    let mut paragraph = invented_condition(code, rng)?;
    paragraph.residue = Digest::of(&subject);
    paragraph.qualifiers = vec![phrase(Role::Subject, &subject)];
    paragraph.subject = subject;
    Some(paragraph)
}

fn invented_condition(code: Code, rng: &mut Rng) -> Option<Paragraph> {
    let parameter = format!("{} height", invented(rng));
    let mut paragraph = Paragraph::new(code);
    let constraint = Constraint::parse(&format!(">{} mm", rng.u32(2..90))).ok()?;
    paragraph.wording = Digest::of(&format!("{parameter} {constraint}"));
    paragraph.residue = Digest::of("");
    paragraph.when =
        Expr::All(vec![Expr::Is(Condition { parameter, settings: Vec::new(), limits: Limits::Quantities(constraint), inherited: false })]);
    Some(paragraph)
}

fn phrase(role: Role, phrase: &str) -> Qualifier {
    Qualifier { role, phrase: phrase.to_owned(), digest: Digest::of(phrase) }
}

fn paragraph_dropped(entry: &mut Entry, facts: &Facts, rng: &mut Rng) -> Option<Mutant> {
    drop_leaf(entry, facts, rng, Connective::Any, Direction::LeftStricter)
}

fn requirement_dropped(entry: &mut Entry, facts: &Facts, rng: &mut Rng) -> Option<Mutant> {
    drop_leaf(entry, facts, rng, Connective::All, Direction::RightStricter)
}

/// Drops a paragraph without children whose words stand nowhere else in the list.
fn drop_leaf(entry: &mut Entry, facts: &Facts, rng: &mut Rng, connective: Connective, direction: Direction) -> Option<Mutant> {
    let mut found = Vec::new();
    for group in groups(entry, connective, 2) {
        let parent = &entry.paragraphs.get(group)?.code;
        let leaf = |p: &Paragraph| entry.children(&p.code).next().is_none();
        let says = |p: &Paragraph| !p.subject.is_empty() || !p.when.is_empty();
        let fits = |p: &Paragraph| p.code.parent().as_ref() == Some(parent) && !p.reserved && leaf(p) && says(p) && facts.is_unique(p);
        found.extend(entry.paragraphs.iter().enumerate().filter(|(_, p)| fits(p)).map(|(at, _)| at));
    }
    let gone = entry.paragraphs.remove(rng.choice(found)?);
    let what = format!("dropped: {} {}", gone.subject, gone.when.conditions().len());
    Some(Mutant { entry: gone.code.entry(), left: Some(gone.code), right: None, expected: Expected::Finding(direction), what })
}

fn note_added(entry: &mut Entry, _: &Facts, rng: &mut Rng) -> Option<Mutant> {
    let plain = |p: &Paragraph| !p.reserved && !p.subject.is_empty() && p.notes.is_empty();
    let found: Vec<usize> = entry.paragraphs.iter().enumerate().filter(|(_, p)| plain(p)).map(|(at, _)| at).collect();
    let paragraph = entry.paragraphs.get_mut(rng.choice(found)?)?;
    let subject = invented(rng);
    paragraph.notes.push(Note {
        place: "Note 9".to_owned(),
        effect: NoteEffect::Excludes,
        qualifiers: vec![phrase(Role::Subject, &subject)],
        when: Expr::default(),
        defines: Vec::new(),
        references: Vec::new(),
        wording: Digest::of(&subject),
    });
    Some(at(paragraph, Direction::LeftStricter, format!("a note takes out: {subject}")))
}

fn note_dropped(entry: &mut Entry, _: &Facts, rng: &mut Rng) -> Option<Mutant> {
    let notes: Vec<Digest> = entry.paragraphs.iter().flat_map(|p| &p.notes).map(|n| n.wording).collect();
    let once = |n: &Note| n.effect == NoteEffect::Excludes && notes.iter().filter(|w| **w == n.wording).count() == 1;
    let mut found = Vec::new();
    for (p, paragraph) in entry.paragraphs.iter().enumerate().filter(|(_, p)| !p.reserved) {
        found.extend(paragraph.notes.iter().enumerate().filter(|(_, n)| once(n)).map(|(at, _)| (p, at)));
    }
    let (p, n) = rng.choice(found)?;
    let paragraph = entry.paragraphs.get_mut(p)?;
    let gone = paragraph.notes.remove(n);
    Some(at(paragraph, Direction::RightStricter, format!("{} dropped", gone.place)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_follow_each_other() {
        assert_eq!(next_label("a").as_deref(), Some("b"));
        assert_eq!(next_label("9").as_deref(), Some("10"));
        assert_eq!(next_label("z"), None);
        assert_eq!(next_label("ab"), None);
    }
}
