//! The sheets that are pages: summary and method.

use super::Source;
use crate::lang::Arg;
use crate::view::{CitedView, CoverageView, EditionRow, EditionView, FindingView, SideView};
use crate::workbook::cell::Cell;
use crate::workbook::page::Block;

impl Source<'_> {
    pub(super) fn summary(&self) -> Vec<Block> {
        let (view, texts) = (self.view, self.texts);
        let mut out = Vec::new();
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
            let rows = layer.rows.iter().map(|row| counts(&self.severity(row.severity), &row.counts));
            let total = counts(&self.text("office-all"), &layer.total);
            out.push(Block::Table(self.count_heads("office-severity"), rows.chain([total]).collect()));
        }
        if !view.categories.is_empty() {
            out.push(Block::Heading(self.text("office-by-category")));
            let rows =
                view.categories.iter().map(|category| counts(format!("{} {}", category.key, category.title).trim(), &category.counts));
            out.push(Block::Table(self.count_heads("office-category"), rows.collect()));
        }
        if let Some(above) = &view.above {
            out.push(Block::Heading(self.text("office-layers")));
            out.extend(above.about.iter().chain(&above.answer).cloned().map(Block::Text));
        }
        if let Some(edition) = &view.edition {
            out.extend(self.changes(edition));
        }
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
                Cell::Text(self.severity(finding.severity)),
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

    pub(super) fn method(&self) -> Vec<Block> {
        let (view, texts) = (self.view, self.texts);
        let mut out: Vec<Block> = crate::office::method(view, texts).into_iter().map(Block::Text).collect();
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
