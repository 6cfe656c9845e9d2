//! Adapters: one module per official format, each reads its format into a [`Document`](crate::document::Document).
