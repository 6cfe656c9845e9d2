//! The workbook of a comparison: everything, to be filtered, sorted and copied from.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::Cell;
use super::page::{self, Block};
use super::style::Styles;
use super::table::Table;
use super::{WorkbookError, about};
use crate::lang::{Arg, Language, Texts};
use crate::view::{CitedView, CompareView, CoverageView, EditionRow, EditionView, FindingView, LedgerRow, LedgerView, LimitView, SideView};

/// The longest head of a page, in characters.
const LONGEST_HEADER: usize = 250;

/// What every sheet is made from.
struct Source<'a> {
    view: &'a CompareView,
    ledger: &'a LedgerView,
    texts: &'static Texts,
    /// The row of each finding on its sheet, from 1.
    rows: BTreeMap<&'a str, usize>,
}

/// The bytes of a workbook with the sheets summary, findings, matches, thresholds, provisions, unknowns and method; sheets of which a
/// comparison has nothing to say are left out.
pub fn compare(view: &CompareView, ledger: &LedgerView, language: Language) -> Result<Vec<u8>, WorkbookError> {
    let texts = Texts::of(language);
    let rows = ledger.findings.iter().zip(2..).map(|(row, at)| (row.finding.id.as_str(), at)).collect();
    let source = Source { view, ledger, texts, rows };
    let styles = Styles::new();
    let mut workbook = about(&source.title(), &ledger.as_of)?;
    let tables: Vec<Table<'_>> =
        [source.findings(), source.matches(), source.thresholds(), source.provisions(), source.unknowns()].into_iter().flatten().collect();
    let sheets: Vec<(&str, usize)> = tables.iter().map(|table| (table.name.as_str(), table.rows.len())).collect();
    page::write(&mut workbook, &texts.get("office-sheet-summary", &[]), &source.summary(&sheets), &styles)?;
    for table in &tables {
        table.write(&mut workbook, &styles)?;
    }
    page::write(&mut workbook, &texts.get("office-sheet-method", &[]), &source.method(), &styles)?;
    if !view.marking.is_empty() {
        for sheet in workbook.worksheets_mut() {
            let header = format!("&C{}", crate::escape::visible(&view.marking).replace('&', "&&"));
            sheet.set_header(header.chars().take(LONGEST_HEADER).collect::<String>());
        }
    }
    Ok(workbook.save_to_buffer()?)
}

