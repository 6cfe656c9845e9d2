//! A small writer of SVG: every text and attribute is escaped, every element closed, coordinates rounded to a tenth.

use std::fmt::Write as _;

use super::paint::Paint;
use super::text::{self, Weight};

/// A drawing in the making.
pub(super) struct Svg {
    body: String,
    prefix: String,
    patterns: Vec<Pattern>,
    open_groups: usize,
}

/// A pattern that fills an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pattern {
    /// Lines rising to the right in the colour of the right side, on its tint.
    Right,
    /// Dots in the colour of what each side has more of.
    Both,
    /// Thin lines rising to the right on a faint tint, light enough for text on it: what only the right side holds.
    RightShade,
    /// Thin lines falling to the right: what is not known.
    Open,
    /// Thin lines falling to the right, with nothing behind them: over a colour whose figure is a wide range.
    Wide,
}

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) weight: Weight,
    pub(super) paint: Paint,
}

/// The plain text of charts.
pub(super) const BODY: Type = Type { size: 13.0, weight: Weight::Regular, paint: Paint::Ink };
/// Names and headings.
pub(super) const STRONG: Type = Type { size: 13.0, weight: Weight::Bold, paint: Paint::Ink };
/// Captions, ticks, what is of lesser weight.
pub(super) const SMALL: Type = Type { size: 11.5, weight: Weight::Regular, paint: Paint::Muted };

impl Type {
    /// The width of a text in it, in pixels.
    pub(super) fn width(self, content: &str) -> f64 {
        text::width(content, self.size, self.weight)
    }
}

/// Words of the reader's text alternative.
pub(super) struct Words<'a> {
    pub(super) title: &'a str,
    pub(super) description: &'a str,
}

impl Svg {
    /// A drawing whose identifiers begin with `prefix`.
    pub(super) fn new(prefix: &str) -> Self {
        let prefix: String = prefix.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        Self { body: String::new(), prefix, patterns: Vec::new(), open_groups: 0 }
    }

