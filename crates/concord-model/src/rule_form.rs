//! The YAML forms of the rule layer as tables of keys, beside those of a list.

use crate::form::{Form, Wants, may, must};

/// Every kind of file.
pub(crate) static FILES: [&Form; 9] = [
    &TOPIC_FILE,
    &TERMS_FILE,
    &JURISDICTION_FILE,
    &INSTRUMENTS_FILE,
    &PROVISIONS_FILE,
    &DEFINITIONS_FILE,
    &BLOCS_FILE,
    &PARTICIPATION_FILE,
    &RATES_FILE,
];

/// The layers of control that an attribute can speak of.
pub(crate) const LAYERS: [&str; 9] =
    ["jurisdiction", "listed", "licence-required", "authorisation", "review-policy", "catch-all", "duties", "enforcement", "procedure"];

const NONE: &[&Form] = &[];

/// `vocabulary/<topic>.yaml`.
pub(crate) static TOPIC_FILE: Form = Form {
    name: "topic",
    about: "A topic of the vocabulary with the questions that are asked of every jurisdiction.",
    keys: &[
        must("topic", Wants::Text, "Its identifier, the name of the file."),
        must("title", Wants::Text, "Its title."),
        must("about", Wants::Text, "What it covers."),
        must("layer", Wants::Choice(&LAYERS), "The layer of control its attributes speak of."),
        must("attributes", Wants::Named(&ATTRIBUTE), "Its questions, by identifier."),
    ],
    includes: NONE,
    one_of: &[],
};

/// One question.
pub(crate) static ATTRIBUTE: Form = Form {
    name: "attribute",
    about: "A question that is asked of every jurisdiction.",
    keys: &[
        must("question", Wants::Text, "The question in plain words."),
        must("why", Wants::Text, "Why the answer matters."),
        must("type", Wants::Choice(&["yes-no", "choice", "set", "number", "money", "duration", "date"]), "The form of the answer."),
        may("values", Wants::Meanings, "The words of a choice or set with their meanings; an ordered choice begins with the least strict."),
        may("open", Wants::Text, "What the words of an open set are."),
        may("unit", Wants::Text, "The unit of a number."),
        must("stricter", Wants::Choice(&["yes", "no", "more", "less", "listed", "none"]), "Which answer is stricter."),
        may("none", Wants::Choice(&["lowest", "apart"]), "What the answer none means beside a figure; apart if left out."),
        must("weight", Wants::Count, "How much it counts in the indices."),
        may("layer", Wants::Choice(&LAYERS), "The layer of control, where it is not the topic's."),
        may("instrument", Wants::Text, "The public instrument it corresponds to, with its citation."),
    ],
    includes: NONE,
    one_of: &[],
};

/// `vocabulary/terms.yaml`.
pub(crate) static TERMS_FILE: Form = Form {
    name: "terms",
    about: "What defined words are made of.",
    keys: &[must("terms", Wants::Named(&TERM), "The words, by identifier.")],
    includes: NONE,
    one_of: &[],
};

/// What one word is made of.
pub(crate) static TERM: Form = Form {
    name: "described-term",
    about: "A word that laws define, and the elements a definition can have.",
    keys: &[
        must("label", Wants::Text, "The word."),
        may("broader", Wants::Choice(&["stricter", "looser", "none"]), "What a broader definition does to controls; none if it depends."),
        may("attribute", Wants::Text, "The attribute that says whether the word is defined at all."),
        must("covers", Wants::Meanings, "Elements that widen it."),
        must("limits", Wants::Meanings, "Elements that narrow it."),
    ],
    includes: NONE,
    one_of: &[],
};

/// `<xx>/jurisdiction.yaml`.
pub(crate) static JURISDICTION_FILE: Form = Form {
    name: "jurisdiction",
    about: "A jurisdiction: names, languages, authorities.",
    keys: &[
        must("code", Wants::Text, "Its code, the name of its folder."),
        must("name", Wants::Text, "Its full name."),
        must("short", Wants::Text, "Its short name inside a sentence."),
        must("adjective", Wants::Text, "Its short name before a noun and in tables."),
        may("languages", Wants::Texts, "Languages of its official texts."),
        may("parent", Wants::Text, "The bloc whose rules hold in it unless its own say otherwise."),
        may("authorities", Wants::Many(&AUTHORITY), "Its authorities."),
        may("publications", Wants::Many(&PUBLICATION), "Where its texts are published."),
        may("categories", Wants::Meanings, "Titles of its lists' categories, by the first character of their entries."),
    ],
    includes: NONE,
    one_of: &[],
};

