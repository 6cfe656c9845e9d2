//! How far apart jurisdictions are from day to day: a panel for all topics and a small one for each, on one axis of time.
//!
//! A share stands as a step: between two days looked at nothing is known to change. What is right of the last day is that day's.

use std::collections::BTreeMap;

use concord_compare::track::{Figure, Point, Track};
use jiff::civil::Date;
use num_rational::BigRational;
use num_traits::ToPrimitive as _;

use super::paint::Paint;
use super::svg::{Anchor, BODY, SMALL, STRONG, Svg, Words};
use super::text::{self, Weight};
use super::{Chart, LARGEST_LEAST, Table};
use crate::figures;
use crate::lang::Texts;

/// What a series shows: the share of pairs of answers that differ, with its range, on every day looked at.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// Begins every identifier inside the drawing.
    pub prefix: &'a str,
    /// Who is followed: the bloc's name, or the jurisdictions.
    pub title: &'a str,
    /// The days.
    pub track: &'a Track,
    /// The titles of topics by identifier.
    pub topics: &'a BTreeMap<String, String>,
}

/// One line of figures: its name, and the figure of each day.
type Row<'a> = (String, Vec<&'a Figure>);

/// The least distance of broken lines, on the average.
const CLOSE: f64 = 12.0;
const WIDTH: f64 = 744.0;
/// The room for the marks of the axis of shares.
const AXIS: f64 = 44.0;
/// What of a panel lies right of the last day.
const STUB: f64 = 12.0;
/// Small panels beside each other.
const COLUMNS: usize = 3;
const GAP: f64 = 20.0;
/// The heights of the plots, and of what stands above a small one.
const LARGE: f64 = 170.0;
const SMALL_PLOT: f64 = 66.0;
const HEAD: f64 = 24.0;
/// From one line of a long name to the next.
const LINE: f64 = 15.0;
/// The height of dates under a plot.
const DATES: f64 = 26.0;

/// A plot: its left upper corner and its size.
#[derive(Clone, Copy)]
struct Plot {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Plot {
    fn right(self) -> f64 {
        self.left + self.width
    }

    fn bottom(self) -> f64 {
        self.top + self.height
    }

    fn y(self, share: f64) -> f64 {
        self.top + (1.0 - share) * self.height
    }
}

/// Where the figure of a day stands in a plot.
#[derive(Clone, Copy)]
struct Stretch {
    /// Which day.
    at: usize,
    /// From where to where along the time.
    from: f64,
    to: f64,
    /// The places of its least and its greatest share.
    low: f64,
    high: f64,
}

impl<'a> Series<'a> {
    /// Draws it, with words in the language of `texts`.
    pub fn chart(&self, texts: &Texts) -> Chart {
        let title = texts.get("chart-series-title", &[("title", self.title.into())]);
        let (all, panel, topics) = (self.all(texts), self.panel(texts), self.by_topic());
        let description = self.description((&all, &panel), texts);
        let mut svg = Svg::new(self.prefix);
        let large = Plot { left: AXIS, top: HEAD, width: WIDTH - AXIS, height: LARGE };
        svg.group(&self.said(&all, texts));
        svg.text((AXIS, HEAD - 9.0), Anchor::Start, STRONG, &all.0);
        self.band(&mut svg, large, &all.1, (&[0, 25, 50, 75, 100], texts));
        svg.end_group();
        if panel.1.iter().any(|figure| figure.population > 0) {
            svg.group(&self.said(&panel, texts));
            self.edges(&mut svg, large, &panel.1, (2.6, Paint::Ink));
            svg.end_group();
        }
        self.dates(&mut svg, large);
        let mut bottom = large.bottom() + DATES;
        if !topics.is_empty() {
            bottom = self.small(&mut svg, &topics, bottom + 12.0, texts);
        }
        let height = legend(&mut svg, bottom + 16.0, !panel.1.iter().all(|figure| figure.population == 0), texts);
        // Text stays legible at four fifths of its size.
        let least = super::pixels(WIDTH).div_ceil(125).clamp(3, LARGEST_LEAST);
        Chart {
            svg: svg.finish((WIDTH, height), least, &Words { title: &title, description: &description }),
            width: super::pixels(WIDTH),
            height: super::pixels(height),
            min_width: least * 100,
            title,
            description,
            table: self.table(&[&[all, panel][..], &topics].concat(), texts),
        }
    }

