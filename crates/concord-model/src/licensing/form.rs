//! The YAML form of licensing rules as tables of keys.

use crate::form::{Form, Key, Wants, may, must};
use crate::licensing::{ACTIVITIES, PURPOSES, TRANSACTIONS};

/// The words of review policies.
const POLICY: Wants =
    Wants::Choice(&["approval", "presumption-of-approval", "case-by-case", "as-arms-embargo", "presumption-of-denial", "denial"]);

const CITATION: Key = must("citation", Wants::Citation, "Where it is stated.");

/// A form made of keys of its own and perhaps those of another.
macro_rules! forms {
    ($($(#[$doc:meta])* $id:ident = $name:literal, $about:literal, [$($key:expr),* $(,)?] $(, $include:ident)?;)*) => {
        $($(#[$doc])* pub(crate) static $id: Form =
            Form { name: $name, about: $about, keys: &[$($key),*], includes: &[$(&$include)?], one_of: &[] };)*
    };
}

forms! {
    /// A file of licensing rules.
    FILE = "licensing-file", "A file of licensing rules; they may be split into any files.", [
        must("jurisdiction", Wants::Text, "Lower-case code of the jurisdiction."),
        must("as-of", Wants::Date, "The date as of which the rules hold."),
        may("agency", Wants::Text, "Who issues licences."),
        may("law", Wants::Text, "The law that asks for them."),
        may("citation", Wants::Citation, "Where both are stated."),
        may("list-of", Wants::Text, "The jurisdiction whose list it takes for its own."),
        may("sets", Wants::Many(&SET), "Named sets of destinations."),
        may("items", Wants::Many(&ITEMS), "Named sets of items."),
        may("chart", Wants::One(&CHART), "The country chart."),
        may("reaches", Wants::Many(&REACH), "What rows of the list's tables of controls say beyond a reason and a column."),
        may("reasons", Wants::Many(&REASON), "Where a licence is required for a reason that no chart settles."),
        may("requirements", Wants::Many(&REQUIREMENT), "When a licence is required."),
        may("authorisations", Wants::Many(&AUTHORISATION), "What may stand in a licence's place."),
        may("restrictions", Wants::Many(&RESTRICTION), "What closes authorisations."),
        may("closings", Wants::Many(&CLOSING), "What is closed to one authorisation."),
        may("reviews", Wants::Many(&REVIEW), "How applications are reviewed."),
        may("catch-alls", Wants::Many(&CATCH_ALL), "Requirements that hang on end use, end user or knowledge."),
        may("embargoes", Wants::Many(&EMBARGO), "Embargoes and sanctions on items."),
        may("unknowns", Wants::Many(&UNKNOWN), "What is not held."),
    ];
    /// A set of destinations.
    SET = "set", "A named set of destinations.", [
        must("set", Wants::Text, "Its name."),
        must("members", Wants::Texts, "Codes of destinations, or names of sets given before it."),
        may("open", Wants::Flag, "Whether others may belong to it too."),
        may("others", Wants::Texts, "Where it is open: destinations that do not belong to it."),
        CITATION,
    ];
    /// A set of items.
    ITEMS = "items", "A named set of items.", [
        must("items", Wants::Text, "Its name."),
        must("codes", Wants::Codes, "Codes, ranges and patterns; `-` before one leaves it out."),
        CITATION,
    ];
    /// The chart.
    CHART = "chart", "The country chart.", [
        must("columns", Wants::Texts, "Its columns."),
        must("rows", Wants::Many(&CHART_ROW), "Its rows."),
        CITATION,
    ];
    /// A row of the chart.
    CHART_ROW = "chart-row", "A row of the country chart.", [
        must("to", Wants::Text, "The destination."),
        may("columns", Wants::Texts, "The columns that are marked."),
        may("refers", Wants::Text, "The provisions it refers to in place of marks."),
    ];
    /// A reach.
    REACH = "reach", "What a row of an entry's table of controls says about its reach.", [
        must("entry", Wants::Code, "The entry."),
        must("row", Wants::Text, "The reason's place among those of the entry, from 1."),
        must("reason", Wants::Text, "The reason."),
        may("only", Wants::Codes, "Codes it applies to."),
        may("except", Wants::Codes, "Codes it leaves out."),
        may("unclear", Wants::Codes, "Codes where its text says more than is read."),
        may("related", Wants::Codes, "Entries that software or technology under it is for."),
        may("narrowed", Wants::Flag, "Whether its text says more than is read."),
    ];
    /// The parts of a case.
    CASE = "case", "When a rule applies.", [
        may("items", Wants::Codes, "Codes, ranges, patterns, or sets as `@name`; `-` before one leaves it out."),
        may("to", Wants::Texts, "Destinations and sets; `-` before one leaves it out."),
        may("controlled-for", Wants::Texts, "Reasons for which the item is controlled."),
        may("required-for", Wants::Texts, "Reasons for which a licence is required to the destination."),
        may("only-for", Wants::Texts, "A licence is required to the destination for these reasons and no other."),
        may("activities", Wants::Choices(&ACTIVITIES), "Activities; any if left out."),
        may("if", Wants::Texts, "What else it hangs on."),
    ];
    /// A rule for a reason.
    REASON = "reason", "Where a licence is required for a reason for control.", [must("reason", Wants::Text, "The reason."), CITATION], CASE;
    /// A requirement.
    REQUIREMENT = "requirement", "When a licence is required.", [
        must("id", Wants::Text, "Its identifier."),
        must("name", Wants::Text, "What it asks, in a few words."),
        may("by", Wants::Choice(&["reasons", "case"]), "What it looks at: each reason for control of the item, or its own case."),
        CITATION,
    ], CASE;
    /// An authorisation.
    AUTHORISATION = "authorisation", "What may stand in a licence's place.", [
        must("id", Wants::Text, "Its symbol."),
        must("name", Wants::Text, "Its name."),
        may("by-entry", Wants::Flag, "Whether the entry itself must open it."),
        may("covers", Wants::Choices(&TRANSACTIONS), "The kinds of transaction it covers; `any` for every one."),
        may("conditions", Wants::Texts, "The terms its use must meet."),
        CITATION,
    ], CASE;
    /// A restriction.
    RESTRICTION = "restriction", "What closes authorisations.", [
        must("name", Wants::Text, "What it does, in a few words."),
        may("leaves", Wants::Texts, "The authorisations that stay open; all others close."),
        may("closes", Wants::Texts, "The authorisations that close; all but those left where it is absent."),
        CITATION,
    ], CASE;
    /// A closing.
    CLOSING = "closing", "What is closed to one authorisation.", [must("authorisation", Wants::Text, "Its symbol."), CITATION], CASE;
    /// A review policy.
    REVIEW = "review", "How applications are reviewed.", [
        must("policy", POLICY, "The policy."),
        may("note", Wants::Text, "Terms of it."),
        CITATION,
    ], CASE;
    /// A catch-all.
    CATCH_ALL = "catch-all", "A requirement that hangs on end use, end user or knowledge.", [
        must("name", Wants::Text, "What it is against."),
        may("against", Wants::Choices(&PURPOSES), "The ends and ways it guards against, for items that no list names too."),
        must("trigger", Wants::Text, "What makes it apply."),
        CITATION,
    ], CASE;
    /// An embargo.
    EMBARGO = "embargo", "An embargo or sanction on items.", [
        must("name", Wants::Text, "Its name."),
        may("licence", Wants::Flag, "Whether a licence is required for what it covers."),
        may("policy", POLICY, "How applications are reviewed."),
        may("leaves", Wants::Texts, "The only authorisations it leaves open; absent where it closes none."),
        CITATION,
    ], CASE;
    /// An unknown.
    UNKNOWN = "unknown", "Something that is not held.", [
        must("rung", Wants::Choice(&["jurisdiction", "listed", "licence", "authorisation", "review", "catch-all", "embargo"]), "The rung it belongs to."),
        must("what", Wants::Text, "What is not held."),
        may("against", Wants::Choices(&PURPOSES), "For catch-alls: the ends and ways it could guard against; any of them if left out."),
    ], CASE;
    /// The file of destinations.
    DESTINATIONS = "destinations", "The destinations and their names.", [must("destinations", Wants::Many(&DESTINATION), "One row each.")];
    /// A destination.
    DESTINATION = "destination", "A destination.", [
        must("code", Wants::Text, "ISO 3166-1 code, two capital letters."),
        must("name", Wants::Text, "Name for reports."),
        may("also", Wants::Texts, "Other names that official texts print."),
    ];
}
