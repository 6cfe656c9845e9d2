//! How differently many jurisdictions answer, pair by pair: a heat map in clustered order, with the tree of what lies near what.

use std::collections::BTreeMap;

use concord_compare::indices::{IndexKind, Share};
use concord_compare::{Clustering, Matrix};
use num_rational::BigRational;
use num_traits::ToPrimitive as _;

use super::paint::{Paint, STEPS};
use super::svg::{Anchor, BODY, Pattern, SMALL, STRONG, Svg, Type, Words};
use super::text::{self, Weight};
use super::{Chart, LARGEST_LEAST, Table, tree};
use crate::Place;
use crate::lang::Texts;

/// What a heat map shows: how differently the jurisdictions of a matrix answer (heterogeneity), with its range.
#[derive(Clone, Copy, Debug)]
pub struct HeatMap<'a> {
    /// Begins every identifier inside the drawing.
    pub prefix: &'a str,
    /// What is compared: the bloc's name, or the topic.
    pub title: &'a str,
    /// The indices of every pair.
    pub matrix: &'a Matrix,
    /// The order of rows and columns and the tree beside them, of the same matrix.
    pub clustering: &'a Clustering,
    /// The names of the jurisdictions by code.
    pub places: &'a BTreeMap<String, Place>,
}

/// Ranges wider than this many hundredths are hatched.
pub(super) const WIDE: i64 = 25;
/// Each step of the colour scale is this many hundredths; the last has no upper end.
const STEP: i64 = 10;

const CELL: (f64, f64) = (43.0, 29.0);
const TREE: f64 = 132.0;
const FIGURE: Type = Type { size: 12.0, weight: Weight::Regular, paint: Paint::Ink };
const TOP: f64 = 22.0;

/// A range of a share.
type Range<'a> = (&'a BigRational, &'a BigRational);

