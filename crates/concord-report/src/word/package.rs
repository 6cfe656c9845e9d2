//! The parts of a document, packed.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::WordError;
use super::styles;
use crate::xml::Xml;

/// Content type of the main part's siblings, up to the name.
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
/// The kind of a relation, up to the name.
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// What is packed.
pub(super) struct Parts {
    /// Title of the document.
    pub(super) title: String,
    /// The day it holds as of, ISO; empty if there is none.
    pub(super) as_of: String,
    /// Language tag (`en-GB`).
    pub(super) language: &'static str,
    /// The main part.
    pub(super) document: String,
    /// The notes.
    pub(super) endnotes: String,
    /// The head of every page.
    pub(super) header: String,
    /// The foot of every page.
    pub(super) footer: String,
    /// Addresses that links lead to, with their relation ids.
    pub(super) links: Vec<(String, String)>,
    /// Pictures as PNG, with their relation ids.
    pub(super) pictures: Vec<(String, Vec<u8>)>,
}

impl Parts {
    /// The bytes of the document.
    pub(super) fn pack(&self) -> Result<Vec<u8>, WordError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
        let texts = [
            ("[Content_Types].xml", self.content_types()),
            ("_rels/.rels", root_relations()),
            ("docProps/core.xml", self.core()),
            ("docProps/app.xml", app()),
            ("word/document.xml", self.document.clone()),
            ("word/_rels/document.xml.rels", self.relations()),
            ("word/styles.xml", styles::styles(self.language)),
            ("word/numbering.xml", styles::numbering()),
            ("word/settings.xml", styles::settings()),
            ("word/fontTable.xml", styles::fonts()),
            ("word/endnotes.xml", self.endnotes.clone()),
            ("word/header1.xml", self.header.clone()),
            ("word/footer1.xml", self.footer.clone()),
        ];
        for (name, text) in &texts {
            zip.start_file(*name, options)?;
            zip.write_all(text.as_bytes()).map_err(zip::result::ZipError::from)?;
        }
        for (at, (_, png)) in self.pictures.iter().enumerate() {
            zip.start_file(picture_name(at), options)?;
            zip.write_all(png).map_err(zip::result::ZipError::from)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    fn content_types(&self) -> String {
        let mut xml = Xml::document();
        xml.element("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")], |xml| {
            let mut default = |extension: &str, kind: &str| xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
            default("rels", "application/vnd.openxmlformats-package.relationships+xml");
            default("xml", "application/xml");
            if !self.pictures.is_empty() {
                default("png", "image/png");
            }
            let mut part = |name: &str, kind: &str| xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
            part("/word/document.xml", &format!("{TYPES}document.main+xml"));
            for (name, kind) in [
                ("styles", "styles"),
                ("numbering", "numbering"),
                ("settings", "settings"),
                ("fontTable", "fontTable"),
                ("endnotes", "endnotes"),
                ("header1", "header"),
                ("footer1", "footer"),
            ] {
                part(&format!("/word/{name}.xml"), &format!("{TYPES}{kind}+xml"));
            }
            part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
            part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        });
        xml.finish()
    }

    fn relations(&self) -> String {
        relations(|add| {
            for (id, kind, target) in [
                ("rId1", "styles", "styles.xml"),
                ("rId2", "numbering", "numbering.xml"),
                ("rId3", "settings", "settings.xml"),
                ("rId4", "fontTable", "fontTable.xml"),
                ("rId5", "endnotes", "endnotes.xml"),
                ("rId6", "header", "header1.xml"),
                ("rId7", "footer", "footer1.xml"),
            ] {
                add(id, kind, target, false);
            }
            for (at, (id, _)) in self.pictures.iter().enumerate() {
                add(id, "image", picture_name(at).trim_start_matches("word/"), false);
            }
            for (id, url) in &self.links {
                add(id, "hyperlink", url, true);
            }
        })
    }

    fn core(&self) -> String {
        let mut xml = Xml::document();
        let spaces = [
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ];
        xml.element("cp:coreProperties", &spaces, |xml| {
            xml.leaf("dc:title", &[], &self.title);
            xml.leaf("dc:creator", &[], "Concord");
            xml.leaf("dc:language", &[], self.language);
            if self.as_of.parse::<jiff::civil::Date>().is_ok() {
                let stamp = format!("{}T00:00:00Z", self.as_of);
                for name in ["dcterms:created", "dcterms:modified"] {
                    xml.leaf(name, &[("xsi:type", "dcterms:W3CDTF")], &stamp);
                }
            }
        });
        xml.finish()
    }
}

/// The name of a picture's part, by its place among the pictures.
fn picture_name(at: usize) -> String {
    format!("word/media/picture{}.png", at + 1)
}

fn app() -> String {
    let mut xml = Xml::document();
    let space = [("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")];
    xml.element("Properties", &space, |xml| xml.leaf("Application", &[], "Concord"));
    xml.finish()
}

fn root_relations() -> String {
    relations(|add| {
        add("rId1", "officeDocument", "word/document.xml", false);
        add("rId3", "extended-properties", "docProps/app.xml", false);
        add("rId2", "metadata/core-properties", "docProps/core.xml", false);
    })
}

/// A part of relations: id, kind, target, and whether the target lies outside the document.
fn relations(fill: impl FnOnce(&mut dyn FnMut(&str, &str, &str, bool))) -> String {
    let mut xml = Xml::document();
    xml.element("Relationships", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")], |xml| {
        fill(&mut |id, kind, target, outside| {
            // The core properties belong to the package, not to the office document.
            let kind = match kind.strip_prefix("metadata/") {
                Some(_) => format!("http://schemas.openxmlformats.org/package/2006/relationships/{kind}"),
                None => format!("{RELATION}{kind}"),
            };
            let mut attributes = vec![("Id", id), ("Type", kind.as_str()), ("Target", target)];
            if outside {
                attributes.push(("TargetMode", "External"));
            }
            xml.empty("Relationship", &attributes);
        });
    });
    xml.finish()
}
