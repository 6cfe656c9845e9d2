//! View models and one renderer per format.
