//! Word documents and workbooks as text that a reviewer can read: paragraphs with their styles, tables as tables, cells with their types.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node};

/// The parts of a package, by name.
pub(crate) fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        // Of a picture only its name matters here.
        out.insert(name, String::from_utf8(bytes).unwrap_or_default());
    }
    out
}

pub(crate) fn named<'a>(document: &'a Document<'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.descendants().filter(move |node| node.tag_name().name() == name)
}

pub(crate) fn attribute<'a>(node: &Node<'a, 'a>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

fn children<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |child| child.tag_name().name() == name)
}

fn value<'a>(node: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    node.descendants().find(|inner| inner.tag_name().name() == name).and_then(|inner| attribute(&inner, "val"))
}

/// A Word document: its head and foot, its paragraphs, tables and notes.
pub(crate) fn document(bytes: &[u8]) -> String {
    let parts = parts(bytes);
    let read = |name: &str| Document::parse(&parts[name]).unwrap();
    let (main, notes) = (read("word/document.xml"), read("word/endnotes.xml"));
    let (header, footer) = (read("word/header1.xml"), read("word/footer1.xml"));
    let mut out = format!("head: {}\nfoot: {}\n\n", text(header.root_element()), text(footer.root_element()));
    for node in named(&main, "body").next().unwrap().children() {
        match node.tag_name().name() {
            "p" => paragraph(node, &mut out),
            "tbl" => table(node, &mut out),
            _ => {}
        }
    }
    for note in named(&notes, "endnote").filter(|note| attribute(note, "type").is_none()) {
        writeln!(out, "[{}]:{}", attribute(&note, "id").unwrap(), text(note)).unwrap();
    }
    out
}

fn paragraph(node: Node<'_, '_>, out: &mut String) {
    let style = value(node, "pStyle").unwrap_or("Normal");
    let kept = node.descendants().any(|inner| inner.tag_name().name() == "keepNext");
    let text = text(node);
    if !text.is_empty() {
        writeln!(out, "{style}{}: {text}", if kept { " (with what follows)" } else { "" }).unwrap();
    }
}

fn table(node: Node<'_, '_>, out: &mut String) {
    let repeated = node.descendants().filter(|inner| inner.tag_name().name() == "tblHeader").count();
    writeln!(out, "table “{}”, {repeated} row repeated", value(node, "tblCaption").unwrap_or_default()).unwrap();
    for row in children(node, "tr") {
        let cell = |cell: Node<'_, '_>| {
            let paragraphs: Vec<String> = children(cell, "p").map(text).collect();
            let fill = cell.descendants().find(|inner| inner.tag_name().name() == "shd").and_then(|shade| attribute(&shade, "fill"));
            format!("{}{}", fill.map_or_else(String::new, |fill| format!("#{fill} ")), paragraphs.join(" ¶ "))
        };
        let cells: Vec<String> = children(row, "tc").map(cell).collect();
        writeln!(out, "  | {} |", cells.join(" | ")).unwrap();
    }
}

/// The text of a part: signs of notes in brackets, line breaks as `/`, pictures by title and description.
fn text(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        match inner.tag_name().name() {
            "t" => {
                let referred = inner.parent().is_some_and(|run| value(run, "rStyle") == Some("EndnoteReference"));
                let text = inner.text().unwrap_or_default();
                if referred { write!(out, "[{text}]").unwrap() } else { out.push_str(text) }
            }
            "br" => out.push_str(if attribute(&inner, "type") == Some("page") { "(new page)" } else { " / " }),
            "tab" if inner.parent().is_some_and(|parent| parent.tag_name().name() == "r") => out.push_str(" → "),
            "endnoteReference" => write!(out, "[{}]", attribute(&inner, "id").unwrap()).unwrap(),
            "docPr" => write!(out, "(picture: {}. {})", attribute(&inner, "title").unwrap(), attribute(&inner, "descr").unwrap()).unwrap(),
            _ => {}
        }
    }
    out
}

