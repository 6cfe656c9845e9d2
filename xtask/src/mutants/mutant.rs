//! Mutants: known changes of a list, and what the comparison must say of each.

use concord_compare::{Comparison, Direction, Finding};
use concord_model::Code;

/// What the comparison of a list (left) with its mutant (right) must say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// No finding at all: the change is one of wording.
    Nothing,
    /// A finding at the changed place, in this direction.
    Finding(Direction),
}

/// One change.
#[derive(Clone, Debug)]
pub(crate) struct Mutant {
    /// The entry that was changed.
    pub(crate) entry: Code,
    /// The left code that the finding must cite, if it has a left side.
    pub(crate) left: Option<Code>,
    /// The right code that the finding must cite, if it has a right side.
    pub(crate) right: Option<Code>,
    /// What must be found.
    pub(crate) expected: Expected,
    /// The change, in words.
    pub(crate) what: String,
}

/// What became of the mutants of one kind.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) mutants: usize,
    /// Found with the right direction; of a respelling: passed without finding.
    pub(crate) right: usize,
    /// Found, but without a direction.
    pub(crate) undecided: usize,
    /// Found with another direction.
    pub(crate) wrong: usize,
    /// Not found, because other paragraphs of the list hold the same items: the change moves no item in or out.
    pub(crate) covered: usize,
    /// Not found.
    pub(crate) missed: usize,
    /// Findings that no mutant accounts for; of a respelling: mutants with a finding.
    pub(crate) false_findings: usize,
    /// Each failure in one line.
    pub(crate) remarks: Vec<String>,
}

impl Tally {
    pub(crate) fn add(&mut self, other: Self) {
        self.mutants += other.mutants;
        self.right += other.right;
        self.undecided += other.undecided;
        self.wrong += other.wrong;
        self.covered += other.covered;
        self.missed += other.missed;
        self.false_findings += other.false_findings;
        self.remarks.extend(other.remarks);
    }
}

/// Judges a comparison by the mutants that were made; each entry holds at most one.
pub(crate) fn judge(comparison: &Comparison, mutants: &[Mutant]) -> Tally {
    let mut tally = Tally { mutants: mutants.len(), ..Tally::default() };
    let mut explained = vec![false; comparison.findings.len()];
    for mutant in mutants {
        let own: Vec<(usize, &Finding)> = comparison.findings.iter().enumerate().filter(|(_, f)| in_entry(f, &mutant.entry)).collect();
        match mutant.expected {
            Expected::Nothing => {
                for (at, _) in &own {
                    explained[*at] = true;
                }
                if own.is_empty() {
                    tally.right += 1;
                } else {
                    tally.false_findings += 1;
                    tally.remarks.push(remark("false", mutant, &own));
                }
            }
            Expected::Finding(direction) => {
                let here: Vec<(usize, &Finding)> = own.iter().copied().filter(|(_, f)| cites(f, mutant)).collect();
                for (at, _) in &here {
                    explained[*at] = true;
                }
                if here.iter().any(|(_, f)| f.direction == direction) {
                    tally.right += 1;
                } else if here.iter().any(|(_, f)| matches!(f.direction, Direction::Incomparable | Direction::Unknown)) {
                    tally.undecided += 1;
                    tally.remarks.push(remark("undecided", mutant, &here));
                } else if let (true, Some(by)) = (here.is_empty(), covered_by(comparison, mutant)) {
                    tally.covered += 1;
                    tally.remarks.push(format!("{} by {by}", remark("covered", mutant, &[])));
                } else if here.is_empty() {
                    tally.missed += 1;
                    tally.remarks.push(remark("missed", mutant, &own));
                } else {
                    tally.wrong += 1;
                    tally.remarks.push(remark("wrong", mutant, &here));
                }
            }
        }
    }
    for (finding, _) in comparison.findings.iter().zip(&explained).filter(|(_, e)| !**e) {
        tally.false_findings += 1;
        tally.remarks.push(format!("unaccounted: {}", line(finding)));
    }
    tally
}

/// The paragraphs that hold every item of the mutant's difference, if the comparison says so.
fn covered_by(comparison: &Comparison, mutant: &Mutant) -> Option<String> {
    let is = |code: &str, wanted: &Option<Code>| wanted.as_ref().is_some_and(|w| w.as_str() == code);
    let found = comparison.covered.iter().find(|c| is(&c.left, &mutant.left) || is(&c.right, &mutant.right));
    found.map(|c| c.by.join(", "))
}

fn in_entry(finding: &Finding, entry: &Code) -> bool {
    [&finding.left, &finding.right].into_iter().flatten().any(|c| Code::parse(&c.code).is_ok_and(|c| c.entry() == *entry))
}

fn cites(finding: &Finding, mutant: &Mutant) -> bool {
    let is = |cited: &Option<concord_compare::Cited>, code: &Option<Code>| {
        cited.as_ref().zip(code.as_ref()).is_some_and(|(cited, code)| cited.code == code.as_str())
    };
    is(&finding.left, &mutant.left) || is(&finding.right, &mutant.right)
}

fn remark(word: &str, mutant: &Mutant, findings: &[(usize, &Finding)]) -> String {
    let found: Vec<String> = findings.iter().map(|(_, f)| line(f)).collect();
    let code = mutant.left.as_ref().or(mutant.right.as_ref()).unwrap_or(&mutant.entry);
    format!("{word}: {code}: {}; found: {}", mutant.what, if found.is_empty() { "nothing".to_owned() } else { found.join(" | ") })
}

fn line(finding: &Finding) -> String {
    let code = |cited: &Option<concord_compare::Cited>| cited.as_ref().map_or_else(|| "-".to_owned(), |c| c.code.clone());
    let parameter = finding.parameter.as_deref().unwrap_or_default();
    format!(
        "{} {}/{} {parameter} {}",
        finding.rule,
        code(&finding.left),
        code(&finding.right),
        concord_compare::Message::join(", ", finding.reasons.iter().cloned())
    )
}
