//! The published JSON document of a recognition.

use concord_compare::recognize::{
    Acceptance, Answered, Area, Condition, Direction, Exclusion, Existing, JudgedRow, ListPart, Recognition, Treatment, Unknown, Verdict,
};
use concord_compare::{Held, Witness};
use concord_model::recognition::{Asked, Demand, ObjectPolicy, Policy, Wanted};
use schemars::JsonSchema;
use serde::Serialize;

use super::SCHEMA_VERSION;

/// A mutual recognition: what either side may accept of the other, area by area. A is the left side, B the right one.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "Concord recognition")]
pub struct RecognizeDocument {
    /// Version of this document's shape.
    pub schema_version: &'static str,
    /// Code of the left side.
    pub left: String,
    /// Code of the right side.
    pub right: String,
    /// The day as of which the rules are asked, ISO.
    pub as_of: String,
    /// The object of recognition.
    #[schemars(extend("enum" = ["licence-free-destination", "re-export-decisions", "classifications", "end-use-checks", "denial-consultation"]))]
    pub object: &'static str,
    /// The policy, as far as the object goes.
    pub policy: PolicyDocument,
    /// The areas.
    pub areas: Vec<AreaDocument>,
    /// Left accepts right, right accepts left: what holds for every area.
    pub directions: Vec<DirectionDocument>,
}

/// A policy.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PolicyDocument {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: String,
    /// Shares of controls, as exact fractions; `null` where lists do not matter.
    pub lists: Option<SharesDocument>,
    /// Its demands.
    pub demands: Vec<DemandDocument>,
}

/// What a policy asks of lists, as exact fractions.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SharesDocument {
    /// May be lacking or looser.
    pub tolerated: String,
    /// Up to this, recognition is conditional.
    pub conditional: String,
    /// May be undecided.
    pub undecided: String,
}

/// A demand of a policy.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DemandDocument {
    /// What it asks about.
    #[schemars(extend("enum" = ["question", "topic", "regime", "not-named-in"]))]
    pub kind: &'static str,
    /// Identifier of the question, topic or regime.
    pub about: String,
    /// Answers that meet it; empty where the partner must be no looser, take part, or not be named.
    pub answers: Vec<String>,
    /// Areas it is limited to; empty for all.
    pub areas: Vec<String>,
    /// Of a topic: the share of its weight on which the partner may fall short.
    pub tolerated: String,
    /// What follows where it is not met.
    #[schemars(extend("enum" = ["condition", "refuses"]))]
    pub lacking: &'static str,
    /// Why.
    pub why: String,
}

/// An area.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AreaDocument {
    /// The beginning of its entries' codes; empty for the whole list.
    pub area: String,
    /// The verdict.
    #[schemars(extend("enum" = ["equivalent", "a-may-accept-b", "b-may-accept-a", "conditional", "not-recognisable"]))]
    pub verdict: &'static str,
    /// Every verdict that unknown facts leave possible.
    pub possible: Vec<&'static str>,
    /// How far the left side may accept the right one.
    pub a_accepts_b: LevelDocument,
    /// How far the right side may accept the left one.
    pub b_accepts_a: LevelDocument,
    /// What must be met, in either direction.
    pub conditions: Vec<ConditionDocument>,
    /// What stays out, in either direction.
    pub exclusions: Vec<ExclusionDocument>,
    /// Unknown facts that could change the verdict.
    pub unknowns: Vec<UnknownDocument>,
}

/// How far one side may accept the other.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LevelDocument {
    /// What may be said today.
    #[schemars(extend("enum" = ["acceptable", "conditional", "not-recognisable"]))]
    pub level: &'static str,
    /// If every unknown turns out against the partner.
    pub low: &'static str,
    /// If every unknown turns out for it.
    pub high: &'static str,
    /// What the lists say; `null` where the policy does not ask.
    pub lists: Option<CountsDocument>,
}

/// What the lists say of an area, seen from the side that accepts; each list of codes is the population of its count.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CountsDocument {
    /// Sides whose list is not held; nothing is counted then.
    pub missing: Vec<String>,
    /// Controls that the partner surely holds.
    pub covered: Vec<String>,
    /// Controls that the partner surely holds in part only.
    pub partly: Vec<String>,
    /// Controls that the partner surely lacks.
    pub not_covered: Vec<String>,
    /// Controls of which the comparison does not decide.
    pub undecided: Vec<String>,
    /// Controls in areas that the partner leaves to another instrument.
    pub elsewhere: Vec<String>,
    /// Controls that the accepting side's own list hands to another instrument.
    pub handed_over: Vec<String>,
    /// Number of controls beyond the regimes, by stratum.
    pub own: Vec<OwnDocument>,
}

