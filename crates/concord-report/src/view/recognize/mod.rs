//! The view of a recognition: the answer, the areas, and what each side may accept of the other.

mod area;
mod condition;
mod direction;
mod policy;
mod rows;
mod unknown;

use std::collections::BTreeMap;

use concord_compare::Side;
use concord_compare::recognize::{Acceptance, Area, Direction, Level, Recognition, Verdict};
use concord_model::recognition::{ObjectPolicy, Policy};
use concord_model::rules::Vocabulary;
use schemars::JsonSchema;
use serde::Serialize;

pub use area::{AreaRow, CountsView, ExampleView, ExclusionView, TreatmentView};
pub use condition::{Areas, ConditionView};
pub use direction::{DirectionView, ExistingView, VehicleView};
pub use policy::{DemandView, ListDemandView, PolicyView};
pub use rows::{QuestionView, SideAnswer};
pub use unknown::UnknownView;

use crate::lang::Arg;
use crate::words::capitalised;
use crate::{Context, Place};

/// What a recognition's report needs beside the recognition itself.
#[derive(Clone, Debug)]
pub struct RecognizeContext<'c> {
    /// Names of the two sides and of list categories, the date and the language.
    pub context: &'c Context,
    /// The policy.
    pub policy: &'c Policy,
    /// The vocabulary.
    pub vocabulary: &'c Vocabulary,
    /// Names of countries by code: as destinations (`JP`), and as the rule layer knows them (`jp`).
    pub countries: BTreeMap<String, String>,
    /// The lists that were compared, left and right; with empty titles where one is not held.
    pub lists: (&'c Side, &'c Side),
}

/// A recognition, ready to be laid out.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RecognizeView {
    /// The left side.
    pub left: Place,
    /// The right side.
    pub right: Place,
    /// The day as of which the rules are asked, ISO.
    pub as_of: String,
    /// The object of recognition, in a few words.
    pub object: String,
    /// What the side that recognises would do.
    pub means: String,
    /// The activities it is about.
    pub activities: String,
    /// The lists: what was compared, or whose list is not held.
    pub lists: Vec<String>,
    /// The answer in a few sentences.
    pub answer: Vec<String>,
    /// One row an area.
    pub areas: Vec<AreaRow>,
    /// The same, areas of one verdict in one row.
    pub groups: Vec<AreaRow>,
    /// Left accepts right, right accepts left.
    pub directions: Vec<DirectionView>,
    /// What a reader must know that no verdict says.
    pub residual: Vec<String>,
    /// The policy, whole as far as the object goes.
    pub policy: PolicyView,
}

/// What the wording of every part needs.
pub(super) struct Words<'w> {
    pub(super) given: &'w RecognizeContext<'w>,
    pub(super) found: &'w Recognition,
}

impl RecognizeView {
    /// Words and groups a recognition.
    pub fn new(found: &Recognition, given: &RecognizeContext<'_>) -> Self {
        let words = Words { given, found };
        let context = given.context;
        let policy = given.policy.object(found.object);
        let text = |of: fn(&ObjectPolicy) -> &String| policy.map_or_else(String::new, |policy| words.policy_text(of(policy), of(policy)));
        Self {
            left: context.left.clone(),
            right: context.right.clone(),
            as_of: found.as_of.to_string(),
            object: text(|policy| &policy.title),
            means: text(|policy| &policy.means),
            activities: policy.map_or_else(String::new, |policy| words.activities(&policy.activities)),
            lists: [(given.lists.0, &context.left), (given.lists.1, &context.right)].map(|(list, place)| words.list(list, place)).into(),
            answer: words.answer(),
            areas: found.areas.iter().map(|area| words.area_row(area)).collect(),
            groups: words.groups(),
            directions: vec![words.direction(true), words.direction(false)],
            residual: words.residual(),
            policy: words.policy(policy),
        }
    }
}

