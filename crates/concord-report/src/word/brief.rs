//! The brief on a comparison.

use super::WordError;
use super::document::Run;
use super::findings::FindingTable;
use super::paper::Paper;
use super::table::Cell;
use crate::chart::{CategoryBar, CategoryBars, TopicBars};
use crate::lang::{Arg, Language, Texts};
use crate::view::{CategoryView, CompareView, FindingView, LayerRow, RuleTopicView, RulesView, SideView};

/// Findings of one category or topic that the brief shows; the rest stands in the workbook.
const SHOWN: usize = 5;
/// Causes and gaps that the brief shows.
const OPEN_SHOWN: usize = 8;
/// Changes of each kind that the brief shows.
const CHANGES_SHOWN: usize = 10;

/// The bytes of a brief: the answer and what matters most on the first pages, then the differences, what is not known, the method and the
/// sources. Long lists are cut, and each says how many findings are left for the workbook.
pub fn compare(view: &CompareView, language: Language) -> Result<Vec<u8>, WordError> {
    let texts = Texts::of(language);
    let (left, right) = (&view.left.place.name, &view.right.place.name);
    let title = texts.get("office-compare-title", &[("left", left.into()), ("right", right.into())]);
    let day = texts.get("office-as-of", &[("day", texts.date(&view.as_of).into())]);
    let paper = Paper::new(texts, title, &day, &view.as_of, &view.marking);
    let mut brief = Brief { view, texts, paper };
    brief.answer();
    brief.paper.document.contents_here();
    brief.compared();
    brief.categories();
    brief.layers();
    brief.rules();
    brief.open();
    brief.changes();
    brief.accepted();
    brief.method();
    brief.paper.finish(&texts.get("office-sources-about", &[]))
}

struct Brief<'a> {
    view: &'a CompareView,
    texts: &'static Texts,
    paper: Paper,
}

impl<'a> Brief<'a> {
    fn text(&self, key: &str) -> String {
        self.texts.get(key, &[])
    }

    fn answer(&mut self) {
        self.paper.document.heading(1, &self.text("office-answer"));
        for sentence in &self.view.summary.answer {
            self.paper.document.bullet(sentence);
        }
        if !self.view.summary.top.is_empty() {
            self.paper.document.heading(2, &self.text("office-top"));
            let top: Vec<&FindingView> = self.view.summary.top.iter().collect();
            self.findings(&self.text("office-top"), &top, false);
        }
    }

    /// A table of findings.
    fn findings(&mut self, about: &str, findings: &[&FindingView], of_rules: bool) {
        let first = self.text(if of_rules { "office-question" } else { "office-control" });
        let (left, right) = (&self.view.left, &self.view.right);
        FindingTable { texts: self.texts, left, right, first, about: about.to_owned() }.write(&mut self.paper.document, findings, of_rules);
    }

    /// What was compared and how much of each list the other holds.
    fn compared(&mut self) {
        if !self.view.lists {
            return;
        }
        let view = self.view;
        self.paper.document.heading(1, &self.text("office-compared"));
        let labels =
            ["office-list", "office-list-as-of", "office-official", "office-entries", "office-paragraphs"].map(|key| self.text(key));
        let count = |n: usize| self.texts.language().count(n);
        let cells = |side: &SideView| [side.title.clone(), side.as_of.clone(), count(side.entries), count(side.paragraphs)];
        let (left, right) = (cells(&view.left), cells(&view.right));
        let [list, day, official, entries, paragraphs] = &labels;
        let plain = |label: &'_ String, at: usize| -> Vec<Cell<'_>> {
            vec![Cell::owned(label.clone()), Cell::owned(left[at].clone()), Cell::owned(right[at].clone())]
        };
        let rows = vec![
            plain(list, 0),
            plain(day, 1),
            vec![Cell::text(official), publication(&view.left), publication(&view.right)],
            plain(entries, 2),
            plain(paragraphs, 3),
        ];
        let columns = [("", 20), (view.left.place.short.as_str(), 40), (view.right.place.short.as_str(), 40)];
        self.paper.document.table(&self.text("office-compared"), &columns, &rows);
        self.paper.document.heading(2, &self.text("office-coverage"));
        for coverage in &view.summary.coverage {
            self.paper.document.text(&coverage.sentence);
        }
        let heads = ["office-controls-of", "office-held-by", "office-population", "office-in-full", "office-in-part", "office-not-at-all"];
        let heads: Vec<String> = heads.iter().chain(&["office-undecided", "office-share"]).map(|key| self.text(key)).collect();
        let columns: Vec<(&str, u32)> = heads.iter().map(String::as_str).zip([12, 12, 13, 12, 12, 12, 13, 18]).collect();
        let rows: Vec<Vec<Cell<'_>>> = view
            .summary
            .coverage
            .iter()
            .map(|row| {
                let share = if row.low == row.high { row.low.clone() } else { format!("{} – {}", row.low, row.high) };
                let numbers = [row.population, row.covered, row.partly, row.not_covered, row.undecided].map(count);
                let texts = [Cell::text(&row.of), Cell::text(&row.by)].into_iter();
                texts.chain(numbers.into_iter().chain([share]).map(Cell::owned_figure)).collect()
            })
            .collect();
        self.paper.document.table(&self.text("office-coverage"), &columns, &rows);
    }

