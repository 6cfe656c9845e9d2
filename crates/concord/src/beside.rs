//! What stands beside the lists: mappings made by hand, the regimes, and how each list shows which of them a control carries out.

use std::fs;
use std::path::{Path, PathBuf};

use concord_compare::Side;
use concord_graph::graph::{Origin, Regime};
use concord_graph::mapping::{MappingSet, sssom};
use concord_model::Diagnostic;
use concord_model::recognition::{Arrangement, Policy, Vehicle, load_arrangements, load_policy, load_vehicles};
use concord_report::Links;
use serde::de::DeserializeOwned;

use crate::data::{Data, children};
use crate::embedded;
use crate::failure::Failure;
use crate::problem::Problem;

/// The folder of mappings.
const MAPPINGS: &str = "mappings";
/// The default policy.
const POLICY: &str = "policies/default.yaml";
/// How the name of a mapping file ends.
const ENDING: &str = ".tsv";

impl Data {
    /// The mappings made by hand. A file with an error is a failure that shows every problem of every file.
    pub(crate) fn mappings(&self) -> Result<Vec<MappingSet>, Failure> {
        let read = match self.folder() {
            None => shipped_mappings(),
            Some(folder) => children(&folder.join(MAPPINGS))?
                .iter()
                .filter(|path| is_mapping(path))
                .map(|path| read_mappings(path))
                .collect::<Result<_, _>>()?,
        };
        usable(read)
    }

    /// The regimes.
    pub(crate) fn regimes(&self) -> Result<Vec<Regime>, Failure> {
        self.small("regimes.yaml")
    }

    /// How a jurisdiction's list shows which regime a control carries out.
    pub(crate) fn origins(&self, code: &str) -> Result<Vec<Origin>, Failure> {
        let mut origins: Vec<Origin> = self.small(&format!("{code}/origins.yaml"))?;
        for origin in &mut origins {
            code.clone_into(&mut origin.jurisdiction);
        }
        Ok(origins)
    }

    /// Where the official texts stand: how their publications address them, and the documents that two sides cite.
    pub(crate) fn links(&self, sides: &[&Side]) -> Result<Links, Failure> {
        let documents = sides.iter().map(|side| (side.document.clone(), side.url.clone())).collect();
        self.links_of(documents, sides.iter().map(|side| side.jurisdiction.as_str()))
    }

    /// The addresses of what the law of some jurisdictions cites, by code, and of documents with their addresses.
    pub(crate) fn links_of<'c>(
        &self,
        mut documents: Vec<(String, String)>,
        codes: impl IntoIterator<Item = &'c str>,
    ) -> Result<Links, Failure> {
        for code in codes {
            for instrument in self.law(code)?.iter().flat_map(|law| &law.instruments) {
                let begins = [instrument.title.as_str(), &instrument.citation].into_iter().filter(|part| !part.is_empty());
                documents.push((begins.collect::<Vec<_>>().join(", "), instrument.url.clone()));
            }
        }
        Ok(Links::new(self.small("links.yaml")?, documents))
    }

    /// The recognition policy of a file, or the shipped one.
    pub(crate) fn policy(&self, path: Option<&Path>) -> Result<Policy, Failure> {
        let (name, bytes) = match path {
            Some(path) => (path.display().to_string(), fs::read(path).map_err(|error| Failure::io("read", path, &error))?),
            None => match self.beside(POLICY)? {
                Some((name, text)) => (name, text.into_bytes()),
                None => (POLICY.to_owned(), shipped(POLICY).unwrap_or_default().as_bytes().to_vec()),
            },
        };
        load_policy(&name, &bytes, self.rules()?).map_err(faulty)
    }

    /// The legal vehicles by which a jurisdiction would recognise others.
    pub(crate) fn vehicles(&self, code: &str) -> Result<Vec<Vehicle>, Failure> {
        match self.beside(&format!("{code}/recognition.yaml"))? {
            Some((name, text)) => load_vehicles(&name, text.as_bytes()).map_err(faulty),
            None => Ok(Vec::new()),
        }
    }

    /// The arrangements that exist.
    pub(crate) fn arrangements(&self) -> Result<Vec<Arrangement>, Failure> {
        match self.beside("arrangements.yaml")? {
            Some((name, text)) => load_arrangements(&name, text.as_bytes()).map_err(faulty),
            None => Ok(Vec::new()),
        }
    }

    /// The rows of a small file; none where there is no such file.
    fn small<T: DeserializeOwned>(&self, name: &str) -> Result<Vec<T>, Failure> {
        let (file, text) = match self.folder() {
            None => match embedded::FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text) {
                Some(text) => (name.to_owned(), text.to_owned()),
                None => return Ok(Vec::new()),
            },
            Some(folder) => {
                let path = folder.join(name);
                if !path.is_file() {
                    return Ok(Vec::new());
                }
                (path.display().to_string(), fs::read_to_string(&path).map_err(|error| Failure::io("read", &path, &error))?)
            }
        };
        serde_yaml::from_str(&text).map_err(|error| Failure::Input(vec![Problem::from_yaml(&file, &text, &error)]))
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn faulty(problems: Vec<Diagnostic>) -> Failure {
    Failure::Input(problems.iter().map(Problem::from_diagnostic).collect())
}