impl Words<'_> {
    pub(super) fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.given.context.text(key, args)
    }

    pub(super) fn join(&self, parts: &[String]) -> String {
        crate::lang::Texts::of(self.given.context.language).join(parts)
    }

    fn activities(&self, activities: &[String]) -> String {
        self.join(&activities.iter().map(|activity| self.text(&format!("activity-{activity}"), &[])).collect::<Vec<_>>())
    }

    /// Grantor and partner of a direction.
    pub(super) fn sides(&self, left_accepts: bool) -> (&Place, &Place) {
        let context = self.given.context;
        if left_accepts { (&context.left, &context.right) } else { (&context.right, &context.left) }
    }

    pub(super) fn of(&self, left_accepts: bool) -> &Direction {
        if left_accepts { &self.found.accepts.0 } else { &self.found.accepts.1 }
    }

    /// The name of a side or a country in a sentence.
    pub(super) fn who(&self, code: &str) -> String {
        let context = self.given.context;
        match code {
            _ if code == self.found.left => context.left.phrase.clone(),
            _ if code == self.found.right => context.right.phrase.clone(),
            _ => self.given.countries.get(code).cloned().unwrap_or_else(|| code.to_uppercase()),
        }
    }

    /// The title of an area: `3 electronics`.
    pub(super) fn area(&self, code: &str) -> String {
        if code.is_empty() {
            return self.text("recognize-area-all", &[]);
        }
        let first: String = code.chars().take(1).collect();
        match self.given.context.categories.get(&first) {
            Some(title) => format!("{code} {title}"),
            None => code.to_owned(),
        }
    }

    /// Area codes in a sentence; `all areas` where they are all.
    pub(super) fn areas(&self, codes: &[&str]) -> String {
        if codes.len() == self.found.areas.len() {
            return self.text("recognize-areas-all", &[("count", codes.len().into())]);
        }
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        self.text("recognize-areas", &[("count", codes.len().into()), ("areas", self.join(&codes).into())])
    }

    pub(super) fn level(&self, level: Level) -> String {
        self.text(&format!("recognize-level-{}", level.word()), &[])
    }

    pub(super) fn verdict(&self, verdict: Verdict) -> String {
        let context = self.given.context;
        let args = [("left", Arg::from(&context.left.phrase)), ("right", Arg::from(&context.right.phrase))];
        self.text(&format!("recognize-verdict-{}", verdict.word()), &args)
    }

    fn list(&self, list: &Side, place: &Place) -> String {
        if list.title.is_empty() {
            return self.text("recognize-list-missing", &[("who", (&place.phrase).into())]);
        }
        let args = [
            ("who", Arg::from(&place.short)),
            ("title", (&list.title).into()),
            ("document", (&list.document).into()),
            ("day", (&list.as_of).into()),
        ];
        self.text("recognize-list-held", &args)
    }

    fn answer(&self) -> Vec<String> {
        let mut out = Vec::new();
        for left_accepts in [true, false] {
            out.push(format!("{} {}", self.how_far(left_accepts), self.in_the_way(left_accepts)).trim_end().to_owned());
        }
        let open = self.found.areas.iter().filter(|area| area.possible.len() > 1).count();
        if open > 0 {
            let args = [("count", Arg::from(open)), ("all", self.found.areas.len().into())];
            out.push(self.text("recognize-answer-open", &args));
        }
        out
    }

    /// How far one side may go, over all areas.
    fn how_far(&self, left_accepts: bool) -> String {
        let (grantor, partner) = self.sides(left_accepts);
        let areas = |level: Level| -> Vec<&str> {
            let of = self.found.areas.iter().filter(|area| acceptance(area, left_accepts).range.stands == level);
            of.map(|area| area.code.as_str()).collect()
        };
        let parts: Vec<String> = [Level::Acceptable, Level::Conditional, Level::NotRecognisable]
            .into_iter()
            .map(|level| (level, areas(level)))
            .filter(|(_, codes)| !codes.is_empty())
            .map(|(level, codes)| self.text(&format!("recognize-far-{}", level.word()), &[("areas", self.areas(&codes).into())]))
            .collect();
        let args = [("grantor", Arg::from(&grantor.phrase)), ("partner", (&partner.phrase).into()), ("parts", self.join(&parts).into())];
        capitalised(&self.text("recognize-far", &args))
    }

    /// What keeps one side from accepting the other, counted; empty where nothing does.
    fn in_the_way(&self, left_accepts: bool) -> String {
        let conditions = self.conditions(left_accepts);
        let of = |kinds: &[&str]| conditions.iter().filter(|condition| kinds.contains(&condition.kind)).count();
        let parts = [
            ("recognize-way-rules", of(&["change", "take-part", "delist"])),
            ("recognize-way-lists", of(&["list-items"])),
            ("recognize-way-answers", of(&["establish"])),
            ("recognize-way-controls", of(&["decide", "bring-list"])),
        ];
        let parts: Vec<String> =
            parts.iter().filter(|(_, count)| *count > 0).map(|(key, count)| self.text(key, &[("count", (*count).into())])).collect();
        if parts.is_empty() { String::new() } else { self.text("recognize-way", &[("parts", self.join(&parts).into())]) }
    }

    /// What no verdict says: layers that are not compared, controls carried undecided, answers not asked.
    fn residual(&self) -> Vec<String> {
        let mut out = Vec::new();
        for left_accepts in [true, false] {
            let (grantor, partner) = self.sides(left_accepts);
            let args =
                |count: usize| [("count", Arg::from(count)), ("grantor", (&grantor.phrase).into()), ("partner", (&partner.phrase).into())];
            let lists = || self.found.areas.iter().filter_map(move |area| acceptance(area, left_accepts).lists.as_ref());
            let open: usize = lists().map(concord_compare::recognize::ListPart::open).sum();
            if open > 0 {
                out.push(capitalised(&self.text("recognize-residual-undecided", &args(open))));
            }
            let own: usize = lists().flat_map(|list| &list.own_strata).map(|(_, count)| count).sum();
            if own > 0 {
                out.push(capitalised(&self.text("recognize-residual-own", &args(own))));
            }
            let asked: Vec<_> = self.of(left_accepts).demands.iter().flat_map(|judged| &judged.rows).collect();
            let open = asked.iter().filter(|row| row.state == concord_compare::recognize::State::Open).count();
            if open > 0 {
                out.push(capitalised(&self.text("recognize-residual-open", &args(open))));
            }
        }
        out.push(self.text("recognize-residual-layers", &[]));
        out
    }
}

/// What one side may accept in an area.
pub(super) fn acceptance(area: &Area, left_accepts: bool) -> &Acceptance {
    if left_accepts { &area.left_accepts } else { &area.right_accepts }
}
