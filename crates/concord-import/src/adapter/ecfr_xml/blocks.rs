//! From the XML of a part to a flat run of blocks: headings, paragraphs, note headings, tables.

use roxmltree::Node;

use super::inline::{self, Inline};

/// Structure deeper than this is refused.
const MAX_DEPTH: usize = 64;

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading between entries or groups.
    Heading,
    /// A paragraph.
    Paragraph,
    /// The heading of a note.
    NoteHeading,
    /// The cells of a table, row by row.
    Table(Vec<Vec<String>>),
    /// A picture.
    Picture,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// What it is.
    pub kind: Kind,
    /// Its text.
    pub inline: Inline,
    /// Number of the note element it stands in, from 1; 0 outside notes.
    pub note: usize,
    /// Line in the input, from 1.
    pub line: usize,
}

impl Block {
    /// Its text.
    pub(super) fn text(&self) -> &str {
        &self.inline.text
    }
}

/// Offsets of line starts, so that a line number costs a binary search.
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(starts).collect())
    }

    /// The line of an offset, from 1.
    pub(super) fn of(&self, offset: usize) -> usize {
        self.0.partition_point(|start| *start <= offset)
    }
}

/// Reads the blocks inside an element; `None` where it is nested too deep.
pub(super) fn read(node: Node<'_, '_>, lines: &Lines) -> Option<Vec<Block>> {
    let mut reader = Reader { lines, blocks: Vec::new(), notes: 0 };
    reader.element(node, 0, 0)?;
    Some(reader.blocks)
}

struct Reader<'a> {
    lines: &'a Lines,
    blocks: Vec<Block>,
    notes: usize,
}

impl Reader<'_> {
    fn element(&mut self, parent: Node<'_, '_>, note: usize, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        for child in parent.children().filter(Node::is_element) {
            match child.tag_name().name() {
                "P" | "FP" | "FP-1" | "FP-2" | "FP-3" | "PSPACE" | "LI" => self.push(Kind::Paragraph, child, note)?,
                "HD1" | "HD2" | "HD3" | "CAPTION" => self.push(Kind::Heading, child, note)?,
                "HED" => self.push(Kind::NoteHeading, child, note)?,
                "NOTE" => {
                    self.notes += 1;
                    self.element(child, self.notes, depth + 1)?;
                }
                "TABLE" => {
                    let kind = Kind::Table(table(child)?);
                    self.blocks.push(Block { kind, inline: Inline::default(), note, line: self.line(child) });
                }
                "img" => self.blocks.push(Block { kind: Kind::Picture, inline: Inline::default(), note, line: self.line(child) }),
                // The part's own heading, authority, source and amendment lines are no part of the list.
                "HEAD" | "AUTH" | "SOURCE" | "CITA" | "EDNOTE" => {}
                _ => self.element(child, note, depth + 1)?,
            }
        }
        Some(())
    }

    fn push(&mut self, kind: Kind, element: Node<'_, '_>, note: usize) -> Option<()> {
        let inline = inline::read(element)?;
        let line = self.line(element);
        let picture = inline.picture;
        if !inline.text.is_empty() || kind == Kind::NoteHeading {
            self.blocks.push(Block { kind, inline, note, line });
        }
        if picture {
            self.blocks.push(Block { kind: Kind::Picture, inline: Inline::default(), note, line });
        }
        Some(())
    }

    fn line(&self, node: Node<'_, '_>) -> usize {
        self.lines.of(node.range().start)
    }
}

fn table(node: Node<'_, '_>) -> Option<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    for row in node.descendants().filter(|n| n.has_tag_name("TR")) {
        let mut cells = Vec::new();
        for cell in row.children().filter(|n| n.has_tag_name("TD") || n.has_tag_name("TH")) {
            cells.push(inline::read(cell)?.text);
        }
        rows.push(cells);
    }
    Some(rows)
}
