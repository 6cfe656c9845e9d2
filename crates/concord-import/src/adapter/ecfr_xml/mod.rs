//! Reads parts 774 (the Commerce Control List) and 772 (definitions) of title 15 from an eCFR part file.

mod blocks;
mod definitions;
mod entry;
mod fields;
mod inline;
mod list;

use roxmltree::{Node, ParsingOptions};

use self::blocks::{Block, Kind, Lines};
use super::{ImportError, Input, bytes};
use crate::document::{Document, RawSupplement};

/// More elements than this are refused; part 774 has thirty thousand.
const MAX_NODES: u32 = 5_000_000;

/// Reads a part file, plain or compressed with gzip.
pub fn read(name: &str, data: &[u8]) -> Result<Document, ImportError> {
    let text = bytes::text(name, data)?;
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let xml = roxmltree::Document::parse_with_options(&text, options).map_err(|error| xml_error(name, &text, &error))?;
    let part = part(xml.root_element()).ok_or_else(|| {
        ImportError::new(
            name,
            "the file holds no part of the Code of Federal Regulations",
            "give an eCFR part file: its element is DIV5 with TYPE=\"PART\"",
        )
    })?;
    let lines = Lines::new(&text);
    let mut document = Document::default();
    if let Some(head) = part.children().find(|n| n.has_tag_name("HEAD")) {
        document.title = inline::read(head).map(|i| i.text).unwrap_or_default();
    }
    match part.attribute("N") {
        Some("774") => supplements(name, part, &lines, &mut document)?,
        Some("772") => {
            let section = part.children().find(|n| n.attribute("N").is_some_and(|n| n.contains("772.1"))).unwrap_or(part);
            definitions::read(&blocks_of(name, section, &lines)?, &mut document);
        }
        other => {
            return Err(ImportError::new(
                name,
                format!("this is part {}, which this adapter does not read", other.unwrap_or("without a number")),
                "give part 774 (the list) or part 772 (definitions) of title 15",
            ));
        }
    }
    if document.entries.is_empty() && document.definitions.is_empty() {
        return Err(ImportError::new(
            name,
            "the part holds no entry and no definition",
            "the file is cut or not the right part: fetch it again",
        ));
    }
    document.problems.sort();
    document.problems.sort_by_key(|p| p.line);
    Ok(document)
}

/// Reads several part files into one document: the list from one, the definitions from another.
pub(super) fn read_all(inputs: &[Input<'_>]) -> Result<Document, ImportError> {
    let mut document: Option<Document> = None;
    for input in inputs {
        let mut next = read(input.name, input.bytes)?;
        document = Some(match document {
            None => next,
            Some(mut all) => {
                if all.entries.is_empty() {
                    all.title = std::mem::take(&mut next.title);
                }
                all.entries.append(&mut next.entries);
                all.notes.append(&mut next.notes);
                all.definitions.append(&mut next.definitions);
                all.supplements.append(&mut next.supplements);
                all.problems.append(&mut next.problems);
                all
            }
        });
    }
    document.ok_or_else(|| ImportError::new("", "there is no input", "name at least one file"))
}

/// Whether a text looks like a part file.
pub(super) fn matches(start: &str) -> bool {
    start.contains("<DIV5 ") && start.contains("TYPE=\"PART\"")
}

fn part<'a, 'i>(root: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    root.descendants().find(|n| n.has_tag_name("DIV5") && n.attribute("TYPE") == Some("PART"))
}

fn supplements(name: &str, part: Node<'_, '_>, lines: &Lines, document: &mut Document) -> Result<(), ImportError> {
    for node in part.children().filter(|n| n.has_tag_name("DIV9")) {
        let head = node.children().find(|n| n.has_tag_name("HEAD"));
        let title = head.and_then(inline::read).map(|i| i.text).unwrap_or_default();
        let number = node.attribute("N").and_then(supplement_number).unwrap_or(0);
        let blocks = blocks_of(name, node, lines)?;
        if number == 1 {
            document.title = title;
            list::read(&blocks, document);
        } else {
            let lines = blocks.iter().flat_map(plain).collect();
            document.supplements.push(RawSupplement { number, title, lines });
        }
    }
    Ok(())
}

/// The number in `Supplement No. 2 to Part 774`.
fn supplement_number(name: &str) -> Option<u32> {
    name.split_once("No. ")?.1.split(' ').next()?.parse().ok()
}

fn plain(block: &Block) -> Vec<String> {
    match &block.kind {
        Kind::Table(rows) => rows.iter().map(|row| row.join(" | ")).collect(),
        Kind::Picture => Vec::new(),
        _ if block.text().is_empty() => Vec::new(),
        _ => vec![block.text().to_owned()],
    }
}

fn blocks_of(name: &str, node: Node<'_, '_>, lines: &Lines) -> Result<Vec<Block>, ImportError> {
    blocks::read(node, lines).ok_or_else(|| {
        ImportError::new(name, "elements are nested deeper than any official text nests them", "check where the file comes from")
            .at(lines.of(node.range().start), 1)
    })
}

fn xml_error(name: &str, text: &str, error: &roxmltree::Error) -> ImportError {
    let at = error.pos();
    let (what, help) = match error {
        roxmltree::Error::DtdDetected => {
            ("the file declares a document type", "entities are not accepted; give the file as the eCFR publishes it")
        }
        roxmltree::Error::UnknownEntityReference(..) => {
            ("the file uses an entity that XML does not define", "give the file as the eCFR publishes it")
        }
        roxmltree::Error::NodesLimitReached => ("the file holds more elements than any part", "check where the file comes from"),
        _ if !text.trim_start().starts_with('<') => ("the file is not XML", "give an eCFR part file, or name another adapter"),
        _ => ("the XML is not well formed", "the file is cut or damaged: fetch it again"),
    };
    let line = usize::try_from(at.row).unwrap_or(0);
    let column = usize::try_from(at.col).unwrap_or(0);
    ImportError::new(name, format!("{what}: {error}"), help).at(line, column)
}
