//! The best one-to-one assignment between two small sets.

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

/// Pairs rows with columns so that the sum of scores is greatest; pairs that score below `least` are left out.
///
/// `score(row, column)` is in thousandths. Deterministic: ties go to the lower column.
pub(crate) fn assign(rows: usize, columns: usize, least: i64, score: impl Fn(usize, usize) -> i64) -> Vec<(usize, usize)> {
    if rows == 0 || columns == 0 {
        return Vec::new();
    }
    let transposed = rows > columns;
    let (n, m) = if transposed { (columns, rows) } else { (rows, columns) };
    let at = |i: usize, j: usize| if transposed { (j, i) } else { (i, j) };
    let value = |i: usize, j: usize| {
        let (r, c) = at(i, j);
        let s = score(r, c);
        if s < least { 0 } else { s }
    };
    let matrix = Matrix::from_fn(n, m, |(i, j)| value(i, j));
    let (_, picked) = kuhn_munkres(&matrix);
    let mut pairs: Vec<(usize, usize)> = picked.iter().enumerate().filter(|(i, j)| matrix[(*i, **j)] > 0).map(|(i, j)| at(i, *j)).collect();
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_best_sum_and_drops_weak_pairs() {
        let scores = [[900, 800, 0], [850, 100, 0]];
        assert_eq!(assign(2, 3, 200, |r, c| scores[r][c]), [(0, 1), (1, 0)]);
        assert_eq!(assign(3, 2, 200, |r, c| scores[c][r]), [(0, 1), (1, 0)]);
        assert_eq!(assign(1, 1, 200, |_, _| 100), []);
        assert_eq!(assign(0, 3, 200, |_, _| 1000), []);
    }
}
