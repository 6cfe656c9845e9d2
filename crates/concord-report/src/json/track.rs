//! The published JSON document of a series.

mod parts;

use concord_compare::track::Track;
use schemars::JsonSchema;
use serde::Serialize;

use super::rules::{AnswerDocument, key};
use super::{CountDocument, CoverageDocument, DirectionsDocument, SCHEMA_VERSION};
use parts::{behind, point, step};

/// Some jurisdictions through time.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "Concord series")]
pub struct TrackDocument {
    /// Version of this document's shape.
    pub schema_version: &'static str,
    /// The topic; empty for all.
    pub topic: String,
    /// The bloc asked about; empty if jurisdictions were named.
    pub bloc: String,
    /// Members of the bloc whose law is not described here.
    pub not_described: Vec<String>,
    /// Countries of which it is not sure that they belong to the bloc.
    pub uncertain: Vec<String>,
    /// The jurisdiction that the others are measured by; empty for none.
    pub reference: String,
    /// Those followed.
    pub jurisdictions: Vec<MemberDocument>,
    /// The days looked at, with what is counted on each.
    pub points: Vec<PointDocument>,
    /// What happened between each day and the next.
    pub steps: Vec<StepDocument>,
    /// On what somebody is looser than the reference on the last day, and since when.
    pub behind: Vec<BehindDocument>,
    /// Whether those followed come closer, by the answers that are known on every day.
    #[schemars(extend("enum" = ["converging", "diverging", "steady", "unclear"]))]
    pub trend: String,
}

/// One of those followed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MemberDocument {
    /// Code.
    pub jurisdiction: String,
    /// The editions of its list that are used.
    pub lists: Vec<EditionOfDocument>,
    /// Questions asked.
    pub questions: usize,
    /// Whether the others are only measured by it, and it is compared with none of them.
    pub outside: bool,
}

/// An edition of a list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EditionOfDocument {
    /// Identifier.
    pub list: String,
    /// Title.
    pub title: String,
    /// Date as of which it holds, ISO.
    pub as_of: String,
}

/// A weighted share of pairs of answers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FigureDocument {
    /// The least it can be, as an exact fraction; `null` of an empty population.
    pub low: Option<String>,
    /// The greatest it can be.
    pub high: Option<String>,
    /// Pairs of answers.
    pub population: usize,
    /// Of these, those that surely count.
    pub surely: usize,
    /// Of these, those that count or may.
    pub perhaps: usize,
    /// Sum of the weights.
    pub weight: u64,
}

/// One day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PointDocument {
    /// The day, ISO.
    pub as_of: String,
    /// Those who belong on it.
    pub jurisdictions: Vec<StandingDocument>,
    /// Share of all pairs of answers that differ.
    pub apart: FigureDocument,
    /// The same share, topic by topic.
    pub topics: Vec<TopicPointDocument>,
    /// The same over the pairs of answers that are known on every day.
    pub panel: FigureDocument,
    /// What differs of a pair; `null` of any other number.
    pub differences: Option<DifferencesDocument>,
}

/// The questions of one topic on a day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TopicPointDocument {
    /// Topic.
    pub topic: String,
    /// Share of the pairs of answers that differ.
    pub apart: FigureDocument,
}

/// How one jurisdiction stands on a day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StandingDocument {
    /// Code.
    pub jurisdiction: String,
    /// Questions of which the answer is known.
    pub known: usize,
    /// Share of the pairs of its answer and another's that differ.
    pub apart: FigureDocument,
    /// Share of the ordered questions on which it is looser than the reference, or than the other of two; `null` where there is none.
    pub looser: Option<FigureDocument>,
}

/// The differences of a pair on a day, counted.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DifferencesDocument {
    /// Of the lists; `null` where one has no edition as old as the day.
    pub lists: Option<ListDifferencesDocument>,
    /// Of the rules outside the lists, by direction; `null` where either law is not described.
    pub rules: Option<Vec<CountDocument>>,
    /// Of the rules outside the lists, by topic and direction.
    pub topics: Vec<DirectionsDocument>,
}

/// The differences of two lists on a day.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ListDifferencesDocument {
    /// Dates of the two editions, ISO.
    pub editions: [String; 2],
    /// Findings of the main stratum, by direction.
    pub by_direction: Vec<CountDocument>,
    /// Share of the left side's controls that the right side also holds.
    pub left_covered_by_right: CoverageDocument,
    /// Share of the right side's controls that the left side also holds.
    pub right_covered_by_left: CoverageDocument,
}

/// What happened between two days.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StepDocument {
    /// The day before, ISO.
    pub after: String,
    /// The day until which it happened, ISO.
    pub until: String,
    /// Who came to belong.
    pub joined: Vec<String>,
    /// Who ceased to belong.
    pub left: Vec<String>,
    /// Changes of the laws outside the lists.
    pub law: Vec<LawChangeDocument>,
    /// Answers that became known without a change of the law.
    pub learned: Vec<LearnedDocument>,
    /// Changes of the lists.
    pub lists: Vec<ListChangeDocument>,
    /// Differences of a pair that appeared, ended or changed.
    pub differences: Vec<DifferenceChangeDocument>,
}