/// The text of a shipped file.
fn shipped(name: &str) -> Option<&'static str> {
    embedded::FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The shipped mappings, as read.
pub(crate) fn shipped_mappings() -> Vec<sssom::Read> {
    let files = embedded::FILES.iter().filter(|(name, _)| name.starts_with(MAPPINGS) && name.ends_with(ENDING));
    files.map(|(name, text)| sssom::read(name, text.as_bytes())).collect()
}

/// The mapping files of a folder of definitions.
pub(crate) fn mapping_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    Ok(children(&folder.join(MAPPINGS))?.into_iter().filter(|path| is_mapping(path)).collect())
}

/// Whether a file is one of mappings, by its name.
pub(crate) fn is_mapping(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|extension| extension == "tsv")
}

/// Reads a file of mappings, with its metadata from the file beside it where there is one (`x.sssom.yml` beside `x.sssom.tsv`).
pub(crate) fn read_mappings(path: &Path) -> Result<sssom::Read, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
    let name = path.display().to_string();
    let metadata = path.with_extension("yml");
    if bytes.first() != Some(&b'#') && metadata.is_file() {
        let beside = fs::read(&metadata).map_err(|error| Failure::io("read", &metadata, &error))?;
        return Ok(sssom::read_with_metadata(&name, &bytes, &metadata.display().to_string(), &beside));
    }
    Ok(sssom::read(&name, &bytes))
}

/// The sets that were read, if none has an error and no two mappings contradict each other.
pub(crate) fn usable(read: Vec<sssom::Read>) -> Result<Vec<MappingSet>, Failure> {
    let faulty: Vec<&Diagnostic> = read.iter().filter(|read| read.has_errors()).flat_map(|read| &read.diagnostics).collect();
    if !faulty.is_empty() {
        return Err(Failure::Input(faulty.into_iter().map(Problem::from_diagnostic).collect()));
    }
    let sets: Vec<MappingSet> = read.into_iter().filter_map(|read| read.set).collect();
    let all: Vec<_> = sets.iter().flat_map(|set| &set.mappings).cloned().collect();
    let conflicts: Vec<Problem> =
        concord_graph::mapping::conflict::conflicts(&all).iter().map(|c| Problem::from_diagnostic(&c.diagnostic())).collect();
    if conflicts.is_empty() { Ok(sets) } else { Err(Failure::Input(conflicts)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_mappings_regimes_and_origins_can_be_read() {
        let data = Data::open(None, None).unwrap();
        for read in shipped_mappings() {
            assert_eq!(read.diagnostics, [], "shipped mappings have no problem at all");
        }
        assert!(!data.mappings().unwrap().is_empty());
        let regimes = data.regimes().unwrap();
        for code in data.codes().unwrap() {
            for origin in data.origins(&code).unwrap() {
                assert!(regimes.iter().any(|regime| regime.id == origin.regime), "{code}: {}", origin.regime);
                assert!(!origin.citation.is_empty());
            }
        }
    }

    #[test]
    fn the_shipped_policy_speaks_of_every_object_and_arrangements_name_what_is_known() {
        let data = Data::open(None, None).unwrap();
        let policy = data.policy(None).unwrap();
        for (word, object) in concord_model::recognition::Object::WORDS {
            assert!(policy.object(object).is_some(), "{word}");
        }
        let destinations = data.destinations().unwrap();
        for arrangement in data.arrangements().unwrap() {
            let rules = data.licensing(&arrangement.grantor, &destinations).ok();
            for name in &arrangement.to {
                let known = destinations.find(name).is_some() || rules.as_ref().is_some_and(|rules| rules.sets.contains_key(name));
                assert!(known, "{}: {name}", arrangement.id);
            }
            let symbol = &arrangement.authorisation;
            let known = symbol.is_empty() || rules.is_some_and(|rules| rules.authorisations.iter().any(|known| known.id == *symbol));
            assert!(known, "{}: {symbol}", arrangement.id);
            assert!(data.known_code(&arrangement.grantor).is_ok(), "{}", arrangement.id);
        }
        let vehicles = data.jurisdictions().unwrap().iter().flat_map(|code| data.vehicles(code).unwrap()).count();
        assert!(vehicles > 5);
    }

    #[test]
    fn the_shipped_mappings_speak_of_paragraphs_that_exist() {
        let data = Data::open(None, None).unwrap();
        for mapping in data.mappings().unwrap().iter().flat_map(|set| &set.mappings) {
            for curie in [&mapping.subject, &mapping.object] {
                let (jurisdiction, code) = concord_graph::mapping::paragraph_of(curie).unwrap();
                assert!(data.list(jurisdiction).unwrap().paragraph(&code).is_some(), "{curie}");
            }
        }
    }
}
