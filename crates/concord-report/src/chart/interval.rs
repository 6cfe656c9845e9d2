//! The values that two limits on one parameter hold: two bars on one axis, what one side alone holds shaded, the witness as a dot.

use concord_compare::{End, Stretch, ValueSets, Witness};
use num_rational::BigRational;

use super::paint::Paint;
use super::scale::Scale;
use super::svg::{Anchor, BODY, Pattern, SMALL, STRONG, Svg, Words};
use super::text::{self, Weight};
use super::{Chart, Table};
use crate::lang::Texts;

/// What an interval picture shows.
#[derive(Clone, Copy, Debug)]
pub struct IntervalChart<'a> {
    /// Begins every identifier inside the drawing; must differ from chart to chart in one page (`i-d08fb027401c`).
    pub prefix: &'a str,
    /// The parameter, as findings call it.
    pub parameter: &'a str,
    /// The values of both sides.
    pub sets: &'a ValueSets,
    /// The left side.
    pub left: IntervalSide<'a>,
    /// The right side.
    pub right: IntervalSide<'a>,
    /// Items that one side alone lists.
    pub witnesses: &'a [WitnessMark],
}

/// One side of an interval picture.
#[derive(Clone, Copy, Debug)]
pub struct IntervalSide<'a> {
    /// Its name in headings (`EU`).
    pub name: &'a str,
    /// Its name inside a sentence (`the EU`).
    pub phrase: &'a str,
    /// The code of the paragraph that sets the limit.
    pub code: &'a str,
}

/// The value of a witness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessMark {
    /// The value in the unit of the sets.
    pub value: BigRational,
    /// The value with its unit.
    pub printed: String,
    /// Whether the left side lists the item; else the right one does.
    pub left: bool,
}

impl WitnessMark {
    /// The values of some witnesses for a parameter, as far as they stand on the axis of the sets and show the difference there: a witness that
    /// both paragraphs would hold by this parameter owes its proof to something else.
    pub fn all(sets: &ValueSets, parameter: &str, witnesses: &[Witness]) -> Vec<Self> {
        let of = |witness: &Witness| {
            let stated = witness.values.iter().find(|value| value.parameter == parameter)?;
            let (value, left) = (sets.value(&stated.value)?, witness.listed_on == "left");
            let only = if left { &sets.only_left } else { &sets.only_right };
            let shows = only.iter().any(|stretch| stretch.holds(&value));
            shows.then(|| Self { value, printed: stated.value.clone(), left })
        };
        witnesses.iter().filter_map(of).collect()
    }
}

const WIDTH: f64 = 420.0;
/// Heights of the two bars' middles, and of the axis.
const BARS: [f64; 2] = [32.0, 80.0];
const AXIS: f64 = 108.0;
/// Half the height of a bar.
const HALF: f64 = 5.5;
const LEGEND_STEP: f64 = 19.0;

