//! How a report calls a jurisdiction.

use concord_model::rules::Jurisdiction;
use concord_report::Place;

/// A jurisdiction's names as a report uses them.
pub(crate) fn place(jurisdiction: &Jurisdiction) -> Place {
    Place::new(&jurisdiction.name, &jurisdiction.short, &jurisdiction.adjective)
}
