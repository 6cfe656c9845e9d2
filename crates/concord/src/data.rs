//! Where definitions come from: those compiled in, or a folder of the user's own in the same layout.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use concord_model::licensing::{Destination, Destinations, Licensing, load_destinations, load_licensing};
use concord_model::rules::{Bloc, Jurisdiction, Law, RuleLayer, Vocabulary};
use concord_model::{Image, List, Loaded, Texts, decode_rules, load, load_folder, load_rules, rule_files, texts};
use concord_report::Place;
use concord_report::lang::{Language, Voice};
use jiff::civil::Date;

use crate::embedded;
use crate::failure::Failure;
use crate::jurisdiction::place;
use crate::problem::Problem;
use crate::translation::Translation;

/// Definitions, as of a date.
pub(crate) struct Data {
    /// The user's folder; none for the shipped definitions.
    folder: Option<PathBuf>,
    /// The date asked for; none for the newest.
    pub(crate) as_of: Option<Date>,
    /// The language of what is written.
    language: Language,
    /// The rule layer, once it has been asked for.
    rules: OnceLock<RuleLayer>,
    /// What the definitions say in the language, once it has been asked for.
    translation: OnceLock<Translation>,
    /// Held while the rule layer is read.
    reading: Mutex<()>,
}

/// A list that can be asked for.
pub(crate) struct Known {
    /// Its identifier.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
    /// The date as of which it holds.
    pub(crate) as_of: Date,
}

impl Data {
    /// The definitions of a folder, else those compiled in.
    pub(crate) fn open(folder: Option<&Path>, as_of: Option<Date>) -> Result<Self, Failure> {
        if let Some(folder) = folder
            && !folder.is_dir()
        {
            return Err(Failure::input(
                format!("there is no folder {}", folder.display()),
                "--data names a folder that holds a folder for each jurisdiction",
            ));
        }
        Ok(Self {
            folder: folder.map(Path::to_owned),
            as_of,
            language: Language::ENGLISH,
            rules: OnceLock::new(),
            translation: OnceLock::new(),
            reading: Mutex::new(()),
        })
    }

