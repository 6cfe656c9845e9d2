//! Styles, numbering and settings.

use crate::xml::Xml;

/// The namespace of every part.
pub(super) const W: (&str, &str) = ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
/// The colour of headings and of heads of tables.
const INK: &str = "1F3A5F";
/// The font of the text and of headings.
const FONT: &str = "Arial";

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    based_on: &'static str,
    next: &'static str,
    /// Size in half points; 0 for that of the style it is based on.
    size: u32,
    bold: bool,
    colour: &'static str,
    /// Space before and after, in twentieths of a point.
    space: (u32, u32),
    /// Level of the outline, from 0.
    level: Option<u32>,
    /// List it belongs to.
    list: Option<u32>,
    /// Further properties of the paragraph, in the order of the schema, before spacing.
    keep_next: bool,
}

const PLAIN: Style = Style {
    id: "",
    name: "",
    based_on: "Normal",
    next: "",
    size: 0,
    bold: false,
    colour: "",
    space: (0, 0),
    level: None,
    list: None,
    keep_next: false,
};

const STYLES: &[Style] = &[
    Style { id: "Title", name: "Title", next: "Subtitle", size: 44, bold: true, colour: INK, space: (0, 60), keep_next: true, ..PLAIN },
    Style { id: "Subtitle", name: "Subtitle", next: "Normal", size: 24, colour: "595959", space: (0, 200), ..PLAIN },
    Style {
        id: "Heading1",
        name: "heading 1",
        next: "Normal",
        size: 32,
        bold: true,
        colour: INK,
        space: (360, 120),
        level: Some(0),
        list: Some(1),
        keep_next: true,
        ..PLAIN
    },
    Style {
        id: "Heading2",
        name: "heading 2",
        next: "Normal",
        size: 26,
        bold: true,
        colour: INK,
        space: (280, 80),
        level: Some(1),
        list: Some(1),
        keep_next: true,
        ..PLAIN
    },
    Style {
        id: "Heading3",
        name: "heading 3",
        next: "Normal",
        size: 22,
        bold: true,
        colour: INK,
        space: (200, 60),
        level: Some(2),
        list: Some(1),
        keep_next: true,
        ..PLAIN
    },
    Style {
        id: "TOCHeading",
        name: "TOC Heading",
        next: "Normal",
        size: 28,
        bold: true,
        colour: INK,
        space: (240, 120),
        keep_next: true,
        ..PLAIN
    },
    Style { id: "ListBullet", name: "List Bullet", space: (0, 80), list: Some(2), ..PLAIN },
    Style {
        id: "Caption",
        name: "caption",
        next: "Normal",
        size: 18,
        bold: true,
        colour: "404040",
        space: (120, 60),
        keep_next: true,
        ..PLAIN
    },
    Style { id: "Marking", name: "Marking", size: 20, bold: true, colour: "9C1C1C", space: (0, 120), ..PLAIN },
    Style { id: "Note", name: "Note", size: 18, colour: "595959", space: (60, 120), ..PLAIN },
    Style { id: "TableText", name: "Table Text", size: 16, space: (20, 20), ..PLAIN },
    Style { id: "TableHead", name: "Table Head", based_on: "TableText", bold: true, space: (40, 40), keep_next: true, ..PLAIN },
    Style { id: "Header", name: "header", size: 16, colour: "595959", ..PLAIN },
    Style { id: "Footer", name: "footer", size: 16, colour: "595959", ..PLAIN },
    Style { id: "EndnoteText", name: "endnote text", size: 16, space: (0, 20), ..PLAIN },
];

