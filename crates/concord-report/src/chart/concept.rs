//! Two lists beside each other under one concept or entry: which paragraph corresponds to which, how, and which to none.
//!
//! What differs comes first into the drawing, then what corresponds exactly as far as there is room; the rest is counted.

use concord_graph::ConceptGraph;
use concord_graph::graph::EdgeKind;
use concord_graph::graph::query::Correspondence;
use concord_graph::petgraph::graph::NodeIndex;
use num_traits::ToPrimitive as _;

use super::paint::Paint;
use super::svg::{Anchor, SMALL, STRONG, Svg, Type, Words};
use super::text::{self, Weight};
use super::{Chart, Table};
use crate::lang::Texts;

/// What the drawing of a concept shows.
#[derive(Clone, Copy, Debug)]
pub struct ConceptChart<'a> {
    /// Begins every identifier inside the drawing.
    pub prefix: &'a str,
    /// What the concept or entry is called.
    pub title: &'a str,
    /// The name of the left side in headings (`EU`).
    pub left: &'a str,
    /// The name of the right side in headings.
    pub right: &'a str,
    /// The paragraphs and mappings.
    pub parts: &'a ConceptParts,
}

/// The paragraphs of two lists under a concept, and the mappings between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConceptParts {
    /// The left side's, in the order of its list.
    pub left: Vec<ConceptNode>,
    /// The right side's.
    pub right: Vec<ConceptNode>,
    /// Mappings, by the order of the left side.
    pub links: Vec<ConceptLink>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConceptNode {
    /// Its code; of a defined term the term.
    pub code: String,
    /// Its short label.
    pub label: String,
}

/// A mapping between two paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConceptLink {
    /// Place of the left paragraph.
    pub left: usize,
    /// Place of the right paragraph.
    pub right: usize,
    /// How they stand to each other.
    pub relation: MappedAs,
}

/// How a left paragraph stands to a right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MappedAs {
    /// The same control.
    Exact,
    /// Nearly the same.
    Close,
    /// The left one is the broader.
    LeftBroader,
    /// The right one is the broader.
    RightBroader,
    /// They have to do with each other.
    Related,
}

impl ConceptParts {
    /// The parts of an answer of the concept graph.
    pub fn of(graph: &ConceptGraph, found: &Correspondence) -> Self {
        let node = |at: &NodeIndex| {
            let node = &graph.graph[*at];
            let code = if node.code.is_empty() { node.label.clone() } else { node.code.clone() };
            let label = if node.label == code { String::new() } else { node.label.clone() };
            ConceptNode { code, label }
        };
        let link = |(left, right, kind): &(NodeIndex, NodeIndex, EdgeKind)| {
            let relation = match kind {
                EdgeKind::Exact => MappedAs::Exact,
                EdgeKind::Close => MappedAs::Close,
                EdgeKind::Narrow => MappedAs::LeftBroader,
                EdgeKind::Broad => MappedAs::RightBroader,
                _ => MappedAs::Related,
            };
            let place = |nodes: &[NodeIndex], at: &NodeIndex| nodes.iter().position(|node| node == at);
            Some(ConceptLink { left: place(&found.left, left)?, right: place(&found.right, right)?, relation })
        };
        Self {
            left: found.left.iter().map(node).collect(),
            right: found.right.iter().map(node).collect(),
            links: found.links.iter().filter_map(link).collect(),
        }
    }

    /// Paragraphs of one side that nothing is mapped to.
    fn alone(&self, left: bool) -> Vec<usize> {
        let (nodes, place): (_, fn(&ConceptLink) -> usize) = if left { (&self.left, |l| l.left) } else { (&self.right, |l| l.right) };
        (0..nodes.len()).filter(|at| !self.links.iter().any(|link| place(link) == *at)).collect()
    }
}

/// Paragraphs of one side that a drawing shows at most.
const MOST: usize = 18;

/// What of the parts is drawn.
#[derive(Default)]
struct Shown {
    left: Vec<usize>,
    right: Vec<usize>,
    links: Vec<ConceptLink>,
    /// Mappings and lone paragraphs that differ and are left out.
    more: usize,
    /// Exact mappings that are left out.
    more_exact: usize,
}