/// Controls beyond the regimes.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OwnDocument {
    /// Stratum.
    pub stratum: String,
    /// Controls.
    pub controls: usize,
}

/// Something to be met.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ConditionDocument {
    /// Who accepts whom.
    #[schemars(extend("enum" = ["a-accepts-b", "b-accepts-a"]))]
    pub direction: &'static str,
    /// The step that meets it.
    #[schemars(extend("enum" = ["change", "take-part", "delist", "list-items", "establish", "decide", "bring-list"]))]
    pub kind: &'static str,
    /// Who must take it.
    pub who: Vec<String>,
    /// How far the accepting side may go until then.
    #[schemars(extend("enum" = ["conditional", "not-recognisable"]))]
    pub until: &'static str,
    /// How far it may go if what is open turns out against the partner.
    #[schemars(extend("enum" = ["acceptable", "conditional", "not-recognisable"]))]
    pub at_worst: &'static str,
    /// The demand; `null` for lists.
    pub demand: Option<DemandDocument>,
    /// Controls it is about; nought for rules.
    pub controls: usize,
    /// The questions it is about.
    pub rows: Vec<RowDocument>,
}

/// A question with both answers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RowDocument {
    /// Topic; empty for a regime.
    pub topic: String,
    /// Question or regime.
    pub about: String,
    /// Whether the partner meets it.
    #[schemars(extend("enum" = ["met", "open", "unmet"]))]
    pub state: &'static str,
    /// The accepting side's answer.
    pub grantor: SaidDocument,
    /// The partner's answer; of a regime, the country's code.
    pub partner: SaidDocument,
    /// Why it is open although both answers are known; else empty.
    pub reason: String,
}

/// An answer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SaidDocument {
    /// The answer as it stands in the definitions; `unknown` where it is, empty where it does not matter.
    pub value: String,
    /// Pinpoint citation.
    pub source: String,
}

/// A control that stays out.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExclusionDocument {
    /// Who accepts whom.
    #[schemars(extend("enum" = ["a-accepts-b", "b-accepts-a"]))]
    pub direction: &'static str,
    /// The accepting side's code.
    pub code: String,
    /// Its subject.
    pub subject: String,
    /// Its citation.
    pub source: String,
    /// The partner's code; `null` if it has none.
    pub partner_code: Option<String>,
    /// The partner's citation; `null` if it has none.
    pub partner_source: Option<String>,
    /// Fingerprint of the finding that proves it; empty without one.
    pub finding: String,
    /// Items that the accepting side lists and the partner does not.
    pub witnesses: Vec<WitnessDocument>,
    /// The controls it concerns.
    pub controls: Vec<String>,
}

/// An item that one side lists and the other does not.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WitnessDocument {
    /// What it is.
    pub item: String,
    /// Its values: parameter and value with unit.
    pub values: Vec<(String, String)>,
    /// Phrases that do not hold of it.
    pub lacks: Vec<String>,
    /// The code that lists it.
    pub listed_by: String,
}

/// Something unknown.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct UnknownDocument {
    /// Who accepts whom.
    #[schemars(extend("enum" = ["a-accepts-b", "b-accepts-a"]))]
    pub direction: &'static str,
    /// Whose facts are missing.
    pub who: Vec<String>,
    /// The demand; `null` for lists.
    pub demand: Option<DemandDocument>,
    /// Controls it is about; nought for rules.
    pub controls: usize,
    /// The questions it is about.
    pub rows: Vec<RowDocument>,
    /// The verdict at best if it turns out against the partner and the other direction stays as it stands.
    pub verdict_if_against: &'static str,
    /// The verdict at best if it turns out for the partner and the other direction stays as it stands.
    pub verdict_if_for: &'static str,
}

/// What holds for every area when one side accepts the other.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DirectionDocument {
    /// Who accepts whom.
    #[schemars(extend("enum" = ["a-accepts-b", "b-accepts-a"]))]
    pub direction: &'static str,
    /// Code of the side that accepts.
    pub grantor: String,
    /// Code of the side that is accepted.
    pub partner: String,
    /// Its destinations.
    pub destinations: Vec<String>,
    /// The legal vehicle; `null` where none is recorded.
    pub vehicle: Option<VehicleDocument>,
    /// Arrangements for the object.
    pub existing: Vec<ExistingDocument>,
    /// Who may use it.
    pub users: Vec<RowDocument>,
    /// Safeguards.
    pub safeguards: Vec<RowDocument>,
    /// How it can be suspended.
    pub suspension: Vec<RowDocument>,
    /// How each control is treated towards the partner today; empty where it is not counted.
    pub treatment: Vec<TreatmentDocument>,
}

