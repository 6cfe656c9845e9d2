//! Charts as SVG, each with its table and a text alternative.
//!
//! A chart is a pure function from plain data to a [`Chart`]. The drawing carries its light colours as attributes, so that it can be shown
//! as it is by anything that draws SVG; in a page the style sheet [`STYLE`] lets it follow the page's colours and dark mode, and
//! [`Chart::standalone`] is a file with that style sheet inside.
//!
//! Nothing is told by colour alone: sides differ in pattern and stand labelled. All identifiers in a drawing begin with the prefix that the
//! caller gives, so that several charts can stand in one page.

mod bars;
mod concept;
mod heat;
mod interval;
mod legend;
mod paint;
mod scale;
mod series;
mod svg;
mod text;
mod topics;
mod tree;

use schemars::JsonSchema;
use serde::Serialize;

pub use bars::{CategoryBar, CategoryBars};
pub use concept::{ConceptChart, ConceptLink, ConceptNode, ConceptParts, MappedAs};
pub use heat::HeatMap;
pub use interval::{IntervalChart, IntervalSide, WitnessMark};
pub use paint::STYLE;
pub use series::Series;
pub use topics::TopicBars;

/// A chart: its drawing, what it says in words, and its figures as a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Chart {
    /// The drawing: one `svg` element, without a style sheet, for a page that has [`STYLE`] or for a program that makes a picture of it.
    pub svg: String,
    /// Width of the drawing in CSS pixels at which its text has the size of a page's small print.
    pub width: u32,
    /// Height in CSS pixels at that width.
    pub height: u32,
    /// Width below which its text becomes hard to read. [`STYLE`] keeps it that wide on a screen, and a page lets the reader scroll sideways.
    pub min_width: u32,
    /// What it shows, in a few words.
    pub title: String,
    /// What it says, for a reader who does not see it.
    pub description: String,
    /// Its figures.
    pub table: Table,
}

/// The figures of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Table {
    /// Headings of the columns.
    pub headers: Vec<String>,
    /// One cell a heading.
    pub rows: Vec<Vec<String>>,
}

impl Chart {
    /// The drawing as a file of its own, which follows the reader's choice of light or dark.
    pub fn standalone(&self) -> String {
        let at = self.svg.find('>').map_or(self.svg.len(), |at| at + 1);
        let (head, rest) = self.svg.split_at(at);
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{head}<style>{STYLE}</style>{rest}\n")
    }
}

impl Table {
    /// The table in Markdown.
    pub fn markdown(&self) -> String {
        let line = |cells: &[String]| {
            let cells: Vec<String> = cells.iter().map(|cell| crate::escape::markdown(cell)).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let mut out = line(&self.headers);
        out.push('|');
        out.push_str(&" --- |".repeat(self.headers.len()));
        out.push('\n');
        out.extend(self.rows.iter().map(|row| line(row)));
        out
    }
}

/// The style sheet has rules that keep a drawing at least 300, 400 … and this many hundred pixels wide on a screen.
const LARGEST_LEAST: u32 = 12;

/// A width or height with its margins, as whole pixels.
fn pixels(size: f64) -> u32 {
    num_traits::ToPrimitive::to_u32(&(size + 2.0 * svg::MARGIN).ceil()).unwrap_or_default()
}