impl Shown {
    fn of(parts: &ConceptParts) -> Self {
        // The mapping of the whole, then what differs, then what is the same.
        let whole =
            parts.links.iter().copied().filter(|link| link.left == 0 && link.right == 0).map(|link| (Some(link), [Some(0), Some(0)]));
        let pair = |link: &ConceptLink| (Some(*link), [Some(link.left), Some(link.right)]);
        let rest = || parts.links.iter().filter(|link| (link.left, link.right) != (0, 0));
        let differing = rest().filter(|link| link.relation != MappedAs::Exact).map(pair);
        let alone = parts.alone(true).into_iter().map(|at| (None, [Some(at), None]));
        let alone = alone.chain(parts.alone(false).into_iter().map(|at| (None, [None, Some(at)])));
        let same = rest().filter(|link| link.relation == MappedAs::Exact).map(pair);
        let mut shown = Self::default();
        for (link, [left, right]) in whole.chain(differing).chain(alone).chain(same) {
            let new = |known: &[usize], at: Option<usize>| at.is_some_and(|at| !known.contains(&at));
            let room = |known: &[usize], at: Option<usize>| !new(known, at) || known.len() < MOST;
            if !room(&shown.left, left) || !room(&shown.right, right) {
                if link.is_some_and(|link| link.relation == MappedAs::Exact) {
                    shown.more_exact += 1;
                } else {
                    shown.more += 1;
                }
                continue;
            }
            if new(&shown.left, left) {
                shown.left.extend(left);
            }
            if new(&shown.right, right) {
                shown.right.extend(right);
            }
            shown.links.extend(link);
        }
        shown.left.sort_unstable();
        shown.right.sort_unstable();
        shown.links.sort_by_key(|link| (link.left, link.right));
        shown
    }

    /// The row of every paragraph shown: partners beside each other where the orders of the lists allow it, lone ones in rows of their own.
    fn rows(&self) -> (Vec<usize>, Vec<usize>, usize) {
        let (mut left, mut right): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut row = 0;
        while left.len() < self.left.len() || right.len() < self.right.len() {
            let (a, b) = (self.left.get(left.len()), self.right.get(right.len()));
            // A paragraph whose partners all stand above has nothing to wait for, as one without partners.
            let placed =
                |shown: &[usize], rows: &[usize], at: usize| shown.iter().position(|p| *p == at).is_some_and(|nth| nth < rows.len());
            let free_left = |at: usize| self.links.iter().filter(|l| l.left == at).all(|l| placed(&self.right, &right, l.right));
            let free_right = |at: usize| self.links.iter().filter(|l| l.right == at).all(|l| placed(&self.left, &left, l.left));
            match (a, b) {
                (Some(a), Some(_)) if free_left(*a) => left.push(row),
                (Some(_), Some(b)) if free_right(*b) => right.push(row),
                (a, b) => {
                    left.extend(a.map(|_| row));
                    right.extend(b.map(|_| row));
                }
            }
            row += 1;
        }
        (left, right, row)
    }
}

const WIDTH: f64 = 640.0;
/// Where the left paragraphs end and the right ones begin.
const GAP: (f64, f64) = (258.0, 382.0);
const ROW: f64 = 40.0;
const TOP: f64 = 30.0;
const CODE: Type = Type { size: 12.5, weight: Weight::Bold, paint: Paint::Ink };

