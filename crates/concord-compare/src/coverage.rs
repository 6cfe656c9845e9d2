//! Directional coverage: how much of one side's list the other side's also holds.

use concord_model::{Code, Holding, Paragraph, Stratum};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::engine::Paired;
use crate::findings::stratum_word;
use crate::observation::{Bears, Observation};
use crate::relation::Own;
use crate::side::Indexed;
use crate::{Coverage, CoverageRow, Direction, Held};

/// How the paragraphs of one side stand: the relation of each matched one (seen from that side), and which unmatched ones are undecided.
pub(crate) struct Standings {
    /// Matched paragraphs; `left_wider` means that this side is the wider.
    matched: FxHashMap<Code, Own>,
    /// Unmatched paragraphs whose standing is open.
    open: FxHashSet<Code>,
    /// Paragraphs that only name items again which their own entry lists; they are no controls of their own.
    restated: FxHashSet<Code>,
}

impl Standings {
    /// The standings of one side, from the matched pairs and from what was observed of unmatched paragraphs.
    pub(crate) fn new(pairs: &[Paired], loose: &[Observation], restated: Vec<Code>, left: bool) -> Self {
        let seen = |own: Own| if left { own } else { own.mirrored() };
        let mut matched: FxHashMap<Code, Own> =
            pairs.iter().map(|p| (if left { &p.left } else { &p.right }.clone(), seen(Own::of(&p.result.observations)))).collect();
        let bears = if left { Bears::Left } else { Bears::Right };
        let mut open = FxHashSet::default();
        for observation in loose {
            let Some(code) = (if left { &observation.left } else { &observation.right }) else { continue };
            if observation.bears == Bears::Both {
                let own = seen(Own::of([observation]));
                matched.entry(code.clone()).and_modify(|o| *o = o.and(own)).or_insert(own);
            } else if observation.bears == bears && observation.direction == Direction::Incomparable {
                open.insert(code.clone());
            }
        }
        Self { matched, open, restated: restated.into_iter().collect() }
    }

    fn is_open(&self, code: &Code) -> bool {
        holds_one_above(&self.open, code)
    }

    fn is_restated(&self, code: &Code) -> bool {
        holds_one_above(&self.restated, code)
    }
}

/// Whether the set holds the code or one above it.
fn holds_one_above(set: &FxHashSet<Code>, code: &Code) -> bool {
    std::iter::successors(Some(code.clone()), Code::parent).any(|code| set.contains(&code))
}

/// How each paragraph without children stands to the other list, in the order of the list; those that only name again what their entry lists
/// are left out.
pub(crate) fn rows(own: &Indexed<'_>, other: &Indexed<'_>, standings: &Standings) -> (Vec<CoverageRow>, Coverage) {
    let (mut rows, mut coverage) = (Vec::new(), Coverage::default());
    for (entry, leaf) in own.leaves() {
        if standings.is_restated(&leaf.code) {
            continue;
        }
        let outside = other.list.perimeter.area(&leaf.code).is_some_and(|a| !matches!(a.holding, Holding::Held));
        let (held, by_heading) = match (entry.elsewhere.is_empty(), outside) {
            (false, _) => (Held::HandedOver, false),
            (true, true) => (Held::Elsewhere, false),
            (true, false) => standing(own, leaf, standings),
        };
        if entry.stratum == Stratum::Regime {
            count(&mut coverage, held, by_heading);
        }
        rows.push(CoverageRow {
            code: leaf.code.to_string(),
            stratum: stratum_word(entry.stratum).to_owned(),
            subject: own.subject(&leaf.code),
            held,
        });
    }
    (rows, coverage)
}

/// Whether the other list holds what a paragraph controls, and whether only a heading above it leaves that open.
fn standing(own: &Indexed<'_>, leaf: &Paragraph, standings: &Standings) -> (Held, bool) {
    let own_text = standings.matched.get(&leaf.code).copied();
    let mut relation = own_text;
    let mut up = own.parent(&leaf.code);
    while let Some(paragraph) = up {
        if let (Some(a), Some(b)) = (relation, standings.matched.get(&paragraph.code)) {
            relation = Some(a.and(*b));
        }
        up = own.parent(&paragraph.code);
    }
    match relation {
        Some(whole) if whole.undecided => (Held::Undecided, own_text.is_some_and(|o| !o.undecided)),
        Some(whole) if whole.left_wider => (Held::Partly, false),
        Some(_) => (Held::Covered, false),
        None if standings.is_open(&leaf.code) => (Held::Undecided, false),
        None => (Held::NotCovered, false),
    }
}

fn count(coverage: &mut Coverage, held: Held, by_heading: bool) {
    let counter = match held {
        Held::Covered => &mut coverage.covered,
        Held::Partly => &mut coverage.partly,
        Held::NotCovered => &mut coverage.not_covered,
        Held::Undecided => &mut coverage.undecided,
        Held::Elsewhere | Held::HandedOver => return,
    };
    *counter += 1;
    coverage.population += 1;
    coverage.undecided_by_heading += usize::from(by_heading);
}
