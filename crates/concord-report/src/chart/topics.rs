//! How two laws answer the questions of each topic: a small bar for each way in which they can stand, on one scale for all topics.

use num_traits::ToPrimitive as _;

use super::legend::Fill;
use super::paint::Paint;
use super::svg::{Anchor, BODY, SMALL, Svg, Type, Words};
use super::text::{self, Weight};
use super::{Chart, Table};
use crate::lang::Texts;
use crate::view::TopicCounts;

/// What the bars of topics show.
#[derive(Clone, Copy, Debug)]
pub struct TopicBars<'a> {
    /// Begins every identifier inside the drawing.
    pub prefix: &'a str,
    /// The name of the left side in headings (`EU`).
    pub left: &'a str,
    /// The name of the right side in headings.
    pub right: &'a str,
    /// The questions of each topic.
    pub topics: &'a [TopicCounts],
}

/// A way in which two answers can stand, and how many do.
type Way = (Fill, fn(&TopicCounts) -> usize);

const WAYS: [Way; 5] = [
    (Fill::Left, |topic| topic.left),
    (Fill::Right, |topic| topic.right),
    (Fill::Both, |topic| topic.overlap + topic.other),
    (Fill::Alike, |topic| topic.alike),
    (Fill::Open, |topic| topic.unknown),
];

const NAMES: f64 = 158.0;
const COLUMN: f64 = 72.0;
/// The length of the longest bar.
const LONGEST: f64 = 44.0;
const HEAD: f64 = 40.0;
const ROW: f64 = 36.0;
const WIDTH: f64 = NAMES + 5.0 * COLUMN;
const FIGURE: Type = Type { size: 12.0, weight: Weight::Regular, paint: Paint::Ink };

impl TopicBars<'_> {
    /// Draws them, with words in the language of `texts`.
    pub fn chart(&self, texts: &Texts) -> Chart {
        let title = texts.get("chart-topics-title", &[("left", self.left.into()), ("right", self.right.into())]);
        let description = self.description(texts);
        let mut svg = Svg::new(self.prefix);
        let counts = self.topics.iter().flat_map(|topic| WAYS.iter().map(|way| way.1(topic)));
        let unit = LONGEST / counts.max().unwrap_or_default().max(1).to_f64().unwrap_or(1.0);
        for ((nth, way), heading) in WAYS.iter().enumerate().zip(self.headings(texts)) {
            let x = NAMES + nth.to_f64().unwrap_or_default() * COLUMN;
            let lines = text::wrap_to(&heading, COLUMN - 6.0, SMALL.size, Weight::Regular, 3);
            let first = HEAD - 8.0 - 14.0 * (lines.len().to_f64().unwrap_or_default() - 1.0);
            for (at, line) in lines.iter().enumerate() {
                svg.text((x, first + 14.0 * at.to_f64().unwrap_or_default()), Anchor::Start, SMALL, line);
            }
            for (row, topic) in self.topics.iter().enumerate() {
                let y = HEAD + row.to_f64().unwrap_or_default() * ROW;
                let count = way.1(topic);
                let length = count.to_f64().unwrap_or_default() * unit;
                svg.line((x, y + 3.0), (x, y + ROW - 7.0), 1.0, Paint::Hair, "");
                if count > 0 {
                    way.0.bar(&mut svg, (x, y + 8.0), (length.max(3.0), 14.0));
                }
                let look = if count > 0 { FIGURE } else { SMALL };
                svg.text(
                    (x + if count > 0 { length.max(3.0) + 5.0 } else { 5.0 }, y + 19.5),
                    Anchor::Start,
                    look,
                    &texts.language().count(count),
                );
            }
        }
        for (row, topic) in self.topics.iter().enumerate() {
            let y = HEAD + row.to_f64().unwrap_or_default() * ROW;
            svg.line((0.0, y - 2.0), (WIDTH, y - 2.0), 1.0, Paint::Hair, "");
            let lines = text::wrap_to(&topic.title, NAMES - 12.0, BODY.size, Weight::Regular, 2);
            let first = if lines.len() > 1 { y + 12.0 } else { y + 19.5 };
            for (at, line) in lines.iter().enumerate() {
                svg.text((0.0, first + 15.0 * at.to_f64().unwrap_or_default()), Anchor::Start, BODY, line);
            }
        }
        let height = HEAD + self.topics.len().to_f64().unwrap_or_default() * ROW;
        Chart {
            svg: svg.finish((WIDTH, height), 4, &Words { title: &title, description: &description }),
            width: super::pixels(WIDTH),
            height: super::pixels(height),
            min_width: 400,
            title,
            description,
            table: self.table(texts),
        }
    }

    fn headings(&self, texts: &Texts) -> [String; 5] {
        [
            texts.get("chart-topics-stricter", &[("side", self.left.into())]),
            texts.get("chart-topics-stricter", &[("side", self.right.into())]),
            texts.get("chart-topics-otherwise", &[]),
            texts.get("chart-topics-alike", &[]),
            texts.get("chart-topics-unknown", &[]),
        ]
    }

    fn description(&self, texts: &Texts) -> String {
        let sum = |at: usize| self.topics.iter().map(WAYS[at].1).sum::<usize>();
        texts.get(
            "chart-topics-description",
            &[
                ("left", self.left.into()),
                ("right", self.right.into()),
                ("stricter_left", sum(0).into()),
                ("stricter_right", sum(1).into()),
                ("otherwise", sum(2).into()),
                ("alike", sum(3).into()),
                ("unknown", sum(4).into()),
                ("topics", self.topics.len().into()),
            ],
        )
    }

    fn table(&self, texts: &Texts) -> Table {
        let mut headers = vec![texts.get("chart-topic", &[])];
        headers.extend(self.headings(texts));
        headers.push(texts.get("chart-topics-not-applicable", &[]));
        let row = |topic: &TopicCounts| {
            let counts = WAYS.iter().map(|way| way.1(topic)).chain([topic.not_applicable]);
            std::iter::once(topic.title.clone()).chain(counts.map(|n| texts.language().count(n))).collect()
        };
        Table { headers, rows: self.topics.iter().map(row).collect() }
    }
}
