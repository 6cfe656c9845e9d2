//! Exact quantities: rational numbers as printed, units with dimensions, intervals and interval sets.
//!
//! Nothing here rounds and nothing uses floating point. Units are data: `data/units.yaml`.
//!
//! *Architecture invariant:* this crate does not know what an export control is.

mod constraint;
mod dimension;
mod interval;
mod interval_set;
mod number;
mod op;
mod quantity;
mod unit;

pub use constraint::{Constraint, ConstraintError, Limit};
pub use dimension::{Dimension, Domain};
pub use interval::{Bound, Interval};
pub use interval_set::IntervalSet;
pub use num_bigint::BigInt;
pub use num_rational::BigRational;
pub use number::{Number, NumberError, NumberFormat, superscript_digit};
pub use op::Op;
pub use quantity::Quantity;
pub use unit::Unit;
