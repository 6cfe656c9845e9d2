//! Questions to the concept graph.

mod correspondence;
mod counterparts;
mod cycles;
mod find;
mod implementing;
mod orphans;
mod path;
mod thresholds;

pub use correspondence::{Correspondence, correspondence};
pub use counterparts::{Counterpart, counterparts};
pub use cycles::{Step, cycles};
pub use find::{Found, find};
pub use implementing::{Implementing, implementing, unilateral};
pub use orphans::{Orphan, orphans};
pub use path::path;
pub use thresholds::{Threshold, thresholds};