impl ConceptChart<'_> {
    /// Draws it, with words in the language of `texts`.
    pub fn chart(&self, texts: &Texts) -> Chart {
        let title =
            texts.get("chart-concept-title", &[("title", self.title.into()), ("left", self.left.into()), ("right", self.right.into())]);
        let description = self.description(texts);
        let shown = Shown::of(self.parts);
        let (left, right, rows) = shown.rows();
        let y = |row: usize| TOP + 14.0 + row.to_f64().unwrap_or_default() * ROW;
        let mut svg = Svg::new(self.prefix);
        svg.text((0.0, 13.0), Anchor::Start, STRONG, &text::fit(self.left, GAP.0, STRONG.size, Weight::Bold));
        svg.text((GAP.1, 13.0), Anchor::Start, STRONG, &text::fit(self.right, WIDTH - GAP.1, STRONG.size, Weight::Bold));
        svg.line((0.0, 21.0), (WIDTH, 21.0), 1.0, Paint::Hair, "");
        for link in &shown.links {
            let at = |places: &[usize], rows: &[usize], node: usize| places.iter().position(|p| *p == node).map(|nth| y(rows[nth]));
            if let (Some(from), Some(to)) = (at(&shown.left, &left, link.left), at(&shown.right, &right, link.right)) {
                link.relation.draw(&mut svg, from, to);
            }
        }
        for (node, row) in shown.left.iter().zip(&left) {
            Self::node(&mut svg, &self.parts.left[*node], (0.0, y(*row)), (GAP.0, self.is_alone(*node, true)), texts);
        }
        for (node, row) in shown.right.iter().zip(&right) {
            Self::node(&mut svg, &self.parts.right[*node], (GAP.1, y(*row)), (GAP.1, self.is_alone(*node, false)), texts);
        }
        let height = self.legend(&mut svg, &shown, y(rows) + 2.0, texts);
        Chart {
            svg: svg.finish((WIDTH, height), 5, &Words { title: &title, description: &description }),
            width: super::pixels(WIDTH),
            height: super::pixels(height),
            min_width: 500,
            title,
            description,
            table: self.table(texts),
        }
    }

    fn is_alone(&self, node: usize, left: bool) -> bool {
        !self.parts.links.iter().any(|link| if left { link.left == node } else { link.right == node })
    }

    /// A paragraph from `at`, with its mark at the edge of the gap.
    fn node(svg: &mut Svg, node: &ConceptNode, at: (f64, f64), (edge, alone): (f64, bool), texts: &Texts) {
        let (x, room) = if edge > at.0 { (at.0, GAP.0 - 14.0) } else { (at.0 + 14.0, WIDTH - GAP.1 - 14.0) };
        svg.text((x, at.1), Anchor::Start, CODE, &text::fit(&node.code, room, CODE.size, Weight::Bold));
        if alone {
            let beside = CODE.width(&node.code) + 8.0;
            let words = text::fit(&texts.get("chart-concept-alone", &[]), room - beside, SMALL.size, Weight::Regular);
            if beside < room {
                svg.text((x + beside, at.1), Anchor::Start, SMALL, &words);
            }
        }
        svg.text((x, at.1 + 15.0), Anchor::Start, SMALL, &text::fit(&node.label, room, SMALL.size, Weight::Regular));
        if alone { svg.ring((edge, at.1), 4.0, Paint::Open) } else { svg.disc((edge, at.1), 3.5, Paint::Ink) }
    }

    /// The relations that are drawn, and what is left out; gives the height of the whole.
    fn legend(&self, svg: &mut Svg, shown: &Shown, top: f64, texts: &Texts) -> f64 {
        let mut drawn: Vec<MappedAs> = shown.links.iter().map(|link| link.relation).collect();
        drawn.sort_unstable();
        drawn.dedup();
        let (mut x, mut y) = (0.0, top);
        for relation in drawn {
            let words = self.relation(relation, texts);
            let room = 60.0 + SMALL.width(&words) + 18.0;
            if x > 0.0 && x + room - 18.0 > WIDTH {
                (x, y) = (0.0, y + 20.0);
            }
            relation.sample(svg, (x, y));
            svg.text((x + 54.0, y + 4.0), Anchor::Start, SMALL, &words);
            x += room;
        }
        for (count, key) in [(shown.more, "chart-concept-more"), (shown.more_exact, "chart-concept-more-exact")] {
            if count > 0 {
                y += 20.0;
                svg.text((0.0, y + 4.0), Anchor::Start, SMALL, &texts.get(key, &[("count", count.into())]));
            }
        }
        y + 10.0
    }

    fn relation(&self, relation: MappedAs, texts: &Texts) -> String {
        match relation {
            MappedAs::Exact => texts.get("chart-concept-exact", &[]),
            MappedAs::Close => texts.get("chart-concept-close", &[]),
            MappedAs::LeftBroader => texts.get("chart-concept-broader", &[("side", self.left.into())]),
            MappedAs::RightBroader => texts.get("chart-concept-broader", &[("side", self.right.into())]),
            MappedAs::Related => texts.get("chart-concept-related", &[]),
        }
    }

    fn description(&self, texts: &Texts) -> String {
        let count = |relation: MappedAs| self.parts.links.iter().filter(|link| link.relation == relation).count();
        let relations = [MappedAs::Exact, MappedAs::Close, MappedAs::LeftBroader, MappedAs::RightBroader, MappedAs::Related];
        let mut parts: Vec<String> = relations
            .into_iter()
            .filter(|relation| count(*relation) > 0)
            .map(|relation| format!("{}: {}", self.relation(relation, texts), texts.language().count(count(relation))))
            .collect();
        for (side, alone) in [(self.left, self.parts.alone(true)), (self.right, self.parts.alone(false))] {
            if !alone.is_empty() {
                parts.push(texts.get("chart-concept-alone-count", &[("side", side.into()), ("count", alone.len().into())]));
            }
        }
        let counts = [("left", self.parts.left.len()), ("right", self.parts.right.len())].map(|(key, n)| (key, n.into()));
        let [left, right] = counts;
        let names = [("left_side", self.left.into()), ("right_side", self.right.into())];
        let [left_side, right_side] = names;
        let first = texts.get("chart-concept-description", &[left, right, left_side, right_side]);
        format!("{first} {}", texts.join(&parts))
    }

    fn table(&self, texts: &Texts) -> Table {
        let what = texts.get("chart-concept-label", &[]);
        let headers = vec![self.left.to_owned(), what.clone(), texts.get("chart-concept-relation", &[]), self.right.to_owned(), what];
        let none = || texts.get("chart-none", &[]);
        let alone = texts.get("chart-concept-alone", &[]);
        let cells = |node: &ConceptNode| [node.code.clone(), node.label.clone()];
        let mut rows = Vec::new();
        for (at, node) in self.parts.left.iter().enumerate() {
            let before = rows.len();
            for link in self.parts.links.iter().filter(|link| link.left == at) {
                let (l, r) = (cells(node), cells(&self.parts.right[link.right]));
                rows.push([l.as_slice(), &[self.relation(link.relation, texts)], r.as_slice()].concat());
            }
            if rows.len() == before {
                rows.push([cells(node).as_slice(), &[alone.clone(), none(), none()]].concat());
            }
        }
        for at in self.parts.alone(false) {
            rows.push([[none(), none(), alone.clone()].as_slice(), cells(&self.parts.right[at]).as_slice()].concat());
        }
        Table { headers, rows }
    }
}