impl IntervalChart<'_> {
    /// Draws it, with words in the language of `texts`.
    pub fn chart(&self, texts: &Texts) -> Chart {
        let title = texts.get("chart-interval-title", &[("parameter", self.parameter.into())]);
        let description = self.description(texts);
        let mut drawing = Drawing::new(self, texts);
        drawing.shades();
        drawing.drops();
        drawing.bars();
        drawing.axis();
        drawing.marks();
        let height = drawing.legend();
        Chart {
            svg: drawing.svg.finish((WIDTH, height), 3, &Words { title: &title, description: &description }),
            width: super::pixels(WIDTH),
            height: super::pixels(height),
            min_width: 300,
            title,
            description,
            table: self.table(texts),
        }
    }

    fn sides(&self) -> [(IntervalSide<'_>, &[Stretch], &[Stretch]); 2] {
        [(self.left, &self.sets.left, &self.sets.only_left), (self.right, &self.sets.right, &self.sets.only_right)]
    }

    fn description(&self, texts: &Texts) -> String {
        let mut out = Vec::new();
        for (side, own, _) in self.sides() {
            let values = stretches(own, texts);
            out.push(
                texts.get("chart-interval-side", &[("side", side.name.into()), ("code", side.code.into()), ("values", values.into())]),
            );
        }
        for (left, only) in [(true, &self.sets.only_left), (false, &self.sets.only_right)] {
            if !only.is_empty() {
                let within = self.within(left, texts);
                out.push(texts.get("chart-interval-only", &[("within", within.into()), ("values", stretches(only, texts).into())]));
            }
        }
        out.extend(self.witnesses.iter().map(|witness| format!("{}.", self.witness(witness, texts))));
        out.join(" ")
    }

    /// What a shade means. It speaks of the two paragraphs alone: what a whole list controls is said by findings with their witnesses.
    fn within(&self, left: bool, texts: &Texts) -> String {
        let (side, other) = if left { (self.left, self.right) } else { (self.right, self.left) };
        let names = [("side", side.name), ("code", side.code), ("other", other.name), ("other_code", other.code)];
        texts.get("chart-interval-within", &names.map(|(key, words)| (key, words.into())))
    }

    fn witness(&self, witness: &WitnessMark, texts: &Texts) -> String {
        let side = if witness.left { self.left } else { self.right };
        texts.get("chart-interval-witness", &[("value", pretty(&witness.printed).into()), ("who", side.phrase.into())])
    }

    fn table(&self, texts: &Texts) -> Table {
        let headers = [
            texts.get("chart-side", &[]),
            texts.get("chart-paragraph", &[]),
            texts.get("chart-values", &[]),
            texts.get("chart-values-only", &[]),
        ];
        let row = |(side, own, only): (IntervalSide<'_>, &[Stretch], &[Stretch])| {
            let only = if only.is_empty() { texts.get("chart-none", &[]) } else { stretches(only, texts) };
            vec![side.name.to_owned(), side.code.to_owned(), stretches(own, texts), only]
        };
        Table { headers: headers.to_vec(), rows: self.sides().map(row).to_vec() }
    }
}

struct Drawing<'a> {
    chart: &'a IntervalChart<'a>,
    texts: &'a Texts,
    svg: Svg,
    scale: Scale,
    /// Where the axis begins and ends.
    ends: (f64, f64),
}

impl<'a> Drawing<'a> {
    fn new(chart: &'a IntervalChart<'a>, texts: &'a Texts) -> Self {
        let bounds = chart.sets.left.iter().chain(&chart.sets.right).flat_map(|s| [&s.low, &s.high]).flatten().map(|end| &end.value);
        let scale = Scale::around(bounds.chain(chart.witnesses.iter().map(|w| &w.value)));
        let name = |side: IntervalSide<'_>| STRONG.width(side.name).max(SMALL.width(side.code));
        let column = name(chart.left).max(name(chart.right)).clamp(40.0, 124.0);
        Self { chart, texts, svg: Svg::new(chart.prefix), scale, ends: (column + 24.0, WIDTH - 18.0) }
    }

    fn x(&self, value: &BigRational) -> f64 {
        self.ends.0 + self.scale.place(value) * (self.ends.1 - self.ends.0)
    }

    /// Where a stretch begins and ends; a stretch without an end reaches the edge.
    fn span(&self, stretch: &Stretch) -> (f64, f64) {
        let low = stretch.low.as_ref().map_or(self.ends.0, |end| self.x(&end.value));
        let high = stretch.high.as_ref().map_or(self.ends.1, |end| self.x(&end.value));
        (low, high)
    }

    /// What one side alone holds, behind both bars.
    fn shades(&mut self) {
        let top = BARS[0] - 26.0;
        for (only, paint) in [(&self.chart.sets.only_left, Paint::Left), (&self.chart.sets.only_right, Paint::Right)] {
            for stretch in only {
                let (low, high) = self.span(stretch);
                // What is a single value still shows.
                let (low, high) = if high - low < 3.0 { (low - 1.5, low + 1.5) } else { (low, high) };
                self.shade((low, top), (high - low, AXIS - top), paint);
                for (end, x) in [(&stretch.low, low), (&stretch.high, high)] {
                    if end.is_some() {
                        self.svg.line((x, top), (x, AXIS), 1.0, paint, "3 3");
                    }
                }
            }
        }
    }

    fn shade(&mut self, at: (f64, f64), size: (f64, f64), paint: Paint) {
        if paint == Paint::Right { self.svg.patterned(at, size, Pattern::RightShade) } else { self.svg.tint(at, size, paint) }
    }