/// The styles part.
pub(super) fn styles(language: &str) -> String {
    let mut xml = Xml::document();
    xml.element("w:styles", &[W], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    xml.empty("w:rFonts", &[("w:ascii", FONT), ("w:hAnsi", FONT), ("w:eastAsia", FONT), ("w:cs", FONT)]);
                    xml.empty("w:sz", &[("w:val", "20")]);
                    xml.empty("w:szCs", &[("w:val", "20")]);
                    xml.empty("w:lang", &[("w:val", language), ("w:eastAsia", "ja-JP"), ("w:bidi", "ar-SA")]);
                });
            });
            xml.element("w:pPrDefault", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    xml.empty("w:spacing", &[("w:after", "120"), ("w:line", "264"), ("w:lineRule", "auto")]);
                });
            });
        });
        xml.element("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")], |xml| {
            xml.empty("w:name", &[("w:val", "Normal")]);
            xml.empty("w:qFormat", &[]);
        });
        character(xml, "DefaultParagraphFont", "Default Paragraph Font", &[("w:default", "1")], |_| {});
        for style in STYLES {
            paragraph(xml, style);
        }
        contents(xml, "TOC1", "toc 1", "480", "480", true);
        contents(xml, "TOC2", "toc 2", "600", "1080", false);
        character(xml, "EndnoteReference", "endnote reference", &[], |xml| xml.empty("w:vertAlign", &[("w:val", "superscript")]));
        character(xml, "Strong", "Strong", &[], |xml| xml.empty("w:b", &[]));
        character(xml, "Hyperlink", "Hyperlink", &[], |xml| {
            xml.empty("w:color", &[("w:val", "0B57D0")]);
            xml.empty("w:u", &[("w:val", "single")]);
        });
        tables(xml);
    });
    xml.finish()
}

fn paragraph(xml: &mut Xml, style: &Style) {
    xml.element("w:style", &[("w:type", "paragraph"), ("w:styleId", style.id)], |xml| {
        xml.empty("w:name", &[("w:val", style.name)]);
        xml.empty("w:basedOn", &[("w:val", style.based_on)]);
        if !style.next.is_empty() {
            xml.empty("w:next", &[("w:val", style.next)]);
        }
        xml.empty("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            if style.keep_next {
                xml.empty("w:keepNext", &[]);
                xml.empty("w:keepLines", &[]);
            }
            if let Some(list) = style.list {
                xml.element("w:numPr", &[], |xml| {
                    if let Some(level) = style.level {
                        xml.empty("w:ilvl", &[("w:val", &level.to_string())]);
                    }
                    xml.empty("w:numId", &[("w:val", &list.to_string())]);
                });
            }
            let (before, after) = (style.space.0.to_string(), style.space.1.to_string());
            let tight = style.size > 0 && style.size < 20;
            let line = if tight { "240" } else { "264" };
            xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after), ("w:line", line), ("w:lineRule", "auto")]);
            if let Some(level) = style.level {
                xml.empty("w:outlineLvl", &[("w:val", &level.to_string())]);
            }
        });
        xml.element("w:rPr", &[], |xml| {
            if style.bold {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            if !style.colour.is_empty() {
                xml.empty("w:color", &[("w:val", style.colour)]);
            }
            if style.size > 0 {
                let size = style.size.to_string();
                xml.empty("w:sz", &[("w:val", &size)]);
                xml.empty("w:szCs", &[("w:val", &size)]);
            }
        });
    });
}

/// A line of the table of contents: number, title, dots, page.
fn contents(xml: &mut Xml, id: &str, name: &str, hanging: &str, text_at: &str, bold: bool) {
    xml.element("w:style", &[("w:type", "paragraph"), ("w:styleId", id)], |xml| {
        xml.empty("w:name", &[("w:val", name)]);
        xml.empty("w:basedOn", &[("w:val", "Normal")]);
        xml.empty("w:next", &[("w:val", "Normal")]);
        xml.element("w:pPr", &[], |xml| {
            xml.element("w:tabs", &[], |xml| {
                xml.empty("w:tab", &[("w:val", "left"), ("w:pos", text_at)]);
                xml.empty("w:tab", &[("w:val", "right"), ("w:leader", "dot"), ("w:pos", "9638")]);
            });
            xml.empty("w:spacing", &[("w:before", if bold { "80" } else { "0" }), ("w:after", "20")]);
            // What is longer than a line goes on under its own beginning, left of the page number.
            xml.empty("w:ind", &[("w:left", text_at), ("w:right", "567"), ("w:hanging", hanging)]);
        });
        if bold {
            xml.element("w:rPr", &[], |xml| xml.empty("w:b", &[]));
        }
    });
}

fn character(xml: &mut Xml, id: &str, name: &str, more: &[(&str, &str)], properties: impl FnOnce(&mut Xml)) {
    let attributes: Vec<(&str, &str)> =
        [("w:type", "character")].into_iter().chain(more.iter().copied()).chain([("w:styleId", id)]).collect();
    xml.element("w:style", &attributes, |xml| {
        xml.empty("w:name", &[("w:val", name)]);
        xml.element("w:rPr", &[], properties);
    });
}