    /// The figures of everything asked.
    fn all(&self, texts: &Texts) -> Row<'a> {
        let asked = self.topics.get(&self.track.topic).cloned().filter(|_| !self.track.topic.is_empty());
        let name = asked.unwrap_or_else(|| crate::words::capitalised(&texts.get("topic-all", &[])));
        (name, self.track.points.iter().map(|point| &point.apart).collect())
    }

    fn panel(&self, texts: &Texts) -> Row<'a> {
        (texts.get("track-column-panel", &[]), self.track.points.iter().map(|point| &point.panel).collect())
    }

    /// The topics of which anything is asked on some day; none where one topic is all that is asked.
    fn by_topic(&self) -> Vec<Row<'a>> {
        let Some(first) = self.track.points.first().filter(|_| self.track.topic.is_empty()) else { return Vec::new() };
        let of = |point: &'a Point, id: &str| point.topics.iter().find(|topic| topic.topic == id).map(|topic| &topic.apart);
        let row = |topic: &concord_compare::track::TopicPoint| {
            let name = self.topics.get(&topic.topic).cloned().unwrap_or_else(|| crate::words::topic(&topic.topic));
            (name, self.track.points.iter().filter_map(|point| of(point, &topic.topic)).collect::<Vec<_>>())
        };
        first.topics.iter().map(row).filter(|(_, figures)| figures.iter().any(|figure| figure.population > 0)).collect()
    }

    /// The place of a day on an axis of time so many pixels long.
    fn x(&self, plot: Plot, day: Date) -> f64 {
        let days = |to: Date| {
            let from = self.track.points.first().map_or(day, |point| point.day);
            from.until(to).map_or(0.0, |span| f64::from(span.get_days()))
        };
        let all = days(self.track.points.last().map_or(day, |point| point.day));
        let room = plot.width - STUB;
        if all > 0.0 { plot.left + room * days(day) / all } else { plot.left }
    }

    /// Days by which something had changed.
    fn events(&self) -> impl Iterator<Item = Date> {
        self.track.steps.iter().filter(|step| step.is_eventful()).map(|step| step.until)
    }

    /// The lines of a plot: shares in percent, days looked at, and days by which something had changed.
    fn grid(&self, svg: &mut Svg, plot: Plot, marks: &[u8], texts: &Texts) {
        for mark in marks {
            let y = plot.y(f64::from(*mark) / 100.0);
            svg.line((plot.left, y), (plot.right(), y), 1.0, Paint::Hair, "");
            if (plot.left - AXIS).abs() < 0.01 {
                svg.text((plot.left - 7.0, y + 4.0), Anchor::End, SMALL, &texts.language().percent(u64::from(*mark) * 10));
            }
        }
        // Lines that would stand too close say less than none.
        let apart = (plot.right() - plot.left) / self.events().count().max(1).to_f64().unwrap_or(1.0);
        for day in self.events().filter(|_| apart >= CLOSE) {
            let x = self.x(plot, day);
            svg.line((x, plot.top), (x, plot.bottom()), 1.0, Paint::Open, "3 3");
        }
        for point in &self.track.points {
            let x = self.x(plot, point.day);
            svg.line((x, plot.bottom()), (x, plot.bottom() + 4.0), 1.0, Paint::Muted, "");
        }
    }

    /// From where to where each day's figure stands; days without any are left out.
    fn stretches(&self, plot: Plot, figures: &[&Figure]) -> Vec<Stretch> {
        let end = |at: usize| self.track.points.get(at + 1).map_or(plot.right(), |next| self.x(plot, next.day));
        let stretch = |(at, (point, figure)): (usize, (&Point, &&Figure))| {
            let (low, high) = (plot.y(figure.low()?.to_f64()?), plot.y(figure.high()?.to_f64()?));
            Some(Stretch { at, from: self.x(plot, point.day), to: end(at), low, high })
        };
        self.track.points.iter().zip(figures).enumerate().filter_map(stretch).collect()
    }

    /// A share with its range, over the lines of its plot.
    fn band(&self, svg: &mut Svg, plot: Plot, figures: &[&Figure], (marks, texts): (&[u8], &Texts)) {
        let stretches = self.stretches(plot, figures);
        // Days without a gap between them are one area, so that no seam shows.
        for run in stretches.chunk_by(|before, next| before.at + 1 == next.at) {
            let above = run.iter().flat_map(|stretch| [(stretch.from, stretch.high), (stretch.to, stretch.high)]);
            let below = run.iter().rev().flat_map(|stretch| [(stretch.to, stretch.low), (stretch.from, stretch.low)]);
            svg.polygon(&above.chain(below).collect::<Vec<_>>(), Paint::Ramp(3));
        }
        self.grid(svg, plot, marks, texts);
        self.edges(svg, plot, figures, (1.4, Paint::Left));
    }

    /// The least and the greatest share as lines, which are one where they are the same.
    fn edges(&self, svg: &mut Svg, plot: Plot, figures: &[&Figure], (width, paint): (f64, Paint)) {
        let mut before: Option<Stretch> = None;
        for stretch in self.stretches(plot, figures) {
            let Stretch { at, from, to, low, high } = stretch;
            if low - high > 0.01 {
                svg.line((from, low), (to, low), width, paint, "");
                svg.line((from, high), (to, high), width, paint, "");
            } else {
                svg.line((from, low), (to, low), width.max(2.2), paint, "");
            }
            if let Some(before) = before.filter(|before| before.at + 1 == at) {
                for (a, b) in [(before.low, low), (before.high, high)].into_iter().filter(|(a, b)| (a - b).abs() > 0.01) {
                    svg.line((from, a), (from, b), width, paint, "");
                }
            }
            before = Some(stretch);
        }
    }

    /// The dates of the first and the last day, and of those by which something had changed as far as there is room.
    fn dates(&self, svg: &mut Svg, plot: Plot) {
        let (Some(first), Some(last)) = (self.track.points.first(), self.track.points.last()) else { return };
        let y = plot.bottom() + 17.0;
        let half = |day: Date| SMALL.width(&day.to_string()) / 2.0;
        svg.text((plot.left, y), Anchor::Start, SMALL, &first.day.to_string());
        let mut taken = plot.left + 2.0 * half(first.day) + 8.0;
        let mut room = plot.right();
        if last.day > first.day {
            svg.text((plot.right(), y), Anchor::End, SMALL, &last.day.to_string());
            room -= 2.0 * half(last.day) + 8.0;
        }
        for day in self.events() {
            let x = self.x(plot, day);
            if x - half(day) >= taken && x + half(day) <= room {
                svg.text((x, y), Anchor::Middle, SMALL, &day.to_string());
                taken = x + half(day) + 8.0;
            }
        }
    }

    /// The small panels from `top` downwards; gives the place below them.
    fn small(&self, svg: &mut Svg, topics: &[Row<'_>], top: f64, texts: &Texts) -> f64 {
        let columns = COLUMNS.to_f64().unwrap_or(1.0);
        let width = (WIDTH - AXIS - GAP * (columns - 1.0)) / columns;
        let lines: Vec<Vec<String>> = topics.iter().map(|(name, _)| text::wrap_to(name, width, BODY.size, Weight::Regular, 2)).collect();
        let head = HEAD + if lines.iter().any(|lines| lines.len() > 1) { LINE } else { 0.0 };
        let rise = head + SMALL_PLOT + 16.0;
        let mut bottom = top;
        for (nth, (topic, lines)) in topics.iter().zip(&lines).enumerate() {
            let (row, column) = ((nth / COLUMNS).to_f64().unwrap_or_default(), (nth % COLUMNS).to_f64().unwrap_or_default());
            let plot = Plot { left: AXIS + column * (width + GAP), top: top + row * rise + head, width, height: SMALL_PLOT };
            svg.group(&self.said(topic, texts));
            for (up, line) in lines.iter().rev().enumerate() {
                svg.text((plot.left, plot.top - 8.0 - LINE * up.to_f64().unwrap_or_default()), Anchor::Start, BODY, line);
            }
            self.band(svg, plot, &topic.1, (&[0, 50, 100], texts));
            svg.end_group();
            // The lowest of each column bears the dates.
            if nth + COLUMNS >= topics.len() {
                self.ends(svg, plot);
            }
            bottom = bottom.max(plot.bottom() + if nth + COLUMNS >= topics.len() { DATES } else { 0.0 });
        }
        bottom
    }

    /// The dates of the first and the last day.
    fn ends(&self, svg: &mut Svg, plot: Plot) {
        let (Some(first), Some(last)) = (self.track.points.first(), self.track.points.last()) else { return };
        svg.text((plot.left, plot.bottom() + 17.0), Anchor::Start, SMALL, &first.day.to_string());
        if last.day > first.day {
            svg.text((plot.right(), plot.bottom() + 17.0), Anchor::End, SMALL, &last.day.to_string());
        }
    }

    /// What a line of figures begins and ends with, in a sentence.
    fn said(&self, (name, figures): &Row<'_>, texts: &Texts) -> String {
        let day = |point: Option<&Point>| point.map_or_else(String::new, |point| texts.date(&point.day.to_string()));
        let share = |figure: Option<&&Figure>| figure.map_or_else(String::new, |figure| range(figure, texts));
        let args = [
            ("name", name.into()),
            ("first", share(figures.first()).into()),
            ("last", share(figures.last()).into()),
            ("from", day(self.track.points.first()).into()),
            ("to", day(self.track.points.last()).into()),
        ];
        texts.get("chart-series-said", &args)
    }

    fn description(&self, (all, panel): (&Row<'_>, &Row<'_>), texts: &Texts) -> String {
        let mut out = vec![texts.get("chart-series-about", &[]), self.said(all, texts)];
        if panel.1.iter().any(|figure| figure.population > 0) {
            out.push(self.said(panel, texts));
        }
        out.join(" ")
    }

    fn table(&self, rows: &[Row<'_>], texts: &Texts) -> Table {
        let days = self.track.points.iter().map(|point| point.day.to_string());
        let row =
            |(name, figures): &Row<'_>| std::iter::once(name.clone()).chain(figures.iter().map(|figure| range(figure, texts))).collect();
        Table { headers: std::iter::once(texts.get("chart-topic", &[])).chain(days).collect(), rows: rows.iter().map(row).collect() }
    }
}

/// A share with its range, in tenths of a percent, rounded outwards.
fn range(figure: &Figure, texts: &Texts) -> String {
    let (low, high): (Option<BigRational>, Option<BigRational>) = (figure.low(), figure.high());
    figures::range(low.as_ref(), high.as_ref(), texts)
}

/// The legend; gives the height of the whole.
fn legend(svg: &mut Svg, top: f64, panel: bool, texts: &Texts) -> f64 {
    let mut x = 0.0;
    let band = texts.get("chart-series-band", &[]);
    svg.rect((x, top), (24.0, 13.0), Paint::Ramp(3));
    svg.line((x, top), (x + 24.0, top), 1.4, Paint::Left, "");
    svg.line((x, top + 13.0), (x + 24.0, top + 13.0), 1.4, Paint::Left, "");
    svg.text((x + 30.0, top + 11.0), Anchor::Start, SMALL, &band);
    x += 30.0 + SMALL.width(&band) + 18.0;
    if panel {
        svg.line((x, top + 6.5), (x + 24.0, top + 6.5), 2.6, Paint::Ink, "");
        svg.text((x + 30.0, top + 11.0), Anchor::Start, SMALL, &texts.get("chart-series-line", &[]));
    }
    let mut y = top + 32.0;
    for line in ["chart-series-about", "chart-series-days"]
        .into_iter()
        .flat_map(|key| text::wrap(&texts.get(key, &[]), WIDTH, SMALL.size, Weight::Regular))
    {
        svg.text((0.0, y), Anchor::Start, SMALL, &line);
        y += 16.0;
    }
    y - 10.0
}
