//! The main part in the making: headings, paragraphs, lists, pictures and notes.

use super::WordError;
use super::package::Parts;
use super::styles::W;
use crate::escape::visible;
use crate::xml::Xml;

/// The width of the text between the margins of an upright page, in twentieths of a point.
const UPRIGHT: u32 = 9638;
/// The same of a page on its side.
const SIDEWAYS: u32 = 14570;
/// The height of a page that a picture can take below a heading and its title, upright and on its side.
const UPRIGHT_HIGH: u32 = 12_700;
const SIDEWAYS_HIGH: u32 = 7_800;
/// The first number of the bookmarks of notes, beyond those of headings.
const NOTE_BOOKMARKS: usize = 100_000;
/// English Metric Units in a twentieth of a point.
const EMU: u64 = 635;

/// A document in the making.
pub(super) struct Document {
    title: String,
    as_of: String,
    language: &'static str,
    contents: String,
    /// The width of the text between the margins, in twentieths of a point.
    pub(super) width: u32,
    /// What stands before the table of contents.
    front: Option<Xml>,
    body: Xml,
    headings: Vec<Heading>,
    counters: [usize; 3],
    notes: Vec<String>,
    links: Vec<(String, String)>,
    pictures: Vec<(String, Vec<u8>)>,
}

/// A heading that the table of contents lists.
struct Heading {
    level: usize,
    number: String,
    text: String,
}

impl Heading {
    fn bookmark(at: usize) -> String {
        format!("_Toc{:06}", at + 1)
    }
}

/// A stretch of text inside a paragraph.
pub(super) enum Run<'a> {
    /// Plain text; its line breaks stay.
    Plain(&'a str),
    /// Plain text made for the purpose.
    Owned(String),
    /// Text that matters, made for the purpose.
    OwnedStrong(String),
    /// Text that leads to a web address.
    Link(&'a str, &'a str),
    /// The sign of a note with its text.
    Note(String),
}

/// How a paragraph is laid out beyond its style.
#[derive(Clone, Copy, Default)]
pub(super) struct Layout {
    /// Whether it stands at the right edge, as figures do.
    pub(super) right: bool,
    /// Whether it stays on the page of what follows.
    pub(super) keep_next: bool,
}

/// A picture.
pub(super) struct Picture {
    /// The picture as PNG.
    pub(super) png: Vec<u8>,
    /// Width and height on paper, in twentieths of a point; made smaller where it is wider than the text or higher than a page with its heading.
    pub(super) size: (u32, u32),
    /// Its title.
    pub(super) title: String,
    /// What it shows, for those who do not see it.
    pub(super) description: String,
}