    /// The same, for what is written in a language.
    pub(crate) fn speaking(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The user's folder; none for the shipped definitions.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Codes of the jurisdictions that have a list, in order.
    pub(crate) fn codes(&self) -> Result<Vec<String>, Failure> {
        let mut codes = match &self.folder {
            None => shipped()?.sections().iter().map(|section| section.jurisdiction.clone()).collect(),
            Some(folder) => children(folder)?
                .into_iter()
                .filter(|path| path.join("lists").is_dir())
                .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
                .collect::<Vec<_>>(),
        };
        codes.sort();
        codes.dedup();
        Ok(codes)
    }

    /// The codes asked for, or all of them.
    pub(crate) fn chosen(&self, asked: &[String]) -> Result<Vec<String>, Failure> {
        let known = self.codes()?;
        if asked.is_empty() {
            return Ok(known);
        }
        let asked: Vec<String> = asked.iter().map(|code| code.to_lowercase()).collect();
        match asked.iter().find(|code| !known.contains(code)) {
            Some(code) => Err(unknown(code, &known)),
            None => Ok(asked),
        }
    }

    /// The rule layer: what the laws say outside the lists.
    pub(crate) fn rules(&self) -> Result<&RuleLayer, Failure> {
        if let Some(rules) = self.rules.get() {
            return Ok(rules);
        }
        // Two that ask at once wait for one another, so that the shipped layer is read once. A folder is read by all threads, of which one
        // that waits here could be needed there.
        let _reading = self.folder.is_none().then(|| self.reading.lock());
        if let Some(rules) = self.rules.get() {
            return Ok(rules);
        }
        let shipped = decode_rules(embedded::RULES).map_err(|error| Failure::input(error.to_string(), ""))?;
        let layer = match &self.folder {
            None => shipped,
            Some(folder) => {
                let problems = |found: &[concord_model::Diagnostic]| Failure::Input(found.iter().map(Problem::from_diagnostic).collect());
                let files = rule_files(folder).map_err(|found| problems(&found))?;
                let loaded = load_rules(&files, Some(&shipped));
                loaded.layer.ok_or_else(|| problems(&loaded.diagnostics))?
            }
        };
        Ok(self.rules.get_or_init(|| layer))
    }

    /// What the definitions say in the language of the report.
    pub(crate) fn translation(&self) -> Result<&Translation, Failure> {
        if let Some(known) = self.translation.get() {
            return Ok(known);
        }
        let loaded = Translation::load(self.language, self)?;
        Ok(self.translation.get_or_init(|| loaded))
    }

    /// The language of the report, and what the definitions say in it.
    pub(crate) fn voice(&self) -> Result<&Voice, Failure> {
        Ok(&self.translation()?.voice)
    }

    /// The vocabulary in the language of the report.
    pub(crate) fn vocabulary(&self) -> Result<&Vocabulary, Failure> {
        Ok(&self.translation()?.vocabulary)
    }

    /// What a jurisdiction is called in the language of the report.
    pub(crate) fn place(&self, code: &str) -> Result<Place, Failure> {
        let english = self.jurisdiction(code)?;
        Ok(self.translation()?.place(code, place(&english)))
    }

    /// Titles of the categories of a jurisdiction's list in the language of the report.
    pub(crate) fn categories(&self, code: &str) -> Result<BTreeMap<String, String>, Failure> {
        let glossary = &self.voice()?.glossary;
        let titles = self.jurisdiction(code)?.categories.into_iter();
        Ok(titles.map(|(key, title)| (key, glossary.name(&format!("category/{title}"), &title))).collect())
    }

    /// Titles of the divergence rules in the language of the report.
    pub(crate) fn rule_titles(&self) -> Result<BTreeMap<String, String>, Failure> {
        let glossary = &self.voice()?.glossary;
        let title = |rule: &concord_compare::Rule| glossary.rule(&rule.id).map_or_else(|| rule.title.clone(), |own| own.title.clone());
        Ok(concord_compare::rules().iter().map(|rule| (rule.id.clone(), title(rule))).collect())
    }

    /// What a destination is called in the language of the report.
    pub(crate) fn destination(&self, place: &Destination) -> Result<String, Failure> {
        Ok(self.voice()?.glossary.name(&format!("destination/{}", place.code), &place.name))
    }

    /// The day as of which rules are asked: the one asked for, else the newest on which a source was read.
    pub(crate) fn day(&self) -> Result<Date, Failure> {
        match self.as_of {
            Some(day) => Ok(day),
            None => Ok(self.rules()?.newest().unwrap_or_default()),
        }
    }

    /// Codes of the jurisdictions of which a list or rules are known, in order.
    pub(crate) fn jurisdictions(&self) -> Result<Vec<String>, Failure> {
        let mut codes = self.codes()?;
        codes.extend(self.rules()?.described().into_iter().map(str::to_owned));
        codes.sort();
        codes.dedup();
        Ok(codes)
    }

    /// The code of a jurisdiction of which a list or rules are known.
    pub(crate) fn known_code(&self, code: &str) -> Result<String, Failure> {
        let code = code.to_lowercase();
        if self.codes()?.contains(&code) {
            return Ok(code);
        }
        let known = self.jurisdictions()?;
        if known.contains(&code) { Ok(code) } else { Err(unknown(&code, &known)) }
    }

    /// What the law of a jurisdiction says outside its lists, if that is described.
    pub(crate) fn law(&self, code: &str) -> Result<Option<&Law>, Failure> {
        let rules = self.rules()?;
        Ok(rules.law(code).filter(|_| rules.described().contains(&code)))
    }

    /// The bloc called `id`.
    pub(crate) fn bloc(&self, id: &str) -> Result<&Bloc, Failure> {
        let rules = self.rules()?;
        rules.bloc(&id.to_lowercase()).ok_or_else(|| {
            let known: Vec<&str> = rules.blocs.iter().map(|bloc| bloc.id.as_str()).collect();
            Failure::usage(format!("there is no bloc `{id}`"), format!("known are {}", known.join(", ")))
        })
    }

    /// Refuses a topic that the vocabulary does not have; empty stands for all.
    pub(crate) fn check_topic(&self, topic: &str) -> Result<(), Failure> {
        let vocabulary = &self.rules()?.vocabulary;
        if topic.is_empty() || vocabulary.topic(topic).is_some() {
            return Ok(());
        }
        let known: Vec<&str> = vocabulary.topics.iter().map(|topic| topic.id.as_str()).collect();
        Err(Failure::usage(format!("there is no topic `{topic}`"), format!("known are {}", known.join(", "))))
    }

    /// What a jurisdiction is called.
    pub(crate) fn jurisdiction(&self, code: &str) -> Result<Jurisdiction, Failure> {
        Ok(self.rules()?.law(code).map_or_else(|| Jurisdiction::unnamed(code), |law| law.jurisdiction.clone()))
    }

    /// The newest list of a jurisdiction that held on the date asked for; none where it has no list as old as that.
    pub(crate) fn list_if_any(&self, code: &str) -> Result<Option<List>, Failure> {
        if self.holds_list(code)? { self.list(code).map(Some) } else { Ok(None) }
    }

    /// Whether a jurisdiction has a list that held on the date asked for.
    fn holds_list(&self, code: &str) -> Result<bool, Failure> {
        Ok(self.codes()?.iter().any(|known| known == code)
            && self.known(code)?.iter().any(|list| self.as_of.is_none_or(|day| list.as_of <= day)))
    }

    /// Codes of the jurisdictions that have a list that held on the date asked for, in order.
    pub(crate) fn codes_held(&self) -> Result<Vec<String>, Failure> {
        let mut held = Vec::new();
        for code in self.codes()? {
            if self.holds_list(&code)? {
                held.push(code);
            }
        }
        Ok(held)
    }

    /// The lists of a jurisdiction, by date.
    pub(crate) fn known(&self, code: &str) -> Result<Vec<Known>, Failure> {
        let mut known: Vec<Known> = match &self.folder {
            None => shipped()?
                .sections()
                .iter()
                .filter(|section| section.jurisdiction == code)
                .map(|section| Known { id: section.list.clone(), title: section.title.clone(), as_of: section.as_of })
                .collect(),
            Some(folder) => {
                lists(&folder.join(code))?.into_iter().map(|list| Known { id: list.id, title: list.title, as_of: list.as_of }).collect()
            }
        };
        known.sort_by_key(|list| list.as_of);
        Ok(known)
    }

    /// The newest list of a jurisdiction that held on the date asked for.
    pub(crate) fn list(&self, code: &str) -> Result<List, Failure> {
        let code = code.to_lowercase();
        let known = self.codes()?;
        if !known.contains(&code) {
            return Err(unknown(&code, &known));
        }
        let held = |date: Date| self.as_of.is_none_or(|asked| date <= asked);
        let found = match &self.folder {
            None => {
                let image = shipped()?;
                let sections = image.sections().iter().filter(|section| section.jurisdiction == code && held(section.as_of));
                match sections.max_by_key(|section| section.as_of) {
                    Some(section) => Some(image.list(section).map_err(|error| Failure::input(error.to_string(), ""))?),
                    None => None,
                }
            }
            Some(folder) => lists(&folder.join(&code))?.into_iter().filter(|list| held(list.as_of)).max_by_key(|list| list.as_of),
        };
        match found {
            Some(list) => Ok(list),
            None => Err(self.nothing_held(&code)),
        }
    }

    /// Every list of a jurisdiction, by date; none where it has no list.
    pub(crate) fn editions(&self, code: &str) -> Result<Vec<List>, Failure> {
        let mut editions = match &self.folder {
            None => {
                let image = shipped()?;
                let sections = image.sections().iter().filter(|section| section.jurisdiction == code);
                let list = |section| image.list(section).map_err(|error| Failure::input(error.to_string(), ""));
                sections.map(list).collect::<Result<Vec<List>, Failure>>()?
            }
            Some(folder) => lists(&folder.join(code))?,
        };
        editions.sort_by_key(|list| list.as_of);
        Ok(editions)
    }

    /// The official wording of a list, if the user's folder keeps it.
    pub(crate) fn texts(&self, list: &List) -> Result<Option<Texts>, Failure> {
        let Some(folder) = &self.folder else { return Ok(None) };
        let path = folder.join(&list.jurisdiction).join("texts").join(&list.id).join(texts::FILE);
        if !path.is_file() {
            return Ok(None);
        }
        let text = fs::read_to_string(&path).map_err(|error| Failure::io("read", &path, &error))?;
        Texts::from_jsonl(&text).map(Some).map_err(|error| {
            let problem = Problem::new(error.to_string(), "import the official text again with --with-text".to_owned());
            Failure::Input(vec![Problem { file: path.display().to_string(), line: error.line, column: 1, ..problem }])
        })
    }

    /// A small file beside the folders of the jurisdictions: its name in messages and its text; none where there is none.
    pub(crate) fn beside(&self, name: &str) -> Result<Option<(String, String)>, Failure> {
        let Some(folder) = &self.folder else {
            return Ok(embedded::FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| (name.to_owned(), (*text).to_owned())));
        };
        let path = folder.join(name);
        if !path.is_file() {
            return Ok(None);
        }
        let text = fs::read_to_string(&path).map_err(|error| Failure::io("read", &path, &error))?;
        Ok(Some((path.display().to_string(), text)))
    }

