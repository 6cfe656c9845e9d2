//! Renumbering: a reserved place before siblings moves all their labels on by one, and changes nothing else.

use concord_model::{Code, Entry, Paragraph};
use fastrand::Rng;

use super::mutant::{Expected, Mutant};
use super::scope::{Facts, next_label};

/// Moves the labels of one group of siblings on by one, where no text names any of their codes.
pub(crate) fn renumber(entry: &mut Entry, facts: &Facts, rng: &mut Rng) -> Option<Mutant> {
    let mut found = Vec::new();
    for parent in entry.paragraphs.iter().filter(|p| !p.reserved) {
        let children: Vec<&Code> = entry.children(&parent.code).map(|c| &c.code).collect();
        let labels = children.iter().all(|c| next_label(c.label()).is_some());
        let named = facts.named.iter().any(|n| children.iter().any(|c| n.is_within(c)));
        if children.len() >= 2 && labels && !named {
            found.push(parent.code.clone());
        }
    }
    let parent = rng.choice(found)?;
    let first = entry.children(&parent).next()?.code.clone();
    for paragraph in entry.paragraphs.iter_mut().filter(|p| p.code != parent && p.code.is_within(&parent)) {
        paragraph.code = moved(&parent, &paragraph.code)?;
    }
    let at = entry.paragraphs.iter().position(|p| p.code != parent && p.code.is_within(&parent))?;
    entry.paragraphs.insert(at, Paragraph { reserved: true, ..Paragraph::new(first) });
    let what = format!("labels under {parent} moved on by one");
    Some(Mutant { entry: parent.entry(), left: Some(parent.clone()), right: Some(parent), expected: Expected::Nothing, what })
}

/// The code with its label under `parent` moved on.
fn moved(parent: &Code, code: &Code) -> Option<Code> {
    let mut segments: Vec<String> = code.segments().map(str::to_owned).collect();
    let label = segments.get_mut(parent.depth() + 1)?;
    *label = next_label(label)?;
    Code::parse(&segments.join(".")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_subtree_moves_with_its_label() {
        let code = |text| Code::parse(text).unwrap();
        assert_eq!(moved(&code("1A1.a"), &code("1A1.a.2.b")), Some(code("1A1.a.3.b")));
        assert_eq!(moved(&code("1A1"), &code("1A1.z")), None);
    }
}