impl Document {
    /// An empty document. `contents` is the title of the table of contents.
    pub(super) fn new(title: &str, as_of: &str, language: &'static str, contents: String) -> Self {
        Self {
            title: visible(title),
            as_of: as_of.to_owned(),
            language,
            contents,
            width: UPRIGHT,
            front: None,
            body: Xml::piece(),
            headings: Vec::new(),
            counters: [0; 3],
            notes: Vec::new(),
            links: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// Lays the pages on their side, for tables with many columns.
    pub(super) fn sideways(mut self) -> Self {
        self.width = SIDEWAYS;
        self
    }

    /// A numbered heading of level 1 to 3.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        let level = level.clamp(1, 3);
        self.counters[level - 1] += 1;
        self.counters[level..].fill(0);
        let number = self.counters[..level].iter().map(usize::to_string).collect::<Vec<_>>().join(".");
        let (at, text) = (self.headings.len(), visible(text));
        paragraph(&mut self.body, &format!("Heading{level}"), |xml| {
            let (id, name) = ((at + 1).to_string(), Heading::bookmark(at));
            xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
            run(xml, None, &text);
            xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
        });
        self.headings.push(Heading { level, number, text });
    }

    /// A paragraph in a style.
    pub(super) fn paragraph(&mut self, style: &str, runs: &[Run<'_>]) {
        let mut piece = Xml::piece();
        self.laid_paragraph(&mut piece, style, Layout::default(), runs);
        self.body.put(&piece);
    }

    /// A paragraph of plain text.
    pub(super) fn text(&mut self, text: &str) {
        self.paragraph("Normal", &[Run::Plain(text)]);
    }

    /// A paragraph of plain text that stays on the page of the table it speaks of.
    pub(super) fn lead(&mut self, text: &str) {
        let mut piece = Xml::piece();
        self.laid_paragraph(&mut piece, "Normal", Layout { right: false, keep_next: true }, &[Run::Plain(text)]);
        self.body.put(&piece);
    }

    /// A point of a list.
    pub(super) fn bullet(&mut self, text: &str) {
        self.paragraph("ListBullet", &[Run::Plain(text)]);
    }

    /// A small grey remark.
    pub(super) fn remark(&mut self, text: &str) {
        self.paragraph("Note", &[Run::Plain(text)]);
    }

    /// Writes a paragraph into a piece, such as a cell, keeping its links and notes.
    pub(super) fn laid_paragraph(&mut self, xml: &mut Xml, style: &str, layout: Layout, runs: &[Run<'_>]) {
        let properties = |xml: &mut Xml| {
            if layout.keep_next {
                xml.empty("w:keepNext", &[]);
            }
            if layout.right {
                xml.empty("w:jc", &[("w:val", "right")]);
            }
        };
        paragraph_with(xml, style, properties, |xml| {
            for part in runs {
                match part {
                    Run::Plain(text) => run(xml, None, text),
                    Run::Owned(text) => run(xml, None, text),
                    Run::OwnedStrong(text) => run(xml, Some("Strong"), text),
                    Run::Link(text, url) => {
                        let id = self.link(url);
                        xml.element("w:hyperlink", &[("r:id", &id)], |xml| run(xml, Some("Hyperlink"), text));
                    }
                    Run::Note(text) => self.note(xml, visible(text)),
                }
            }
        });
    }

    /// The sign of a note; where the same note stands already, a reference to it, which an editor renumbers with it.
    fn note(&mut self, xml: &mut Xml, text: String) {
        if let Some(at) = self.notes.iter().position(|known| *known == text) {
            let sign = |xml: &mut Xml, inside: &dyn Fn(&mut Xml)| {
                xml.element("w:r", &[], |xml| {
                    xml.element("w:rPr", &[], |xml| xml.empty("w:rStyle", &[("w:val", "EndnoteReference")]));
                    inside(xml);
                });
            };
            let name = format!(" NOTEREF {} \\f \\h ", note_bookmark(at));
            sign(xml, &|xml| xml.empty("w:fldChar", &[("w:fldCharType", "begin")]));
            sign(xml, &|xml| xml.leaf("w:instrText", &[("xml:space", "preserve")], &name));
            sign(xml, &|xml| xml.empty("w:fldChar", &[("w:fldCharType", "separate")]));
            sign(xml, &|xml| xml.leaf("w:t", &[], &(at + 1).to_string()));
            sign(xml, &|xml| xml.empty("w:fldChar", &[("w:fldCharType", "end")]));
            return;
        }
        let at = self.notes.len();
        self.notes.push(text);
        let (id, bookmark, name) = ((at + 1).to_string(), (NOTE_BOOKMARKS + at).to_string(), note_bookmark(at));
        xml.empty("w:bookmarkStart", &[("w:id", &bookmark), ("w:name", &name)]);
        xml.element("w:r", &[], |xml| {
            xml.element("w:rPr", &[], |xml| xml.empty("w:rStyle", &[("w:val", "EndnoteReference")]));
            xml.empty("w:endnoteReference", &[("w:id", &id)]);
        });
        xml.empty("w:bookmarkEnd", &[("w:id", &bookmark)]);
    }

    fn link(&mut self, url: &str) -> String {
        if let Some((id, _)) = self.links.iter().find(|(_, known)| known == url) {
            return id.clone();
        }
        let id = format!("link{}", self.links.len() + 1);
        self.links.push((id.clone(), url.to_owned()));
        id
    }

    /// A picture with its title above.
    pub(super) fn picture(&mut self, picture: Picture) {
        self.paragraph("Caption", &[Run::Plain(&picture.title)]);
        let at = self.pictures.len() + 1;
        let relation = format!("picture{at}");
        let (full, high) = (u64::from(picture.size.0.max(1)), u64::from(picture.size.1));
        let room = u64::from(if self.width == SIDEWAYS { SIDEWAYS_HIGH } else { UPRIGHT_HIGH });
        let fitting = full.min(u64::from(self.width)).min(full * room / high.max(1));
        let (width, height) = (fitting * EMU, high * fitting / full * EMU);
        let (width, height, id) = (width.to_string(), height.to_string(), at.to_string());
        let (name, about) = (format!("Picture {at}"), visible(&picture.description));
        paragraph(&mut self.body, "Normal", |xml| {
            xml.element("w:r", &[], |xml| {
                xml.element("w:drawing", &[], |xml| {
                    let none = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
                    xml.element("wp:inline", &none, |xml| {
                        xml.empty("wp:extent", &[("cx", &width), ("cy", &height)]);
                        xml.empty("wp:docPr", &[("id", &id), ("name", &name), ("descr", &about), ("title", &visible(&picture.title))]);
                        graphic(xml, &relation, &id, &name, (&width, &height));
                    });
                });
            });
        });
        self.pictures.push((relation, picture.png));
    }

    /// Whether it has notes.
    pub(super) fn has_notes(&self) -> bool {
        !self.notes.is_empty()
    }

    /// Puts a piece, such as a table, into the document.
    pub(super) fn put(&mut self, piece: &Xml) {
        self.body.put(piece);
    }

    /// Puts the table of contents here; on a page of its own.
    pub(super) fn contents_here(&mut self) {
        self.front = Some(std::mem::take(&mut self.body));
    }

    /// The bytes of the document; `head` stands at the head of every page, `foot` before the page number.
    pub(super) fn finish(self, head: &str, foot: &str) -> Result<Vec<u8>, WordError> {
        let mut xml = Xml::document();
        xml.element("w:document", &namespaces(), |xml| {
            xml.element("w:body", &[], |xml| {
                if let Some(front) = &self.front {
                    xml.put(front);
                    self.write_contents(xml);
                }
                xml.put(&self.body);
                section(xml, self.width == SIDEWAYS);
            });
        });
        let parts = Parts {
            document: xml.finish(),
            endnotes: endnotes(&self.notes),
            header: margin("w:hdr", |xml| paragraph(xml, "Header", |xml| run(xml, None, head))),
            footer: margin("w:ftr", |xml| footer(xml, foot, self.width)),
            title: self.title,
            as_of: self.as_of,
            language: self.language,
            links: self.links,
            pictures: self.pictures,
        };
        parts.pack()
    }

    /// The table of contents, filled in, as a field that an editor can bring up to date.
    fn write_contents(&self, xml: &mut Xml) {
        paragraph_with(xml, "TOCHeading", |xml| xml.empty("w:pageBreakBefore", &[]), |xml| run(xml, None, &self.contents));
        let shown: Vec<(usize, &Heading)> = self.headings.iter().enumerate().filter(|(_, heading)| heading.level <= 2).collect();
        for (position, (at, heading)) in shown.iter().enumerate() {
            paragraph(xml, &format!("TOC{}", heading.level), |xml| {
                if position == 0 {
                    field_char(xml, "begin");
                    instruction(xml, r#" TOC \o "1-2" \h \z \u "#);
                    field_char(xml, "separate");
                }
                let name = Heading::bookmark(*at);
                xml.element("w:hyperlink", &[("w:anchor", &name), ("w:history", "1")], |xml| {
                    run(xml, None, &heading.number);
                    tab(xml);
                    // Page numbers are known only once the pages are laid out: an editor adds them when it brings the field up to date.
                    run(xml, None, &heading.text);
                });
                if position + 1 == shown.len() {
                    field_char(xml, "end");
                }
            });
        }
        page_break(xml);
    }
}

fn note_bookmark(at: usize) -> String {
    format!("_Ref{:06}", at + 1)
}

/// A text cut at a word where it is longer than a number of characters; what is cut off stands in the workbook.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let cut: String = text.chars().take(longest).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    format!("{} …", whole.trim_end_matches([',', ';', ' ']))
}

fn namespaces() -> [(&'static str, &'static str); 5] {
    [
        W,
        ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ]
}

/// A paragraph in a style.
pub(super) fn paragraph(xml: &mut Xml, style: &str, inside: impl FnOnce(&mut Xml)) {
    paragraph_with(xml, style, |_| {}, inside);
}

fn paragraph_with(xml: &mut Xml, style: &str, properties: impl FnOnce(&mut Xml), inside: impl FnOnce(&mut Xml)) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.empty("w:pStyle", &[("w:val", style)]);
            properties(xml);
        });
        inside(xml);
    });
}

