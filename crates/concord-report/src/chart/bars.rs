//! Who controls more, category by category: stacked bars of what is decided, and beside them, on a scale of their own, what is not.

use num_traits::ToPrimitive as _;

use super::legend::{self, Fill};
use super::paint::Paint;
use super::svg::{Anchor, BODY, SMALL, Svg, Type, Words};
use super::text::{self, Weight};
use super::{Chart, Table};
use crate::lang::Texts;
use crate::view::CategoryView;

/// What the stacked bars show.
#[derive(Clone, Copy, Debug)]
pub struct CategoryBars<'a> {
    /// Begins every identifier inside the drawing.
    pub prefix: &'a str,
    /// The name of the left side in headings (`EU`).
    pub left: &'a str,
    /// The name of the right side in headings.
    pub right: &'a str,
    /// One bar a category, from top to bottom.
    pub rows: &'a [CategoryBar],
}

/// The findings of one category.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CategoryBar {
    /// The category, as codes begin with it.
    pub key: String,
    /// Its title; may be empty.
    pub title: String,
    /// Places in which the left side controls more.
    pub left: usize,
    /// Places in which the right side controls more.
    pub right: usize,
    /// Places in which each controls something that the other does not.
    pub both: usize,
    /// Places that could not be decided.
    pub open: usize,
}

impl CategoryBar {
    /// The findings of each category that a report counts.
    pub fn all(categories: &[CategoryView]) -> Vec<Self> {
        let count = |category: &CategoryView, at: usize| category.counts.get(at).copied().unwrap_or_default();
        let bar = |c: &CategoryView| Self {
            key: c.key.clone(),
            title: c.title.clone(),
            left: count(c, 0),
            right: count(c, 1),
            both: count(c, 2),
            open: count(c, 3),
        };
        categories.iter().map(bar).collect()
    }

    fn decided(&self) -> usize {
        self.left + self.right + self.both
    }
}

const WIDTH: f64 = 460.0;
/// The length of the longest bar of what is decided, and where the bars of what is not begin and how long they are.
const DECIDED: f64 = 300.0;
const OPEN: (f64, f64) = (330.0, 86.0);
const ROW: f64 = 45.0;
const THICK: f64 = 17.0;
const FIGURE: Type = Type { size: 12.0, weight: Weight::Bold, paint: Paint::Ink };
const ON_LEFT: Type = Type { size: 12.0, weight: Weight::Bold, paint: Paint::OnLeft };

impl CategoryBars<'_> {
    /// Draws them, with words in the language of `texts`.
    pub fn chart(&self, texts: &Texts) -> Chart {
        let title = texts.get("chart-bars-title", &[]);
        let description = self.description(texts);
        let mut svg = Svg::new(self.prefix);
        let mut top = legend::draw(&mut svg, &self.legend(texts), 0.0, DECIDED + 10.0);
        let heading = text::wrap_to(&texts.get("chart-bars-open-heading", &[]), WIDTH - OPEN.0, SMALL.size, Weight::Regular, 3);
        for (nth, line) in heading.iter().enumerate() {
            svg.text((OPEN.0, 11.0 + 15.0 * nth.to_f64().unwrap_or_default()), Anchor::Start, SMALL, line);
        }
        top = top.max(15.0 * heading.len().to_f64().unwrap_or_default()) + 8.0;
        let most = |of: fn(&CategoryBar) -> usize| self.rows.iter().map(of).max().unwrap_or_default().max(1).to_f64().unwrap_or(1.0);
        let units = ((DECIDED / most(CategoryBar::decided)).min(26.0), (OPEN.1 / most(|row| row.open)).min(26.0));
        for row in self.rows {
            row.draw(&mut svg, top, units, texts);
            top += ROW;
        }
        let height = top - 2.0;
        Chart {
            svg: svg.finish((WIDTH, height), 3, &Words { title: &title, description: &description }),
            width: super::pixels(WIDTH),
            height: super::pixels(height),
            min_width: 300,
            title,
            description,
            table: self.table(texts),
        }
    }

    fn legend(&self, texts: &Texts) -> Vec<(Fill, String)> {
        vec![
            (Fill::Left, texts.get("chart-bars-more", &[("side", self.left.into())])),
            (Fill::Right, texts.get("chart-bars-more", &[("side", self.right.into())])),
            (Fill::Both, texts.get("chart-bars-both", &[])),
        ]
    }

    fn description(&self, texts: &Texts) -> String {
        let sum = |of: fn(&CategoryBar) -> usize| self.rows.iter().map(of).sum::<usize>();
        texts.get(
            "chart-bars-description",
            &[
                ("left", self.left.into()),
                ("right", self.right.into()),
                ("more_left", sum(|row| row.left).into()),
                ("more_right", sum(|row| row.right).into()),
                ("both", sum(|row| row.both).into()),
                ("open", sum(|row| row.open).into()),
            ],
        )
    }

    fn table(&self, texts: &Texts) -> Table {
        let mut headers = vec![texts.get("chart-category", &[])];
        headers.extend(self.legend(texts).into_iter().map(|entry| entry.1));
        headers.push(texts.get("chart-bars-open", &[]));
        let row = |row: &CategoryBar| {
            let counts = [row.left, row.right, row.both, row.open].map(|n| texts.language().count(n));
            std::iter::once(row.name()).chain(counts).collect()
        };
        Table { headers, rows: self.rows.iter().map(row).collect() }
    }
}

impl CategoryBar {
    fn name(&self) -> String {
        format!("{} {}", self.key, self.title).trim_end().to_owned()
    }

    fn draw(&self, svg: &mut Svg, top: f64, units: (f64, f64), texts: &Texts) {
        let name = text::fit(&self.name(), WIDTH, BODY.size, Weight::Regular);
        svg.text((0.0, top + 11.0), Anchor::Start, BODY, &name);
        let y = top + 17.0;
        let mut x = 0.0;
        for (fill, count) in [(Fill::Left, self.left), (Fill::Right, self.right), (Fill::Both, self.both)] {
            if count == 0 {
                continue;
            }
            let length = (count.to_f64().unwrap_or_default() * units.0).max(2.0);
            fill.bar(svg, (x, y), (length, THICK));
            let words = texts.language().count(count);
            if FIGURE.width(&words) + 4.0 <= length.max(3.0) {
                let at = (x + length / 2.0, y + 13.0);
                if fill == Fill::Left { svg.text(at, Anchor::Middle, ON_LEFT, &words) } else { svg.clear_text(at, FIGURE, &words) }
            }
            x += length + 1.5;
        }
        if self.decided() == 0 {
            svg.text((0.0, y + 12.0), Anchor::Start, SMALL, &texts.get("chart-bars-none", &[]));
        }
        let length = self.open.to_f64().unwrap_or_default() * units.1;
        if self.open > 0 {
            Fill::Open.bar(svg, (OPEN.0, y), (length.max(2.0), THICK));
        }
        svg.text((OPEN.0 + length.max(2.0) + 5.0, y + 13.0), Anchor::Start, SMALL, &texts.language().count(self.open));
    }
}
