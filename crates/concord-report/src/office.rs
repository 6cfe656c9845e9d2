//! What the Word brief and the workbook both say.

use crate::lang::Texts;
use crate::view::CompareView;

/// How the comparison was made, a paragraph each.
pub(crate) fn method(view: &CompareView, texts: &Texts) -> Vec<String> {
    let mut out = Vec::new();
    if view.lists {
        let witnesses = [("confirmed", view.summary.witnesses.into()), ("refused", view.summary.witnesses_refused.into())];
        out.extend([
            texts.get("office-method-facts", &[]),
            texts.get("office-method-matching", &[]),
            texts.get("office-method-sets", &[]),
            texts.get("office-method-witnesses", &witnesses),
            texts.get("office-method-coverage", &[]),
            texts.get("office-method-layers", &[]),
            texts.get("office-method-follows", &[]),
        ]);
    }
    if let Some(rules) = &view.rules_outside {
        out.push(texts.get("office-method-rules", &[("day", texts.date(&rules.as_of).into())]));
        if !rules.rates.is_empty() {
            out.push(rules.rates.clone());
        }
    }
    out
}
