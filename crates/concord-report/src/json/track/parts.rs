//! The parts of the document of a series, made from what was found.

use concord_compare::track::{Behind, DifferenceChange, Differences, Figure, LawChange, ListChange, MemberPoint, Point, Step};
use concord_compare::{Cited, Counts, Coverage, Direction, Finding};
use num_rational::BigRational;

use super::super::rules::{answer, fraction, key};
use super::super::{CountDocument, DirectionsDocument, coverage};
use super::{
    BehindDocument, BriefCitedDocument, BriefDocument, DifferenceChangeDocument, DifferencesDocument, FigureDocument, LawChangeDocument,
    LearnedDocument, ListChangeDocument, ListDifferencesDocument, PointDocument, StandingDocument, StepDocument, TopicPointDocument,
};

fn figure(figure: &Figure) -> FigureDocument {
    let end = |share: Option<BigRational>| share.as_ref().map(fraction);
    FigureDocument {
        low: end(figure.low()),
        high: end(figure.high()),
        population: figure.population,
        surely: figure.surely,
        perhaps: figure.perhaps,
        weight: figure.weight,
    }
}

pub(super) fn point(point: &Point) -> PointDocument {
    let standing = |member: &MemberPoint| StandingDocument {
        jurisdiction: member.jurisdiction.clone(),
        known: member.known,
        apart: figure(&member.apart),
        looser: member.looser.as_ref().map(figure),
    };
    PointDocument {
        as_of: point.day.to_string(),
        jurisdictions: point.standings.iter().map(standing).collect(),
        apart: figure(&point.apart),
        topics: point.topics.iter().map(|of| TopicPointDocument { topic: of.topic.clone(), apart: figure(&of.apart) }).collect(),
        panel: figure(&point.panel),
        differences: point.differences.as_ref().map(differences),
    }
}

fn counts(by_direction: &[(Direction, usize)]) -> Vec<CountDocument> {
    by_direction.iter().map(|(direction, count)| CountDocument { label: key(direction), count: *count }).collect()
}

fn differences(found: &Differences) -> DifferencesDocument {
    let topic = |topic: &Counts| DirectionsDocument { label: topic.label.clone(), by_direction: counts(&topic.by_direction) };
    let covered = |covered: &Coverage| coverage(covered);
    DifferencesDocument {
        lists: found.lists.as_ref().map(|lists| ListDifferencesDocument {
            editions: [lists.editions.0.to_string(), lists.editions.1.to_string()],
            by_direction: counts(&lists.by_direction),
            left_covered_by_right: covered(&lists.coverage.0),
            right_covered_by_left: covered(&lists.coverage.1),
        }),
        rules: found.rules.as_deref().map(counts),
        topics: found.topics.iter().map(topic).collect(),
    }
}

pub(super) fn step(step: &Step) -> StepDocument {
    StepDocument {
        after: step.after.to_string(),
        until: step.until.to_string(),
        joined: step.joined.clone(),
        left: step.left.clone(),
        law: step.law.iter().map(law).collect(),
        learned: step
            .learned
            .iter()
            .map(|learned| LearnedDocument { jurisdiction: learned.jurisdiction.clone(), answers: learned.answers })
            .collect(),
        lists: step.lists.iter().map(list).collect(),
        differences: step.differences.iter().map(difference).collect(),
    }
}

fn law(change: &LawChange) -> LawChangeDocument {
    LawChangeDocument {
        jurisdiction: change.jurisdiction.clone(),
        topic: change.topic.clone(),
        attribute: change.attribute.clone(),
        day: change.day.map(|day| day.to_string()),
        before: answer(&change.before),
        since: answer(&change.since),
        movement: key(&change.movement),
        effect: key(&change.effect),
        known: change.known,
    }
}

fn list(change: &ListChange) -> ListChangeDocument {
    ListChangeDocument {
        jurisdiction: change.jurisdiction.clone(),
        after: change.after.to_string(),
        until: change.until.to_string(),
        paragraph: key(&change.paragraph),
        movement: key(&change.movement),
        difference: brief(&change.finding),
    }
}

fn difference(change: &DifferenceChange) -> DifferenceChangeDocument {
    DifferenceChangeDocument {
        happened: key(&change.happened),
        cause: key(&change.cause),
        difference: brief(&change.finding),
        was: change.was.as_ref().map(brief),
    }
}

fn brief(finding: &Finding) -> BriefDocument {
    let side = |cited: &Option<Cited>| {
        cited.as_ref().map(|cited| BriefCitedDocument {
            code: cited.code.clone(),
            subject: cited.subject.to_string(),
            states: cited.states.to_string(),
            citation: cited.citation.to_string(),
        })
    };
    BriefDocument {
        id: finding.id.clone(),
        rule: finding.rule.clone(),
        topic: finding.topic.clone(),
        direction: key(&finding.direction),
        severity: key(&finding.severity),
        left: side(&finding.left),
        right: side(&finding.right),
        parameter: finding.parameter.clone(),
        explanation: finding.explanation.to_string(),
    }
}

pub(super) fn behind(behind: &Behind) -> BehindDocument {
    BehindDocument {
        jurisdiction: behind.jurisdiction.clone(),
        topic: behind.topic.clone(),
        attribute: behind.attribute.clone(),
        since: behind.since.to_string(),
        before: key(&behind.before),
    }
}
