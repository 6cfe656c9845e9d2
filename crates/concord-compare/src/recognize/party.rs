//! One side of a recognition.

use concord_model::List;
use concord_model::licensing::Licensing;
use concord_model::recognition::Vehicle;
use concord_model::rules::Law;

/// One side with what is held of it.
#[derive(Clone, Debug)]
pub struct Party<'p> {
    /// Its code.
    pub code: String,
    /// Its rules outside the list, where they are described.
    pub law: Option<&'p Law>,
    /// Its list, where it is held.
    pub list: Option<&'p List>,
    /// Its licensing rules, where they are held.
    pub licensing: Option<&'p Licensing>,
    /// The legal vehicles by which it would recognise others.
    pub vehicles: Vec<Vehicle>,
    /// The destinations it is made of: codes of countries (`JP`), one for a country, all members of a bloc.
    pub destinations: Vec<String>,
}

impl Party<'_> {
    /// The code by which the rule layer knows one of its countries (`jp`, `uk`).
    pub(crate) fn country(destination: &str) -> String {
        if destination == "GB" { "uk".to_owned() } else { destination.to_lowercase() }
    }
}
