//! From the bytes of an input file to its text.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::ImportError;

/// No official text comes near this size; a compressed file that grows beyond it is refused.
const MAX_BYTES: u64 = 200 * 1024 * 1024;

/// The text of a file that is plain or compressed with gzip, in UTF-8; a byte-order mark is dropped.
pub(super) fn text(name: &str, bytes: &[u8]) -> Result<String, ImportError> {
    let bytes = if bytes.starts_with(&[0x1f, 0x8b]) { &gunzip(name, bytes)? } else { bytes };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::new(name, "the file is empty", "fetch the official text again"));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(at) = bytes.iter().position(|b| *b == 0) {
        let (line, column) = position(bytes, at);
        return Err(ImportError::new(
            name,
            "the file holds binary data or UTF-16",
            "give a text file in UTF-8, plain or compressed with gzip",
        )
        .at(line, column));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let (line, column) = position(bytes, error.valid_up_to());
            Err(ImportError::new(name, "the text is not UTF-8", "convert it to UTF-8 and try again").at(line, column))
        }
    }
}

fn gunzip(name: &str, bytes: &[u8]) -> Result<Vec<u8>, ImportError> {
    let mut out = Vec::new();
    MultiGzDecoder::new(bytes).take(MAX_BYTES + 1).read_to_end(&mut out).map_err(|error| {
        ImportError::new(name, format!("the gzip data cannot be unpacked: {error}"), "the file is truncated or damaged: fetch it again")
    })?;
    if out.len() as u64 > MAX_BYTES {
        return Err(ImportError::new(
            name,
            format!("the gzip data unpacks to more than {} MB", MAX_BYTES / 1024 / 1024),
            "this is no official text: check where the file comes from",
        ));
    }
    Ok(out)
}

/// Line and column (in bytes) of an offset, both from 1.
fn position(bytes: &[u8], at: usize) -> (usize, usize) {
    let before = bytes.get(..at).unwrap_or(bytes);
    let line = before.iter().fold(1, |n, b| n + usize::from(*b == b'\n'));
    let column = before.iter().rev().take_while(|b| **b != b'\n').count() + 1;
    (line, column)
}
