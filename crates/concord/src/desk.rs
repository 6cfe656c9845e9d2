//! The files of the analyst's desk: accepted findings, records on findings, an earlier edition.

use std::fs;
use std::path::Path;

use concord_compare::{Baseline, BaselineError, Comparison, PastEdition, Reviews};

use crate::failure::Failure;
use crate::problem::Problem;

/// Reads a baseline.
pub(crate) fn baseline(path: &Path) -> Result<Baseline, Failure> {
    let text = fs::read_to_string(path).map_err(|error| Failure::io("read", path, &error))?;
    let hint = |error: &BaselineError| match error {
        BaselineError::Form(_) => "a baseline is `accepted:` with a list of `id`, `reason` and `until: YYYY-MM-DD`",
        BaselineError::NoReason(_) => "",
    };
    Baseline::parse(&text).map_err(|error| {
        let hint = hint(&error).to_owned();
        Failure::Input(vec![Problem { file: path.display().to_string(), ..Problem::new(error.to_string(), hint) }])
    })
}

/// Reads analysts' records.
pub(crate) fn reviews(path: &Path) -> Result<Reviews, Failure> {
    let file = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| Failure::io("read", path, &error))?;
    let reviews: Reviews = serde_yaml::from_str(&text).map_err(|error| Failure::Input(vec![Problem::from_yaml(&file, &text, &error)]))?;
    reviews.checked().map_err(|error| {
        let hint = "each record has `id`, `reviewer`, `on: YYYY-MM-DD`, `verdict: confirmed` or `contested`, and perhaps `materiality`, `line`, `note`";
        Failure::Input(vec![Problem { file, ..Problem::new(error.to_string(), hint) }])
    })
}

/// Reads an earlier edition of a comparison of the same two jurisdictions.
pub(crate) fn previous(path: &Path, now: &Comparison) -> Result<PastEdition, Failure> {
    let file = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| Failure::io("read", path, &error))?;
    let hint = "an earlier edition is what `concord compare A B --format json --output FILE` wrote";
    let refuse = |line: usize, column: usize, message: String| {
        Failure::Input(vec![Problem { file: file.clone(), line, column, ..Problem::new(message, hint) }])
    };
    let past: PastEdition = serde_json::from_str(&text)
        .map_err(|error| refuse(error.line(), error.column(), format!("this is no comparison as JSON: {error}")))?;
    let pair = (past.left.jurisdiction.as_str(), past.right.jurisdiction.as_str());
    if pair != (now.left.jurisdiction.as_str(), now.right.jurisdiction.as_str()) {
        return Err(refuse(0, 0, format!("this edition compares {} and {}, in this order", pair.0, pair.1)));
    }
    Ok(past)
}
