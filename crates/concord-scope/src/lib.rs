//! The scope of a paragraph as a formula: inclusion, difference, witnesses, and the independent evaluator.
