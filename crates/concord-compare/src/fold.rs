//! Software and technology that only follow a control: their difference folds under the control's own.

use std::collections::BTreeSet;

use concord_lexicon::Lexicon;
use concord_model::Code;

use crate::observation::{Kind, Observation};
use crate::side::Indexed;

/// Moves observations of software and technology that exist on one side only, and whose text names a control that exists on
/// that side only as well, under that control. Returns the codes that follow each kept observation, by its index.
pub(crate) fn fold(observations: &mut Vec<Observation>, left: &Indexed<'_>, right: &Indexed<'_>) -> Vec<Vec<String>> {
    let sole = |o: &Observation| matches!(o.kind, Kind::Paragraph | Kind::Entry) && (o.left.is_none() || o.right.is_none());
    let roots: Vec<(usize, bool, Code)> = observations
        .iter()
        .enumerate()
        .filter(|(_, o)| sole(o))
        .filter_map(|(i, o)| {
            let on_left = o.left.is_some();
            let code = o.left.clone().or_else(|| o.right.clone())?;
            Some((i, on_left, code))
        })
        .collect();
    let mut follows: Vec<Vec<String>> = vec![Vec::new(); observations.len()];
    let mut folded = BTreeSet::new();
    for (i, on_left, code) in &roots {
        let (side, word) = if *on_left { (left, "left") } else { (right, "right") };
        let Some((_, paragraph)) = side.get(code) else { continue };
        let follower = Lexicon::english().normal().is_following(&side.subject(code));
        if !follower {
            continue;
        }
        let references: Vec<Code> = paragraph.references.iter().filter_map(|r| Code::parse(r).ok()).collect();
        let root =
            roots.iter().find(|(j, l, root)| j != i && l == on_left && references.iter().any(|r| r.is_within(root)) && !folded.contains(j));
        if let Some((j, _, _)) = root {
            follows[*j].push(format!("{word}:{code}"));
            folded.insert(*i);
        }
    }
    let mut index = 0;
    let mut kept = Vec::new();
    observations.retain(|_| {
        let keep = !folded.contains(&index);
        if keep {
            kept.push(std::mem::take(&mut follows[index]));
        }
        index += 1;
        keep
    });
    kept
}
