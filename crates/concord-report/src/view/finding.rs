//! One finding in words.

use concord_compare::{Cited, Fact, Finding};
use schemars::JsonSchema;
use serde::Serialize;

use super::ReviewView;
use crate::chart::{Chart, IntervalChart, IntervalSide, WitnessMark};
use crate::{Context, Links, Place, words};

/// A finding, worded.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FindingView {
    /// Fingerprint.
    pub id: String,
    /// Anchor inside the report.
    pub anchor: String,
    /// Codes on both sides: one where they are the same.
    pub codes: Vec<String>,
    /// What it is about.
    pub subject: String,
    /// The rule's id.
    pub rule: String,
    /// The rule's title.
    pub rule_title: String,
    /// Key of the topic.
    pub topic: String,
    /// Category of the list; empty for what speaks of no category.
    pub category: String,
    /// Where the control comes from; empty for a rule outside the lists.
    pub stratum: String,
    /// The layer in words.
    pub layer: String,
    /// Key of the direction.
    #[schemars(extend("enum" = ["left-stricter", "right-stricter", "overlap", "incomparable", "unknown"]))]
    pub direction: &'static str,
    /// Who controls more, in words.
    pub verdict: String,
    /// Key of the severity.
    #[schemars(extend("enum" = ["major", "moderate", "minor", "info"]))]
    pub severity: &'static str,
    /// Destination; empty if it depends on none.
    pub destination: String,
    /// The parameter; empty if it is about none.
    pub parameter: String,
    /// The left text; none if it has no such control.
    pub left: Option<CitedView>,
    /// The right text; none if it has no such control.
    pub right: Option<CitedView>,
    /// The values that both sides control, drawn on one axis; none unless the limits compare as numbers.
    pub picture: Option<Chart>,
    /// One sentence a witness.
    pub witnesses: Vec<String>,
    /// One or two sentences.
    pub explanation: String,
    /// What stopped the model.
    pub reasons: Vec<String>,
    /// Where the official wordings differ; empty unless both texts are at hand.
    pub wording: Vec<WordsView>,
    /// What only follows this difference, with its side.
    pub follows: Vec<String>,
    /// Why a baseline accepts it; empty if none does.
    pub accepted: String,
    /// What analysts have recorded about it, the latest first.
    pub reviews: Vec<ReviewView>,
}

/// One finding by itself, with the names of the two sides.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FindingPage {
    /// What the left jurisdiction is called.
    pub left: Place,
    /// What the right jurisdiction is called.
    pub right: Place,
    /// The finding.
    pub finding: FindingView,
}

/// Words that one side's official text or both say.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WordsView {
    /// `both`, `left` or `right`.
    #[schemars(extend("enum" = ["both", "left", "right"]))]
    pub said: &'static str,
    /// The words.
    pub words: String,
}

/// One side of a finding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CitedView {
    /// The code.
    pub code: String,
    /// Subject label.
    pub subject: String,
    /// What it states on the point at issue, in words.
    pub states: String,
    /// Pinpoint citation.
    pub citation: String,
    /// Address of the official publication; empty if none is known.
    pub url: String,
    /// What the paragraph says by its own words, as facts.
    pub facts: Vec<FactView>,
}

/// One fact of a paragraph.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FactView {
    /// What it is, in words; empty where the text says it all.
    pub label: String,
    /// The fact.
    pub text: String,
    /// Whether the other side does not say the same.
    pub differs: bool,
}

impl FindingPage {
    /// Words a finding.
    pub fn new(finding: &Finding, context: &Context) -> Self {
        Self { left: context.left.clone(), right: context.right.clone(), finding: FindingView::new(finding, context) }
    }
}

impl FindingView {
    /// Words a finding.
    pub fn new(finding: &Finding, context: &Context) -> Self {
        let sides = || [&finding.left, &finding.right].into_iter().flatten();
        let mut codes: Vec<String> = sides().map(|side| side.code.clone()).collect();
        codes.dedup();
        Self {
            id: finding.id.clone(),
            anchor: format!("f-{}", finding.id),
            codes,
            subject: sides().map(|side| context.say(&side.subject)).find(|subject| !subject.is_empty()).unwrap_or_default(),
            rule: finding.rule.clone(),
            rule_title: context.rules.get(&finding.rule).cloned().unwrap_or_default(),
            topic: finding.topic.clone(),
            category: finding.category.clone(),
            stratum: finding.stratum.clone(),
            layer: words::layer(finding.layer, context),
            direction: words::direction_key(finding.direction),
            // A finding on a rule belongs to no stratum of a list.
            verdict: if finding.stratum.is_empty() {
                words::rule_direction(finding.direction, context)
            } else {
                words::direction(finding.direction, finding.layer, context)
            },
            severity: words::severity_key(finding.severity),
            destination: finding.destination.clone(),
            parameter: finding.parameter.clone().unwrap_or_default(),
            left: finding.left.as_ref().map(|side| cited(side, finding.right.as_ref(), context)),
            right: finding.right.as_ref().map(|side| cited(side, finding.left.as_ref(), context)),
            picture: picture(finding, context),
            witnesses: finding.witnesses.iter().map(|witness| words::witness(witness, context)).collect(),
            explanation: context.say(&finding.explanation),
            reasons: finding.reasons.iter().map(|reason| context.say(reason)).collect(),
            wording: finding.wording.iter().map(|w| WordsView { said: words::said_key(w.said), words: w.words.clone() }).collect(),
            follows: finding.follows.iter().map(|code| words::sided_code(code, context)).collect(),
            accepted: finding.accepted.clone().unwrap_or_default(),
            reviews: ReviewView::of(&finding.id, context),
        }
    }

    /// Fills in the addresses of what it cites.
    pub(super) fn link(&mut self, links: &Links) {
        for side in [&mut self.left, &mut self.right].into_iter().flatten() {
            side.url = links.of(&side.citation);
        }
    }
}

/// Draws the values that both sides control.
fn picture(finding: &Finding, context: &Context) -> Option<Chart> {
    let (sets, parameter) = (finding.values.as_ref()?, finding.parameter.as_deref()?);
    let side = |place: &'_ Place, cited: &Option<Cited>| (place.clone(), cited.as_ref().map_or_else(String::new, |c| c.code.clone()));
    let sides = [side(&context.left, &finding.left), side(&context.right, &finding.right)];
    let [left, right] = sides.each_ref().map(|(place, code)| IntervalSide { name: &place.short, phrase: &place.phrase, code });
    let witnesses = WitnessMark::all(sets, parameter, &finding.witnesses);
    Some(IntervalChart { prefix: &format!("i-{}", finding.id), parameter, sets, left, right, witnesses: &witnesses }.chart(context.texts()))
}

fn cited(side: &Cited, other: Option<&Cited>, context: &Context) -> CitedView {
    let states = match (side.states.is_empty(), other) {
        (false, _) => context.say(&side.states),
        // The finding is about what the other side states and this one does not.
        (true, Some(other)) if !other.states.is_empty() => context.text("states-nothing", &[]),
        (true, _) => context.say(&side.subject),
    };
    let fact =
        |fact: &Fact| FactView { label: words::fact_label(fact.kind, context), text: context.say(&fact.text), differs: fact.differs };
    CitedView {
        code: side.code.clone(),
        subject: context.say(&side.subject),
        states,
        citation: context.say(&side.citation),
        url: String::new(),
        facts: side.facts.iter().map(fact).collect(),
    }
}