    /// A category with its title.
    fn titled(&self, category: &CategoryView) -> String {
        if category.title.is_empty() {
            return self.texts.get("office-category-untitled", &[("key", category.key.as_str().into())]);
        }
        self.texts.get("office-category-titled", &[("key", category.key.as_str().into()), ("title", category.title.as_str().into())])
    }

    fn categories(&mut self) {
        if self.view.categories.is_empty() {
            return;
        }
        self.paper.document.heading(1, &self.text("office-by-category"));
        let rows: Vec<(String, &[usize])> =
            self.view.categories.iter().map(|category| (self.titled(category), category.counts.as_slice())).collect();
        let bars = CategoryBar::all(&self.view.categories);
        let (left, right) = (self.view.left.place.short.as_str(), self.view.right.place.short.as_str());
        self.paper.document.chart(&CategoryBars { prefix: "categories", left, right, rows: &bars }.chart(self.texts));
        self.counts("office-category", "office-by-category", &rows);
        for category in &self.view.categories {
            let title = self.titled(category);
            self.paper.document.heading(2, &title);
            self.paper.document.lead(&category.sentence);
            let mut findings: Vec<&FindingView> = category.groups.iter().flat_map(|group| &group.findings).collect();
            // The sort keeps the order of findings that are equally grave.
            findings.sort_by_key(|finding| gravity(finding.severity));
            self.shortened(&title, &findings, false);
        }
    }

    /// The gravest findings, and how many are left for the workbook.
    fn shortened(&mut self, about: &str, findings: &[&FindingView], of_rules: bool) {
        let shown = &findings[..findings.len().min(SHOWN)];
        if !shown.is_empty() {
            self.findings(about, shown, of_rules);
        }
        let left = findings.len() - shown.len();
        if left > 0 {
            self.paper.document.remark(&self.texts.get("office-more", &[("count", left.into())]));
        }
    }

