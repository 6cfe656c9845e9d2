//! Divergence rules, findings, fingerprints and baselines.
