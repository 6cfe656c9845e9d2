//! The colours of charts: light ones as attributes, and a style sheet that follows the page.
//!
//! Left is blue and plain, right is orange and hatched, both more is violet and dotted: the pairs keep apart for readers who are blind to some colours, and
//! their patterns keep apart in greyscale. Every text has a contrast of at least 4.5 to 1 with what lies behind it, light and dark.

/// A colour by its use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// What lies behind the whole drawing.
    Ground,
    /// Text and marks.
    Ink,
    /// Text of lesser weight.
    Muted,
    /// Lines that only guide the eye.
    Hair,
    /// The area behind bars.
    Trough,
    /// The left side.
    Left,
    /// The right side.
    Right,
    /// Each side more in part.
    Both,
    /// What is not decided or not known.
    Open,
    /// What is the same on both sides.
    Alike,
    /// Text on the left side's colour.
    OnLeft,
    /// A step of a scale, 1 to 6, on which ink is legible.
    Ramp(u8),
}

impl Paint {
    /// The light colour.
    pub(super) fn light(self) -> &'static str {
        self.row().1
    }

    /// The class whose rule in the style sheet gives the colour as a fill.
    pub(super) fn fill_class(self) -> &'static str {
        self.row().2
    }

    /// The class whose rule gives the colour as a stroke.
    pub(super) fn stroke_class(self) -> &'static str {
        self.row().3
    }

    fn row(self) -> (Self, &'static str, &'static str, &'static str) {
        ROWS.into_iter().find(|row| row.0 == self).unwrap_or(ROWS[0])
    }
}

/// The steps of [`Paint::Ramp`].
pub(super) const STEPS: u8 = 6;

const ROWS: [(Paint, &str, &str, &str); 17] = [
    (Paint::Ground, "#ffffff", "cc-ground", "cc-ground-line"),
    (Paint::Ink, "#1b2129", "cc-ink", "cc-ink-line"),
    (Paint::Muted, "#535d69", "cc-muted", "cc-muted-line"),
    (Paint::Hair, "#c6ccd4", "cc-hair", "cc-hair-line"),
    (Paint::Trough, "#f0f2f5", "cc-trough", "cc-trough-line"),
    (Paint::Left, "#1f5b99", "cc-left", "cc-left-line"),
    (Paint::Right, "#b5510d", "cc-right", "cc-right-line"),
    (Paint::Both, "#6d4591", "cc-both", "cc-both-line"),
    (Paint::Open, "#8b95a1", "cc-open", "cc-open-line"),
    (Paint::Alike, "#d5dae0", "cc-alike", "cc-alike-line"),
    (Paint::OnLeft, "#ffffff", "cc-on-left", "cc-on-left-line"),
    (Paint::Ramp(1), "#f4f7fb", "cc-ramp-1", "cc-ramp-1-line"),
    (Paint::Ramp(2), "#dfeaf5", "cc-ramp-2", "cc-ramp-2-line"),
    (Paint::Ramp(3), "#c5daee", "cc-ramp-3", "cc-ramp-3-line"),
    (Paint::Ramp(4), "#a6c7e5", "cc-ramp-4", "cc-ramp-4-line"),
    (Paint::Ramp(5), "#83b1da", "cc-ramp-5", "cc-ramp-5-line"),
    (Paint::Ramp(6), "#5f9ad0", "cc-ramp-6", "cc-ramp-6-line"),
];

/// The style sheet of the charts in a page: the classes take their colours from custom properties, which a page may set on `.concord-chart`.
///
/// The rules stand inside `@media`, for programs that draw SVG without knowing custom properties; those skip them and use the attributes.
pub const STYLE: &str = include_str!("style.css");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_has_its_rules_and_its_light_value_in_the_style_sheet() {
        for (paint, light, fill, stroke) in ROWS {
            let name = fill.trim_start_matches("cc-");
            assert!(STYLE.contains(&format!(".{fill}{{fill:var(--cc-{name})}}")), "{paint:?}");
            assert!(STYLE.contains(&format!(".{stroke}{{stroke:var(--cc-{name})}}")), "{paint:?}");
            assert!(STYLE.contains(&format!("--cc-{name}:{light}")), "{paint:?}");
        }
    }

    #[test]
    fn every_least_width_has_its_rule() {
        for least in 3..=super::super::LARGEST_LEAST {
            assert!(STYLE.contains(&format!(".cc-min-{least}{{min-width:{least}00px}}")), "{least}");
        }
    }

    /// Relative luminance after WCAG 2.2 of a colour `#rrggbb`.
    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let v = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    /// The colours of one theme: the first is the light one, the second the dark one.
    fn theme(nth: usize, name: &str) -> String {
        let key = format!("--cc-{name}:");
        STYLE.match_indices(&key).nth(nth).map(|(at, _)| STYLE[at + key.len()..at + key.len() + 7].to_owned()).unwrap()
    }

    #[test]
    fn texts_have_enough_contrast_and_marks_too_light_and_dark() {
        for nth in [0, 1] {
            let contrast = |a: &str, b: &str| {
                let (a, b) = (luminance(&theme(nth, a)), luminance(&theme(nth, b)));
                (a.max(b) + 0.05) / (a.min(b) + 0.05)
            };
            for (text, ground) in [
                ("ink", "ground"),
                ("muted", "ground"),
                ("ink", "trough"),
                ("muted", "trough"),
                ("ink", "alike"),
                ("on-left", "left"),
                ("ink", "ramp-1"),
                ("ink", "ramp-6"),
            ] {
                assert!(contrast(text, ground) >= 4.5, "{text} on {ground}, theme {nth}: {}", contrast(text, ground));
            }
            for mark in ["left", "right", "both", "open"] {
                assert!(contrast(mark, "ground") >= 3.0, "{mark}, theme {nth}: {}", contrast(mark, "ground"));
            }
        }
    }
}
