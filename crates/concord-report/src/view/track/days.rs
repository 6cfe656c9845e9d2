//! The table of days.

use concord_compare::Direction;
use concord_compare::track::{Differences, Figure, Point};

use super::{TrackDay, Wording};
use crate::figures;
use crate::lang::Arg;

impl Wording<'_> {
    /// Headings of the columns of a day.
    pub(super) fn columns(&self) -> Vec<String> {
        let text = |key: &str| self.voice.text(key, &[]);
        let of = |key: &str, code: &str| self.voice.text(key, &[("who", Arg::from(self.place(code).short))]);
        let codes: Vec<&str> = self.track.members.iter().map(|member| member.jurisdiction.as_str()).collect();
        let mut out = Vec::new();
        if self.many() {
            out.extend([text("track-column-members"), text("track-column-known")]);
        } else {
            out.extend(codes.iter().map(|code| of("track-column-known-of", code)));
        }
        if codes.len() > 1 {
            out.extend([text("track-column-apart"), text("track-column-panel")]);
        }
        if let [left, right] = codes.as_slice() {
            out.extend([of("track-column-looser", left), of("track-column-looser", right)]);
            if self.has_lists() {
                out.extend([
                    text("track-column-editions"),
                    of("track-column-lists", left),
                    of("track-column-lists", right),
                    text("track-column-overlap"),
                    text("track-column-undecided"),
                ]);
            }
        }
        out
    }

    /// The days.
    pub(super) fn days(&self) -> Vec<TrackDay> {
        self.track.points.iter().map(|point| TrackDay { day: point.day.to_string(), cells: self.cells(point) }).collect()
    }

    fn cells(&self, point: &Point) -> Vec<String> {
        let known = |code: &str| point.standings.iter().find(|standing| standing.jurisdiction == code);
        let codes: Vec<&str> = self.track.members.iter().map(|member| member.jurisdiction.as_str()).collect();
        let mut out = Vec::new();
        if self.many() {
            let compared: Vec<usize> = self.track.compared(point).map(|standing| standing.known).collect();
            out.extend([compared.len().to_string(), compared.iter().sum::<usize>().to_string()]);
        } else {
            out.extend(codes.iter().map(|code| known(code).map_or_else(String::new, |standing| standing.known.to_string())));
        }
        if codes.len() > 1 {
            out.extend([self.share(&point.apart), self.share(&point.panel)]);
        }
        if codes.len() == 2 {
            let looser = |code: &str| {
                known(code).and_then(|standing| standing.looser.as_ref()).map_or_else(String::new, |figure| self.share(figure))
            };
            out.extend(codes.iter().map(|code| looser(code)));
            if self.has_lists() {
                out.extend(of_lists(point.differences.as_ref()));
            }
        }
        out
    }

    /// A share with its range.
    pub(super) fn share(&self, figure: &Figure) -> String {
        figures::range(figure.low().as_ref(), figure.high().as_ref(), self.voice.texts())
    }

    /// Whether more are followed than have columns of their own.
    fn many(&self) -> bool {
        self.track.members.len() > 2
    }

    /// Whether lists of two are compared.
    fn has_lists(&self) -> bool {
        self.track.points.iter().filter_map(|point| point.differences.as_ref()).any(|differences| differences.lists.is_some())
    }
}

/// The dates of the two editions, and how the lists differ.
fn of_lists(differences: Option<&Differences>) -> [String; 5] {
    let Some(lists) = differences.and_then(|differences| differences.lists.as_ref()) else { return Default::default() };
    let count = |wanted: Direction| {
        let of = lists.by_direction.iter().find(|(direction, _)| *direction == wanted);
        of.map_or(0, |(_, count)| *count).to_string()
    };
    [
        format!("{}, {}", lists.editions.0, lists.editions.1),
        count(Direction::LeftStricter),
        count(Direction::RightStricter),
        count(Direction::Overlap),
        count(Direction::Incomparable),
    ]
}