impl HeatMap<'_> {
    /// Draws it, with words in the language of `texts`.
    pub fn chart(&self, texts: &Texts) -> Chart {
        let title = texts.get("chart-heat-title", &[("title", self.title.into())]);
        let description = self.description(texts);
        let codes = &self.clustering.order;
        let names = codes.iter().map(|code| BODY.width(self.name(code))).fold(60.0, f64::max).min(150.0);
        let count = codes.len().to_f64().unwrap_or_default();
        let (left, bottom) = (names + 36.0, TOP + count * CELL.1);
        let right = left + count * CELL.0;
        let mut svg = Svg::new(self.prefix);
        for (row, code) in codes.iter().enumerate() {
            let (x, y) = (left + offset(row, CELL.0), TOP + offset(row, CELL.1));
            svg.text((x + CELL.0 / 2.0, TOP - 8.0), Anchor::Middle, STRONG, &code.to_uppercase());
            svg.text((0.0, y + 19.0), Anchor::Start, BODY, &text::fit(self.name(code), names, BODY.size, Weight::Regular));
            svg.text((left - 8.0, y + 19.0), Anchor::End, SMALL, &code.to_uppercase());
            for (column, other) in codes.iter().enumerate().filter(|(column, _)| *column != row) {
                self.cell(&mut svg, (left + offset(column, CELL.0), y), (code, other), texts);
            }
        }
        let width = (right + 14.0 + TREE).max(560.0);
        tree::draw(&mut svg, self.clustering, (right + 14.0, TOP), (TREE, CELL.1));
        let height = self.legend(&mut svg, (width, bottom + 30.0), texts);
        // Figures of a cell stay legible at four fifths of their size.
        let least = (super::pixels(width) / 125).clamp(3, LARGEST_LEAST);
        Chart {
            svg: svg.finish((width, height), least, &Words { title: &title, description: &description }),
            width: super::pixels(width),
            height: super::pixels(height),
            min_width: least * 100,
            title,
            description,
            table: self.table(texts),
        }
    }

    fn name<'a>(&'a self, code: &'a str) -> &'a str {
        self.places.get(code).map_or(code, |place| place.short.as_str())
    }

    fn share(&self, left: &str, right: &str) -> Option<&Share> {
        let is = |a: &str, b: &str| (a == left && b == right) || (a == right && b == left);
        self.matrix.cells.iter().find(|cell| is(&cell.left, &cell.right))?.indices.get(IndexKind::Heterogeneity)
    }

    fn range(&self, left: &str, right: &str) -> Option<Range<'_>> {
        let share = self.share(left, right)?;
        share.low.as_ref().zip(share.high.as_ref())
    }

    fn cell(&self, svg: &mut Svg, at: (f64, f64), (left, right): (&str, &str), texts: &Texts) {
        let range = self.range(left, right);
        let (at, size) = ((at.0 + 0.5, at.1 + 0.5), (CELL.0 - 1.0, CELL.1 - 1.0));
        let words = range.map_or_else(|| texts.get("chart-heat-unknown", &[]), |range| exact(range, texts));
        let names = [("left", self.name(left).into()), ("right", self.name(right).into()), ("range", words.into())];
        svg.group(&texts.get("chart-heat-pair", &names));
        let middle = (at.0 + size.0 / 2.0, at.1 + 18.5);
        if let Some(range) = range {
            svg.rect(at, size, step(range));
            if is_wide(range) {
                svg.patterned(at, size, Pattern::Wide);
            }
            svg.text(middle, Anchor::Middle, FIGURE, &figure(range));
        } else {
            svg.patterned(at, size, Pattern::Open);
            svg.clear_text(middle, FIGURE, "?");
        }
        svg.end_group();
    }

    /// The legend; gives the height of the whole.
    fn legend(&self, svg: &mut Svg, (width, top): (f64, f64), texts: &Texts) -> f64 {
        let mut y = top;
        svg.text((0.0, y), Anchor::Start, BODY, &texts.get("chart-heat-colour", &[]));
        y += 12.0;
        let mut x = 0.0;
        for nth in 1..=STEPS {
            let low = texts.language().percent(u64::from(nth - 1) * 100);
            let high = texts.language().percent(u64::from(nth) * 100);
            let words = if nth == STEPS {
                texts.get("chart-heat-class-last", &[("low", low.into())])
            } else {
                texts.get("chart-heat-class", &[("low", low.trim_end_matches(['%', '\u{202f}']).into()), ("high", high.into())])
            };
            svg.rect((x, y), (22.0, 14.0), Paint::Ramp(nth));
            svg.frame((x, y), (22.0, 14.0), Paint::Hair);
            svg.text((x + 27.0, y + 11.5), Anchor::Start, SMALL, &words);
            x += 27.0 + SMALL.width(&words) + 10.0;
        }
        y += 24.0;
        let points = [("points", points().into())];
        if self.pairs().iter().any(|pair| is_wide(pair.2)) {
            svg.rect((0.0, y), (22.0, 14.0), Paint::Ramp(4));
            svg.patterned((0.0, y), (22.0, 14.0), Pattern::Wide);
            svg.text((27.0, y + 11.5), Anchor::Start, SMALL, &texts.get("chart-heat-hatched", &points));
            y += 22.0;
        }
        y += 8.0;
        let about = [texts.get("chart-heat-about", &[]), texts.get("chart-heat-joined-about", &points)];
        for line in about.iter().flat_map(|words| text::wrap(words, width, SMALL.size, Weight::Regular)) {
            svg.text((0.0, y), Anchor::Start, SMALL, &line);
            y += 16.0;
        }
        y - 10.0
    }

    fn pairs(&self) -> Vec<(&str, &str, Range<'_>)> {
        let codes = &self.clustering.order;
        let pairs =
            codes.iter().enumerate().flat_map(|(at, left)| codes.iter().skip(at + 1).map(move |right| (left.as_str(), right.as_str())));
        pairs.filter_map(|(left, right)| Some((left, right, self.range(left, right)?))).collect()
    }

    fn description(&self, texts: &Texts) -> String {
        let pairs = self.pairs();
        let sum = |range: Range<'_>| range.0 + range.1;
        let names = |(left, right, range): &(&str, &str, Range<'_>)| {
            [("left", self.name(left).into()), ("right", self.name(right).into()), ("range", exact(*range, texts).into())]
        };
        let mut out = vec![texts.get("chart-heat-about", &[])];
        // The first of equals, in the order of the chart.
        let nearest = pairs.iter().reduce(|best, pair| if sum(pair.2) < sum(best.2) { pair } else { best });
        let farthest = pairs.iter().reduce(|best, pair| if sum(pair.2) > sum(best.2) { pair } else { best });
        out.extend(nearest.map(|pair| texts.get("chart-heat-nearest", &names(pair))));
        out.extend(farthest.map(|pair| texts.get("chart-heat-farthest", &names(pair))));
        let wide = pairs.iter().filter(|pair| is_wide(pair.2)).count();
        out.push(texts.get("chart-heat-wide", &[("count", wide.into()), ("pairs", pairs.len().into()), ("points", points().into())]));
        let order: Vec<&str> = self.clustering.order.iter().map(|code| self.name(code)).collect();
        out.push(texts.get("chart-heat-order", &[("names", order.join(", ").into())]));
        out.join(" ")
    }

    fn table(&self, texts: &Texts) -> Table {
        let codes = &self.clustering.order;
        let mut headers = vec![texts.get("chart-jurisdiction", &[])];
        headers.extend(codes.iter().map(|code| self.name(code).to_owned()));
        let row = |code: &String| {
            let cell = |other: &String| match self.range(code, other) {
                _ if code == other => texts.get("chart-none", &[]),
                Some(range) => exact(range, texts),
                None => texts.get("chart-heat-unknown", &[]),
            };
            std::iter::once(self.name(code).to_owned()).chain(codes.iter().map(cell)).collect()
        };
        Table { headers, rows: codes.iter().map(row).collect() }
    }
}

fn points() -> usize {
    usize::try_from(WIDE).unwrap_or_default()
}

fn offset(nth: usize, step: f64) -> f64 {
    nth.to_f64().unwrap_or_default() * step
}

fn hundredths(n: i64) -> BigRational {
    BigRational::new(n.into(), 100.into())
}

/// Whether a range is so wide that its middle says little.
pub(super) fn is_wide(range: Range<'_>) -> bool {
    range.1 - range.0 > hundredths(WIDE)
}

/// The colour of a range: that of its middle.
fn step(range: Range<'_>) -> Paint {
    let middle = (range.0 + range.1) / BigRational::from_integer(2.into());
    let steps = (middle / hundredths(STEP)).floor().to_integer().to_u8().unwrap_or(STEPS);
    Paint::Ramp(steps.saturating_add(1).min(STEPS))
}

/// A range in whole percent, rounded outwards: `7–10`.
fn figure(range: Range<'_>) -> String {
    let hundred = BigRational::from_integer(100.into());
    let (low, high) = (range.0 * &hundred, range.1 * &hundred);
    if low == high {
        return low.round().to_string();
    }
    format!("{}–{}", low.floor(), high.ceil())
}

/// A range in tenths of a percent, rounded outwards.
fn exact(range: Range<'_>, texts: &Texts) -> String {
    let thousand = BigRational::from_integer(1000.into());
    let percent = |share: BigRational| texts.language().percent(share.to_integer().to_u64().unwrap_or_default());
    let (low, high) = (range.0 * &thousand, range.1 * &thousand);
    if low == high {
        return percent(low.round());
    }
    format!("{}–{}", percent(low.floor()), percent(high.ceil()))
}
