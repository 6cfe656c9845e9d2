//! Comparison operators.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How a value compares with a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Op {
    /// Greater than (`>`).
    #[serde(rename = ">")]
    Gt,
    /// Greater than or equal to (`>=`).
    #[serde(rename = ">=")]
    Ge,
    /// Less than (`<`).
    #[serde(rename = "<")]
    Lt,
    /// Less than or equal to (`<=`).
    #[serde(rename = "<=")]
    Le,
    /// Equal to (`==`).
    #[serde(rename = "==")]
    Eq,
}

impl Op {
    /// Every operator.
    pub const ALL: [Self; 5] = [Self::Gt, Self::Ge, Self::Lt, Self::Le, Self::Eq];

    /// The operator that holds when the two sides change places: `5 < x` is `x > 5`.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Eq => Self::Eq,
        }
    }

    /// The operator as a symbol.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Gt => ">",
            Self::Ge => ">=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Eq => "==",
        }
    }
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.symbol())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mirroring_twice_changes_nothing() {
        for op in Op::ALL {
            assert_eq!(op.mirrored().mirrored(), op);
        }
        assert_eq!(Op::Ge.mirrored(), Op::Le);
    }
}