impl MappedAs {
    /// Its sign, which tells relations apart where colours do not.
    fn sign(self) -> &'static str {
        match self {
            Self::Exact => "=",
            Self::Close => "≈",
            Self::LeftBroader => ">",
            Self::RightBroader => "<",
            Self::Related => "~",
        }
    }

    fn look(self) -> (f64, Paint, &'static str) {
        match self {
            Self::Exact => (1.2, Paint::Open, ""),
            Self::Close => (1.6, Paint::Ink, ""),
            Self::LeftBroader => (2.2, Paint::Left, ""),
            Self::RightBroader => (2.2, Paint::Right, ""),
            Self::Related => (1.6, Paint::Muted, "4 3"),
        }
    }

    /// A line across the gap, from one height to another, with its sign.
    fn draw(self, svg: &mut Svg, from: f64, to: f64) {
        let (width, paint, dash) = self.look();
        svg.curve((GAP.0, from), (GAP.1, to), (width, paint, dash));
        // On the curve at three tenths of its way, where lines that cross have not met yet.
        let t: f64 = if (from - to).abs() < 1.0 { 0.5 } else { 0.3 };
        let s = 1.0 - t;
        let middle = f64::midpoint(GAP.0, GAP.1);
        let x = s * s * s * GAP.0 + 3.0 * t * s * middle + t * t * t * GAP.1;
        let y = (s * s * s + 3.0 * t * s * s) * from + (3.0 * t * t * s + t * t * t) * to;
        svg.clear_text((x, y + 4.5), STRONG, self.sign());
    }

    fn sample(self, svg: &mut Svg, at: (f64, f64)) {
        let (width, paint, dash) = self.look();
        svg.line(at, (at.0 + 46.0, at.1), width, paint, dash);
        svg.clear_text((at.0 + 23.0, at.1 + 4.5), STRONG, self.sign());
    }
}