    /// The importer's profiles of a jurisdiction: name and text.
    pub(crate) fn profiles(&self, code: &str) -> Result<Vec<(String, String)>, Failure> {
        let Some(folder) = &self.folder else {
            let within = format!("{code}/import/");
            let files = embedded::FILES.iter().filter(|(name, _)| name.starts_with(&within));
            return Ok(files.map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect());
        };
        let paths = children(&folder.join(code).join("import"))?;
        let read = |path: PathBuf| match fs::read_to_string(&path) {
            Ok(text) => Ok((path.display().to_string(), text)),
            Err(error) => Err(Failure::io("read", &path, &error)),
        };
        paths.into_iter().filter(|path| path.extension().is_some_and(|e| e == "yaml")).map(read).collect()
    }

    /// The destinations and their names.
    pub(crate) fn destinations(&self) -> Result<Destinations, Failure> {
        let name = "destinations.yaml";
        let own = self.folder.as_deref().map(|folder| folder.join(name)).filter(|path| path.is_file());
        let loaded = if let Some(path) = own {
            let bytes = fs::read(&path).map_err(|error| Failure::io("read", &path, &error))?;
            load_destinations(&path.display().to_string(), &bytes)
        } else {
            let text = embedded::FILES.iter().find(|(file, _)| *file == name).map_or("", |(_, text)| *text);
            load_destinations(name, text.as_bytes())
        };
        loaded.map_err(|problems| Failure::Input(problems.iter().map(Problem::from_diagnostic).collect()))
    }

