//! The words of control lists as data per language: comparators, connectives, spellings, synonyms.
