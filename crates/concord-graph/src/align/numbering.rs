//! Whether two lists share their numbering, told by the entries that are surely the same.

use super::assign::Edge;
use super::paragraphs::Paragraphs;

/// Thousandths of similarity from which two entries are surely the same.
const SURE: u32 = 600;

/// Whether most entries that are surely the same bear the same code; where none are, whether most codes of one list are in the other.
pub(crate) fn is_shared(l: &Paragraphs<'_>, r: &Paragraphs<'_>, pairs: &[Edge]) -> bool {
    let same = |pairs: &mut dyn Iterator<Item = (usize, usize)>| pairs.filter(|(a, b)| l.code(*a) == r.code(*b)).count();
    let sure: Vec<(usize, usize)> = pairs.iter().filter(|p| p.2 >= SURE).map(|p| (p.0, p.1)).collect();
    if !sure.is_empty() {
        return 2 * same(&mut sure.iter().copied()) >= sure.len();
    }
    let common = l.side.roots.iter().filter(|a| r.by_code.contains_key(l.code(**a).as_str())).count();
    2 * common >= l.side.roots.len().min(r.side.roots.len()).max(1)
}