/// A run of text, in a style of characters if one is given; a line break in it is one in the document.
fn run(xml: &mut Xml, style: Option<&str>, text: &str) {
    xml.element("w:r", &[], |xml| {
        if let Some(style) = style {
            xml.element("w:rPr", &[], |xml| xml.empty("w:rStyle", &[("w:val", style)]));
        }
        for (at, line) in visible(text).split('\n').enumerate() {
            if at > 0 {
                xml.empty("w:br", &[]);
            }
            xml.leaf("w:t", &[("xml:space", "preserve")], line);
        }
    });
}

fn page_break(xml: &mut Xml) {
    paragraph(xml, "Normal", |xml| xml.element("w:r", &[], |xml| xml.empty("w:br", &[("w:type", "page")])));
}

fn tab(xml: &mut Xml) {
    xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
}

fn field_char(xml: &mut Xml, kind: &str) {
    xml.element("w:r", &[], |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
}

fn instruction(xml: &mut Xml, text: &str) {
    xml.element("w:r", &[], |xml| xml.leaf("w:instrText", &[("xml:space", "preserve")], text));
}

/// A field that Word fills by itself, such as the page number.
fn field(xml: &mut Xml, name: &str) {
    xml.element("w:fldSimple", &[("w:instr", &format!(" {name} "))], |xml| run(xml, None, "1"));
}

/// A4 paper with margins of two centimetres, and the head and foot of its pages.
fn section(xml: &mut Xml, sideways: bool) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", "rId6")]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId7")]);
        xml.element("w:endnotePr", &[], |xml| xml.empty("w:numFmt", &[("w:val", "decimal")]));
        if sideways {
            xml.empty("w:pgSz", &[("w:w", "16838"), ("w:h", "11906"), ("w:orient", "landscape")]);
        } else {
            xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        }
        let margin = "1134";
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", "1304"),
                ("w:right", margin),
                ("w:bottom", "1247"),
                ("w:left", margin),
                ("w:header", "567"),
                ("w:footer", "567"),
                ("w:gutter", "0"),
            ],
        );
    });
}

