//! JUnit XML: every finding a test case, so that a test report shows what fails a run.

use std::collections::BTreeMap;

use super::{headline, message};
use crate::view::{LedgerRow, LedgerView};
use crate::xml::{Attributes, Xml};

/// The findings as test suites, one a category of the lists and one a topic of the rules outside them.
///
/// A case fails if its finding fails the run, and is skipped if a baseline accepts it. It keeps to what the schemas of Ant and of Jenkins both
/// allow; times are zero, and the time stamp is the date asked for, so that the same input gives the same bytes.
pub fn junit(ledger: &LedgerView) -> String {
    let mut suites: BTreeMap<(bool, &str), Vec<&LedgerRow>> = BTreeMap::new();
    for row in &ledger.findings {
        let of_rules = row.finding.stratum.is_empty();
        let key = if of_rules || row.finding.category.is_empty() { row.finding.topic.as_str() } else { row.finding.category.as_str() };
        suites.entry((of_rules, key)).or_default().push(row);
    }
    let mut xml = Xml::document();
    xml.element("testsuites", &[], |xml| {
        xml.line();
        for (id, ((of_rules, key), rows)) in suites.iter().enumerate() {
            let name = if *of_rules || key.len() > 1 { (*key).to_owned() } else { format!("category {key}") };
            suite(xml, ledger, id, &name, rows);
        }
    });
    xml.line();
    xml.finish()
}

fn suite(xml: &mut Xml, ledger: &LedgerView, id: usize, name: &str, rows: &[&LedgerRow]) {
    let package = format!("concord.{}-{}", ledger.left.code, ledger.right.code);
    let stamp = format!("{}T00:00:00", if ledger.as_of.is_empty() { "1970-01-01" } else { &ledger.as_of });
    let failures = rows.iter().filter(|row| row.fails).count().to_string();
    let skipped = rows.iter().filter(|row| !row.finding.accepted.is_empty()).count().to_string();
    let (id, tests) = (id.to_string(), rows.len().to_string());
    let attributes: Attributes<'_> = &[
        ("id", &id),
        ("name", name),
        ("package", &package),
        ("tests", &tests),
        ("failures", &failures),
        ("errors", "0"),
        ("skipped", &skipped),
        ("time", "0"),
        ("timestamp", &stamp),
        ("hostname", "localhost"),
    ];
    xml.element("testsuite", attributes, |xml| {
        xml.line();
        xml.element("properties", &[], |xml| {
            for (side, name) in [(&ledger.left, "left"), (&ledger.right, "right")] {
                xml.empty("property", &[("name", name), ("value", &format!("{} {} {}", side.code, side.title, side.as_of))]);
            }
            xml.empty("property", &[("name", "fail-on"), ("value", if ledger.fail_on.is_empty() { "none" } else { ledger.fail_on })]);
        });
        xml.line();
        for row in rows {
            case(xml, &format!("{package}.{name}"), row);
            xml.line();
        }
        xml.leaf("system-out", &[], "");
        xml.leaf("system-err", &[], "");
    });
    xml.line();
}

fn case(xml: &mut Xml, class: &str, row: &LedgerRow) {
    let finding = &row.finding;
    let name = collapsed(&format!("{}: {} [{}]", headline(row), finding.rule, finding.id));
    let class = collapsed(class);
    let attributes: Attributes<'_> = &[("name", &name), ("classname", &class), ("time", "0")];
    if row.fails {
        let kind = format!("{} {}", finding.severity, finding.direction);
        let short = format!("{} ({})", finding.verdict, finding.severity);
        xml.element("testcase", attributes, |xml| {
            xml.leaf("failure", &[("message", &short), ("type", &kind)], &body(row));
        });
    } else if finding.accepted.is_empty() {
        xml.empty("testcase", attributes);
    } else {
        xml.element("testcase", attributes, |xml| xml.leaf("skipped", &[("message", &finding.accepted)], ""));
    }
}

/// The text of a failure: what differs, what both sides state, and where.
fn body(row: &LedgerRow) -> String {
    let side =
        |side: &Option<crate::view::CitedView>| side.as_ref().map(|side| format!("{}: {} ({})", side.code, side.states, side.citation));
    let sides = [&row.finding.left, &row.finding.right].into_iter().filter_map(side);
    std::iter::once(message(row)).chain(sides).collect::<Vec<_>>().join("\n")
}

/// A text whose blanks are single, as the schema's tokens are read.
fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