impl Source<'_> {
    fn text(&self, key: &str) -> String {
        self.texts.get(key, &[])
    }

    fn heads(&self, heads: &[(&str, f64)]) -> Vec<(String, f64)> {
        heads.iter().map(|(key, width)| (self.text(key), *width)).collect()
    }

    fn title(&self) -> String {
        let (left, right) = (&self.view.left.place.name, &self.view.right.place.name);
        self.texts.get("office-compare-title", &[("left", left.into()), ("right", right.into())])
    }

    /// A head of a column about one side.
    fn of(&self, key: &str, side: &SideView) -> String {
        self.texts.get(key, &[("side", side.place.short.as_str().into())])
    }

    /// A cell that leads to a finding's row.
    fn jump(&self, id: &str) -> Cell {
        match self.rows.get(id) {
            Some(row) => Cell::Jump { text: id.to_owned(), sheet: self.text("office-sheet-findings"), cell: format!("A{row}") },
            None => Cell::text(id),
        }
    }

    fn findings(&self) -> Option<Table<'_>> {
        let (left, right) = (&self.view.left, &self.view.right);
        let mut columns = self.heads(&[("office-finding", 14.0), ("office-category", 9.0), ("office-topic", 18.0)]);
        columns.extend([(self.of("office-code-of", left), 16.0), (self.of("office-code-of", right), 16.0)]);
        columns.extend(self.heads(&[
            ("office-subject", 38.0),
            ("office-parameter", 22.0),
            ("office-who", 20.0),
            ("office-severity", 10.0),
            ("office-layer", 18.0),
        ]));
        columns.extend([(self.of("office-states-of", left), 34.0), (self.of("office-states-of", right), 34.0)]);
        columns.extend(self.heads(&[
            ("office-explanation", 60.0),
            ("office-proof", 60.0),
            ("office-stopped", 40.0),
            ("office-follows", 24.0),
            ("office-destination", 14.0),
        ]));
        columns.extend([(self.of("office-source-of", left), 44.0), (self.of("office-source-of", right), 44.0)]);
        columns.extend(self.heads(&[("office-rule", 28.0), ("office-stratum", 16.0), ("office-accepted", 30.0), ("office-reviews", 44.0)]));
        let rows = self.ledger.findings.iter().map(|row| self.finding(row)).collect();
        let directions = Some((7, directions(self.ledger.findings.iter())));
        self.table("office-sheet-findings", columns, rows, 1, directions)
    }

    fn finding(&self, row: &LedgerRow) -> Vec<Cell> {
        let finding = &row.finding;
        let part =
            |side: &Option<CitedView>, part: fn(&CitedView) -> &String| side.as_ref().map_or_else(String::new, |side| part(side).clone());
        let source = |cited: &Option<CitedView>| cited.as_ref().map_or(Cell::Empty, |side| Cell::link(&side.citation, &side.url));
        vec![
            Cell::text(&finding.id),
            Cell::text(&row.finding.category),
            Cell::text(&row.finding.topic),
            Cell::text(&part(&finding.left, |side| &side.code)),
            Cell::text(&part(&finding.right, |side| &side.code)),
            Cell::long(&finding.subject),
            Cell::long(&finding.parameter),
            Cell::text(&row.side),
            Cell::text(finding.severity),
            Cell::text(&finding.layer),
            Cell::long(&part(&finding.left, |side| &side.states)),
            Cell::long(&part(&finding.right, |side| &side.states)),
            Cell::long(&finding.explanation),
            Cell::long(&finding.witnesses.join("\n")),
            Cell::long(&finding.reasons.join("\n")),
            Cell::long(&finding.follows.join(", ")),
            Cell::text(&finding.destination),
            source(&finding.left),
            source(&finding.right),
            Cell::text(&finding.rule),
            Cell::text(&row.finding.stratum),
            Cell::long(&finding.accepted),
            Cell::long(&finding.reviews.iter().map(|review| crate::office::review(review, self.texts)).collect::<Vec<_>>().join("\n")),
        ]
    }

    fn matches(&self) -> Option<Table<'_>> {
        let mut columns = vec![(self.view.left.place.short.clone(), 18.0), (self.view.right.place.short.clone(), 18.0)];
        columns.extend(self.heads(&[
            ("office-relation", 44.0),
            ("office-predicate", 12.0),
            ("office-confidence", 12.0),
            ("office-subject-to", 40.0),
            ("office-justification", 80.0),
        ]));
        let rows = self.ledger.matches.iter().map(|pair| {
            vec![
                Cell::text(&pair.left),
                Cell::text(&pair.right),
                Cell::text(&pair.relation),
                Cell::text(&pair.predicate),
                Cell::Share(f64::from(pair.confidence) / 100.0),
                Cell::long(&pair.subject_to.join(", ")),
                Cell::long(&pair.justification),
            ]
        });
        self.table("office-sheet-matches", columns, rows.collect(), 2, None)
    }

    fn thresholds(&self) -> Option<Table<'_>> {
        let (left, right) = (&self.view.left, &self.view.right);
        let mut columns = vec![(self.of("office-code-of", left), 16.0), (self.of("office-code-of", right), 16.0)];
        columns.extend(self.heads(&[("office-parameter", 44.0)]));
        for side in [left, right] {
            columns.extend([
                (self.of("office-limit-of", side), 26.0),
                (self.of("office-from-of", side), 12.0),
                (self.of("office-to-of", side), 12.0),
                (self.of("office-unit-of", side), 12.0),
            ]);
        }
        columns.extend(self.heads(&[("office-relation", 44.0), ("office-finding", 14.0)]));
        let limit = |limit: &Option<LimitView>| {
            limit.as_ref().map_or_else(
                || vec![Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty],
                |limit| {
                    vec![Cell::text(&limit.written), Cell::number(limit.at_least), Cell::number(limit.at_most), Cell::text(&limit.unit)]
                },
            )
        };
        let rows = self.ledger.thresholds.iter().map(|row| {
            let mut cells = vec![Cell::text(&row.left_code), Cell::text(&row.right_code), Cell::long(&row.parameter)];
            cells.extend(limit(&row.left));
            cells.extend(limit(&row.right));
            cells.push(Cell::text(&row.relation));
            cells.push(if row.finding.is_empty() { Cell::Empty } else { self.jump(&row.finding) });
            cells
        });
        self.table("office-sheet-thresholds", columns, rows.collect(), 3, None)
    }

    fn provisions(&self) -> Option<Table<'_>> {
        let (left, right) = (&self.view.left, &self.view.right);
        let mut columns = self.heads(&[("office-topic", 24.0), ("office-question", 60.0), ("office-weight", 9.0), ("office-who", 30.0)]);
        columns.extend([(left.place.short.clone(), 44.0), (right.place.short.clone(), 44.0)]);
        columns.extend([(self.of("office-source-of", left), 44.0), (self.of("office-source-of", right), 44.0)]);
        columns.extend([(self.of("office-notes-of", left), 44.0), (self.of("office-notes-of", right), 44.0)]);
        columns.extend(self.heads(&[("office-attribute", 28.0), ("office-finding", 14.0)]));
        let rows = self.ledger.provisions.iter().map(|row| {
            vec![
                Cell::long(&row.topic),
                Cell::long(&row.question),
                Cell::Count(row.weight as usize),
                Cell::text(&row.standing),
                Cell::long(&row.left.states),
                Cell::long(&row.right.states),
                Cell::long(&row.left.citation),
                Cell::long(&row.right.citation),
                Cell::long(&row.left.notes.join("\n")),
                Cell::long(&row.right.notes.join("\n")),
                Cell::text(&row.attribute),
                if row.finding.is_empty() { Cell::Empty } else { self.jump(&row.finding) },
            ]
        });
        let words: BTreeSet<(&str, &str)> = self.ledger.provisions.iter().map(|row| (row.direction, row.standing.as_str())).collect();
        let directions =
            words.into_iter().filter(|(direction, _)| !direction.is_empty()).map(|(direction, word)| (word.to_owned(), direction));
        self.table("office-sheet-provisions", columns, rows.collect(), 2, Some((3, directions.collect())))
    }

    /// What could not be decided and what is not known.
    fn unknowns(&self) -> Option<Table<'_>> {
        let mut columns =
            self.heads(&[("office-kind", 18.0), ("office-finding", 14.0), ("office-control", 22.0), ("office-subject", 50.0)]);
        columns.extend([(self.view.left.place.short.clone(), 40.0), (self.view.right.place.short.clone(), 40.0)]);
        columns.extend(self.heads(&[("office-stopped", 70.0)]));
        let states = |side: &Option<CitedView>| Cell::long(side.as_ref().map_or("", |side| &side.states));
        let row = |kind: &str, row: &LedgerRow| {
            let finding = &row.finding;
            let why = if finding.reasons.is_empty() { finding.explanation.clone() } else { finding.reasons.join("\n") };
            vec![
                Cell::Text(self.text(kind)),
                self.jump(&finding.id),
                Cell::text(&finding.codes.join(" / ")),
                Cell::long(&finding.subject),
                states(&finding.left),
                states(&finding.right),
                Cell::long(&why),
            ]
        };
        let undecided = self.ledger.findings.iter().filter(|finding| finding.finding.direction == "incomparable");
        let rows = undecided.map(|finding| row("office-undecided", finding));
        let rows = rows.chain(self.ledger.gaps.iter().map(|gap| row("office-not-known", gap)));
        self.table("office-sheet-unknowns", columns, rows.collect(), 2, None)
    }

    fn table<'a>(
        &self,
        name: &str,
        columns: Vec<(String, f64)>,
        rows: Vec<Vec<Cell>>,
        frozen: u16,
        directions: Option<(u16, Vec<(String, &'a str)>)>,
    ) -> Option<Table<'a>> {
        (!rows.is_empty()).then(|| Table { name: self.text(name), columns, rows, frozen, directions })
    }

    fn summary(&self, sheets: &[(&str, usize)]) -> Vec<Block> {
        let (view, texts) = (self.view, self.texts);
        let mut out = vec![Block::Title(self.title())];
        if !view.as_of.is_empty() {
            out.push(Block::Text(texts.get("office-as-of", &[("day", texts.date(&view.as_of).into())])));
        }
        if !view.marking.is_empty() {
            out.push(Block::Heading(view.marking.clone()));
        }
        out.push(Block::Text(self.text("desk-authentic")));
        if view.lists {
            let row = |key: &str, cell: fn(&SideView) -> Cell| vec![Cell::Text(self.text(key)), cell(&view.left), cell(&view.right)];
            let heads = vec![String::new(), view.left.place.short.clone(), view.right.place.short.clone()];
            out.push(Block::Table(
                heads,
                vec![
                    row("office-list", |side| Cell::long(&side.title)),
                    row("office-list-as-of", |side| Cell::Day(side.as_of.clone())),
                    row("office-official", |side| Cell::link(&side.document, &side.url)),
                    row("office-entries", |side| Cell::Count(side.entries)),
                    row("office-paragraphs", |side| Cell::Count(side.paragraphs)),
                ],
            ));
        }
        out.push(Block::Heading(self.text("office-answer")));
        out.extend(view.summary.answer.iter().cloned().map(Block::Text));
        if !view.summary.top.is_empty() {
            out.push(Block::Heading(self.text("office-top")));
            out.push(self.top(&view.summary.top));
        }
        if view.lists {
            out.push(Block::Heading(self.text("office-coverage")));
            out.push(self.coverage(&view.summary.coverage));
        }
        for layer in &view.summary.layers {
            out.push(Block::Heading(texts.get("office-by-severity", &[("layer", layer.layer.as_str().into())])));
            let rows = layer.rows.iter().map(|row| counts(row.severity, &row.counts));
            let total = counts(&self.text("office-all"), &layer.total);
            out.push(Block::Table(self.count_heads("office-severity"), rows.chain([total]).collect()));
        }
        if !view.categories.is_empty() {
            out.push(Block::Heading(self.text("office-by-category")));
            let rows =
                view.categories.iter().map(|category| counts(format!("{} {}", category.key, category.title).trim(), &category.counts));
            out.push(Block::Table(self.count_heads("office-category"), rows.collect()));
        }
        if let Some(edition) = &view.edition {
            out.extend(self.changes(edition));
        }
        out.push(Block::Heading(self.text("office-sheets")));
        let rows = sheets.iter().map(|(name, rows)| {
            vec![Cell::Jump { text: (*name).to_owned(), sheet: (*name).to_owned(), cell: "A1".to_owned() }, Cell::Count(*rows)]
        });
        out.push(Block::Table(vec![self.text("office-sheet"), self.text("office-rows")], rows.collect()));
        if !view.stale_baseline.is_empty() {
            out.push(Block::Heading(self.text("office-stale")));
            out.extend(view.stale_baseline.iter().cloned().map(Block::Text));
        }
        out
    }

    /// What has changed since an earlier edition.
    fn changes(&self, edition: &EditionView) -> Vec<Block> {
        let texts = self.texts;
        let heads = ["office-change", "office-finding", "office-control", "office-explanation"].map(|key| self.text(key)).to_vec();
        let rows = |key: &'static str, rows: &[EditionRow]| -> Vec<Vec<Cell>> {
            let said = |row: &EditionRow| crate::office::said(row, texts);
            let row = |row: &EditionRow| {
                vec![Cell::Text(self.text(key)), self.jump(&row.id), Cell::long(&row.codes.join(" / ")), Cell::long(&said(row))]
            };
            rows.iter().map(row).collect()
        };
        let all = [rows("desk-new", &edition.new), rows("desk-changed", &edition.changed), rows("desk-gone", &edition.gone)].concat();
        let mut out = vec![
            Block::Heading(texts.get("desk-changes", &[("since", edition.since.as_str().into())])),
            Block::Text(crate::office::changes(edition, texts)),
        ];
        if !all.is_empty() {
            out.push(Block::Table(heads, all));
        }
        out
    }

    /// Heads of a table of counts by direction.
    fn count_heads(&self, first: &str) -> Vec<String> {
        std::iter::once(self.text(first)).chain(self.view.summary.directions.iter().cloned()).collect()
    }

    fn top(&self, findings: &[FindingView]) -> Block {
        let (left, right) = (&self.view.left, &self.view.right);
        let heads = vec![
            self.text("office-control"),
            self.text("office-who"),
            left.place.short.clone(),
            right.place.short.clone(),
            self.text("office-proof"),
            self.text("office-severity"),
            self.text("office-finding"),
        ];
        let states = |side: &Option<CitedView>| {
            side.as_ref().map_or_else(|| Cell::Long(self.text("office-no-control")), |side| Cell::long(&side.states))
        };
        let row = |finding: &FindingView| {
            vec![
                Cell::long(&format!("{} {}", finding.codes.join(" / "), finding.subject)),
                Cell::long(&finding.verdict),
                states(&finding.left),
                states(&finding.right),
                Cell::long(finding.witnesses.first().unwrap_or(&finding.explanation)),
                Cell::text(finding.severity),
                self.jump(&finding.id),
            ]
        };
        Block::Table(heads, findings.iter().map(row).collect())
    }

    fn coverage(&self, rows: &[CoverageView]) -> Block {
        let heads = [
            "office-controls-of",
            "office-held-by",
            "office-population",
            "office-in-full",
            "office-in-part",
            "office-not-at-all",
            "office-undecided",
            "office-share",
        ];
        let row = |row: &CoverageView| {
            let share = if row.low == row.high { row.low.clone() } else { format!("{} – {}", row.low, row.high) };
            vec![
                Cell::text(&row.of),
                Cell::text(&row.by),
                Cell::Count(row.population),
                Cell::Count(row.covered),
                Cell::Count(row.partly),
                Cell::Count(row.not_covered),
                Cell::Count(row.undecided),
                Cell::text(&share),
            ]
        };
        Block::Table(heads.iter().map(|key| self.text(key)).collect(), rows.iter().map(row).collect())
    }

    fn method(&self) -> Vec<Block> {
        let (view, texts) = (self.view, self.texts);
        let mut out = vec![Block::Title(self.text("office-method"))];
        out.extend(crate::office::method(view, texts).into_iter().map(Block::Text));
        if view.lists {
            let undecided = &view.undecided;
            out.push(Block::Heading(self.text("office-not-compared")));
            let args: [(&str, Arg); 3] =
                [("pairs", undecided.pairs.into()), ("undecided", undecided.undecided.into()), ("share", undecided.share.as_str().into())];
            out.push(Block::Text(texts.get("office-pairs-undecided", &args)));
            let heads = |keys: &[&str]| keys.iter().map(|key| self.text(key)).collect::<Vec<String>>();
            let relations =
                undecided.relations.iter().map(|row| vec![Cell::long(&row.relation), Cell::Count(row.pairs), Cell::text(&row.share)]);
            out.push(Block::Table(heads(&["office-relation", "office-pairs", "office-share-of-pairs"]), relations.collect()));
            let causes = undecided.causes.iter().map(|row| vec![Cell::long(&row.cause), Cell::Count(row.pairs), Cell::long(&row.example)]);
            out.push(Block::Table(heads(&["office-cause", "office-pairs", "office-example"]), causes.collect()));
        }
        if !view.rules.is_empty() {
            out.push(Block::Heading(self.text("office-rules")));
            let heads = [self.text("office-rule"), self.text("office-finds")].into_iter().chain(view.summary.directions.iter().cloned());
            let rows = view.rules.iter().map(|rule| {
                let counts = rule.counts.iter().map(|count| Cell::Count(*count));
                [Cell::text(&rule.id), Cell::long(&rule.title)].into_iter().chain(counts).collect()
            });
            out.push(Block::Table(heads.collect(), rows.collect()));
        }
        if let Some(rules) = &view.rules_outside {
            out.push(Block::Heading(self.text("office-indices")));
            out.push(Block::Text(self.text("office-ranges")));
            let rows = rules.indices.iter().flat_map(|index| {
                index
                    .ranges
                    .iter()
                    .zip(&rules.index_titles)
                    .map(|(range, title)| vec![Cell::long(&index.title), Cell::long(title), Cell::text(range)])
            });
            let heads = ["office-topic", "office-index", "office-range"].iter().map(|key| self.text(key)).collect();
            out.push(Block::Table(heads, rows.collect()));
        }
        out
    }
}

/// A row of counts.
fn counts(label: &str, counts: &[usize]) -> Vec<Cell> {
    std::iter::once(Cell::long(label)).chain(counts.iter().map(|count| Cell::Count(*count))).collect()
}

/// The words for who controls more, each with the key of its direction.
fn directions<'a>(rows: impl Iterator<Item = &'a LedgerRow>) -> Vec<(String, &'static str)> {
    let words: BTreeSet<(&str, &'static str)> = rows.map(|row| (row.side.as_str(), row.finding.direction)).collect();
    words.into_iter().map(|(word, direction)| (word.to_owned(), direction)).collect()
}
