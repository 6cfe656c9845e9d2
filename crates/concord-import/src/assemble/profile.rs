//! The profile of an official list: what its importer must be told that the text itself does not say in a form to be read.

use concord_model::{Area, Code, Holding, Perimeter, Reason, Stratum, begins_with};
use serde::{Deserialize, Serialize};

/// Assigns a stratum to entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StratumRule {
    /// The stratum.
    pub stratum: Stratum,
    /// Code patterns (`?A6`), of which one must fit; empty: any code.
    #[serde(default)]
    pub codes: Vec<String>,
    /// The rule fits only entries all of whose reasons for control are among these; empty: whatever the reasons.
    #[serde(default)]
    pub only_reasons: Vec<String>,
}

/// An area of the perimeter, as a profile states it: held unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileArea {
    /// Short name.
    pub name: String,
    /// Code patterns (`0B001`, `?A6`).
    pub codes: Vec<String>,
    /// The instrument and agency that hold it, if another does.
    #[serde(default)]
    pub elsewhere: Option<String>,
    /// `true` where no instrument is named that holds it.
    #[serde(default)]
    pub not_held: bool,
    /// Pinpoint citation.
    pub citation: String,
}

impl ProfileArea {
    fn area(&self) -> Area {
        let holding = match (&self.elsewhere, self.not_held) {
            (Some(instrument), _) => Holding::Elsewhere(instrument.clone()),
            (None, true) => Holding::NotHeld,
            (None, false) => Holding::Held,
        };
        Area { codes: self.codes.clone(), name: self.name.clone(), holding, citation: self.citation.clone() }
    }
}

/// Words of a heading that hand the entry to another instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Elsewhere {
    /// Key words, all of which the heading's remark must hold.
    pub words: Vec<String>,
    /// The instrument and its agency.
    pub instrument: String,
}

/// What is particular to one edition of a list; what it leaves out is as in the profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The date as of which the edition holds.
    pub date: jiff::civil::Date,
    /// Title of our own.
    #[serde(default)]
    pub title: Option<String>,
    /// The official document.
    #[serde(default)]
    pub document: Option<String>,
    /// Where the official text is published.
    #[serde(default)]
    pub url: Option<String>,
    /// What the list covers and what lies elsewhere.
    #[serde(default)]
    pub perimeter: Option<Vec<ProfileArea>>,
}

/// What an importer is told about a list beside its text. `{date}` in a text stands for the date as of which the text holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Short name of the list for identifiers (`ccl`).
    pub list: String,
    /// Title of our own.
    pub title: String,
    /// The official document, as pinpoint citations begin.
    pub document: String,
    /// Where the official text is published.
    #[serde(default)]
    pub url: String,
    /// What the list covers and what lies elsewhere.
    #[serde(default)]
    pub perimeter: Vec<ProfileArea>,
    /// Strata, tried in order; what none fits is regime-based.
    #[serde(default)]
    pub strata: Vec<StratumRule>,
    /// Words at the start of a paragraph that only point to another instrument: the place itself holds nothing.
    #[serde(default)]
    pub pointers: Vec<String>,
    /// Instruments that headings hand entries to.
    #[serde(default)]
    pub elsewhere: Vec<Elsewhere>,
    /// Editions that differ.
    #[serde(default)]
    pub editions: Vec<Edition>,
}

impl Profile {
    /// The profile of the edition that holds as of a date.
    pub(super) fn of(&self, date: jiff::civil::Date) -> Self {
        let mut profile = self.clone();
        if let Some(edition) = self.editions.iter().find(|e| e.date == date).cloned() {
            profile.title = edition.title.unwrap_or(profile.title);
            profile.document = edition.document.unwrap_or(profile.document);
            profile.url = edition.url.unwrap_or(profile.url);
            profile.perimeter = edition.perimeter.unwrap_or(profile.perimeter);
        }
        let dated = |text: &mut String| *text = text.replace("{date}", &date.to_string());
        [&mut profile.title, &mut profile.document, &mut profile.url].into_iter().for_each(dated);
        profile.perimeter.iter_mut().for_each(|area| dated(&mut area.citation));
        profile
    }

    /// The list's perimeter.
    pub(super) fn perimeter(&self) -> Perimeter {
        Perimeter { areas: self.perimeter.iter().map(ProfileArea::area).collect() }
    }

    /// The stratum of an entry.
    pub(super) fn stratum(&self, code: &Code, reasons: &[Reason]) -> Stratum {
        let fits = |rule: &&StratumRule| {
            let by_code = rule.codes.is_empty() || rule.codes.iter().any(|c| begins_with(code, c));
            let by_reason =
                rule.only_reasons.is_empty() || (!reasons.is_empty() && reasons.iter().all(|r| rule.only_reasons.contains(&r.reason)));
            by_code && by_reason
        };
        self.strata.iter().find(fits).map_or(Stratum::Regime, |rule| rule.stratum)
    }

    /// Whether a paragraph only points to another instrument.
    pub(super) fn only_points(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.pointers.iter().any(|p| text.starts_with(&p.to_lowercase()))
    }

    /// The instrument that a heading's closing remark hands the entry to; empty if it hands it to none.
    ///
    /// Only a remark in parentheses at the very end counts: a heading may name another agency's items in passing.
    pub(super) fn elsewhere(&self, heading: &str) -> String {
        let end = heading.trim_end_matches(['.', ' ']);
        let Some(remark) = end.strip_suffix(')').and_then(|inner| inner.rfind('(').map(|at| (at, inner))) else {
            return String::new();
        };
        // The remark may itself hold parentheses: take the part after the sentence that ends before it.
        let (at, inner) = remark;
        let open = heading.rfind(". (").map_or(at, |dot| dot.min(at));
        let text = inner.get(open..).unwrap_or_default().to_lowercase();
        self.elsewhere
            .iter()
            .find(|e| e.words.iter().all(|w| text.contains(&w.to_lowercase())))
            .map_or_else(String::new, |e| e.instrument.clone())
    }
}
