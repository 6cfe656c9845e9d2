//! The workbook of jurisdictions through time.

use std::collections::BTreeMap;

use concord_compare::Direction;
use concord_compare::track::{Figure, MemberPoint, Point, Track};
use num_traits::ToPrimitive as _;

use super::WorkbookError;
use super::book::{Book, heads};
use super::cell::Cell;
use super::page::Block;
use super::table::Table;
use crate::lang::{Language, Texts};
use crate::view::{TrackStep, TrackView};
use crate::{Place, office};

/// The width of a column of figures, in characters.
const FIGURE: f64 = 12.0;

/// The bytes of a workbook with the answer, every day with its figures as numbers, the same by topic and by jurisdiction, each change and difference,
/// and who lags behind on what; sheets of which there is nothing to say are left out. `places` and `topics` give the names by code and identifier.
pub fn track(
    view: &TrackView,
    track: &Track,
    (places, topics): (&BTreeMap<String, Place>, &BTreeMap<String, String>),
    language: Language,
) -> Result<Vec<u8>, WorkbookError> {
    let texts = Texts::of(language);
    let source = Source { view, track, places, topics, texts };
    Book {
        texts,
        title: office::track_title(view, texts),
        as_of: &view.to,
        marking: "",
        summary: source.summary(),
        tables: vec![
            source.days(),
            source.by_topic(),
            source.by_jurisdiction(),
            source.law(),
            source.lists(),
            source.differences(),
            source.behind(),
        ],
        method: ["track-method-known", "track-method-panel", "track-method-lists", "track-ranges"]
            .map(|key| Block::Text(texts.get(key, &[])))
            .into(),
    }
    .pack()
}

/// What the sheets are made of.
struct Source<'a> {
    view: &'a TrackView,
    track: &'a Track,
    places: &'a BTreeMap<String, Place>,
    topics: &'a BTreeMap<String, String>,
    texts: &'static Texts,
}

impl<'a> Source<'a> {
    fn text(&self, key: &str) -> String {
        self.texts.get(key, &[])
    }

    fn place(&self, code: &str) -> String {
        self.places.get(code).map_or_else(|| code.to_uppercase(), |place| place.short.clone())
    }

    /// The answer, and what happened step by step as far as it is told in sentences.
    fn summary(&self) -> Vec<Block> {
        let mut out = vec![Block::Text(office::track_period(self.view, self.texts)), Block::Heading(self.text("office-answer"))];
        out.extend(self.view.answer.iter().chain(&self.view.notes).cloned().map(Block::Text));
        for step in self.view.steps.iter().filter(|step| !step.remarks.is_empty()) {
            let days = [("after", self.texts.date(&step.after).into()), ("until", self.texts.date(&step.until).into())];
            out.push(Block::Heading(self.texts.get("track-heading-step", &days)));
            out.extend(step.remarks.iter().cloned().map(Block::Text));
        }
        out
    }

    /// Heads of the least and the greatest of a share.
    fn ends(&self, of: &str) -> [(String, f64); 2] {
        ["track-low", "track-high"].map(|key| (self.texts.get(key, &[("what", of.into())]), 16.0))
    }

