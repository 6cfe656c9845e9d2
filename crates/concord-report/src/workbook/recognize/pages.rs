//! The sheets that are pages: summary and method.

use super::Source;
use crate::workbook::cell::Cell;
use crate::workbook::page::Block;

impl Source<'_> {
    pub(super) fn summary(&self) -> Vec<Block> {
        let view = self.view;
        let mut out = vec![Block::Heading(self.text("recognize-heading-answer"))];
        out.extend(view.answer.iter().cloned().map(Block::Text));
        out.push(Block::Heading(self.text("office-asked")));
        let facts = crate::office::recognition_facts(view, self.texts);
        let value = |fact: crate::office::LabelledFact| match fact.citation.as_str() {
            "" => (fact.label, Cell::Long(fact.text)),
            citation => (fact.label, Cell::Long(format!("{} ({citation})", fact.text))),
        };
        out.push(Block::Pairs(facts.into_iter().map(value).collect()));
        out.push(Block::Heading(self.text("recognize-heading-areas")));
        let (left, right) = (&view.left, &view.right);
        let heads = vec![
            self.text("recognize-column-area"),
            self.text("recognize-column-verdict"),
            crate::office::accepts(left, right, self.texts),
            crate::office::accepts(right, left, self.texts),
            self.text("recognize-column-possible"),
        ];
        let rows = view.areas.iter().map(|area| {
            [&area.title, &area.verdict, &area.left_accepts, &area.right_accepts, &area.possible].map(|text| Cell::long(text)).into()
        });
        out.push(Block::Table(heads, rows.collect()));
        out.push(Block::Heading(self.text("recognize-heading-asymmetry")));
        let heads = vec![String::new(), crate::office::accepts(left, right, self.texts), crate::office::accepts(right, left, self.texts)];
        let rows = crate::office::asymmetry(view, self.texts).into_iter().map(|row| {
            let none = self.text("office-lists-not-compared");
            let cells = row.counts.into_iter().map(|count| count.map_or_else(|| Cell::Text(none.clone()), Cell::Count));
            std::iter::once(Cell::long(&row.label)).chain(cells).collect()
        });
        out.push(Block::Table(heads, rows.collect()));
        out.push(Block::Heading(self.text("recognize-heading-residual")));
        out.extend(view.residual.iter().cloned().map(Block::Text));
        out
    }

    pub(super) fn method(&self) -> Vec<Block> {
        let view = self.view;
        let title = self.texts.get("recognize-heading-policy", &[("title", view.policy.title.as_str().into())]);
        let mut out = vec![Block::Heading(title), Block::Text(view.policy.about.clone())];
        if let Some(lists) = &view.policy.lists {
            let share = |key: &str, share: &str| (self.text(key), Cell::text(share));
            out.push(Block::Pairs(vec![
                share("recognize-policy-tolerated", &lists.tolerated),
                share("recognize-policy-conditional", &lists.conditional),
                share("recognize-policy-undecided", &lists.undecided),
            ]));
        }
        let notes: Vec<&String> = view
            .directions
            .iter()
            .flat_map(|direction| [&direction.treatment_note, &direction.idle_unknowns])
            .filter(|note| !note.is_empty())
            .collect();
        if !notes.is_empty() {
            out.push(Block::Heading(self.text("office-how-counted")));
            out.extend(notes.into_iter().cloned().map(Block::Text));
        }
        out
    }
}
