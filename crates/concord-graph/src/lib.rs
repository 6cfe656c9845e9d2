//! The concept graph and the alignment of two regimes.