    /// One row a day.
    fn days(&self) -> Option<Table<'a>> {
        let members: Vec<&str> = self.track.members.iter().map(|member| member.jurisdiction.as_str()).collect();
        let of = |key: &str, code: &str| self.texts.get(key, &[("who", self.place(code).into())]);
        let mut columns =
            heads(self.texts, &[("track-column-day", FIGURE), ("track-column-members", FIGURE), ("track-column-known", FIGURE)]);
        let lists = self.track.points.iter().filter_map(|point| point.differences.as_ref()).any(|differences| differences.lists.is_some());
        let mut pair = None;
        if members.len() > 1 {
            columns.extend(self.ends(&self.text("track-column-apart")));
            columns.extend(self.ends(&self.text("track-column-panel")));
        }
        if let [left, right] = members.as_slice() {
            pair = Some((*left, *right));
            columns.extend(self.ends(&of("track-column-looser", left)));
            columns.extend(self.ends(&of("track-column-looser", right)));
            if lists {
                columns.extend([of("track-edition", left), of("track-edition", right)].map(|head| (head, FIGURE)));
                columns.extend([of("track-column-lists", left), of("track-column-lists", right)].map(|head| (head, FIGURE)));
                columns.extend(heads(self.texts, &[("track-column-overlap", FIGURE), ("track-column-undecided", FIGURE)]));
            }
        }
        let rows = self.track.points.iter().map(|point| {
            let compared: Vec<usize> = self.track.compared(point).map(|standing| standing.known).collect();
            let mut row = vec![Cell::Day(point.day.to_string()), Cell::Count(compared.len()), Cell::Count(compared.iter().sum())];
            if members.len() > 1 {
                row.extend(shares(Some(&point.apart)));
                row.extend(shares(Some(&point.panel)));
            }
            if let Some((left, right)) = pair {
                row.extend([left, right].into_iter().flat_map(|code| shares(standing(point, code).and_then(|s| s.looser.as_ref()))));
                if lists {
                    row.extend(of_lists(point));
                }
            }
            row
        });
        Table::new(self.texts, "track-sheet-days", columns, 1, rows.collect())
    }

    /// One row a day and topic.
    fn by_topic(&self) -> Option<Table<'a>> {
        let mut columns = heads(self.texts, &[("office-topic", 28.0), ("track-column-day", FIGURE)]);
        columns.extend(self.ends(&self.text("track-column-apart")));
        columns.extend(heads(self.texts, &[("track-pairs", FIGURE), ("track-pairs-open", FIGURE)]));
        let ids = self.track.points.first().into_iter().flat_map(|point| &point.topics).map(|topic| topic.topic.as_str());
        let rows = ids.flat_map(|id| {
            let name = self.topics.get(id).cloned().unwrap_or_else(|| crate::words::topic(id));
            self.track.points.iter().filter_map(move |point| {
                let figure = &point.topics.iter().find(|topic| topic.topic == id).filter(|topic| topic.apart.population > 0)?.apart;
                let [low, high] = shares(Some(figure));
                let open = figure.perhaps.saturating_sub(figure.surely);
                let day = Cell::Day(point.day.to_string());
                Some(vec![Cell::long(&name), day, low, high, Cell::Count(figure.population), Cell::Count(open)])
            })
        });
        if self.track.members.len() < 2 {
            return None;
        }
        Table::new(self.texts, "track-sheet-topics", columns, 2, rows.collect())
    }

    /// One row a day and jurisdiction.
    fn by_jurisdiction(&self) -> Option<Table<'a>> {
        let many = self.track.members.len() > 1;
        let columns = heads(self.texts, &[("html-jurisdiction", 18.0), ("track-column-day", FIGURE), ("track-column-known", FIGURE)]);
        let columns = columns.into_iter().chain([(self.text("track-questions"), FIGURE)]);
        let ends = [self.ends(&self.text("track-column-apart")), self.ends(&self.text("track-looser"))];
        let columns = columns.chain(ends.into_iter().flatten().filter(|_| many));
        let rows = self.track.members.iter().flat_map(|member| {
            let name = self.place(&member.jurisdiction);
            self.track.points.iter().filter_map(move |point| {
                let standing = standing(point, &member.jurisdiction)?;
                let day = Cell::Day(point.day.to_string());
                let mut row = vec![Cell::text(&name), day, Cell::Count(standing.known), Cell::Count(member.questions)];
                if many {
                    row.extend(shares(Some(&standing.apart)));
                    row.extend(shares(standing.looser.as_ref()));
                }
                Some(row)
            })
        });
        Table::new(self.texts, "track-sheet-jurisdictions", columns.collect(), 2, rows.collect())
    }

    /// Rows of every step.
    fn stepped<'s>(&'s self, rows: impl Fn(&'s TrackStep) -> Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
        self.view.steps.iter().flat_map(rows).collect()
    }

    /// One row a change of the laws outside the lists.
    fn law(&self) -> Option<Table<'a>> {
        let columns = [
            ("track-after", FIGURE),
            ("track-by", FIGURE),
            ("track-column-day", FIGURE),
            ("track-who", 16.0),
            ("office-topic", 22.0),
            ("office-question", 50.0),
            ("track-before", 44.0),
            ("track-since-heading", 44.0),
            ("track-movement", 20.0),
            ("track-effect", 20.0),
            ("track-before-source", 40.0),
            ("track-since-source", 40.0),
            ("office-attribute", 28.0),
        ];
        let rows = self.stepped(|step| {
            let row = |change: &crate::view::TrackLaw| {
                vec![
                    Cell::Day(step.after.clone()),
                    Cell::Day(step.until.clone()),
                    if change.day.is_empty() { Cell::Empty } else { Cell::Day(change.day.clone()) },
                    Cell::text(&change.who),
                    Cell::long(&change.topic),
                    Cell::long(&change.question),
                    Cell::long(&change.before),
                    Cell::long(&change.since),
                    Cell::long(&change.movement),
                    Cell::long(&change.effect),
                    Cell::link(&change.before_citation, &change.before_url),
                    Cell::link(&change.citation, &change.url),
                    Cell::text(&change.attribute),
                ]
            };
            step.law.iter().map(row).collect()
        });
        let words = self.view.steps.iter().flat_map(|step| &step.law).map(|change| (change.movement.clone(), change.movement_key));
        Table::new(self.texts, "track-sheet-law", heads(self.texts, &columns), 2, rows)
            .map(|table| table.tinted(8, words.collect::<Vec<_>>()))
    }

    /// One row a change of the lists.
    fn lists(&self) -> Option<Table<'a>> {
        let columns = [
            ("track-after-edition", FIGURE),
            ("track-by-edition", FIGURE),
            ("track-who", 10.0),
            ("office-code", 20.0),
            ("office-subject", 30.0),
            ("track-what-heading", 40.0),
            ("track-before", 44.0),
            ("track-since-heading", 44.0),
            ("track-movement", 20.0),
            ("office-severity", 12.0),
            ("html-source", 40.0),
        ];
        let rows = self.stepped(|step| {
            let row = |change: &crate::view::TrackList| {
                vec![
                    Cell::Day(change.after.clone()),
                    Cell::Day(change.until.clone()),
                    Cell::text(&change.who),
                    Cell::text(&change.code),
                    Cell::long(&change.subject),
                    Cell::long(&change.what),
                    Cell::long(&change.before),
                    Cell::long(&change.since),
                    Cell::long(&change.movement),
                    Cell::text(&change.severity),
                    Cell::link(&change.citation, &change.url),
                ]
            };
            step.lists.iter().map(row).collect()
        });
        let words = self.view.steps.iter().flat_map(|step| &step.lists).map(|change| (change.movement.clone(), change.movement_key));
        Table::new(self.texts, "track-sheet-lists", heads(self.texts, &columns), 4, rows)
            .map(|table| table.tinted(8, words.collect::<Vec<_>>()))
    }

    /// One row a difference of a pair that appeared, ended or changed.
    fn differences(&self) -> Option<Table<'a>> {
        let members: Vec<String> = self.track.members.iter().map(|member| self.place(&member.jurisdiction)).collect();
        let [left, right] = members.as_slice() else { return None };
        let mut columns = heads(self.texts, &[("track-after", FIGURE), ("track-by", FIGURE), ("track-became", 14.0)]);
        columns.extend([left, right].map(|name| (self.texts.get("office-code-of", &[("side", name.as_str().into())]), 20.0)));
        columns.extend(heads(self.texts, &[("track-what-heading", 40.0), ("office-explanation", 80.0), ("track-around-heading", 40.0)]));
        let rows = self.stepped(|step| {
            let row = |change: &crate::view::TrackDifference| {
                vec![
                    Cell::Day(step.after.clone()),
                    Cell::Day(step.until.clone()),
                    Cell::text(&change.happened),
                    Cell::text(&change.left),
                    Cell::text(&change.right),
                    Cell::long(&change.what),
                    Cell::long(&change.sentence),
                    if change.around { Cell::Long(self.text("track-around")) } else { Cell::Empty },
                ]
            };
            step.differences.iter().map(row).collect()
        });
        Table::new(self.texts, "track-sheet-differences", columns, 3, rows)
    }

    /// One row a question on which somebody is looser than the reference.
    fn behind(&self) -> Option<Table<'a>> {
        let columns =
            [("track-who", 18.0), ("office-topic", 28.0), ("office-question", 70.0), ("track-when", 50.0), ("office-attribute", 30.0)];
        let rows = self.view.behind.iter().map(|row| {
            vec![
                Cell::text(&row.who),
                Cell::long(&row.topic),
                Cell::long(&row.question),
                Cell::long(&row.since),
                Cell::text(&row.attribute),
            ]
        });
        Table::new(self.texts, "track-sheet-behind", heads(self.texts, &columns), 1, rows.collect())
    }
}