/// A workbook: each sheet with what is frozen, filtered and tinted, the widths of its columns, and its rows. A number stands with its format, a link
/// with what it leads to, a text as it is.
pub(crate) fn workbook(bytes: &[u8]) -> String {
    let parts = parts(bytes);
    let read = |name: &str| Document::parse(&parts[name]).unwrap();
    let (book, shared, styles) = (read("xl/workbook.xml"), read("xl/sharedStrings.xml"), read("xl/styles.xml"));
    let strings = strings(&shared);
    let formats = formats(&styles);
    let mut out = String::new();
    for (sheet, at) in named(&book, "sheet").zip(1..) {
        let part = read(&format!("xl/worksheets/sheet{at}.xml"));
        let relations = parts.get(&format!("xl/worksheets/_rels/sheet{at}.xml.rels")).map(|text| Document::parse(text).unwrap());
        writeln!(out, "=== {}{}", attribute(&sheet, "name").unwrap(), frame(&part)).unwrap();
        let links = links(&part, relations.as_ref());
        for row in named(&part, "row") {
            let cells: Vec<String> = children(row, "c").map(|cell| shown(cell, &strings, &formats, &links)).collect();
            let row = cells.join(" | ");
            writeln!(out, "| {} |", row.trim_end_matches([' ', '|'])).unwrap();
        }
    }
    out
}

/// What is frozen, filtered and tinted, and the widths of the columns.
fn frame(sheet: &Document<'_>) -> String {
    let mut out = String::new();
    if let Some(pane) = named(sheet, "pane").next() {
        write!(out, ", frozen at {}", attribute(&pane, "topLeftCell").unwrap()).unwrap();
    }
    if let Some(filter) = named(sheet, "autoFilter").next() {
        write!(out, ", filter {}", attribute(&filter, "ref").unwrap()).unwrap();
    }
    for tint in named(sheet, "conditionalFormatting") {
        let rules: Vec<&str> =
            tint.descendants().filter(|node| node.tag_name().name() == "formula").filter_map(|node| node.text()).collect();
        write!(out, ", tints {} by {}", attribute(&tint, "sqref").unwrap(), rules.join(" ")).unwrap();
    }
    let widths: Vec<String> =
        named(sheet, "col").map(|col| attribute(&col, "width").unwrap().split('.').next().unwrap().to_owned()).collect();
    write!(out, ", widths {}", widths.join(" ")).unwrap();
    out
}

pub(crate) fn strings(shared: &Document<'_>) -> Vec<String> {
    named(shared, "si").map(|si| si.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()).collect()
}

/// The number format of each cell format; empty for the general one.
fn formats(styles: &Document<'_>) -> Vec<String> {
    let codes: BTreeMap<&str, &str> =
        named(styles, "numFmt").map(|format| (format.attribute("numFmtId").unwrap(), format.attribute("formatCode").unwrap())).collect();
    let cells = named(styles, "cellXfs").next().unwrap();
    cells
        .children()
        .filter(Node::is_element)
        .map(|xf| codes.get(xf.attribute("numFmtId").unwrap()).map_or_else(String::new, |code| (*code).to_owned()))
        .collect()
}

/// Where the links of a sheet lead, by cell.
fn links(sheet: &Document<'_>, relations: Option<&Document<'_>>) -> BTreeMap<String, String> {
    let target = |id: &str| {
        relations.and_then(|relations| {
            named(relations, "Relationship")
                .find(|relation| relation.attribute("Id") == Some(id))
                .map(|relation| relation.attribute("Target").unwrap().to_owned())
        })
    };
    named(sheet, "hyperlink")
        .map(|link| {
            let to = attribute(&link, "location").map(str::to_owned).or_else(|| target(attribute(&link, "id")?));
            (attribute(&link, "ref").unwrap().to_owned(), to.unwrap())
        })
        .collect()
}

fn shown(cell: Node<'_, '_>, strings: &[String], formats: &[String], links: &BTreeMap<String, String>) -> String {
    let Some(value) = children(cell, "v").next().and_then(|value| value.text()) else { return String::new() };
    if cell.attribute("t") == Some("s") {
        let text = strings[value.parse::<usize>().unwrap()].replace('\n', " / ");
        return links.get(cell.attribute("r").unwrap()).map_or_else(|| text.clone(), |to| format!("{text} → {to}"));
    }
    let format = cell.attribute("s").map_or("", |style| &formats[style.parse::<usize>().unwrap()]);
    format!("{value}{}", if format.is_empty() { String::new() } else { format!(" [{format}]") })
}
