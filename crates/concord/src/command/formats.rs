//! The formats of `concord compare`.

use concord_compare::{Comparison, RuleComparison};
use concord_report::json::CompareDocument;
use concord_report::view::{Gate, LedgerView};
use concord_report::{Context, machine, word, workbook};

use super::compare::{render, view};
use crate::cli::{Format, Global};
use crate::data::Data;
use crate::failure::Failure;
use crate::output::Output;

/// The formats that a comparison comes in.
pub(crate) const KNOWN: &[Format] = &[
    Format::Text,
    Format::Md,
    Format::Docx,
    Format::Xlsx,
    Format::Json,
    Format::Jsonl,
    Format::Csv,
    Format::Sarif,
    Format::Junit,
    Format::Github,
];

/// A comparison with all that its formats show.
pub(crate) struct Compared {
    /// The comparison of the lists.
    pub(crate) comparison: Comparison,
    /// The comparison of the rules outside them; none where they are not described for both.
    pub(crate) rules: Option<RuleComparison>,
    /// Names.
    pub(crate) context: Context,
    /// What findings are judged by.
    pub(crate) gate: Gate,
}

/// Writes a comparison in a format.
pub(crate) fn write(compared: &Compared, format: Format, global: &Global, data: &Data, output: &Output) -> Result<(), Failure> {
    let Compared { comparison, rules, context, .. } = compared;
    let rules = rules.as_ref();
    let text = match format {
        Format::Docx => return output.bytes(&word::compare(&view(comparison, rules, context, data)?, context.language)?),
        Format::Xlsx => return output.bytes(&compared.workbook(data)?),
        Format::Json => compared.document(data)?.to_json().map_err(unwritten)?,
        Format::Jsonl => machine::jsonl(&compared.document(data)?).map_err(unwritten)?,
        Format::Csv => machine::csv::findings(&compared.ledger(data)?),
        Format::Sarif => machine::sarif(&compared.ledger(data)?, concord_compare::rules(), env!("CARGO_PKG_VERSION")),
        Format::Junit => machine::junit(&compared.ledger(data)?),
        Format::Github => machine::github(&compared.ledger(data)?),
        _ => render(comparison, rules, context, data, format, &global.templates())?,
    };
    output.data(&text)
}

impl Compared {
    fn document(&self, data: &Data) -> Result<CompareDocument, Failure> {
        let document = CompareDocument::new(&self.comparison, &self.context);
        Ok(match &self.rules {
            Some(rules) => document.with_rules(rules, &data.rules()?.vocabulary, &self.context),
            None => document,
        })
    }

    fn ledger(&self, data: &Data) -> Result<LedgerView, Failure> {
        let rules = match &self.rules {
            Some(rules) => Some((rules, &data.rules()?.vocabulary)),
            None => None,
        };
        let ledger = LedgerView::new(&self.comparison, rules, &self.context, self.gate);
        let places = data.file_places(&self.comparison)?;
        Ok(ledger.with_places(|jurisdiction, code| places.of(jurisdiction, code)))
    }

    /// The workbook of a comparison, with the limits of both lists side by side.
    pub(crate) fn workbook(&self, data: &Data) -> Result<Vec<u8>, Failure> {
        let mut ledger = self.ledger(data)?;
        if self.comparison.has_lists() {
            let list = |side: &concord_compare::Side| data.list(&side.jurisdiction);
            ledger = ledger.with_thresholds(&list(&self.comparison.left)?, &list(&self.comparison.right)?);
        }
        let view = view(&self.comparison, self.rules.as_ref(), &self.context, data)?;
        Ok(workbook::compare(&view, &ledger, self.context.language)?)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn unwritten(error: serde_json::Error) -> Failure {
    Failure::input(error.to_string(), "")
}
