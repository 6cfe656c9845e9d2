//! Exact quantities: rational numbers as printed, units with dimensions, intervals and interval sets.