    /// A table of counts by direction.
    fn counts(&mut self, first: &str, about: &str, rows: &[(String, &[usize])]) {
        let first = self.text(first);
        let directions = &self.view.summary.directions;
        let columns: Vec<(&str, u32)> =
            std::iter::once((first.as_str(), 36)).chain(directions.iter().map(|direction| (direction.as_str(), 16))).collect();
        let cells = |(label, counts): &'_ (String, &[usize])| {
            let counts = counts.iter().map(|count| Cell::owned_figure(self.texts.language().count(*count)));
            std::iter::once(Cell::owned(label.clone())).chain(counts).collect::<Vec<Cell<'_>>>()
        };
        let rows: Vec<Vec<Cell<'_>>> = rows.iter().map(cells).collect();
        self.paper.document.table(&self.text(about), &columns, &rows);
    }

    /// The layers above the list, destination by destination.
    fn layers(&mut self) {
        let Some(layers) = &self.view.above else { return };
        self.paper.document.heading(1, &self.text("office-layers"));
        for sentence in layers.about.iter().chain(&layers.answer) {
            self.paper.document.text(sentence);
        }
        let stricter = |who: &str| self.texts.get("office-stricter", &[("side", who.into())]);
        let heads = [
            self.text("office-layer"),
            self.text("office-population"),
            self.text("office-alike"),
            stricter(&layers.left),
            stricter(&layers.right),
            self.text("office-each-in-part"),
            self.text("office-undecided"),
            self.text("office-not-known"),
        ];
        let columns: Vec<(&str, u32)> = heads.iter().map(String::as_str).zip([22, 12, 12, 12, 12, 12, 12, 12]).collect();
        for destination in &layers.destinations {
            self.paper.document.heading(2, &destination.name);
            let row = |row: &'a LayerRow| {
                let counts = [row.of, row.same, row.left, row.right, row.overlap, row.incomparable, row.unknown];
                let counts = counts.into_iter().map(|count| Cell::owned_figure(self.texts.language().count(count)));
                std::iter::once(Cell::text(&row.layer)).chain(counts).collect()
            };
            let rows: Vec<Vec<Cell<'_>>> = destination.layers.iter().map(row).collect();
            self.paper.document.table(&destination.name, &columns, &rows);
            let findings: Vec<&FindingView> = destination.findings.iter().collect();
            if !findings.is_empty() {
                self.paper.heading(3, "office-sheet-findings");
            }
            self.shortened(&destination.name, &findings, false);
        }
    }

    fn rules(&mut self) {
        let Some(rules) = &self.view.rules_outside else { return };
        self.paper.document.heading(1, &self.text("office-rules-outside"));
        let bars = TopicBars { prefix: "topics", left: &rules.left, right: &rules.right, topics: &rules.counts };
        self.paper.document.chart(&bars.chart(self.texts));
        self.topic_counts(rules);
        for topic in &rules.topics {
            self.topic(topic);
        }
    }

    fn topic_counts(&mut self, rules: &RulesView) {
        let stricter = |who: &str| self.texts.get("office-stricter", &[("side", who.into())]);
        let heads = [
            self.text("office-topic"),
            self.text("office-alike"),
            stricter(&rules.left),
            stricter(&rules.right),
            self.text("office-each-in-part"),
            self.text("office-no-order"),
            self.text("office-not-known"),
        ];
        let columns: Vec<(&str, u32)> = heads.iter().map(String::as_str).zip([25, 13, 13, 13, 13, 12, 12]).collect();
        let rows: Vec<Vec<Cell<'_>>> = rules
            .counts
            .iter()
            .map(|row| {
                let counts = [row.alike, row.left, row.right, row.overlap, row.other, row.unknown];
                let counts = counts.into_iter().map(|count| Cell::owned_figure(count.to_string()));
                std::iter::once(Cell::text(&row.title)).chain(counts).collect()
            })
            .collect();
        self.paper.document.table(&self.text("office-rules-outside"), &columns, &rows);
    }

    fn topic(&mut self, topic: &'a RuleTopicView) {
        self.paper.document.heading(2, &topic.title);
        self.paper.document.lead(&topic.about);
        let findings: Vec<&FindingView> = topic.findings.iter().map(|finding| &finding.finding).collect();
        self.shortened(&topic.title, &findings, true);
    }

    /// What could not be decided and what is not known.
    fn open(&mut self) {
        let (view, texts) = (self.view, self.texts);
        self.paper.document.heading(1, &self.text("office-open"));
        let undecided = &view.undecided;
        if view.lists {
            let args: [(&str, Arg); 3] =
                [("pairs", undecided.pairs.into()), ("undecided", undecided.undecided.into()), ("share", undecided.share.as_str().into())];
            self.paper.document.text(&texts.get("office-pairs-undecided", &args));
            let heads = ["office-cause", "office-pairs", "office-example"].map(|key| self.text(key));
            let columns: Vec<(&str, u32)> = heads.iter().map(String::as_str).zip([55, 10, 35]).collect();
            let rows: Vec<Vec<Cell<'_>>> = undecided
                .causes
                .iter()
                .take(OPEN_SHOWN)
                .map(|cause| {
                    vec![Cell::text(&cause.cause), Cell::owned_figure(texts.language().count(cause.pairs)), Cell::text(&cause.example)]
                })
                .collect();
            if !rows.is_empty() {
                self.paper.document.table(&self.text("office-cause"), &columns, &rows);
            }
        }
        let Some(rules) = &view.rules_outside else { return };
        let args: [(&str, Arg); 2] = [("one", rules.gaps.len().into()), ("both", rules.both_unknown.into())];
        self.paper.document.text(&texts.get("office-gaps", &args));
        let heads = ["office-question", "office-not-known-for", "office-other-side"].map(|key| self.text(key));
        let columns: Vec<(&str, u32)> = heads.iter().map(String::as_str).zip([50, 20, 30]).collect();
        let rows: Vec<Vec<Cell<'_>>> = rules
            .gaps
            .iter()
            .take(OPEN_SHOWN)
            .map(|gap| {
                let mut other = vec![Run::Plain(gap.other.as_str())];
                if !gap.citation.is_empty() {
                    other.push(Run::Note(gap.citation.clone()));
                }
                vec![Cell::text(&gap.question), Cell::text(&gap.missing), Cell::runs(other)]
            })
            .collect();
        if !rows.is_empty() {
            self.paper.document.table(&self.text("office-open"), &columns, &rows);
        }
        let left = rules.gaps.len().saturating_sub(OPEN_SHOWN);
        if left > 0 {
            self.paper.document.remark(&texts.get("office-more", &[("count", left.into())]));
        }
    }

    /// What has changed since an earlier edition.
    fn changes(&mut self) {
        let Some(edition) = &self.view.edition else { return };
        self.paper.document.heading(1, &self.texts.get("desk-changes", &[("since", edition.since.as_str().into())]));
        self.paper.document.text(&crate::office::changes(edition, self.texts));
        let kinds = [("desk-new", &edition.new), ("desk-changed", &edition.changed), ("desk-gone", &edition.gone)];
        for (key, rows) in kinds.into_iter().filter(|(_, rows)| !rows.is_empty()) {
            self.paper.document.heading(2, &self.text(key));
            for row in rows.iter().take(CHANGES_SHOWN) {
                self.paper.document.bullet(&format!("{}: {}", row.codes.join(" / "), crate::office::said(row, self.texts)));
            }
            let left = rows.len().saturating_sub(CHANGES_SHOWN);
            if left > 0 {
                self.paper.document.remark(&self.texts.get("office-more", &[("count", left.into())]));
            }
        }
    }

    fn accepted(&mut self) {
        if !self.view.accepted.is_empty() {
            self.paper.document.heading(1, &self.text("office-accepted-findings"));
            for finding in &self.view.accepted {
                let text = format!("{} {}: {} ({})", finding.codes.join(" / "), finding.subject, finding.verdict, finding.accepted);
                self.paper.document.bullet(&text);
            }
        }
        if !self.view.stale_baseline.is_empty() {
            self.paper.document.heading(1, &self.text("office-stale"));
            for line in &self.view.stale_baseline {
                self.paper.document.bullet(line);
            }
        }
    }

    fn method(&mut self) {
        self.paper.document.heading(1, &self.text("office-method"));
        for text in crate::office::method(self.view, self.texts) {
            self.paper.document.bullet(&text);
        }
        if self.view.rules_outside.is_some() {
            self.paper.document.text(&self.text("office-ranges"));
        }
        self.paper.document.text(&self.text("office-workbook"));
    }
}

fn publication(side: &SideView) -> Cell<'_> {
    let plain = side.url.starts_with("https://") || side.url.starts_with("http://");
    if plain { Cell::runs(vec![Run::Link(&side.document, &side.url)]) } else { Cell::text(&side.document) }
}

fn gravity(severity: &str) -> usize {
    ["major", "moderate", "minor", "info"].iter().position(|known| *known == severity).unwrap_or(4)
}
