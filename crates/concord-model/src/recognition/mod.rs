//! Mutual recognition as data: policies that say what a jurisdiction asks of a partner before it recognises its controls, the legal vehicles by
//! which each jurisdiction would do so, and the arrangements that exist.

mod arrangement;
pub(crate) mod form;
mod load;
mod load_policy;
mod policy;
mod share;

pub use arrangement::{Arrangement, Vehicle};
pub use load::{load_arrangements, load_vehicles};
pub use load_policy::load_policy;
pub use policy::{Asked, Demand, Lacking, ListDemand, Object, ObjectPolicy, Policy, Wanted};
pub use share::Share;
