//! The data image: lists packed for embedding, each in a section of its own, so that a command unpacks only what it uses.
//!
//! Layout: the mark, a version byte, the length and checksum of the directory, the directory, the sections one after the other. All integers
//! are little-endian. A section is a [`List`] in the wire form, deflated.

mod interner;
mod pack;
mod rules;
mod unpack;
mod wire;

use std::io::{Read as _, Write as _};

use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use rules::{decode_rules, encode_rules};

use crate::List;

const MARK: &[u8; 4] = b"CCDI";
/// Grows with every change of the wire form.
const VERSION: u8 = 1;
/// The mark, the version, the directory's length and checksum.
const PREAMBLE: usize = 13;
/// The largest section that is unpacked, in bytes.
const MAX_SECTION: u32 = 256 << 20;

/// Why an image cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImageError {
    /// It does not begin like an image.
    #[error("this is no data image")]
    NotAnImage,
    /// It was made by another version of the program.
    #[error("the data image has version {0}, not {VERSION}; make it again")]
    Version(u8),
    /// It is cut off or altered.
    #[error("the data image is damaged; make it again")]
    Damaged,
    /// It could not be packed.
    #[error("the list `{0}` cannot be packed")]
    Unpackable(String),
}

/// One list of an image.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The list's jurisdiction.
    pub jurisdiction: String,
    /// The list's identifier.
    pub list: String,
    /// The list's title.
    pub title: String,
    /// The date as of which the list holds.
    pub as_of: Date,
    /// Bytes from the end of the directory.
    start: u32,
    /// Bytes, packed.
    length: u32,
    /// Bytes, unpacked.
    unpacked: u32,
    /// CRC-32 of the packed bytes.
    checksum: u32,
}

/// An image whose directory has been read; its lists unpack on demand.
#[derive(Clone, Debug)]
pub struct Image<'a> {
    sections: Vec<Section>,
    body: &'a [u8],
}

/// Packs lists into an image. The same lists give the same bytes.
pub fn encode(lists: &[List]) -> Result<Vec<u8>, ImageError> {
    let mut sections = Vec::new();
    let mut body = Vec::new();
    for list in lists {
        let unpackable = || ImageError::Unpackable(list.id.clone());
        let size = |n: usize| u32::try_from(n).map_err(|_| unpackable());
        let wire = pack::pack(list).ok_or_else(unpackable)?;
        let raw = postcard::to_stdvec(&wire).map_err(|_| unpackable())?;
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        let packed = encoder.write_all(&raw).and_then(|()| encoder.finish()).map_err(|_| unpackable())?;
        sections.push(Section {
            jurisdiction: list.jurisdiction.clone(),
            list: list.id.clone(),
            title: list.title.clone(),
            as_of: list.as_of,
            start: size(body.len())?,
            length: size(packed.len())?,
            unpacked: size(raw.len())?,
            checksum: crc(&packed),
        });
        body.extend(packed);
    }
    let directory = postcard::to_stdvec(&sections).map_err(|_| ImageError::Damaged)?;
    let length = u32::try_from(directory.len()).map_err(|_| ImageError::Damaged)?;
    let mut out = MARK.to_vec();
    out.push(VERSION);
    out.extend(length.to_le_bytes());
    out.extend(crc(&directory).to_le_bytes());
    out.extend(directory);
    out.extend(body);
    Ok(out)
}

/// Unpacks every list of an image.
pub fn decode(bytes: &[u8]) -> Result<Vec<List>, ImageError> {
    let image = Image::open(bytes)?;
    image.sections().iter().map(|s| image.list(s)).collect()
}

impl<'a> Image<'a> {
    /// Reads the directory of an image.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImageError> {
        let rest = bytes.strip_prefix(MARK).ok_or(ImageError::NotAnImage)?;
        match rest.first() {
            Some(&VERSION) => {}
            Some(&other) => return Err(ImageError::Version(other)),
            None => return Err(ImageError::Damaged),
        }
        let length = number(bytes, 5)? as usize;
        let checksum = number(bytes, 9)?;
        let end = PREAMBLE.checked_add(length).ok_or(ImageError::Damaged)?;
        let directory = bytes.get(PREAMBLE..end).ok_or(ImageError::Damaged)?;
        if crc(directory) != checksum {
            return Err(ImageError::Damaged);
        }
        let sections = postcard::from_bytes(directory).map_err(|_| ImageError::Damaged)?;
        Ok(Self { sections, body: bytes.get(end..).unwrap_or_default() })
    }

    /// The lists it holds.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Unpacks one list.
    pub fn list(&self, section: &Section) -> Result<List, ImageError> {
        let start = section.start as usize;
        let end = start.checked_add(section.length as usize).ok_or(ImageError::Damaged)?;
        let packed = self.body.get(start..end).ok_or(ImageError::Damaged)?;
        if crc(packed) != section.checksum || section.unpacked > MAX_SECTION {
            return Err(ImageError::Damaged);
        }
        let mut raw = Vec::new();
        let mut decoder = DeflateDecoder::new(packed).take(u64::from(section.unpacked));
        decoder.read_to_end(&mut raw).map_err(|_| ImageError::Damaged)?;
        if raw.len() != section.unpacked as usize {
            return Err(ImageError::Damaged);
        }
        let packed = postcard::from_bytes(&raw).map_err(|_| ImageError::Damaged)?;
        unpack::unpack(packed).ok_or(ImageError::Damaged)
    }
}

fn number(bytes: &[u8], at: usize) -> Result<u32, ImageError> {
    let four = bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).ok_or(ImageError::Damaged)?;
    Ok(u32::from_le_bytes(four))
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}
