//! The YAML form of policies, vehicles and arrangements as tables of keys.

use crate::form::{Form, Key, Wants, may, must};

const OBJECTS: Wants =
    Wants::Choice(&["licence-free-destination", "re-export-decisions", "classifications", "end-use-checks", "denial-consultation"]);

const OBJECT: Key = must("object", OBJECTS, "What is recognised.");

const CITATION: Key = must("citation", Wants::Citation, "Where it is stated.");

/// A policy.
pub(crate) static POLICY: Form = Form {
    name: "policy",
    about: "A recognition policy: what one side asks of the other before it recognises its controls.",
    keys: &[
        must("policy", Wants::Text, "Its identifier."),
        must("title", Wants::Text, "Its title."),
        must("about", Wants::Text, "What it stands for."),
        must("objects", Wants::Many(&OBJECT_POLICY), "What it asks, for each object of recognition."),
    ],
    includes: &[],
    one_of: &[],
};

/// What a policy asks for one object.
pub(crate) static OBJECT_POLICY: Form = Form {
    name: "object",
    about: "What a policy asks for one object of recognition.",
    keys: &[
        OBJECT,
        must("title", Wants::Text, "Its name in reports."),
        must("means", Wants::Text, "What the side that recognises would do."),
        must("activities", Wants::Texts, "The activities it is about."),
        may("lists", Wants::One(&LISTS), "What the partner's list must hold; left out where lists do not matter."),
        may("counts-treatment", Wants::Flag, "Whether to count what is free for the partner already."),
        may("demands", Wants::Many(&DEMAND), "What the partner's rules must say."),
        may("users", Wants::Texts, "Questions that tell who may use it."),
        may("safeguards", Wants::Texts, "Questions that tell its safeguards."),
        may("suspension", Wants::Texts, "Questions that tell how it can be suspended."),
    ],
    includes: &[],
    one_of: &[],
};

/// The demand on lists.
pub(crate) static LISTS: Form = Form {
    name: "lists",
    about: "What the partner's list must hold of the list of the side that recognises, area by area. Shares are written as fractions (\"1/20\").",
    keys: &[
        must("tolerated", Wants::Text, "Share of controls that may be lacking or looser and go on an exclusion list."),
        must("conditional", Wants::Text, "Share up to which recognition is conditional; beyond it there is none."),
        must("undecided", Wants::Text, "Share of controls that may be undecided and is carried as residual risk."),
    ],
    includes: &[],
    one_of: &[],
};

/// A demand on rules.
pub(crate) static DEMAND: Form = Form {
    name: "demand",
    about: "One demand on the partner's rules.",
    keys: &[
        may("question", Wants::Text, "A question of the vocabulary."),
        may("topic", Wants::Text, "A topic of the vocabulary: each of its ordered questions, no looser than the side that recognises."),
        may("regime", Wants::Text, "A regime in which the partner, or each country of it, must take part."),
        may(
            "not-named-in",
            Wants::Text,
            "A question whose answer, of the side that recognises, is a set of destinations that must not name the partner.",
        ),
        may("answer", Wants::Answer, "Answers that meet it; of a set, words the partner's answer must hold, all of them."),
        may("as-strict", Wants::Flag, "The partner's answer must be no looser than that of the side that recognises."),
        may("areas", Wants::Codes, "List areas it holds for, by the beginning of an entry's code; left out for all."),
        may("tolerated", Wants::Text, "Of a topic: the share of its weight on which the partner may fall short (\"1/4\")."),
        must("lacking", Wants::Choice(&["condition", "refuses"]), "What follows where it is not met."),
        must("why", Wants::Text, "Why the policy asks it."),
    ],
    includes: &[],
    one_of: &["question", "topic", "regime", "not-named-in"],
};

/// A file of legal vehicles.
pub(crate) static VEHICLES: Form = Form {
    name: "vehicles",
    about: "The legal vehicles of one jurisdiction.",
    keys: &[
        must("jurisdiction", Wants::Text, "Lower-case code of the jurisdiction."),
        must("read", Wants::Date, "The day the sources were read."),
        must("vehicles", Wants::Many(&VEHICLE), "One row each."),
    ],
    includes: &[],
    one_of: &[],
};

/// A legal vehicle.
pub(crate) static VEHICLE: Form = Form {
    name: "vehicle",
    about: "The instrument by which a jurisdiction would recognise a partner.",
    keys: &[
        OBJECT,
        may("instrument", Wants::Text, "The instrument; left out where the law at hand has none."),
        may("changed-by", Wants::Text, "Who changes it, by which act; left out where that is not known."),
        CITATION,
        may("note", Wants::Text, "What a reader must know."),
    ],
    includes: &[],
    one_of: &[],
};

/// The file of arrangements.
pub(crate) static ARRANGEMENTS: Form = Form {
    name: "arrangements",
    about: "Arrangements by which one jurisdiction already recognises others.",
    keys: &[must("arrangements", Wants::Many(&ARRANGEMENT), "One row each.")],
    includes: &[],
    one_of: &[],
};

/// An arrangement.
pub(crate) static ARRANGEMENT: Form = Form {
    name: "arrangement",
    about: "An arrangement by which one jurisdiction already recognises others.",
    keys: &[
        must("id", Wants::Text, "Its identifier."),
        must("name", Wants::Text, "Its name."),
        must("grantor", Wants::Text, "Code of the jurisdiction that grants it."),
        must(
            "to",
            Wants::Texts,
            "Codes of destinations, or sets of the grantor's licensing rules; none where a text that is not held names them.",
        ),
        OBJECT,
        must("vehicle", Wants::Text, "The instrument."),
        may("authorisation", Wants::Text, "Its symbol in the grantor's licensing rules."),
        must("covers", Wants::Text, "Which items it is for."),
        may("excludes", Wants::Text, "What it leaves out."),
        may("conditions", Wants::Texts, "The terms of its use."),
        may("from", Wants::Date, "The first day it holds."),
        CITATION,
        may("note", Wants::Text, "What a reader must know."),
    ],
    includes: &[],
    one_of: &[],
};