/// An authority.
pub(crate) static AUTHORITY: Form = Form {
    name: "authority",
    about: "An authority.",
    keys: &[
        must("name", Wants::Text, "Its name."),
        must("role", Wants::Choice(&["licensing", "enforcement", "customs", "policy", "nuclear"]), "What it does."),
        must("cite", Wants::Citation, "Where its task is stated: an instrument and the place in it."),
    ],
    includes: NONE,
    one_of: &[],
};

/// A place of publication.
pub(crate) static PUBLICATION: Form = Form {
    name: "publication",
    about: "A place where official texts are published.",
    keys: &[must("title", Wants::Text, "Its title."), may("url", Wants::Text, "Its address, where a source states it.")],
    includes: NONE,
    one_of: &[],
};

/// `<xx>/instruments.yaml`.
pub(crate) static INSTRUMENTS_FILE: Form = Form {
    name: "instruments",
    about: "The texts that facts cite.",
    keys: &[must("instruments", Wants::Named(&INSTRUMENT), "The texts, by the identifier that citations begin with.")],
    includes: NONE,
    one_of: &[],
};

/// A text that facts cite.
pub(crate) static INSTRUMENT: Form = Form {
    name: "instrument",
    about: "A text that facts cite.",
    keys: &[
        must("title", Wants::Text, "Official short title, in translation if foreign."),
        may("native", Wants::Text, "Title in its own language, if not English."),
        must(
            "kind",
            Wants::Choice(&["act", "regulation", "order", "notice", "guidance", "treaty", "secondary", "page"]),
            "What kind of text it is.",
        ),
        may("citation", Wants::Text, "Its official citation."),
        may("version", Wants::Text, "The date of the text that was read; a year or month where the text states no day."),
        may("read", Wants::Date, "The day on which a page was read."),
        may("corpus", Wants::Text, "The file that was read, inside the corpus of official texts."),
        may("source", Wants::Text, "The copy that was read, where the text was read elsewhere: repository, commit and path."),
        may("url", Wants::Text, "Address of the publication."),
        may("note", Wants::Text, "What a reader of the text must know, in words of one's own."),
        may("language", Wants::Text, "Language of the text that was read; en if left out."),
    ],
    includes: NONE,
    one_of: &[],
};

/// `<xx>/provisions/<topic>.yaml`.
pub(crate) static PROVISIONS_FILE: Form = Form {
    name: "provisions",
    about: "What a jurisdiction's law says on one topic.",
    keys: &[
        must("topic", Wants::Text, "The topic of the vocabulary."),
        must("read", Wants::Date, "The day on which the sources were read."),
        may("inherits", Wants::Texts, "Attributes that the parent's law settles."),
        may("facts", Wants::Many(&FACT), "The answers, in the order of the vocabulary."),
    ],
    includes: NONE,
    one_of: &[],
};

/// A fact.
pub(crate) static FACT: Form = Form {
    name: "fact",
    about: "A dated, cited answer to one question.",
    keys: &[
        must("attribute", Wants::Text, "The question."),
        must("value", Wants::Answer, "The answer; unknown where no source at hand states it."),
        may("cite", Wants::Citation, "Where it is stated: an instrument and the place in it; several are joined by semicolons."),
        may("from", Wants::Date, "The first day it holds, if the source states it."),
        may("to", Wants::Date, "The last day it holds, if the source states it."),
        may("status", Wants::Choice(&["in-force", "stayed", "adopted", "repealed"]), "Whether it is in force; in-force if left out."),
        may("adds", Wants::Flag, "true where a set is joined to the one that is inherited."),
        may("read", Wants::Date, "The day its source was read, if another than the file's."),
        may("seen", Wants::Date, "The oldest day for which a text at hand tells the same, where it is older than the texts cited: the date of an older text, or the day from which the text itself says that the place reads as it does."),
        may("note", Wants::Text, "Ambiguity or condition, in words of one's own: at most 20."),
    ],
    includes: NONE,
    one_of: &[],
};

/// `<xx>/terms.yaml`.
pub(crate) static DEFINITIONS_FILE: Form = Form {
    name: "definitions",
    about: "The words that a jurisdiction's law defines, as elements.",
    keys: &[must("read", Wants::Date, "The day on which the sources were read."), must("terms", Wants::Many(&DEFINITION), "The words.")],
    includes: NONE,
    one_of: &[],
};

