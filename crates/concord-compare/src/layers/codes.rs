//! Naming many paragraphs in few codes.

use std::collections::BTreeSet;

use concord_model::Code;

/// The topmost codes under which every paragraph of the population is wanted, in order; `population` and `wanted` are paragraphs without
/// sub-paragraphs of one list.
pub(super) fn topmost(population: &BTreeSet<Code>, wanted: &BTreeSet<Code>) -> Vec<String> {
    let all: Vec<&Code> = population.iter().collect();
    let mut out = Vec::new();
    let mut entries: Vec<Code> = wanted.iter().map(Code::entry).collect();
    entries.dedup();
    for entry in entries {
        let under: Vec<&Code> = all.iter().copied().filter(|code| code.is_within(&entry)).collect();
        name(&entry, &under, wanted, &mut out);
    }
    out
}

fn name(node: &Code, under: &[&Code], wanted: &BTreeSet<Code>, out: &mut Vec<String>) {
    if under.iter().all(|code| wanted.contains(*code)) {
        out.push(node.to_string());
        return;
    }
    let mut children: Vec<Code> = under.iter().filter_map(|code| child(node, code)).collect();
    children.dedup();
    for child in children {
        let below: Vec<&Code> = under.iter().copied().filter(|code| code.is_within(&child)).collect();
        if below.iter().any(|code| wanted.contains(*code)) {
            name(&child, &below, wanted, out);
        }
    }
}

/// The code one level below `node` on the way to `code`.
fn child(node: &Code, code: &Code) -> Option<Code> {
    let label = code.segments().nth(node.depth() + 1)?;
    Some(node.child(label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_stands_for_all_that_is_under_it() {
        let set = |codes: &[&str]| codes.iter().filter_map(|code| Code::parse(code).ok()).collect::<BTreeSet<_>>();
        let all = set(&["9A001.a.1", "9A001.a.2", "9A001.b", "9A002.a", "9A002.b", "9A003"]);
        assert_eq!(topmost(&all, &set(&["9A001.a.1", "9A001.a.2", "9A002.a", "9A002.b", "9A003"])), ["9A001.a", "9A002", "9A003"]);
        assert_eq!(topmost(&all, &set(&["9A001.a.2"])), ["9A001.a.2"]);
    }
}
