//! What holds of every recognition: the mirror, that knowing more never widens a range, and what a policy that asks for nothing gives.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod support;

use concord_compare::recognize::{
    Acceptance, ConditionKind, Level, Party, Question, Recognition, Stance, State, Verdict, areas, recognize,
};
use concord_compare::{Baseline, Comparison, Options};
use concord_model::List;
use concord_model::recognition::{Object, ObjectPolicy, Policy, load_arrangements, load_policy};
use concord_model::rules::{RuleLayer, Value};
use support::drawn::{Numbers, drawn};
use support::provisions::shipped_layer;
use support::{Fixture, fixtures};

/// The shipped policy; its regimes are looked up in the shipped participation.
fn policy() -> Policy {
    let text = include_str!("../../../jurisdictions/policies/default.yaml");
    load_policy("default.yaml", text.as_bytes(), &shipped_layer()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn day() -> jiff::civil::Date {
    jiff::civil::date(2030, 1, 1)
}

/// Two invented jurisdictions with lists or without, under what a policy asks for one object.
fn judge(layer: &RuleLayer, lists: Option<(&List, &List)>, policy: &ObjectPolicy, mirrored: bool) -> Recognition {
    let (a, b) = if mirrored { ("yy", "xx") } else { ("xx", "yy") };
    let lists = lists.map(|(left, right)| if mirrored { (right, left) } else { (left, right) });
    let party = |code: &str, list| Party {
        code: code.to_owned(),
        law: Some(layer.law(code).unwrap()),
        list,
        licensing: None,
        vehicles: Vec::new(),
        destinations: vec![code.to_uppercase()],
    };
    let (left, right) = (party(a, lists.map(|l| l.0)), party(b, lists.map(|l| l.1)));
    let comparison = match lists {
        Some((l, r)) => concord_compare::compare(l, r, &Options::default()),
        None => Comparison::without_lists((a, None), (b, None), &Baseline::default()),
    };
    let areas = areas(layer, [&left, &right], day());
    let question =
        Question { layer, left: &left, right: &right, comparison: &comparison, policy, areas: &areas, arrangements: &[], day: day() };
    recognize(&question)
}

/// What an acceptance says, without the words that name left and right.
fn said(acceptance: &Acceptance) -> (Level, Level, Level, Vec<(ConditionKind, Vec<String>, usize)>, Vec<String>, usize) {
    let conditions = acceptance.conditions.iter().map(|c| (c.kind, c.who.clone(), c.rows.len())).collect();
    let exclusions = acceptance.lists.iter().flat_map(|lists| &lists.exclusions).map(|e| e.grantor.code.clone()).collect();
    let range = acceptance.range;
    (range.low, range.high, range.stands, conditions, exclusions, acceptance.unknowns.len())
}

#[test]
fn swapping_the_sides_mirrors_every_verdict() {
    let policy = policy();
    for (seed, fixture) in fixtures().iter().enumerate() {
        let layer = drawn(seed as u64 + 1);
        for object in &policy.objects {
            let lists = Some((&fixture.left, &fixture.right));
            let (forward, backward) = (judge(&layer, lists, object, false), judge(&layer, lists, object, true));
            assert_eq!(forward.areas.len(), backward.areas.len());
            for (here, there) in forward.areas.iter().zip(&backward.areas) {
                assert_eq!(here.verdict.mirrored(), there.verdict, "{} {}", fixture.id, object.object.word());
                let mut possible: Vec<Verdict> = here.possible.iter().map(|verdict| verdict.mirrored()).collect();
                possible.sort_unstable();
                assert_eq!(possible, there.possible, "{}", fixture.id);
                // Who decides controls is named in the order of the sides.
                let mut sides = (said(&here.left_accepts), said(&there.right_accepts));
                for (_, who, _) in sides.0.3.iter_mut().chain(&mut sides.1.3) {
                    who.sort();
                }
                assert_eq!(sides.0, sides.1, "{}", fixture.id);
            }
        }
    }
}

#[test]
fn knowing_more_never_widens_a_range() {
    let policy = policy();
    for seed in 1..25 {
        let known = drawn(seed);
        let mut numbers = Numbers(seed + 1000);
        let mut unknown = known.clone();
        for _ in 0..40 {
            let (law, fact) = (numbers.below(2), numbers.below(known.laws[0].facts.len()));
            unknown.laws[law].facts[fact].value = None;
        }
        for object in &policy.objects {
            let (before, after) = (judge(&unknown, None, object, false), judge(&known, None, object, false));
            // The categories are a question too: what is known of them decides which areas there are.
            for area in &after.areas {
                let Some(wide) = before.areas.iter().find(|wide| wide.code == area.code) else { continue };
                for (narrow, wide) in [(&area.left_accepts, &wide.left_accepts), (&area.right_accepts, &wide.right_accepts)] {
                    assert!(wide.range.low <= narrow.range.low && narrow.range.high <= wide.range.high, "{seed} {}", object.object.word());
                }
                assert!(area.possible.iter().all(|verdict| wide.possible.contains(verdict)), "{seed} {}", object.object.word());
            }
        }
    }
}

#[test]
fn the_verdict_is_always_among_the_possible_ones_and_every_step_short_of_acceptance_has_its_condition() {
    let policy = policy();
    for (seed, fixture) in fixtures().iter().enumerate() {
        let layer = drawn(seed as u64 + 100);
        for object in &policy.objects {
            for area in judge(&layer, Some((&fixture.left, &fixture.right)), object, false).areas {
                assert!(area.possible.contains(&area.verdict), "{}", fixture.id);
                for side in [&area.left_accepts, &area.right_accepts] {
                    let range = side.range;
                    assert!(range.low <= range.stands && range.stands <= range.high, "{}", fixture.id);
                    assert_eq!(range.stands == Level::Acceptable, side.conditions.is_empty(), "{}: {:?}", fixture.id, side.conditions);
                    let worst = side.conditions.iter().map(|condition| condition.until).min().unwrap_or(Level::Acceptable);
                    assert_eq!(worst, range.stands, "{}", fixture.id);
                }
            }
        }
    }
}

#[test]
fn a_policy_that_asks_for_nothing_finds_each_side_equivalent() {
    let nothing = "policy: none\ntitle: None\nabout: Asks for nothing.\nobjects:\n- {object: classifications, title: t, means: m, activities: [export], lists: {tolerated: \"1\", conditional: \"1\", undecided: \"1\"}}\n";
    let policy = load_policy("none.yaml", nothing.as_bytes(), &shipped_layer()).unwrap();
    let object = policy.object(Object::Classifications).unwrap();
    for (seed, fixture) in fixtures().iter().enumerate() {
        let layer = drawn(seed as u64 + 1);
        for lists in [Some((&fixture.left, &fixture.right)), None] {
            for area in judge(&layer, lists, object, false).areas {
                assert_eq!((area.verdict, area.possible.len()), (Verdict::Equivalent, 1), "{}", fixture.id);
            }
        }
    }
}

/// Two laws that answer every question alike and well, but for what a test changes.
fn model_layer() -> RuleLayer {
    let mut layer = drawn(1);
    let policy = policy();
    let demands: Vec<_> = policy.objects.iter().flat_map(|object| object.demands.clone()).collect();
    for law in &mut layer.laws {
        for fact in &mut law.facts {
            let wanted = demands.iter().find(|demand| demand.asked.id() == fact.attribute);
            fact.value = match wanted.map(|demand| &demand.wanted) {
                Some(concord_model::recognition::Wanted::Answers(answers)) => answers.last().cloned(),
                Some(concord_model::recognition::Wanted::NotNamed) => Some(Value::Set(std::collections::BTreeSet::new())),
                _ => Some(Value::NotApplicable),
            };
        }
    }
    layer
}

/// The shipped demands without those on regimes, in which invented countries take no part.
fn without_regimes(object: Object) -> ObjectPolicy {
    let mut policy = policy().object(object).unwrap().clone();
    policy.demands.retain(|demand| !matches!(demand.asked, concord_model::recognition::Asked::Regime(_)));
    policy
}

fn set(layer: &mut RuleLayer, law: &str, attribute: &str, value: Option<Value>) {
    let law = layer.laws.iter_mut().find(|l| l.jurisdiction.code == law).unwrap();
    law.facts.iter_mut().find(|fact| fact.attribute == attribute).unwrap().value = value;
}

#[test]
fn a_demand_that_refuses_closes_one_direction_only_and_an_unknown_answer_leaves_it_open() {
    let policy = without_regimes(Object::DenialConsultation);
    let verdicts = |layer: &RuleLayer| judge(layer, None, &policy, false).areas.into_iter().next().unwrap();
    let mut layer = model_layer();
    assert_eq!(verdicts(&layer).verdict, Verdict::Equivalent);

    set(&mut layer, "yy", "information-sharing", Some(Value::No));
    let refused = verdicts(&layer);
    assert_eq!(refused.verdict, Verdict::BMayAcceptA);
    assert_eq!(refused.left_accepts.range.stands, Level::NotRecognisable);
    let condition = &refused.left_accepts.conditions[0];
    assert_eq!((condition.kind, condition.who.as_slice()), (ConditionKind::Change, ["yy".to_owned()].as_slice()));
    assert_eq!(condition.rows[0].state, State::Unmet);

    set(&mut layer, "yy", "information-sharing", None);
    let open = verdicts(&layer);
    assert_eq!((open.verdict, open.left_accepts.range.stands), (Verdict::BMayAcceptA, Level::Conditional));
    assert_eq!(open.possible, [Verdict::Equivalent, Verdict::BMayAcceptA]);
    assert_eq!(open.left_accepts.conditions[0].kind, ConditionKind::Establish);
    let unknown = &open.left_accepts.unknowns[0];
    assert_eq!(unknown.who, ["yy"]);
    assert_eq!((unknown.verdict_if_against, unknown.verdict_if_for), (Verdict::BMayAcceptA, Verdict::Equivalent));
}

fn fixture(id: &str) -> Fixture {
    fixtures().into_iter().find(|fixture| fixture.id == id).unwrap()
}

#[test]
fn what_the_partner_lists_looser_is_excluded_with_a_witness_and_asymmetric() {
    let fixture = fixture("threshold-left-stricter");
    let policy = without_regimes(Object::LicenceFreeDestination);
    let found = judge(&model_layer(), Some((&fixture.left, &fixture.right)), &policy, false);
    let area = &found.areas[0];
    let lists = area.left_accepts.lists.as_ref().unwrap();
    assert_eq!((lists.controls(), lists.short(), lists.open()), (1, 1, 0));
    let exclusion = &lists.exclusions[0];
    assert_eq!((exclusion.grantor.code.as_str(), exclusion.controls.as_slice()), ("1A001", ["1A001".to_owned()].as_slice()));
    assert_eq!(exclusion.witnesses[0].listed_on, "left");
    assert!(!exclusion.grantor.citation.is_empty() && exclusion.partner.as_ref().is_some_and(|cited| !cited.citation.is_empty()));
    // The whole area would be excluded, so there is nothing to recognise; the other way round nothing is lacking.
    assert_eq!(area.left_accepts.range.stands, Level::NotRecognisable);
    assert!(area.right_accepts.lists.as_ref().unwrap().exclusions.is_empty());
    assert_eq!(area.verdict, Verdict::BMayAcceptA);
}

#[test]
fn without_a_list_what_lists_decide_is_open() {
    let policy = without_regimes(Object::LicenceFreeDestination);
    let found = judge(&model_layer(), None, &policy, false);
    let area = &found.areas[0];
    assert_eq!(area.verdict, Verdict::Conditional);
    assert!(area.possible.contains(&Verdict::Equivalent) && area.possible.contains(&Verdict::NotRecognisable));
    let kinds: Vec<_> = area.left_accepts.conditions.iter().map(|condition| condition.kind).collect();
    assert_eq!(kinds, [ConditionKind::BringList]);
    assert_eq!(area.left_accepts.unknowns[0].who, ["xx", "yy"]);
}

#[test]
fn an_embargo_on_the_partner_refuses() {
    let policy = without_regimes(Object::LicenceFreeDestination);
    let mut layer = model_layer();
    set(&mut layer, "xx", "embargo-countries", Some(Value::Set(["yy".to_owned()].into())));
    let found = judge(&layer, None, &policy, false);
    let area = &found.areas[0];
    assert_eq!(area.left_accepts.range.high, Level::NotRecognisable);
    assert_eq!(area.left_accepts.conditions[0].kind, ConditionKind::Delist);
    assert_eq!(area.left_accepts.conditions[0].who, ["xx"]);
    assert_ne!(area.right_accepts.range.high, Level::NotRecognisable);
}

#[test]
fn an_arrangement_holds_for_those_it_names_from_its_day_on() {
    let text = |to: &str, from: &str| {
        format!(
            "arrangements:\n- {{id: a, name: A, grantor: xx, to: {to}, object: classifications, vehicle: v, covers: c, from: \"{from}\", citation: c}}\n"
        )
    };
    let stance = |to: &str, from: &str| {
        let layer = model_layer();
        let arrangements = load_arrangements("a.yaml", text(to, from).as_bytes()).unwrap();
        let party = |code: &str, places: &[&str]| Party {
            code: code.to_owned(),
            law: Some(layer.law(code).unwrap()),
            list: None,
            licensing: None,
            vehicles: Vec::new(),
            destinations: places.iter().map(|place| (*place).to_owned()).collect(),
        };
        let (left, right) = (party("xx", &["XX"]), party("yy", &["YA", "YB"]));
        let comparison = Comparison::without_lists(("xx", None), ("yy", None), &Baseline::default());
        let policy = policy();
        let found = recognize(&Question {
            layer: &layer,
            left: &left,
            right: &right,
            comparison: &comparison,
            policy: policy.object(Object::Classifications).unwrap(),
            areas: &[String::new()],
            arrangements: &arrangements,
            day: day(),
        });
        found.accepts.0.existing.first().map(|existing| (existing.stance, existing.without.clone()))
    };
    assert_eq!(stance("[YA, YB]", "2029-01-01"), Some((Stance::Grants, Vec::new())));
    assert_eq!(stance("[YA]", "2029-01-01"), Some((Stance::GrantsInPart, vec!["YB".to_owned()])));
    assert_eq!(stance("[ZZ]", "2029-01-01").map(|found| found.0), Some(Stance::Withholds));
    assert_eq!(stance("[]", "2029-01-01").map(|found| found.0), Some(Stance::Open));
    assert_eq!(stance("[YA, YB]", "2031-01-01"), None);
}