/// A legal vehicle.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VehicleDocument {
    /// The instrument; empty where the law at hand has none.
    pub instrument: String,
    /// Who changes it; empty where not known.
    pub changed_by: String,
    /// Citation.
    pub source: String,
    /// What a reader must know.
    pub note: String,
}

/// An arrangement.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExistingDocument {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
    /// Whether it holds for the partner.
    #[schemars(extend("enum" = ["grants", "grants-in-part", "withholds", "unknown"]))]
    pub holds: &'static str,
    /// Destinations of the partner that it leaves out.
    pub without: Vec<String>,
    /// Citation.
    pub source: String,
}

/// How a control is treated.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TreatmentDocument {
    /// The control.
    pub code: String,
    /// The least favourable treatment towards any destination of the partner.
    #[schemars(extend("enum" = ["free", "open", "undecided", "licence"]))]
    pub treatment: &'static str,
    /// Destinations treated so, where others are treated better.
    pub only_for: Vec<String>,
    /// Exceptions and general authorisations open for it.
    pub open: Vec<String>,
}

impl RecognizeDocument {
    /// The document of a recognition under a policy.
    pub fn new(found: &Recognition, policy: &Policy) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            left: found.left.clone(),
            right: found.right.clone(),
            as_of: found.as_of.to_string(),
            object: found.object.word(),
            policy: policy_document(policy, policy.object(found.object)),
            areas: found.areas.iter().map(area).collect(),
            directions: vec![direction(&found.accepts.0, A), direction(&found.accepts.1, B)],
        }
    }

    /// The document as text.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        super::pretty(self)
    }
}

const A: &str = "a-accepts-b";
const B: &str = "b-accepts-a";

fn policy_document(policy: &Policy, object: Option<&ObjectPolicy>) -> PolicyDocument {
    PolicyDocument {
        id: policy.id.clone(),
        title: policy.title.clone(),
        lists: object.and_then(|object| object.lists).map(|lists| SharesDocument {
            tolerated: lists.tolerated.to_string(),
            conditional: lists.conditional.to_string(),
            undecided: lists.undecided.to_string(),
        }),
        demands: object.iter().flat_map(|object| &object.demands).map(demand).collect(),
    }
}

fn demand(demand: &Demand) -> DemandDocument {
    DemandDocument {
        kind: match demand.asked {
            Asked::Question(_) => "question",
            Asked::Topic(_) => "topic",
            Asked::Regime(_) => "regime",
            Asked::NamedIn(_) => "not-named-in",
        },
        about: demand.asked.id().to_owned(),
        answers: match &demand.wanted {
            Wanted::Answers(answers) => answers.iter().map(|answer| answer.written("")).collect(),
            _ => Vec::new(),
        },
        areas: demand.areas.clone(),
        tolerated: demand.tolerated.to_string(),
        lacking: demand.lacking.word(),
        why: demand.why.clone(),
    }
}

fn area(area: &Area) -> AreaDocument {
    let both = [(A, &area.left_accepts), (B, &area.right_accepts)];
    AreaDocument {
        area: area.code.clone(),
        verdict: area.verdict.word(),
        possible: area.possible.iter().copied().map(Verdict::word).collect(),
        a_accepts_b: level(&area.left_accepts),
        b_accepts_a: level(&area.right_accepts),
        conditions: both.iter().flat_map(|(way, side)| side.conditions.iter().map(|c| condition(c, way))).collect(),
        exclusions: both
            .iter()
            .flat_map(|(way, side)| side.lists.iter().flat_map(|lists| &lists.exclusions).map(|e| exclusion(e, way)))
            .collect(),
        unknowns: both.iter().flat_map(|(way, side)| side.unknowns.iter().map(|u| unknown(u, way))).collect(),
    }
}

fn level(acceptance: &Acceptance) -> LevelDocument {
    LevelDocument {
        level: acceptance.range.stands.word(),
        low: acceptance.range.low.word(),
        high: acceptance.range.high.word(),
        lists: acceptance.lists.as_ref().map(counts),
    }
}