    /// A filled rectangle.
    pub(super) fn rect(&mut self, at: (f64, f64), size: (f64, f64), paint: Paint) {
        let (x, y, w, h) = (number(at.0), number(at.1), number(size.0), number(size.1));
        let _ = write!(self.body, r#"<rect x="{x}" y="{y}" width="{w}" height="{h}"{}/>"#, fill(paint));
    }

    /// A rectangle filled so faintly that text on it stays legible.
    pub(super) fn tint(&mut self, at: (f64, f64), size: (f64, f64), paint: Paint) {
        let (x, y, w, h) = (number(at.0), number(at.1), number(size.0), number(size.1));
        let _ = write!(self.body, r#"<rect x="{x}" y="{y}" width="{w}" height="{h}" fill-opacity=".16"{}/>"#, fill(paint));
    }

    /// A rectangle filled with a pattern and outlined in a colour.
    pub(super) fn patterned(&mut self, at: (f64, f64), size: (f64, f64), pattern: Pattern) {
        if !self.patterns.contains(&pattern) {
            self.patterns.push(pattern);
        }
        let (x, y, w, h) = (number(at.0), number(at.1), number(size.0), number(size.1));
        let id = format!("{}-{}", self.prefix, pattern.name());
        let _ = write!(self.body, r#"<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="url(#{id})"/>"#);
    }

    /// The outline of a rectangle.
    pub(super) fn frame(&mut self, at: (f64, f64), size: (f64, f64), paint: Paint) {
        let (x, y, w, h) = (number(at.0), number(at.1), number(size.0), number(size.1));
        let _ = write!(self.body, r#"<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="none" stroke-width="1"{}/>"#, stroke(paint));
    }

    /// A straight line; `dash` in the form of `stroke-dasharray`, empty for a full line.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), width: f64, paint: Paint, dash: &str) {
        let (x1, y1, x2, y2) = (number(from.0), number(from.1), number(to.0), number(to.1));
        let dash = if dash.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{}""#, escape(dash)) };
        let width = number(width);
        let _ = write!(self.body, r#"<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke-width="{width}"{dash}{}/>"#, stroke(paint));
    }

    /// A line that leaves and arrives level; `look` is its width, its colour and its dashes.
    pub(super) fn curve(&mut self, from: (f64, f64), to: (f64, f64), look: (f64, Paint, &str)) {
        let middle = number(f64::midpoint(from.0, to.0));
        let (x1, y1, x2, y2) = (number(from.0), number(from.1), number(to.0), number(to.1));
        let dash = if look.2.is_empty() { String::new() } else { format!(r#" stroke-dasharray="{}""#, escape(look.2)) };
        let (width, paint) = (number(look.0), stroke(look.1));
        let _ = write!(
            self.body,
            r#"<path d="M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}" fill="none" stroke-width="{width}"{dash}{paint}/>"#
        );
    }

    /// A filled polygon.
    pub(super) fn polygon(&mut self, points: &[(f64, f64)], paint: Paint) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect();
        let _ = write!(self.body, r#"<polygon points="{}"{}/>"#, points.join(" "), fill(paint));
    }

    /// A filled circle.
    pub(super) fn disc(&mut self, at: (f64, f64), radius: f64, paint: Paint) {
        let (x, y, r) = (number(at.0), number(at.1), number(radius));
        let _ = write!(self.body, r#"<circle cx="{x}" cy="{y}" r="{r}"{}/>"#, fill(paint));
    }

    /// A circle with the ground inside.
    pub(super) fn ring(&mut self, at: (f64, f64), radius: f64, paint: Paint) {
        let (x, y, r) = (number(at.0), number(at.1), number(radius));
        let _ = write!(
            self.body,
            r#"<circle cx="{x}" cy="{y}" r="{r}" class="{} {}" fill="{}" stroke="{}" stroke-width="2"/>"#,
            Paint::Ground.fill_class(),
            paint.stroke_class(),
            Paint::Ground.light(),
            paint.light()
        );
    }

    /// A line of text.
    pub(super) fn text(&mut self, at: (f64, f64), anchor: Anchor, look: Type, content: &str) {
        let (x, y, size) = (number(at.0), number(at.1), number(look.size));
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let weight = if look.weight == Weight::Bold { r#" font-weight="600""# } else { "" };
        let content = escape(content);
        let _ = write!(self.body, r#"<text x="{x}" y="{y}" font-size="{size}"{anchor}{weight}{}>{content}</text>"#, fill(look.paint));
    }

    /// A line of text around its middle, with a rim of the ground that keeps lines behind it off the letters.
    pub(super) fn clear_text(&mut self, at: (f64, f64), look: Type, content: &str) {
        let (x, y, size, content) = (number(at.0), number(at.1), number(look.size), escape(content));
        let (fills, rims) = (look.paint.fill_class(), Paint::Ground.stroke_class());
        let (ink, ground) = (look.paint.light(), Paint::Ground.light());
        let _ = write!(
            self.body,
            r#"<text x="{x}" y="{y}" font-size="{size}" text-anchor="middle" class="{fills} {rims}" fill="{ink}" stroke="{ground}" stroke-width="3" stroke-linejoin="round" stroke-opacity=".85" paint-order="stroke">{content}</text>"#
        );
    }

    /// Begins a part with a name of its own, which a pointer resting on it shows.
    pub(super) fn group(&mut self, name: &str) {
        let _ = write!(self.body, "<g><title>{}</title>", escape(name));
        self.open_groups += 1;
    }

    /// Ends the part begun last.
    pub(super) fn end_group(&mut self) {
        if self.open_groups > 0 {
            self.body.push_str("</g>");
            self.open_groups -= 1;
        }
    }

    /// The drawing as one element; `width` and `height` without the margin around it. The style sheet keeps it from becoming smaller than `least`
    /// hundred pixels on a screen.
    pub(super) fn finish(mut self, (width, height): (f64, f64), least: u32, words: &Words<'_>) -> String {
        while self.open_groups > 0 {
            self.end_group();
        }
        let (x, y, prefix) = (number(-MARGIN), number(-MARGIN), &self.prefix);
        let (w, h) = (number(width + 2.0 * MARGIN), number(height + 2.0 * MARGIN));
        let (title, description) = (escape(words.title), escape(words.description));
        let mut out = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="concord-chart cc-min-{least}" role="img" aria-labelledby="{prefix}-title {prefix}-desc" viewBox="{x} {y} {w} {h}" width="{w}" height="{h}" font-family="{FONTS}">"#
        );
        let _ = write!(out, r#"<title id="{prefix}-title">{title}</title><desc id="{prefix}-desc">{description}</desc>"#);
        self.patterns.sort();
        if !self.patterns.is_empty() {
            out.push_str("<defs>");
            for pattern in &self.patterns {
                let _ = write!(out, "{}", pattern.definition(prefix));
            }
            out.push_str("</defs>");
        }
        let _ = write!(out, r#"<rect x="{x}" y="{y}" width="{w}" height="{h}"{}/>"#, fill(Paint::Ground));
        out.push_str(&self.body);
        out.push_str("</svg>");
        out
    }
}

/// What is left free around every drawing.
pub(super) const MARGIN: f64 = 8.0;

/// Fonts that systems have; the first that is there is used.
const FONTS: &str = "system-ui, 'Segoe UI', 'Liberation Sans', Arial, 'DejaVu Sans', sans-serif";

impl Pattern {
    fn name(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Both => "both",
            Self::RightShade => "right-shade",
            Self::Open => "open",
            Self::Wide => "wide",
        }
    }

    fn definition(self, prefix: &str) -> String {
        let id = format!("{prefix}-{}", self.name());
        let tile = |size: &str, turn: &str, inner: String| {
            format!(r#"<pattern id="{id}" width="{size}" height="{size}" patternUnits="userSpaceOnUse"{turn}>{inner}</pattern>"#)
        };
        let ground = |size: &str, paint: Paint, opacity: &str| {
            format!(r#"<rect width="{size}" height="{size}" fill-opacity="{opacity}"{}/>"#, fill(paint))
        };
        match self {
            Self::Right => tile(
                "6",
                r#" patternTransform="rotate(45)""#,
                format!(r#"{}<rect width="3" height="6"{}/>"#, ground("6", Paint::Right, ".3"), fill(Paint::Right)),
            ),
            Self::RightShade => tile(
                "7",
                r#" patternTransform="rotate(45)""#,
                format!(r#"{}<rect width="1" height="7" fill-opacity=".45"{}/>"#, ground("7", Paint::Right, ".12"), fill(Paint::Right)),
            ),
            Self::Both => {
                tile("6", "", format!(r#"{}<circle cx="3" cy="3" r="1.7"{}/>"#, ground("6", Paint::Both, ".2"), fill(Paint::Both)))
            }
            Self::Wide => tile(
                "6",
                r#" patternTransform="rotate(-45)""#,
                format!(r#"<rect width="1.4" height="6" fill-opacity=".6"{}/>"#, fill(Paint::Ground)),
            ),
            Self::Open => tile(
                "5",
                r#" patternTransform="rotate(-45)""#,
                format!(r#"{}<rect width="1" height="5"{}/>"#, ground("5", Paint::Trough, "1"), fill(Paint::Open)),
            ),
        }
    }
}

fn fill(paint: Paint) -> String {
    format!(r#" class="{}" fill="{}""#, paint.fill_class(), paint.light())
}

fn stroke(paint: Paint) -> String {
    format!(r#" class="{}" stroke="{}""#, paint.stroke_class(), paint.light())
}

/// A coordinate rounded to a tenth, without a needless point or sign.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A text as it may stand inside an element or an attribute; characters that hide or turn the direction of writing are shown by their number.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if crate::escape::is_mark(c) || matches!(c, '\u{fffe}' | '\u{ffff}') => crate::escape::push_number(&mut out, c),
            c if c.is_control() || c == '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_identifiers_cannot_break_out() {
        let mut svg = Svg::new("f\"><script>");
        svg.group("a</title>");
        svg.text((0.0, 10.0), Anchor::Start, BODY, "<b>&\u{202e}\u{0}\"'");
        let out = svg.finish((10.0, 20.0), 3, &Words { title: "t<", description: "d>" });
        assert!(!out.contains("<script") && !out.contains("<b>") && !out.contains('\u{202e}') && !out.contains('\u{0}'), "{out}");
        assert!(out.contains("&lt;b&gt;&amp;U+202E &quot;&#39;") && out.ends_with("</g></svg>"), "{out}");
    }

    #[test]
    fn coordinates_are_short() {
        assert_eq!([0.0, -0.04, 12.0, 12.34, -1.25].map(number), ["0", "0", "12", "12.3", "-1.2"]);
    }
}
