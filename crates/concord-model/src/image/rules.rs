//! The rule layer, packed for embedding: mark, version, length, checksum, then the layer in the wire form, deflated.

use std::io::{Read as _, Write as _};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::image::{ImageError, MAX_SECTION, crc, number};
use crate::rules::RuleLayer;

const MARK: &[u8; 4] = b"CCRL";
/// Grows with every change of the wire form.
const VERSION: u8 = 1;
/// The mark, the version, the unpacked length and the checksum.
const PREAMBLE: usize = 13;

/// Packs the rule layer. The same layer gives the same bytes.
pub fn encode_rules(layer: &RuleLayer) -> Result<Vec<u8>, ImageError> {
    let unpackable = || ImageError::Unpackable("rule layer".to_owned());
    let raw = postcard::to_stdvec(layer).map_err(|_| unpackable())?;
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(&raw).and_then(|()| encoder.finish()).map_err(|_| unpackable())?;
    let mut out = MARK.to_vec();
    out.push(VERSION);
    out.extend(u32::try_from(raw.len()).map_err(|_| unpackable())?.to_le_bytes());
    out.extend(crc(&packed).to_le_bytes());
    out.extend(packed);
    Ok(out)
}

/// Unpacks the rule layer.
pub fn decode_rules(bytes: &[u8]) -> Result<RuleLayer, ImageError> {
    let rest = bytes.strip_prefix(MARK).ok_or(ImageError::NotAnImage)?;
    match rest.first() {
        Some(&VERSION) => {}
        Some(&other) => return Err(ImageError::Version(other)),
        None => return Err(ImageError::Damaged),
    }
    let unpacked = number(bytes, 5)?;
    let packed = bytes.get(PREAMBLE..).ok_or(ImageError::Damaged)?;
    if crc(packed) != number(bytes, 9)? || unpacked > MAX_SECTION {
        return Err(ImageError::Damaged);
    }
    let mut raw = Vec::new();
    DeflateDecoder::new(packed).take(u64::from(unpacked)).read_to_end(&mut raw).map_err(|_| ImageError::Damaged)?;
    if raw.len() != unpacked as usize {
        return Err(ImageError::Damaged);
    }
    postcard::from_bytes(&raw).map_err(|_| ImageError::Damaged)
}