    fn bars(&mut self) {
        for (nth, (side, own, _)) in self.chart.sides().into_iter().enumerate() {
            let y = BARS[nth];
            let room = self.ends.0 - 24.0;
            self.svg.text((0.0, y + 1.0), Anchor::Start, STRONG, &text::fit(side.name, room, STRONG.size, Weight::Bold));
            self.svg.text((0.0, y + 16.0), Anchor::Start, SMALL, &text::fit(side.code, room, SMALL.size, Weight::Regular));
            self.svg.rect((self.ends.0, y - 1.5), (self.ends.1 - self.ends.0, 3.0), Paint::Trough);
            for stretch in own {
                self.bar(stretch, y, nth == 0);
            }
            self.end_labels(own, y);
        }
    }

    fn bar(&mut self, stretch: &Stretch, y: f64, left: bool) {
        let (low, high) = self.span(stretch);
        let paint = if left { Paint::Left } else { Paint::Right };
        let (at, size) = ((low, y - HALF), ((high - low).max(1.0), 2.0 * HALF));
        if left {
            self.svg.rect(at, size, paint);
        } else {
            self.svg.patterned(at, size, Pattern::Right);
            self.svg.frame(at, size, paint);
        }
        for (end, x, outward) in [(&stretch.low, low, -1.0), (&stretch.high, high, 1.0)] {
            match end {
                Some(end) if end.closed => self.svg.disc((x, y), 6.5, paint),
                Some(_) => self.svg.ring((x, y), 5.5, paint),
                None => self.svg.polygon(&[(x, y - 9.0), (x + outward * 11.0, y), (x, y + 9.0)], paint),
            }
        }
    }

    /// The limits above a bar, each beside its end and inside; all in one where they would overlap.
    fn end_labels(&mut self, own: &[Stretch], y: f64) {
        let mut labels: Vec<(f64, String)> = Vec::new();
        for stretch in own {
            let (low, high) = self.span(stretch);
            match (&stretch.low, &stretch.high) {
                (Some(a), Some(b)) if a.value == b.value => labels.push((low, format!("= {}", pretty(&a.printed)))),
                (a, b) => {
                    let inside = |words: &String| BODY.width(words) / 2.0;
                    labels.extend(a.as_ref().map(low_words).map(|words| (low + inside(&words), words)));
                    labels.extend(b.as_ref().map(high_words).map(|words| (high - inside(&words), words)));
                }
            }
        }
        if labels.is_empty() {
            labels.push((f64::midpoint(self.ends.0, self.ends.1), stretches(own, self.texts)));
        }
        let place = |x: f64, label: &str| {
            let half = BODY.width(label) / 2.0;
            let first = self.ends.0 - 8.0 + half;
            let middle = x.clamp(first, (self.ends.1 + 16.0 - half).max(first));
            (middle - half, middle + half)
        };
        let mut placed: Vec<((f64, f64), String)> = labels.iter().map(|(x, label)| (place(*x, label), label.clone())).collect();
        if placed.windows(2).any(|pair| pair[0].0.1 + 8.0 > pair[1].0.0) {
            let all = stretches(own, self.texts);
            let middle = f64::midpoint(labels[0].0, labels[labels.len() - 1].0);
            placed = vec![(place(middle, &all), all)];
        }
        for ((low, high), label) in placed {
            self.svg.clear_text((f64::midpoint(low, high), y - 12.0), BODY, &label);
        }
    }

    fn axis(&mut self) {
        self.svg.line((self.ends.0, AXIS), (self.ends.1, AXIS), 1.0, Paint::Open, "");
        let mut free = f64::NEG_INFINITY;
        for (place, label) in self.scale.ticks(5) {
            let x = self.ends.0 + place * (self.ends.1 - self.ends.0);
            let half = SMALL.width(&label) / 2.0;
            if x - half < free {
                continue;
            }
            free = x + half + 8.0;
            self.svg.line((x, AXIS), (x, AXIS + 4.0), 1.0, Paint::Open, "");
            self.svg.text((x, AXIS + 17.0), Anchor::Middle, SMALL, &label);
        }
    }

    /// From each witness down to its value on the axis.
    fn drops(&mut self) {
        for witness in self.chart.witnesses {
            let x = self.x(&witness.value);
            self.svg.line((x, BARS[usize::from(!witness.left)]), (x, AXIS), 1.2, Paint::Ink, "1 3");
        }
    }

    /// The dots of the witnesses, on the bar of the side that lists them.
    fn marks(&mut self) {
        for witness in self.chart.witnesses {
            let (x, y) = (self.x(&witness.value), BARS[usize::from(!witness.left)]);
            self.svg.disc((x, y), 6.5, Paint::Ground);
            self.svg.disc((x, y), 4.5, Paint::Ink);
        }
    }

