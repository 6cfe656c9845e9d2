//! What the patterns of bars mean.

use super::paint::Paint;
use super::svg::{Anchor, Pattern, SMALL, Svg};

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// The left side is stricter.
    Left,
    /// The right side is stricter.
    Right,
    /// Each side is in part, or they differ otherwise.
    Both,
    /// Both sides are alike.
    Alike,
    /// Not decided, or not known.
    Open,
}

impl Fill {
    /// Fills a rectangle.
    pub(super) fn bar(self, svg: &mut Svg, at: (f64, f64), size: (f64, f64)) {
        let (pattern, edge) = match self {
            Self::Left => return svg.rect(at, size, Paint::Left),
            Self::Right => (Pattern::Right, Paint::Right),
            Self::Both => (Pattern::Both, Paint::Both),
            Self::Open => (Pattern::Open, Paint::Open),
            Self::Alike => {
                svg.rect(at, size, Paint::Alike);
                return svg.frame((at.0 + 0.5, at.1 + 0.5), (size.0 - 1.0, size.1 - 1.0), Paint::Open);
            }
        };
        svg.patterned(at, size, pattern);
        svg.frame((at.0 + 0.5, at.1 + 0.5), ((size.0 - 1.0).max(0.0), size.1 - 1.0), edge);
    }
}

/// Draws swatches with their words from `y` downwards, in lines no wider than `width`; gives the place below them.
pub(super) fn draw(svg: &mut Svg, entries: &[(Fill, String)], y: f64, width: f64) -> f64 {
    let (mut x, mut y) = (0.0, y);
    for (fill, words) in entries {
        let room = 24.0 + SMALL.width(words) + 14.0;
        if x > 0.0 && x + room - 14.0 > width {
            (x, y) = (0.0, y + 20.0);
        }
        fill.bar(svg, (x, y), (18.0, 13.0));
        svg.text((x + 24.0, y + 11.0), Anchor::Start, SMALL, words);
        x += room;
    }
    y + 20.0
}
