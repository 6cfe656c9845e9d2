//! One day of a series.

use concord_model::rules::RuleLayer;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::answers::{Answers, Asked};
use super::figure::Panel;
use super::{Differences, Figure, Followed, TrackOptions};
use crate::indices::{differing, shortfall};
use crate::provisions;

/// How one jurisdiction stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberPoint {
    /// Code.
    pub jurisdiction: String,
    /// Questions of which the answer is known.
    pub known: usize,
    /// Share of the pairs of its answer and another's that differ.
    pub apart: Figure,
    /// Share of the ordered questions on which it is looser than the reference, or than the other of two; none of the reference itself, and none where there is
    /// no reference among many.
    pub looser: Option<Figure>,
}

/// The questions of one topic on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicPoint {
    /// The topic.
    pub topic: String,
    /// Share of the pairs of answers that differ.
    pub apart: Figure,
}

/// One day of a series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The day.
    pub day: Date,
    /// Those who belong on the day.
    pub standings: Vec<MemberPoint>,
    /// Share of all pairs of answers that differ.
    pub apart: Figure,
    /// The same share, topic by topic in the order of the vocabulary.
    pub topics: Vec<TopicPoint>,
    /// The same share over the panel: the pairs of answers that are known on every day.
    pub panel: Figure,
    /// What differs, of a pair.
    pub differences: Option<Differences>,
}

/// Counts a day.
pub(super) fn point(
    layer: &RuleLayer,
    followed: &[Followed<'_>],
    asked: &[Asked<'_>],
    answers: &Answers,
    panel: &Panel,
    options: &TrackOptions,
    differences: Option<Differences>,
) -> Point {
    let (mut apart, mut throughout) = (Figure::default(), Figure::default());
    let mut topics: Vec<TopicPoint> = Vec::new();
    for (topic, _) in asked {
        if topics.last().is_none_or(|last| last.topic != topic.id) {
            topics.push(TopicPoint { topic: topic.id.clone(), apart: Figure::default() });
        }
    }
    let mut own = vec![Figure::default(); followed.len()];
    let mut looser: Vec<Option<Figure>> = vec![None; followed.len()];
    let present: Vec<usize> = (0..followed.len()).filter(|member| answers.of(*member).is_some()).collect();
    let pairs = present.iter().enumerate().flat_map(|(at, left)| present.iter().skip(at + 1).map(move |right| (*left, *right)));
    for (left, right) in pairs {
        let measured = |own: usize, other: usize| {
            followed[other].code == options.reference || (followed.len() == 2 && followed[own].code != options.reference)
        };
        for (question, (topic, attribute)) in asked.iter().enumerate() {
            let Some(standing) = answers.standing(layer, asked, (left, right), question) else { continue };
            if standing == provisions::Standing::NotApplicable {
                continue;
            }
            let differ = differing(&standing);
            if !(followed[left].outside || followed[right].outside) {
                apart.add(attribute.weight, differ);
                own[left].add(attribute.weight, differ);
                own[right].add(attribute.weight, differ);
                if let Some(of_topic) = topics.iter_mut().find(|of_topic| of_topic.topic == topic.id) {
                    of_topic.apart.add(attribute.weight, differ);
                }
                if panel.holds((left, right), question) {
                    throughout.add(attribute.weight, differ);
                }
            }
            if attribute.stricter == concord_model::rules::Stricter::None {
                continue;
            }
            let (a, b) = (answers.get(left, question), answers.get(right, question));
            if measured(left, right) {
                looser[left].get_or_insert_default().add(attribute.weight, shortfall(attribute, &standing, a, b));
            }
            if measured(right, left) {
                looser[right].get_or_insert_default().add(attribute.weight, shortfall(attribute, &standing.mirrored(), b, a));
            }
        }
    }
    let standing = |member: &usize| MemberPoint {
        jurisdiction: followed[*member].code.clone(),
        known: answers.of(*member).into_iter().flatten().flatten().count(),
        apart: own[*member],
        looser: looser[*member],
    };
    Point { day: answers.day, standings: present.iter().map(standing).collect(), apart, topics, panel: throughout, differences }
}
