//! Figures over the findings and matches; every one is a count of rows.

use std::collections::BTreeMap;

use crate::{Cause, Comparison, Counts, Direction, Finding, Message, Severity};

const DIRECTIONS: [Direction; 5] =
    [Direction::LeftStricter, Direction::RightStricter, Direction::Overlap, Direction::Incomparable, Direction::Unknown];

/// Fills the counts of a comparison whose matches and findings stand.
pub(crate) fn fill(comparison: &mut Comparison) {
    let open: Vec<&Finding> = comparison.findings.iter().filter(|f| f.accepted.is_none()).collect();
    let main: Vec<&Finding> = open.iter().copied().filter(|f| f.stratum == "regime").collect();
    let summary = &mut comparison.summary;
    summary.by_direction = DIRECTIONS.iter().map(|d| (*d, main.iter().filter(|f| f.direction == *d).count())).collect();
    summary.by_severity = [Severity::Major, Severity::Moderate, Severity::Minor, Severity::Info]
        .iter()
        .map(|s| (*s, main.iter().filter(|f| f.severity == *s).count()))
        .collect();
    summary.by_category = grouped(&main, |f| f.category.clone());
    summary.by_rule = grouped(&main, |f| f.rule.clone());
    summary.by_stratum = grouped(&open, |f| f.stratum.clone());
    let mut relations: BTreeMap<String, usize> = BTreeMap::new();
    for pair in &comparison.matches {
        *relations.entry(pair.relation.clone()).or_default() += 1;
    }
    summary.relations = relations.into_iter().collect();
    summary.causes = causes(&comparison.findings);
    summary.top = top(&main);
}

fn grouped(findings: &[&Finding], key: impl Fn(&Finding) -> String) -> Vec<Counts> {
    let mut groups: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        groups.entry(key(finding)).or_default().push(finding);
    }
    groups
        .into_iter()
        .map(|(label, group)| Counts {
            label,
            by_direction: DIRECTIONS.iter().map(|d| (*d, group.iter().filter(|f| f.direction == *d).count())).collect(),
        })
        .collect()
}

/// Why pairs are undecided, by number of distinct pairs.
fn causes(findings: &[Finding]) -> Vec<Cause> {
    let mut causes: BTreeMap<&Message, Vec<String>> = BTreeMap::new();
    for finding in findings.iter().filter(|f| f.direction == Direction::Incomparable) {
        let (Some(left), Some(right)) = (&finding.left, &finding.right) else { continue };
        for reason in &finding.reasons {
            causes.entry(reason).or_default().push(format!("{} / {}", left.code, right.code));
        }
    }
    let mut out: Vec<Cause> = causes
        .into_iter()
        .map(|(cause, mut pairs)| {
            pairs.sort();
            pairs.dedup();
            Cause { cause: cause.clone(), pairs: pairs.len(), example: pairs.first().cloned().unwrap_or_default() }
        })
        .collect();
    out.sort_by(|a, b| b.pairs.cmp(&a.pairs).then_with(|| a.cause.cmp(&b.cause)));
    out
}

/// Changed limits say most, then whole entries, then the rest; what only follows other controls, or names no kind of item of its
/// own, says least.
fn weight(finding: &Finding) -> u8 {
    let side = finding.left.as_ref().or(finding.right.as_ref());
    let follows = side.is_some_and(|c| concord_lexicon::Lexicon::english().normal().is_following(&c.subject) || c.subject == c.code);
    match finding.rule.as_str() {
        _ if follows => 9,
        rule if rule.starts_with("threshold") => 0,
        rule if rule.starts_with("entry") => 1,
        rule if rule.starts_with("connective") => 2,
        rule if rule.starts_with("exclusion") => 3,
        _ => 4,
    }
}

/// The ten that matter most: decided ones, by severity, then those that show a witness, then in the order of the list.
fn top(findings: &[&Finding]) -> Vec<String> {
    let mut decided: Vec<(usize, &&Finding)> = findings
        .iter()
        .enumerate()
        .filter(|(_, f)| matches!(f.direction, Direction::LeftStricter | Direction::RightStricter | Direction::Overlap))
        .collect();
    decided.sort_by_key(|(i, f)| (f.severity, weight(f), f.witnesses.is_empty(), *i));
    decided.into_iter().take(10).map(|(_, f)| f.id.clone()).collect()
}