/// A rule that changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LawChangeDocument {
    /// Whose.
    pub jurisdiction: String,
    /// Topic.
    pub topic: String,
    /// Question.
    pub attribute: String,
    /// The first day of the new answer, or the day after the last of the old, ISO; `null` where no source states either.
    pub day: Option<String>,
    /// The answer before.
    pub before: AnswerDocument,
    /// The answer since.
    pub since: AnswerDocument,
    /// Which way it moved.
    #[schemars(extend("enum" = ["stricter", "looser", "both", "other", "unclear"]))]
    pub movement: String,
    /// What it did to the distance from the others.
    #[schemars(extend("enum" = ["closer", "apart", "none", "unclear"]))]
    pub effect: String,
    /// How many others' answers are known on both days.
    pub known: usize,
}

/// Answers that became known.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LearnedDocument {
    /// Whose.
    pub jurisdiction: String,
    /// How many.
    pub answers: usize,
}

/// A paragraph that changed from one edition of a list to the next.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ListChangeDocument {
    /// Whose list.
    pub jurisdiction: String,
    /// Date of the earlier edition, ISO.
    pub after: String,
    /// Date of the later edition, ISO.
    pub until: String,
    /// What became of the paragraph.
    #[schemars(extend("enum" = ["added", "dropped", "changed"]))]
    pub paragraph: String,
    /// Which way it moved.
    #[schemars(extend("enum" = ["stricter", "looser", "both", "other", "unclear"]))]
    pub movement: String,
    /// The difference, the earlier edition on the left.
    pub difference: BriefDocument,
}

/// A difference that appeared, ended or changed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DifferenceChangeDocument {
    /// What became of it.
    #[schemars(extend("enum" = ["appeared", "ended", "changed"]))]
    pub happened: String,
    /// Why: one of the two texts changed, something around them did, or an answer became known or ceased to be.
    #[schemars(extend("enum" = ["changed", "around", "known"]))]
    pub cause: String,
    /// The difference as it is, or as it last was.
    pub difference: BriefDocument,
    /// As it was before, if it changed; else `null`.
    pub was: Option<BriefDocument>,
}

/// A difference in brief.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BriefDocument {
    /// Stable fingerprint, 12 hex digits.
    pub id: String,
    /// The rule's id.
    pub rule: String,
    /// The rule's topic.
    pub topic: String,
    /// Who controls more.
    #[schemars(extend("enum" = ["left-stricter", "right-stricter", "overlap", "incomparable", "unknown"]))]
    pub direction: String,
    /// How much it matters.
    #[schemars(extend("enum" = ["major", "moderate", "minor", "info"]))]
    pub severity: String,
    /// The left text; `null` if it has no such control.
    pub left: Option<BriefCitedDocument>,
    /// The right text; `null` if it has no such control.
    pub right: Option<BriefCitedDocument>,
    /// The parameter or question; `null` if it is about none.
    pub parameter: Option<String>,
    /// One or two sentences for a reader.
    pub explanation: String,
}

/// One side of a difference in brief.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BriefCitedDocument {
    /// The paragraph's code; the attribute or term of a rule outside the lists.
    pub code: String,
    /// Short subject label; the question of a rule outside the lists.
    pub subject: String,
    /// What it states on the point at issue; empty if nothing.
    pub states: String,
    /// Pinpoint citation.
    pub citation: String,
}

/// A question on which somebody is looser than the reference.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BehindDocument {
    /// Who lags.
    pub jurisdiction: String,
    /// Topic.
    pub topic: String,
    /// Question.
    pub attribute: String,
    /// The first day looked at from which it surely lagged without a break, ISO.
    pub since: String,
    /// What is known of the time before.
    #[schemars(extend("enum" = ["level", "unknown", "start"]))]
    pub before: String,
}

/// Whom a series asks about, where it asks about a bloc.
#[derive(Clone, Debug, Default)]
pub struct OfBloc {
    /// The bloc; empty if jurisdictions were named.
    pub bloc: String,
    /// Members whose law is not described here.
    pub not_described: Vec<String>,
    /// Countries of which it is not sure that they belong.
    pub uncertain: Vec<String>,
}

impl TrackDocument {
    /// The document of a series.
    pub fn new(track: &Track, of: OfBloc) -> Self {
        let member = |member: &concord_compare::track::Member| MemberDocument {
            jurisdiction: member.jurisdiction.clone(),
            lists: member
                .editions
                .iter()
                .map(|list| EditionOfDocument { list: list.list.clone(), title: list.title.clone(), as_of: list.as_of.to_string() })
                .collect(),
            questions: member.questions,
            outside: member.outside,
        };
        Self {
            schema_version: SCHEMA_VERSION,
            topic: track.topic.clone(),
            bloc: of.bloc,
            not_described: of.not_described,
            uncertain: of.uncertain,
            reference: track.reference.clone(),
            jurisdictions: track.members.iter().map(member).collect(),
            points: track.points.iter().map(point).collect(),
            steps: track.steps.iter().map(step).collect(),
            behind: track.behind.iter().map(behind).collect(),
            trend: key(&track.trend),
        }
    }
}

/// The JSON Schema of [`TrackDocument`].
pub fn track_schema() -> serde_json::Value {
    schemars::schema_for!(TrackDocument).to_value()
}