/// The style of tables: a dark head, thin lines between rows.
fn tables(xml: &mut Xml) {
    xml.element("w:style", &[("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")], |xml| {
        xml.empty("w:name", &[("w:val", "Normal Table")]);
        xml.element("w:tblPr", &[], |xml| margins(xml, "108"));
    });
    xml.element("w:style", &[("w:type", "table"), ("w:customStyle", "1"), ("w:styleId", "ConcordTable")], |xml| {
        xml.empty("w:name", &[("w:val", "Concord Table")]);
        xml.empty("w:basedOn", &[("w:val", "TableNormal")]);
        xml.empty("w:qFormat", &[]);
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:bottom", "w:insideH"] {
                    xml.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "BFBFBF")]);
                }
            });
            margins(xml, "80");
        });
        xml.element("w:tblStylePr", &[("w:type", "firstRow")], |xml| {
            xml.element("w:rPr", &[], |xml| {
                xml.empty("w:b", &[]);
                xml.empty("w:color", &[("w:val", "FFFFFF")]);
            });
            xml.element("w:tcPr", &[], |xml| xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", INK)]));
        });
    });
}

fn margins(xml: &mut Xml, side: &str) {
    xml.element("w:tblCellMar", &[], |xml| {
        for (name, width) in [("w:top", "0"), ("w:left", side), ("w:bottom", "0"), ("w:right", side)] {
            xml.empty(name, &[("w:w", width), ("w:type", "dxa")]);
        }
    });
}

/// The numbering part: numbers of headings, and bullets.
pub(super) fn numbering() -> String {
    let mut xml = Xml::document();
    xml.element("w:numbering", &[W], |xml| {
        xml.element("w:abstractNum", &[("w:abstractNumId", "1")], |xml| {
            xml.empty("w:multiLevelType", &[("w:val", "multilevel")]);
            for (level, text, style, indent) in
                [("0", "%1", "Heading1", "567"), ("1", "%1.%2", "Heading2", "680"), ("2", "%1.%2.%3", "Heading3", "794")]
            {
                numbers(xml, level, "decimal", text, Some(style), (indent, indent));
            }
        });
        xml.element("w:abstractNum", &[("w:abstractNumId", "2")], |xml| {
            xml.empty("w:multiLevelType", &[("w:val", "hybridMultilevel")]);
            numbers(xml, "0", "bullet", "•", None, ("340", "340"));
        });
        for id in ["1", "2"] {
            xml.element("w:num", &[("w:numId", id)], |xml| xml.empty("w:abstractNumId", &[("w:val", id)]));
        }
    });
    xml.finish()
}

fn numbers(xml: &mut Xml, level: &str, format: &str, text: &str, style: Option<&str>, (left, hanging): (&str, &str)) {
    xml.element("w:lvl", &[("w:ilvl", level)], |xml| {
        xml.empty("w:start", &[("w:val", "1")]);
        xml.empty("w:numFmt", &[("w:val", format)]);
        if let Some(style) = style {
            xml.empty("w:pStyle", &[("w:val", style)]);
        }
        xml.empty("w:lvlText", &[("w:val", text)]);
        xml.empty("w:lvlJc", &[("w:val", "left")]);
        xml.element("w:pPr", &[], |xml| xml.empty("w:ind", &[("w:left", left), ("w:hanging", hanging)]));
    });
}

/// The settings part: notes at the end in Arabic numbers, and today's layout rules.
pub(super) fn settings() -> String {
    let mut xml = Xml::document();
    xml.element("w:settings", &[W], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.empty("w:defaultTabStop", &[("w:val", "567")]);
        xml.element("w:endnotePr", &[], |xml| {
            xml.empty("w:pos", &[("w:val", "docEnd")]);
            xml.empty("w:numFmt", &[("w:val", "decimal")]);
            xml.empty("w:endnote", &[("w:id", "-1")]);
            xml.empty("w:endnote", &[("w:id", "0")]);
        });
        xml.element("w:compat", &[], |xml| {
            let uri = "http://schemas.microsoft.com/office/word";
            xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")]);
        });
    });
    xml.finish()
}

/// The table of fonts.
pub(super) fn fonts() -> String {
    let mut xml = Xml::document();
    xml.element("w:fonts", &[W], |xml| {
        xml.element("w:font", &[("w:name", FONT)], |xml| {
            xml.empty("w:altName", &[("w:val", "Liberation Sans")]);
            xml.empty("w:family", &[("w:val", "swiss")]);
            xml.empty("w:pitch", &[("w:val", "variable")]);
        });
    });
    xml.finish()
}
