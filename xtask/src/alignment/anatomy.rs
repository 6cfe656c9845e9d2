//! The anatomy pair of the Ontology Alignment Evaluation Initiative: a public measure of the engine on another subject.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Instant;

use concord_graph::{Concept, align_concepts};
use roxmltree::{Document, Node, ParsingOptions};

use super::silver::Score;
use crate::Outcome;

/// An ontology: its concepts and their names in the file.
struct Ontology {
    ids: Vec<String>,
    concepts: Vec<Concept>,
}

/// Aligns the pair and prints precision, recall and F against the reference.
pub(crate) fn print(folder: &Path) -> Outcome<()> {
    let (mouse, human) = (ontology(&folder.join("mouse.owl"))?, ontology(&folder.join("human.owl"))?);
    let reference = reference(&folder.join("reference.rdf"))?;
    let start = Instant::now();
    let found = align_concepts(&mouse.concepts, &human.concepts);
    let took = start.elapsed().as_millis();
    let right = found.iter().filter(|m| reference.contains(&(mouse.ids[m.left].clone(), human.ids[m.right].clone()))).count();
    let score = Score { right, wrong: found.len() - right, truth: reference.len() };
    println!(
        "anatomy: {} x {} concepts, {} reference pairs: P {:.3} R {:.3} F {:.3} in {took} ms",
        mouse.ids.len(),
        human.ids.len(),
        reference.len(),
        score.precision(),
        score.recall(),
        score.f()
    );
    Ok(())
}

fn read<T>(path: &Path, reader: impl FnOnce(&Document<'_>) -> T) -> Outcome<T> {
    let failed = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let text = std::fs::read_to_string(path).map_err(|e| failed(&e))?;
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Ok(reader(&Document::parse_with_options(&text, options).map_err(|e| failed(&e))?))
}

/// The part of an identifier behind its `#`.
fn local(node: Node<'_, '_>, attribute: &str) -> Option<String> {
    let value = node.attributes().find(|a| a.name() == attribute)?.value();
    value.rsplit_once('#').map(|(_, local)| local.to_owned())
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |n| n.tag_name().name() == name)
}

fn label(node: Node<'_, '_>) -> Option<String> {
    children(node, "label").next().and_then(|n| n.text()).map(str::to_owned)
}

/// Reads the classes of an OWL file with their labels, synonyms, and what they are kinds or parts of.
fn ontology(path: &Path) -> Outcome<Ontology> {
    read(path, |parsed| {
        let top = parsed.root_element();
        let synonyms: BTreeMap<String, String> =
            top.children().filter(|n| n.tag_name().name() != "Class").filter_map(|n| Some((local(n, "about")?, label(n)?))).collect();
        let classes: Vec<(String, Node<'_, '_>)> = children(top, "Class").filter_map(|n| local(n, "about").map(|id| (id, n))).collect();
        let at: BTreeMap<&str, usize> = classes.iter().enumerate().map(|(i, (id, _))| (id.as_str(), i)).collect();
        let named_and_placed = |(id, node): &(String, Node<'_, '_>)| {
            let mut names = vec![label(*node).unwrap_or_else(|| id.clone())];
            names.extend(
                children(*node, "hasRelatedSynonym").filter_map(|n| local(n, "resource")).filter_map(|s| synonyms.get(&s).cloned()),
            );
            let referred = |n: Node<'_, '_>| local(n, "resource").and_then(|id| at.get(id.as_str()).copied());
            let above = |n: Node<'_, '_>| {
                referred(n).or_else(|| n.descendants().filter(|d| d.tag_name().name() == "someValuesFrom").find_map(referred))
            };
            Concept { names, broader: children(*node, "subClassOf").filter_map(above).collect() }
        };
        Ontology { concepts: classes.iter().map(named_and_placed).collect(), ids: classes.iter().map(|c| c.0.clone()).collect() }
    })
}

/// Reads the reference alignment: pairs that are equivalent.
fn reference(path: &Path) -> Outcome<BTreeSet<(String, String)>> {
    read(path, |document| {
        let cells = document.descendants().filter(|n| n.tag_name().name() == "Cell");
        let side = |cell: Node<'_, '_>, name: &'static str| children(cell, name).next().and_then(|n| local(n, "resource"));
        let equal = |cell: &Node<'_, '_>| children(*cell, "relation").any(|n| n.text() == Some("="));
        cells.filter(equal).filter_map(|c| Some((side(c, "entity1")?, side(c, "entity2")?))).collect()
    })
}
