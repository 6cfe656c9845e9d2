//! What the definitions say in the language of the report: the vocabulary, and names of places, categories and regimes.

use std::fs;
use std::sync::Arc;

use concord_model::rules::Vocabulary;
use concord_report::Place;
use concord_report::lang::{Glossary, GlossaryError, Language, Voice};

use crate::data::{Data, children};
use crate::embedded;
use crate::failure::Failure;

/// The language of a report with its glossary, and the vocabulary in it.
pub(crate) struct Translation {
    pub(crate) voice: Voice,
    pub(crate) vocabulary: Vocabulary,
}

impl Translation {
    /// Reads the files of a language: those of the user's folder, and the shipped ones for what it does not hold.
    pub(crate) fn load(language: Language, data: &Data) -> Result<Self, Failure> {
        let english = &data.rules()?.vocabulary;
        if language == Language::ENGLISH {
            return Ok(Self { voice: Voice::default(), vocabulary: english.clone() });
        }
        let mut glossary = Glossary::new(language).map_err(unreadable)?;
        let names = format!("lang/{}.yaml", language.code());
        for (file, text) in files(&names, data)? {
            glossary.add_names(&file, &text).map_err(unreadable)?;
        }
        for (file, text) in files(&format!("vocabulary/lang/{}/", language.code()), data)? {
            let add = if file.ends_with("/terms.yaml") { Glossary::add_terms } else { Glossary::add_topic };
            add(&mut glossary, &file, &text).map_err(unreadable)?;
        }
        let vocabulary = glossary.vocabulary(english);
        Ok(Self { voice: Voice { language, glossary: Arc::new(glossary) }, vocabulary })
    }

    /// What a jurisdiction is called.
    pub(crate) fn place(&self, code: &str, english: Place) -> Place {
        self.voice.glossary.place(code).cloned().unwrap_or(english)
    }
}

/// The file of a path below the definitions, or the files of a folder where the path ends in `/`: name and text. The shipped ones come first,
/// so that the user's win.
fn files(path: &str, data: &Data) -> Result<Vec<(String, String)>, Failure> {
    let shipped = embedded::FILES.iter().filter(|(name, _)| *name == path || (path.ends_with('/') && name.starts_with(path)));
    let mut out: Vec<(String, String)> = shipped.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    if let Some(folder) = data.folder() {
        let own = folder.join(path);
        let own = if own.is_file() { vec![own] } else { children(&own)? };
        for file in own.into_iter().filter(|file| file.extension().is_some_and(|extension| extension == "yaml")) {
            let text = fs::read_to_string(&file).map_err(|error| Failure::io("read", &file, &error))?;
            out.push((file.display().to_string(), text));
        }
    }
    Ok(out)
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn unreadable(error: GlossaryError) -> Failure {
    Failure::input(error.to_string(), "correct the file of translated texts")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_shipped_definitions_is_translated() {
        let data = Data::open(None, None).unwrap();
        let rules = data.rules().unwrap();
        for language in Language::all().filter(|language| *language != Language::ENGLISH) {
            let glossary = Translation::load(language, &data).unwrap().voice.glossary;
            let mut names: Vec<String> = Vec::new();
            for topic in &rules.vocabulary.topics {
                names.extend([format!("topic/{}", topic.id), format!("about/{}", topic.id)]);
                for attribute in &topic.attributes {
                    let id = &attribute.id;
                    names.push(format!("question/{id}"));
                    names.extend((!attribute.why.is_empty()).then(|| format!("why/{id}")));
                    names.extend(attribute.form.choices().iter().map(|choice| format!("value/{id}/{}", choice.id)));
                }
            }
            for term in &rules.vocabulary.terms {
                names.push(format!("term/{}", term.id));
                names.extend(term.covers.iter().chain(&term.limits).map(|element| format!("element/{}/{}", term.id, element.id)));
            }
            for law in &rules.laws {
                names.push(format!("place/{}", law.jurisdiction.code));
                names.extend(law.jurisdiction.categories.values().map(|title| format!("category/{title}")));
            }
            names.extend(data.destinations().unwrap().iter().map(|place| format!("place/{}", place.code)));
            names.extend(rules.participation.countries.iter().map(|country| format!("country/{}", country.code)));
            names.extend(rules.participation.regimes.iter().map(|(id, _)| format!("regime/{id}")));
            names.extend(rules.blocs.iter().map(|bloc| format!("bloc/{}", bloc.id)));
            let policy = data.policy(None).unwrap();
            names.extend(["title", "about"].map(|text| format!("policy/{}/{text}", policy.id)));
            for object in &policy.objects {
                let texts = [&object.title, &object.means].into_iter().chain(object.demands.iter().map(|demand| &demand.why));
                names.extend(texts.map(|text| format!("policy/{}/{text}", policy.id)));
            }
            let missing: Vec<&String> = names.iter().filter(|name| !glossary.has(name)).collect();
            assert!(missing.is_empty(), "{}: lacks {missing:?}", language.code());
        }
    }
}