    /// What the axis, the shade and the dots mean; gives the height of the whole.
    fn legend(&mut self) -> f64 {
        let chart = self.chart;
        let mut axis = chart.parameter.to_owned();
        if !chart.sets.unit.is_empty() {
            axis = self.texts.get("chart-interval-axis", &[("parameter", axis.into()), ("unit", pretty(&chart.sets.unit).into())]);
        }
        if self.scale.is_logarithmic() {
            axis = self.texts.get("chart-logarithmic", &[("axis", axis.into())]);
        }
        let mut y = AXIS + 35.0;
        for line in text::wrap_to(&axis, WIDTH, SMALL.size, Weight::Regular, 3) {
            self.svg.text((0.0, y), Anchor::Start, SMALL, &line);
            y += 15.0;
        }
        y += 5.0;
        for (only, paint) in [(&chart.sets.only_left, Paint::Left), (&chart.sets.only_right, Paint::Right)] {
            if only.is_empty() {
                continue;
            }
            self.shade((0.0, y - 11.0), (16.0, 13.0), paint);
            self.svg.line((0.5, y - 11.0), (0.5, y + 2.0), 1.0, paint, "3 3");
            self.svg.line((15.5, y - 11.0), (15.5, y + 2.0), 1.0, paint, "3 3");
            y = self.legend_line(y, &chart.within(paint == Paint::Left, self.texts));
        }
        for witness in chart.witnesses {
            self.svg.disc((8.0, y - 4.5), 4.5, Paint::Ink);
            y = self.legend_line(y, &chart.witness(witness, self.texts));
        }
        y - LEGEND_STEP + 8.0
    }

    fn legend_line(&mut self, y: f64, words: &str) -> f64 {
        let mut y = y;
        for line in text::wrap_to(words, WIDTH - 26.0, BODY.size, Weight::Regular, 3) {
            self.svg.text((24.0, y), Anchor::Start, BODY, &line);
            y += LEGEND_STEP;
        }
        y
    }
}

fn low_words(end: &End) -> String {
    format!("{} {}", if end.closed { "≥" } else { ">" }, pretty(&end.printed))
}

fn high_words(end: &End) -> String {
    format!("{} {}", if end.closed { "≤" } else { "<" }, pretty(&end.printed))
}

/// Stretches in words: `> 4.5 µm and ≤ 6 µm`.
fn stretches(all: &[Stretch], texts: &Texts) -> String {
    let one = |stretch: &Stretch| match (&stretch.low, &stretch.high) {
        (None, None) => texts.get("chart-every-value", &[]),
        (Some(low), Some(high)) if low.value == high.value => format!("= {}", pretty(&low.printed)),
        (Some(low), Some(high)) => texts.get("chart-both-limits", &[("low", low_words(low).into()), ("high", high_words(high).into())]),
        (Some(low), None) => low_words(low),
        (None, Some(high)) => high_words(high),
    };
    let parts: Vec<String> = all.iter().map(one).collect();
    match parts.as_slice() {
        [] => texts.get("chart-no-value", &[]),
        [only] => only.clone(),
        [before @ .., last] => texts.get("chart-or", &[("before", before.join(", ").into()), ("last", last.into())]),
    }
}

/// A quantity with raised exponents: `m^3/s` as `m³/s`, `5e3` as `5 × 10³`.
fn pretty(quantity: &str) -> String {
    let mut out = String::with_capacity(quantity.len());
    let mut chars = quantity.chars().peekable();
    let mut raised = false;
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let next_is_number = chars.peek().is_some_and(|n| n.is_ascii_digit() || *n == '-');
        if c == '^' && next_is_number {
            raised = true;
        } else if c == 'e' && before.is_ascii_digit() && next_is_number {
            out.push_str(" × 10");
            raised = true;
        } else if raised && (c.is_ascii_digit() || c == '-') {
            out.push(super::scale::superscript(c));
        } else {
            raised = false;
            out.push(c);
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_are_raised() {
        assert_eq!(pretty("7.62e4 m"), "7.62 × 10⁴ m");
        assert_eq!(pretty("0.3 mg/m^3"), "0.3 mg/m³");
        assert_eq!(pretty("2 g cm^-2 s"), "2 g cm⁻² s");
        assert_eq!(pretty("4 electrode"), "4 electrode");
    }
}