fn counts(lists: &ListPart) -> CountsDocument {
    let of = |held: Held| lists.rows.iter().filter(|row| row.held == held).map(|row| row.code.clone()).collect();
    CountsDocument {
        missing: lists.missing.clone(),
        covered: of(Held::Covered),
        partly: of(Held::Partly),
        not_covered: of(Held::NotCovered),
        undecided: of(Held::Undecided),
        elsewhere: of(Held::Elsewhere),
        handed_over: of(Held::HandedOver),
        own: lists.own_strata.iter().map(|(stratum, controls)| OwnDocument { stratum: stratum.clone(), controls: *controls }).collect(),
    }
}

fn condition(condition: &Condition, direction: &'static str) -> ConditionDocument {
    ConditionDocument {
        direction,
        kind: condition.kind.word(),
        who: condition.who.clone(),
        until: condition.until.word(),
        at_worst: condition.at_worst.word(),
        demand: condition.demand.as_ref().map(demand),
        controls: condition.controls,
        rows: condition.rows.iter().map(row).collect(),
    }
}

fn row(row: &JudgedRow) -> RowDocument {
    let said = |answered: &Answered| SaidDocument { value: answered.written.clone(), source: answered.citation.clone() };
    RowDocument {
        topic: row.topic.clone(),
        about: row.about.clone(),
        state: row.state.word(),
        grantor: said(&row.grantor),
        partner: said(&row.partner),
        reason: row.reason.to_string(),
    }
}

fn exclusion(exclusion: &Exclusion, direction: &'static str) -> ExclusionDocument {
    let witness = |witness: &Witness| WitnessDocument {
        item: witness.item.clone(),
        values: witness.values.iter().map(|value| (value.parameter.clone(), value.value.clone())).collect(),
        lacks: witness.lacks.clone(),
        listed_by: witness.listed_by.clone(),
    };
    ExclusionDocument {
        direction,
        code: exclusion.grantor.code.clone(),
        subject: exclusion.grantor.subject.to_string(),
        source: exclusion.grantor.citation.to_string(),
        partner_code: exclusion.partner.as_ref().map(|partner| partner.code.clone()),
        partner_source: exclusion.partner.as_ref().map(|partner| partner.citation.to_string()),
        finding: exclusion.finding.clone(),
        witnesses: exclusion.witnesses.iter().map(witness).collect(),
        controls: exclusion.controls.clone(),
    }
}

fn unknown(unknown: &Unknown, direction: &'static str) -> UnknownDocument {
    UnknownDocument {
        direction,
        who: unknown.who.clone(),
        demand: unknown.demand.as_ref().map(demand),
        controls: unknown.controls,
        rows: unknown.rows.iter().map(row).collect(),
        verdict_if_against: unknown.verdict_if_against.word(),
        verdict_if_for: unknown.verdict_if_for.word(),
    }
}

fn direction(found: &Direction, way: &'static str) -> DirectionDocument {
    let rows = |rows: &[JudgedRow]| rows.iter().map(row).collect();
    DirectionDocument {
        direction: way,
        grantor: found.grantor.clone(),
        partner: found.partner.clone(),
        destinations: found.destinations.clone(),
        vehicle: found.vehicle.as_ref().map(|vehicle| VehicleDocument {
            instrument: vehicle.instrument.clone(),
            changed_by: vehicle.changed_by.clone(),
            source: vehicle.citation.clone(),
            note: vehicle.note.clone(),
        }),
        existing: found.existing.iter().map(existing).collect(),
        users: rows(&found.users),
        safeguards: rows(&found.safeguards),
        suspension: rows(&found.suspension),
        treatment: found
            .treatment
            .iter()
            .flat_map(|treatments| &treatments.rows)
            .map(|row| TreatmentDocument {
                code: row.code.clone(),
                treatment: Treatment::word(row.treatment),
                only_for: row.only_for.clone(),
                open: row.open.clone(),
            })
            .collect(),
    }
}

fn existing(existing: &Existing) -> ExistingDocument {
    ExistingDocument {
        id: existing.arrangement.id.clone(),
        name: existing.arrangement.name.clone(),
        holds: existing.stance.word(),
        without: existing.without.clone(),
        source: existing.arrangement.citation.clone(),
    }
}

/// The JSON Schema of [`RecognizeDocument`].
pub fn recognize_schema() -> serde_json::Value {
    schemars::schema_for!(RecognizeDocument).to_value()
}
