//! Tables with a head that is repeated on every page.

use super::document::{Document, Layout, Run};
use crate::xml::Xml;

/// A cell.
pub(super) struct Cell<'a> {
    /// Its paragraphs.
    pub(super) paragraphs: Vec<Vec<Run<'a>>>,
    /// The key of what it says, such as a direction, that tints it; empty for none.
    pub(super) direction: &'a str,
    /// Whether it stands at the right edge, as figures do.
    pub(super) figure: bool,
    /// How many columns it runs across.
    pub(super) across: usize,
    /// Whether the row below belongs to its row.
    pub(super) goes_on: bool,
}

impl<'a> Cell<'a> {
    /// A cell of one plain text.
    pub(super) fn text(text: &'a str) -> Self {
        Self::runs(vec![Run::Plain(text)])
    }

    /// A cell of one plain text made for the purpose.
    pub(super) fn owned(text: String) -> Self {
        Self::runs(vec![Run::Owned(text)])
    }

    /// A figure made for the purpose.
    pub(super) fn owned_figure(text: String) -> Self {
        Self { figure: true, ..Self::owned(text) }
    }

    /// A cell of one paragraph.
    pub(super) fn runs(runs: Vec<Run<'a>>) -> Self {
        Self { paragraphs: vec![runs], direction: "", figure: false, across: 1, goes_on: false }
    }
}

/// Columns from which on their heads stand upright.
const MANY: usize = 10;
/// The width of a letter of an upright head, in twentieths of a point.
const LETTER: usize = 100;

/// Where a cell stands.
#[derive(Clone, Copy)]
struct Place {
    width: u32,
    style: &'static str,
    /// Whether it belongs to the row above.
    below: bool,
    /// Whether its text runs from the bottom to the top.
    upright: bool,
}

impl Document {
    /// A table: heads with the shares of the width that their columns take, and rows. `about` says what it holds, for those who do not see it.
    pub(super) fn table(&mut self, about: &str, columns: &[(&str, u32)], rows: &[Vec<Cell<'_>>]) {
        let upright = columns.len() > MANY;
        let total: u32 = columns.iter().map(|(_, share)| share).sum::<u32>().max(1);
        let widths: Vec<u32> = columns.iter().map(|(_, share)| self.width * share / total).collect();
        let mut xml = Xml::piece();
        xml.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| {
                xml.empty("w:tblStyle", &[("w:val", "ConcordTable")]);
                xml.empty("w:tblW", &[("w:w", &self.width.to_string()), ("w:type", "dxa")]);
                xml.empty("w:tblLayout", &[("w:type", "fixed")]);
                let look = [("w:val", "0420"), ("w:firstRow", "1"), ("w:lastRow", "0"), ("w:firstColumn", "0")];
                let look: Vec<_> = look.into_iter().chain([("w:lastColumn", "0"), ("w:noHBand", "1"), ("w:noVBand", "1")]).collect();
                xml.empty("w:tblLook", &look);
                xml.empty("w:tblCaption", &[("w:val", &crate::escape::visible(about))]);
            });
            xml.element("w:tblGrid", &[], |xml| widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())])));
            xml.element("w:tr", &[], |xml| {
                let longest = columns.iter().skip(1).map(|(head, _)| head.chars().count()).max().unwrap_or_default();
                xml.element("w:trPr", &[], |xml| {
                    xml.empty("w:cantSplit", &[]);
                    if upright {
                        xml.empty("w:trHeight", &[("w:val", &(longest * LETTER + 200).to_string()), ("w:hRule", "atLeast")]);
                    }
                    xml.empty("w:tblHeader", &[]);
                });
                let figures = rows.first().map(|row| row.iter().map(|cell| cell.figure).collect::<Vec<_>>()).unwrap_or_default();
                for (at, ((head, _), width)) in columns.iter().zip(&widths).enumerate() {
                    let figure = figures.get(at).copied().unwrap_or_default();
                    let place = Place { width: *width, style: "TableHead", below: false, upright: upright && at > 0 };
                    self.cell(xml, place, &Cell { figure: figure && !place.upright, ..Cell::text(head) });
                }
            });
            for row in rows {
                xml.element("w:tr", &[], |xml| {
                    xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
                    let mut at = 0;
                    for cell in row {
                        let width: u32 = widths.iter().skip(at).take(cell.across).sum();
                        let below = at == 0 && cell.across == columns.len() && cell.across > 1;
                        self.cell(xml, Place { width, style: "TableText", below, upright: false }, cell);
                        at += cell.across;
                    }
                });
            }
        });
        self.put(&xml);
        // Two tables with nothing between them would be one.
        self.paragraph("Note", &[]);
    }

    fn cell(&mut self, xml: &mut Xml, place: Place, cell: &Cell<'_>) {
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", &place.width.to_string()), ("w:type", "dxa")]);
                if cell.across > 1 {
                    xml.empty("w:gridSpan", &[("w:val", &cell.across.to_string())]);
                }
                if place.below {
                    xml.element("w:tcBorders", &[], |xml| xml.empty("w:top", &[("w:val", "nil")]));
                }
                if cell.goes_on {
                    xml.element("w:tcBorders", &[], |xml| xml.empty("w:bottom", &[("w:val", "nil")]));
                }
                if let Some(fill) = crate::office::shade(cell.direction) {
                    xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", &format!("{fill:06X}"))]);
                }
                if place.upright {
                    xml.empty("w:textDirection", &[("w:val", "btLr")]);
                }
            });
            for paragraph in &cell.paragraphs {
                self.laid_paragraph(xml, place.style, Layout { right: cell.figure, keep_next: cell.goes_on }, paragraph);
            }
        });
    }
}
