//! Destinations as they are named on the command line.

use concord_model::licensing::{Destination, Destinations};

use crate::failure::Failure;

/// The destinations asked for by code or name, each once, in the order asked; all of them for `all`.
pub(crate) fn places<'d>(asked: &[String], known: &'d Destinations) -> Result<Vec<&'d Destination>, Failure> {
    if asked.iter().any(|to| to.eq_ignore_ascii_case("all")) {
        return Ok(known.iter().collect());
    }
    let mut out: Vec<&Destination> = Vec::new();
    for to in asked {
        let hint = "name it by its two-letter code, such as `jp`";
        let place = known.find(to).ok_or_else(|| Failure::usage(format!("no destination `{to}` is known"), hint))?;
        if !out.contains(&place) {
            out.push(place);
        }
    }
    Ok(out)
}
