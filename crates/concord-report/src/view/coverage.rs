//! How much of one list the other also holds.

use concord_compare::Coverage;
use schemars::JsonSchema;
use serde::Serialize;

use crate::Place;
use crate::figures::{Rounding, percent};
use crate::lang::{Arg, Texts};

/// Coverage of one list by the other.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CoverageView {
    /// The list that is covered, short name.
    pub of: String,
    /// The list that covers, short name.
    pub by: String,
    /// Number of controls that could be covered.
    pub population: usize,
    /// Of these, surely covered.
    pub covered: usize,
    /// Of these, surely covered in part only.
    pub partly: usize,
    /// Of these, surely not covered.
    pub not_covered: usize,
    /// Of these, undecided.
    pub undecided: usize,
    /// Of the undecided, those whose own text is decided and only a heading above is not.
    pub undecided_by_heading: usize,
    /// Low end of the share covered.
    pub low: String,
    /// High end of the share covered.
    pub high: String,
    /// The same in one sentence.
    pub sentence: String,
}

impl CoverageView {
    /// Words a coverage of the list of `of` by the list of `by`.
    pub fn new(coverage: &Coverage, of: &Place, by: &Place, texts: &Texts) -> Self {
        let population = coverage.population;
        let most = coverage.covered + coverage.undecided;
        let low = percent(coverage.covered, population, Rounding::Down, texts);
        let high = percent(most, population, Rounding::Up, texts);
        let args = [
            ("population", population.into()),
            ("of", (&of.adjective).into()),
            ("by", (&by.adjective).into()),
            ("covered", coverage.covered.into()),
            ("partly", coverage.partly.into()),
            ("not_covered", coverage.not_covered.into()),
            ("undecided", coverage.undecided.into()),
            ("by_heading", coverage.undecided_by_heading.into()),
            ("share", percent(coverage.covered, population, Rounding::Nearest, texts).into()),
            ("low", Arg::from(&low)),
            ("high", (&high).into()),
        ];
        let sentence = texts.get(if population == 0 { "coverage-none" } else { "coverage" }, &args);
        Self {
            of: of.short.clone(),
            by: by.short.clone(),
            population,
            covered: coverage.covered,
            partly: coverage.partly,
            not_covered: coverage.not_covered,
            undecided: coverage.undecided,
            undecided_by_heading: coverage.undecided_by_heading,
            low,
            high,
            sentence,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    fn view(population: usize, covered: usize, undecided: usize) -> CoverageView {
        let not_covered = population - covered - undecided;
        let coverage = Coverage { population, covered, partly: 0, not_covered, undecided, undecided_by_heading: 0 };
        CoverageView::new(&coverage, &Place::from_code("aa"), &Place::from_code("bb"), Texts::of(Language::ENGLISH))
    }

    #[test]
    fn undecided_controls_widen_the_range() {
        let view = view(8, 4, 2);
        assert_eq!((view.low.as_str(), view.high.as_str()), ("50%", "75%"));
        assert!(view.sentence.contains("the share held in full lies between 50% and 75%"), "{}", view.sentence);
    }

    #[test]
    fn no_population_gives_no_share() {
        assert_eq!(view(0, 0, 0).low, "none");
        assert!(view(0, 0, 0).sentence.contains("no coverage to state"));
    }
}