/// How somebody stands on a day; none where it does not belong.
fn standing<'p>(point: &'p Point, code: &str) -> Option<&'p MemberPoint> {
    point.standings.iter().find(|standing| standing.jurisdiction == code)
}

/// The least and the greatest of a share.
fn shares(figure: Option<&Figure>) -> [Cell; 2] {
    let cell = |share: Option<num_rational::BigRational>| share.and_then(|share| share.to_f64()).map_or(Cell::Empty, Cell::Percent);
    [cell(figure.and_then(Figure::low)), cell(figure.and_then(Figure::high))]
}

/// The editions that a day compares, and how many differences there are by direction.
fn of_lists(point: &Point) -> Vec<Cell> {
    let Some(lists) = point.differences.as_ref().and_then(|differences| differences.lists.as_ref()) else {
        return (0..6).map(|_| Cell::Empty).collect();
    };
    let count = |wanted: Direction| lists.by_direction.iter().find(|(direction, _)| *direction == wanted).map_or(0, |(_, count)| *count);
    let counts = [Direction::LeftStricter, Direction::RightStricter, Direction::Overlap, Direction::Incomparable];
    let editions = [lists.editions.0, lists.editions.1].map(|day| Cell::Day(day.to_string()));
    editions.into_iter().chain(counts.map(|wanted| Cell::Count(count(wanted)))).collect()
}