    /// Codes of the jurisdictions that have licensing rules, in order.
    pub(crate) fn licensed(&self) -> Result<Vec<String>, Failure> {
        let mut codes: Vec<String> = match &self.folder {
            None => embedded::FILES.iter().filter_map(|(name, _)| Some(name.split_once("/licensing/")?.0.to_owned())).collect(),
            Some(folder) => {
                let folders = children(folder)?.into_iter().filter(|path| path.join("licensing").is_dir());
                folders.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect()
            }
        };
        codes.sort();
        codes.dedup();
        Ok(codes)
    }

    /// The licensing rules of a jurisdiction.
    pub(crate) fn licensing(&self, code: &str, destinations: &Destinations) -> Result<Licensing, Failure> {
        let code = code.to_lowercase();
        let known = self.licensed()?;
        if !known.contains(&code) {
            let hint = format!("licensing rules are held of {}", known.join(", "));
            return Err(Failure::input(format!("no licensing rules of `{code}` are held"), hint));
        }
        let files = self.licensing_files(&code)?;
        load_licensing(&files, destinations).map_err(|problems| Failure::Input(problems.iter().map(Problem::from_diagnostic).collect()))
    }

    /// The files of a jurisdiction's licensing rules: name and bytes.
    pub(crate) fn licensing_files(&self, code: &str) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        match &self.folder {
            None => {
                let within = format!("{code}/licensing/");
                let files = embedded::FILES.iter().filter(|(name, _)| name.starts_with(&within));
                Ok(files.map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect())
            }
            Some(folder) => {
                let paths = children(&folder.join(code).join("licensing"))?;
                let read = |path: PathBuf| match fs::read(&path) {
                    Ok(bytes) => Ok((path.display().to_string(), bytes)),
                    Err(error) => Err(Failure::io("read", &path, &error)),
                };
                paths.into_iter().filter(|path| path.extension().is_some_and(|e| e == "yaml")).map(read).collect()
            }
        }
    }

    fn nothing_held(&self, code: &str) -> Failure {
        let dates = self.known(code).unwrap_or_default();
        let dates: Vec<String> = dates.iter().map(|list| list.as_of.to_string()).collect();
        let asked = self.as_of.map_or_else(String::new, |date| date.to_string());
        Failure::input(format!("no list of `{code}` is known that held on {asked}"), format!("its lists are of {}", dates.join(", ")))
    }
}

fn unknown(code: &str, known: &[String]) -> Failure {
    let hint = if known.is_empty() {
        "there are no definitions at all; a jurisdiction is a folder with a folder `lists`".to_owned()
    } else {
        format!("known are {}", known.join(", "))
    };
    Failure::input(format!("no jurisdiction `{code}` is known"), hint)
}

fn shipped() -> Result<Image<'static>, Failure> {
    Image::open(embedded::LISTS).map_err(|error| Failure::input(error.to_string(), ""))
}

/// The lists of a jurisdiction's folder; every problem of every list is reported.
fn lists(folder: &Path) -> Result<Vec<List>, Failure> {
    let mut lists = Vec::new();
    let mut problems = Vec::new();
    for path in children(&folder.join("lists"))? {
        let Some(loaded) = loaded(&path)? else { continue };
        match loaded.list {
            Some(list) => lists.push(list),
            None => problems.extend(loaded.diagnostics.iter().map(Problem::from_diagnostic)),
        }
    }
    if problems.is_empty() { Ok(lists) } else { Err(Failure::Input(problems)) }
}

/// Loads a list from its folder or its one file; none where the path is neither.
pub(crate) fn loaded(path: &Path) -> Result<Option<Loaded>, Failure> {
    if path.is_dir() {
        return Ok(Some(load_folder(path)));
    }
    if path.extension().is_none_or(|extension| extension != "yaml") {
        return Ok(None);
    }
    let bytes = fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
    Ok(Some(load(&[(path.display().to_string(), bytes)])))
}

/// What a folder holds, by name, hidden files left out; nothing where there is no such folder.
pub(crate) fn children(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |error: std::io::Error| Failure::io("read", folder, &error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.file_name().and_then(|name| name.to_str()).is_some_and(|name| !name.starts_with('.')) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
