//! The best one-to-one assignment over sparse candidates.

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

/// A candidate pair: row, column, score in thousandths, greater than 0.
pub(crate) type Edge = (usize, usize, u32);

/// A candidate that scores less than this share (in tenths) of the best candidate of its row or of its column is no rival.
const RIVAL: u32 = 6;

/// Pairs rows with columns so that the sum of what the pairs are worth is greatest, one connected component at a time. Deterministic; pairs by row.
pub(crate) fn assign(mut edges: Vec<Edge>) -> Vec<Edge> {
    edges.retain(|e| e.2 > 0);
    edges.sort_unstable();
    edges.dedup_by_key(|e| (e.0, e.1));
    let mut best_row = Best::default();
    let mut best_column = Best::default();
    for (row, column, score) in &edges {
        best_row.see(*row, *score);
        best_column.see(*column, *score);
    }
    edges.retain(|(r, c, s)| s * 10 >= best_row.get(*r).max(best_column.get(*c)) * RIVAL);
    let mut pairs: Vec<Edge> = components(&edges).into_iter().flat_map(|component| solve(&component)).collect();
    pairs.sort_unstable();
    pairs
}

/// The best score seen of each row or column.
#[derive(Default)]
struct Best(Vec<u32>);

impl Best {
    fn see(&mut self, at: usize, score: u32) {
        if at >= self.0.len() {
            self.0.resize(at + 1, 0);
        }
        self.0[at] = self.0[at].max(score);
    }

    fn get(&self, at: usize) -> u32 {
        self.0.get(at).copied().unwrap_or(0)
    }
}

/// The leader of a group, with the way there made shorter.
fn find(leader: &mut [usize], mut at: usize) -> usize {
    while leader[at] != at {
        leader[at] = leader[leader[at]];
        at = leader[at];
    }
    at
}

/// Groups candidates that share rows or columns, directly or through others.
fn components(edges: &[Edge]) -> Vec<Vec<Edge>> {
    let rows = edges.iter().map(|e| e.0 + 1).max().unwrap_or(0);
    let columns = edges.iter().map(|e| e.1 + 1).max().unwrap_or(0);
    let mut leader: Vec<usize> = (0..rows + columns).collect();
    for (row, column, _) in edges {
        let (a, b) = (find(&mut leader, *row), find(&mut leader, rows + *column));
        let (low, high) = (a.min(b), a.max(b));
        leader[high] = low;
    }
    let mut of: Vec<Option<usize>> = vec![None; rows + columns];
    let mut out: Vec<Vec<Edge>> = Vec::new();
    for edge in edges {
        let root = find(&mut leader, edge.0);
        let at = *of[root].get_or_insert_with(|| {
            out.push(Vec::new());
            out.len() - 1
        });
        out[at].push(*edge);
    }
    out
}

/// What a pair is worth: the cube of its score, so that one strong pair is worth more than two middling ones.
fn worth(score: u32) -> i64 {
    i64::from(score).pow(3)
}

/// The best assignment inside one component, whose candidates are sorted.
fn solve(component: &[Edge]) -> Vec<Edge> {
    if let [only] = component {
        return vec![*only];
    }
    let mut rows: Vec<usize> = component.iter().map(|e| e.0).collect();
    let mut columns: Vec<usize> = component.iter().map(|e| e.1).collect();
    for side in [&mut rows, &mut columns] {
        side.sort_unstable();
        side.dedup();
    }
    let transposed = rows.len() > columns.len();
    let (n, m) = if transposed { (columns.len(), rows.len()) } else { (rows.len(), columns.len()) };
    let mut matrix = Matrix::new(n, m, 0_i64);
    for (row, column, score) in component {
        let (Ok(r), Ok(c)) = (rows.binary_search(row), columns.binary_search(column)) else { continue };
        matrix[if transposed { (c, r) } else { (r, c) }] = worth(*score);
    }
    let (_, picked) = kuhn_munkres(&matrix);
    let pair = |(i, j): (usize, &usize)| {
        let (r, c) = if transposed { (*j, i) } else { (i, *j) };
        let (row, column) = (rows[r], columns[c]);
        let at = component.binary_search_by_key(&(row, column), |e| (e.0, e.1)).ok()?;
        (matrix[(i, *j)] > 0).then(|| (row, column, component[at].2))
    };
    picked.iter().enumerate().filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_best_sum() {
        let edges = vec![(0, 0, 900), (0, 1, 850), (1, 0, 850)];
        assert_eq!(assign(edges), [(0, 1, 850), (1, 0, 850)]);
        let swapped = vec![(0, 0, 900), (1, 0, 850), (0, 1, 850), (2, 5, 300)];
        assert_eq!(assign(swapped), [(0, 1, 850), (1, 0, 850), (2, 5, 300)]);
        assert_eq!(assign(Vec::new()), []);
    }

    #[test]
    fn one_strong_pair_beats_two_middling_ones() {
        assert_eq!(assign(vec![(0, 0, 950), (0, 1, 650), (1, 0, 650)]), [(0, 0, 950)]);
    }

    #[test]
    fn a_far_weaker_candidate_is_no_rival() {
        assert_eq!(assign(vec![(0, 0, 1000), (0, 1, 550), (1, 0, 550)]), [(0, 0, 1000)]);
    }
}