fn margin(name: &str, inside: impl FnOnce(&mut Xml)) -> String {
    let mut xml = Xml::document();
    xml.element(name, &[W], inside);
    xml.finish()
}

fn footer(xml: &mut Xml, foot: &str, width: u32) {
    let stop = |xml: &mut Xml| {
        xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "right"), ("w:pos", &width.to_string())]));
    };
    paragraph_with(xml, "Footer", stop, |xml| {
        run(xml, None, foot);
        tab(xml);
        field(xml, "PAGE");
        run(xml, None, " / ");
        field(xml, "NUMPAGES");
    });
}

/// The notes part, with the two separators that it must hold.
fn endnotes(notes: &[String]) -> String {
    let mut xml = Xml::document();
    xml.element("w:endnotes", &[W], |xml| {
        for (id, kind, sign) in [("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator")] {
            xml.element("w:endnote", &[("w:type", kind), ("w:id", id)], |xml| {
                xml.element("w:p", &[], |xml| xml.element("w:r", &[], |xml| xml.empty(sign, &[])));
            });
        }
        for (id, note) in (1..).zip(notes) {
            let id: usize = id;
            xml.element("w:endnote", &[("w:id", &id.to_string())], |xml| {
                paragraph(xml, "EndnoteText", |xml| {
                    xml.element("w:r", &[], |xml| {
                        xml.element("w:rPr", &[], |xml| xml.empty("w:rStyle", &[("w:val", "EndnoteReference")]));
                        xml.empty("w:endnoteRef", &[]);
                    });
                    run(xml, None, &format!(" {note}"));
                });
            });
        }
    });
    xml.finish()
}

/// The graphic of a picture, as DrawingML has it.
fn graphic(xml: &mut Xml, relation: &str, id: &str, name: &str, (width, height): (&str, &str)) {
    let uri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    xml.element("a:graphic", &[], |xml| {
        xml.element("a:graphicData", &[("uri", uri)], |xml| {
            xml.element("pic:pic", &[], |xml| {
                xml.element("pic:nvPicPr", &[], |xml| {
                    xml.empty("pic:cNvPr", &[("id", id), ("name", name)]);
                    xml.empty("pic:cNvPicPr", &[]);
                });
                xml.element("pic:blipFill", &[], |xml| {
                    xml.empty("a:blip", &[("r:embed", relation)]);
                    xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
                });
                xml.element("pic:spPr", &[], |xml| {
                    xml.element("a:xfrm", &[], |xml| {
                        xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                        xml.empty("a:ext", &[("cx", width), ("cy", height)]);
                    });
                    xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
                });
            });
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_cut_at_a_word_and_say_so() {
        assert_eq!(shortened("one two", 7), "one two");
        assert_eq!(shortened("one two, three", 10), "one two …");
        assert_eq!(shortened("ééééé", 3), "ééé …");
    }
}