/// One definition.
pub(crate) static DEFINITION: Form = Form {
    name: "definition",
    about: "A word that the law defines.",
    keys: &[
        must("term", Wants::Text, "The word's identifier in the vocabulary, or the jurisdiction's own with own: true."),
        must("label", Wants::Text, "The word the law uses, in its own language."),
        may("own", Wants::Flag, "true where the vocabulary does not hold the word."),
        may("covers", Wants::Texts, "Elements that widen it."),
        may("limits", Wants::Texts, "Elements that narrow it."),
        may("own-covers", Wants::Texts, "Widening elements that the vocabulary does not hold."),
        may("own-limits", Wants::Texts, "Narrowing elements that the vocabulary does not hold."),
        must("cite", Wants::Citation, "Where it is defined: an instrument and the place in it."),
        may("seen", Wants::Date, "The oldest day for which a text at hand defines it alike, where it is older than the texts cited."),
        may("note", Wants::Text, "Ambiguity or condition, in words of one's own: at most 20."),
    ],
    includes: NONE,
    one_of: &[],
};

/// `blocs.yaml`.
pub(crate) static BLOCS_FILE: Form = Form {
    name: "blocs",
    about: "Groups of countries that one can ask about as a whole.",
    keys: &[
        must("sources", Wants::Named(&INSTRUMENT), "The texts it cites, by identifier."),
        must("blocs", Wants::Named(&BLOC), "The blocs, by identifier."),
    ],
    includes: NONE,
    one_of: &[],
};

/// A bloc.
pub(crate) static BLOC: Form = Form {
    name: "bloc",
    about: "A group of countries.",
    keys: &[
        must("name", Wants::Text, "Its name."),
        may("regime", Wants::Text, "The regime of participation.yaml whose participants are its members."),
        may("members", Wants::Many(&MEMBER), "Its members."),
    ],
    includes: NONE,
    one_of: &["regime", "members"],
};

/// A member of a bloc.
pub(crate) static MEMBER: Form = Form {
    name: "member",
    about: "A member of a bloc.",
    keys: &[
        must("code", Wants::Text, "Code of the country, ISO 3166-1 alpha-2 in lower case."),
        may("from", Wants::Date, "First day of membership, if a source states it."),
        may("to", Wants::Date, "Last day of membership, if it ended."),
        must("cite", Wants::Citation, "Where that is stated: a source and the place in it."),
    ],
    includes: NONE,
    one_of: &[],
};

/// `participation.yaml`.
pub(crate) static PARTICIPATION_FILE: Form = Form {
    name: "participation",
    about: "Who takes part in which multilateral regime, with every source's word.",
    keys: &[
        must("sources", Wants::Named(&INSTRUMENT), "The texts it rests on, by identifier."),
        must("regimes", Wants::Meanings, "The regimes with their names, by identifier."),
        must("countries", Wants::Many(&PARTICIPANT), "The countries."),
    ],
    includes: NONE,
    one_of: &[],
};

/// A country's part in the regimes.
pub(crate) static PARTICIPANT: Form = Form {
    name: "participant",
    about: "A country and its part in each regime; a regime that no source names it for is left out.",
    keys: &[
        must("country", Wants::Text, "Its code, ISO 3166-1 alpha-2 in lower case."),
        must("name", Wants::Text, "Its name."),
        may("in", Wants::Named(&CELL), "Its part, by regime."),
    ],
    includes: NONE,
    one_of: &[],
};

/// A country's part in one regime.
pub(crate) static CELL: Form = Form {
    name: "cell",
    about: "A country's part in one regime.",
    keys: &[
        must("takes-part", Wants::Choice(&["yes", "no", "unknown"]), "unknown where the sources disagree."),
        must("says", Wants::Meanings, "What each source says: yes, no, or the year since which."),
    ],
    includes: NONE,
    one_of: &[],
};

/// `rates.yaml`.
pub(crate) static RATES_FILE: Form = Form {
    name: "rates",
    about: "Exchange rates of one day.",
    keys: &[
        must("base", Wants::Text, "The currency the rates are stated for, ISO 4217."),
        must("day", Wants::Date, "The day of the rates."),
        must("source", Wants::Citation, "Where they are published."),
        must("margin", Wants::Text, "From how large a factor between two converted sums a difference counts."),
        must("rates", Wants::Meanings, "Units of each currency for one unit of the base."),
    ],
    includes: NONE,
    one_of: &[],
};
