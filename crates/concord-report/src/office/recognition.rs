//! What the Word paper and the workbook of a recognition both say.

use crate::Place;
use crate::lang::Texts;
use crate::view::recognize::{DirectionView, RecognizeView};

/// A fact about what is asked, before the answer.
pub(crate) struct LabelledFact {
    /// What it is.
    pub(crate) label: String,
    /// The fact.
    pub(crate) text: String,
    /// Its citation; empty where it needs none.
    pub(crate) citation: String,
}

/// The title of the report of a recognition.
pub(crate) fn recognition_title(view: &RecognizeView, texts: &Texts) -> String {
    texts.get("recognize-title", &[("left", (&view.left.name).into()), ("right", (&view.right.name).into())])
}

/// Who accepts whom: `EU accepts US`.
pub(crate) fn accepts(grantor: &Place, partner: &Place, texts: &Texts) -> String {
    texts.get("recognize-column-accepts", &[("grantor", (&grantor.short).into()), ("partner", (&partner.short).into())])
}

/// What a recognition is asked about: object, vehicles, destinations, lists, date and policy.
pub(crate) fn recognition_facts(view: &RecognizeView, texts: &Texts) -> Vec<LabelledFact> {
    let plain = |label: String, text: &str| LabelledFact { label, text: text.to_owned(), citation: String::new() };
    let about = |key: &str, who: &str| format!("{}{}{who}", texts.get(key, &[]), texts.get("office-colon", &[]));
    let mut out = vec![
        plain(texts.get("recognize-object", &[]), &view.object),
        plain(texts.get("recognize-means", &[]), &view.means),
        plain(texts.get("recognize-activities", &[]), &view.activities),
    ];
    for direction in &view.directions {
        let (who, vehicle) = (&direction.grantor.short, &direction.vehicle);
        let mut instrument = plain(about("recognize-vehicle-label", who), &vehicle.instrument);
        instrument.citation.clone_from(&vehicle.citation);
        out.push(instrument);
        out.push(plain(texts.get("recognize-vehicle-changed", &[]), &vehicle.changed_by));
        out.push(plain(String::new(), &vehicle.note));
    }
    out.extend(view.directions.iter().map(|d| plain(about("recognize-destinations", &d.partner.short), &d.destinations)));
    out.extend(view.lists.iter().map(|list| plain(texts.get("recognize-lists", &[]), list)));
    out.push(plain(texts.get("recognize-as-of", &[]), &texts.date(&view.as_of)));
    out.push(plain(texts.get("recognize-policy", &[]), &format!("{} ({})", view.policy.title, view.policy.id)));
    out.retain(|fact| !fact.text.is_empty());
    out
}

/// A row that counts the same thing in both directions.
pub(crate) struct AsymmetryRow {
    /// What is counted.
    pub(crate) label: String,
    /// Left accepts right, right accepts left; none where the lists are not compared, so that nothing can be counted.
    pub(crate) counts: Vec<Option<usize>>,
}

/// How the two directions of a recognition differ, counted; what the policy does not ask of either side is left out.
pub(crate) fn asymmetry(view: &RecognizeView, texts: &Texts) -> Vec<AsymmetryRow> {
    let compared = |direction: &DirectionView| direction.counts.iter().any(|counts| counts.not_compared.is_empty());
    let row = |key: &str, count: &dyn Fn(&DirectionView) -> Option<usize>| AsymmetryRow {
        label: texts.get(key, &[]),
        counts: view.directions.iter().map(count).collect(),
    };
    let mut out = vec![
        row("recognize-asymmetry-conditions", &|direction| Some(direction.conditions.len())),
        row("recognize-asymmetry-refusing", &|direction| Some(direction.conditions.iter().filter(|condition| condition.refuses).count())),
    ];
    if view.directions.iter().any(|direction| !direction.counts.is_empty()) {
        out.push(row("recognize-asymmetry-exclusions", &|direction| compared(direction).then_some(direction.exclusions.len())));
        let undecided = |direction: &DirectionView| direction.counts.iter().map(|counts| counts.undecided).sum();
        out.push(row("recognize-asymmetry-undecided", &|direction| compared(direction).then(|| undecided(direction))));
    }
    out.push(row("recognize-asymmetry-unknowns", &|direction| Some(direction.unknowns.len())));
    out.push(row("recognize-asymmetry-existing", &|direction| {
        Some(direction.existing.iter().filter(|existing| matches!(existing.key, "grants" | "grants-in-part")).count())
    }));
    out
}
