//! Small views of invented jurisdictions, with every part that a paper or workbook lays out.

use concord_report::Place;
use concord_report::view::item::{GuardView, ItemView, PlacementView, PlacingView, UnlistedView};
use concord_report::view::ladder::{Closed, FullLadder, LadderView, RowView, StepView, TableRow};
use concord_report::view::recognize::{
    AreaRow, Areas, ConditionView, CountsView, DemandView, DirectionView, ExampleView, ExclusionView, ExistingView, ListDemandView,
    PolicyView, QuestionView, RecognizeView, SideAnswer, TreatmentView, UnknownView, VehicleView,
};
use concord_report::view::{DoerView, NeedView, NeedsView};

fn places() -> [Place; 2] {
    [Place::new("Republic of Arva", "Arva", "Arva"), Place::new("Bel Union", "the BU", "BU")]
}

fn answer(who: &str, states: &str, citation: &str) -> SideAnswer {
    SideAnswer { who: who.to_owned(), states: states.to_owned(), citation: citation.to_owned() }
}

fn question(question: &str, state: &'static str, grantor: Option<SideAnswer>, partner: Option<SideAnswer>) -> QuestionView {
    QuestionView { about: "craft-register".to_owned(), question: question.to_owned(), state, grantor, partner, reason: String::new() }
}

fn areas(words: &str) -> Areas {
    Areas { codes: vec!["1".to_owned()], words: words.to_owned() }
}

fn conditions() -> Vec<ConditionView> {
    let takes_part = |country: &str| question("Weavers Regime", "unmet", None, Some(answer("BU", country, "Roll of the regime, p. 2")));
    vec![
        ConditionView {
            number: 1,
            kind: "take-part",
            sentence: "Cera and Dora join the Weavers Regime".to_owned(),
            until: "not at all".to_owned(),
            refuses: true,
            areas: areas("area 1"),
            why: "Its lists are the common ground.".to_owned(),
            rows: vec![takes_part("Cera takes no part"), takes_part("Dora takes no part")],
        },
        ConditionView {
            number: 2,
            kind: "decide",
            sentence: "Settle by reading: 3 controls in area 1".to_owned(),
            until: "on conditions".to_owned(),
            refuses: false,
            areas: areas("area 1"),
            why: String::new(),
            rows: Vec::new(),
        },
    ]
}

fn exclusion(code: &str, finding: &str, witness: &str) -> ExclusionView {
    ExclusionView {
        area: "1".to_owned(),
        code: code.to_owned(),
        subject: "power loom".to_owned(),
        states: if witness.is_empty() { String::new() } else { "reed width >2 m".to_owned() },
        citation: format!("Act, {code}"),
        partner_code: if witness.is_empty() { String::new() } else { "1A001.b".to_owned() },
        partner_states: if witness.is_empty() { String::new() } else { "reed width >3 m".to_owned() },
        partner_citation: if witness.is_empty() { String::new() } else { "Act of the BU, 1A001.b".to_owned() },
        witness: witness.to_owned(),
        finding: finding.to_owned(),
        explanation: String::new(),
        controls: vec![code.to_owned()],
    }
}

fn direction(grantor: &Place, partner: &Place, full: bool) -> DirectionView {
    let safeguard = question(
        "Can the end user be made to promise not to pass the item on?",
        "open",
        Some(answer(&grantor.short, "yes", "Act, s. 4")),
        Some(answer(&partner.short, "not known", "")),
    );
    DirectionView {
        grantor: grantor.clone(),
        partner: partner.clone(),
        anchor: "a".to_owned(),
        answer: vec![format!("{} may accept {} once the conditions below are met: area 1.", grantor.short, partner.phrase)],
        vehicle: VehicleView {
            instrument: "General licence 7".to_owned(),
            changed_by: "order of the minister".to_owned(),
            citation: "Act, s. 9".to_owned(),
            note: String::new(),
        },
        destinations: partner.name.clone(),
        conditions: if full { conditions() } else { Vec::new() },
        unknowns: vec![UnknownView {
            sentence: "Whether the other side holds 3 controls".to_owned(),
            areas: areas("area 1"),
            if_against: "conditional".to_owned(),
            if_for: "each may accept the other".to_owned(),
            rows: Vec::new(),
        }],
        idle_unknowns: if full { "One more demand is open.".to_owned() } else { String::new() },
        counts: vec![CountsView {
            code: "1".to_owned(),
            title: "1 looms".to_owned(),
            level: "on conditions".to_owned(),
            not_compared: if full { String::new() } else { "no list of Arva at hand".to_owned() },
            controls: 1200,
            covered: 1150,
            short: 20,
            undecided: 30,
            elsewhere: 0,
            own: if full { "National controls: 4".to_owned() } else { String::new() },
            examples: vec![ExampleView { code: "1A009".to_owned(), subject: "shuttle".to_owned() }],
        }],
        exclusions: if full {
            vec![exclusion("1A001.a", &"a".repeat(12), "An item with reed width 2.5 m is listed by Arva only."), exclusion("1A002", "", "")]
        } else {
            Vec::new()
        },
        met: vec![question("Weavers Regime", "met", None, Some(answer(&partner.short, "takes part", "Roll of the regime, p. 1")))],
        treatment: if full {
            vec![TreatmentView {
                title: "1 looms".to_owned(),
                controls: 1200,
                free: 0,
                open: 1100,
                undecided: 90,
                licence: 10,
                by: "GL7: 1,100".to_owned(),
                open_but_short: "1: 1A001.a".to_owned(),
            }]
        } else {
            Vec::new()
        },
        treatment_note: if full { "Counted by the licensing rules of Arva.".to_owned() } else { String::new() },
        users: Vec::new(),
        safeguards: vec![safeguard],
        suspension: Vec::new(),
        existing: if full {
            vec![ExistingView {
                name: "General licence 7".to_owned(),
                vehicle: "Order 12".to_owned(),
                key: "grants",
                holds: "Holds for the BU".to_owned(),
                covers: "all looms".to_owned(),
                conditions: "notice of first use".to_owned(),
                from: "2029-04-01".to_owned(),
                citation: "Order 12, s. 1".to_owned(),
                note: String::new(),
                beside: "The verdict agrees.".to_owned(),
            }]
        } else {
            Vec::new()
        },
    }
}

/// A recognition in which one direction has every part and the other as few as can be.
pub(crate) fn recognition() -> RecognizeView {
    let [left, right] = places();
    let area = AreaRow {
        code: "1".to_owned(),
        title: "1 looms".to_owned(),
        key: "conditional",
        verdict: "conditional".to_owned(),
        left_accepts: "on conditions".to_owned(),
        right_accepts: "may accept".to_owned(),
        possible: "not recognisable".to_owned(),
    };
    RecognizeView {
        as_of: "2030-01-02".to_owned(),
        object: "licence-free treatment of the partner as a destination".to_owned(),
        means: "exports to the partner need no individual licence".to_owned(),
        activities: "export".to_owned(),
        lists: vec!["Arva: Arvan list, Act, as of 2030-01-01".to_owned()],
        answer: vec!["Arva may accept the BU on conditions in area 1.".to_owned()],
        areas: vec![area.clone()],
        groups: vec![area],
        directions: vec![direction(&left, &right, true), direction(&right, &left, false)],
        residual: vec!["Practice is not compared.".to_owned()],
        policy: PolicyView {
            id: "default".to_owned(),
            title: "Cautious partner".to_owned(),
            about: "Asks what a licensing authority would.".to_owned(),
            lists: Some(ListDemandView { tolerated: "1/20".to_owned(), conditional: "1/2".to_owned(), undecided: "1/10".to_owned() }),
            demands: vec![DemandView {
                about: "weavers".to_owned(),
                asks: "The partner takes part in the Weavers Regime".to_owned(),
                areas: "1".to_owned(),
                lacking: "condition",
                why: "Its lists are the common ground.".to_owned(),
                met_by: ("met", "unmet"),
            }],
        },
        left,
        right,
    }
}

fn row(destination: &str, licence: &'static str, embargo: &'static str) -> TableRow {
    TableRow {
        code: "1A001.a".to_owned(),
        sure: true,
        origin: "Republic of Arva".to_owned(),
        origin_code: "aa".to_owned(),
        as_of: "2030-01-01".to_owned(),
        destination: destination.to_owned(),
        destination_code: destination[..2].to_uppercase(),
        licence,
        reasons: if licence == "no" { String::new() } else { "looms, wool?".to_owned() },
        open: "GL7".to_owned(),
        perhaps_open: String::new(),
        review: if licence == "no" { "none needed" } else { "presumption of denial" }.to_owned(),
        embargo,
    }
}

fn fact(answer: &'static str, text: &str, citation: &str) -> RowView {
    RowView { answer, text: text.to_owned(), citation: citation.to_owned() }
}

/// Ladders of a paragraph: many destinations of one answer, one that is free, one told in full.
pub(crate) fn ladders() -> LadderView {
    let names = ["Foria", "Elba", "Dora", "Cera"];
    let mut table: Vec<TableRow> = names.iter().map(|name| row(name, "yes", "unknown")).collect();
    table.push(row("Gorm", "no", "no"));
    table.push(TableRow { sure: false, ..row("Hest", "unknown", "yes") });
    let steps = vec![
        StepView { rung: "listed".to_owned(), answer: "yes", rows: vec![fact("yes", "1A001.a (power loom)", "Act, 1A001.a")] },
        StepView {
            rung: "licence required".to_owned(),
            answer: "yes",
            rows: vec![fact("yes", "looms: the destination is marked", "Act, s. 3"), fact("unknown", "wool: not stated", "")],
        },
        StepView { rung: "embargo covers it".to_owned(), answer: "unknown", rows: Vec::new() },
    ];
    let closed = |id: &str| Closed { id: id.to_owned(), why: "not open to the item".to_owned(), citation: "Act, s. 5".to_owned() };
    LadderView {
        schema_version: "1",
        code: "1A001.a".to_owned(),
        item: None,
        activity: "export".to_owned(),
        ladders: vec![FullLadder { row: table[0].clone(), steps, closed: vec![closed("GL1"), closed("GL2")] }],
        table,
    }
}

/// Where an item stands: on one list, perhaps on another, on none of a third.
pub(crate) fn item() -> LadderView {
    let placement = |origin: &str, list: &str, answer| PlacementView {
        origin: origin.to_owned(),
        origin_code: "aa".to_owned(),
        list: list.to_owned(),
        answer,
        by_file: Vec::new(),
        listed: Vec::new(),
        perhaps: Vec::new(),
        perhaps_more: 0,
        outside: 4,
        unknown_kinds: Vec::new(),
        unused_values: vec!["colour".to_owned()],
    };
    let placing = |why: &str| PlacingView {
        code: "1A001.a".to_owned(),
        subject: "power loom".to_owned(),
        why: why.to_owned(),
        citation: "Act, 1A001.a".to_owned(),
    };
    let placements = vec![
        PlacementView { listed: vec![placing("")], ..placement("Arva", "Arvan list of 2030-01-01", "yes") },
        PlacementView {
            perhaps: vec![placing("the reed width is not stated")],
            perhaps_more: 2,
            ..placement("Bel Union", "Belish list", "unknown")
        },
        placement("Cera", "Ceran list", "no"),
        placement("Dora", "", "unknown"),
    ];
    let unlisted = UnlistedView {
        origin: "Cera".to_owned(),
        origin_code: "cc".to_owned(),
        destination: "Foria".to_owned(),
        destination_code: "FO".to_owned(),
        embargo: "no",
        guards: vec![GuardView {
            name: "military looms".to_owned(),
            trigger: "knowledge".to_owned(),
            citation: "Order 3, s. 2".to_owned(),
        }],
        not_held: vec!["the list of parties".to_owned()],
    };
    let item = ItemView { name: "blue loom".to_owned(), placements, unlisted: vec![unlisted] };
    LadderView { item: Some(item), code: "blue loom".to_owned(), ladders: Vec::new(), ..ladders() }
}

fn need(question: &str, weight: u32, own: &str) -> NeedView {
    let doer =
        |name: &str| DoerView { name: name.to_owned(), states: "yes (for looms)".to_owned(), citation: format!("Act of {name}, s. 1") };
    NeedView {
        topic: "Records".to_owned(),
        question: question.to_owned(),
        attribute: "retention-period".to_owned(),
        why: "Proof must last.".to_owned(),
        weight,
        own: own.to_owned(),
        citation: if own == "not known" { String::new() } else { "Act, s. 8".to_owned() },
        share: "2 of 3".to_owned(),
        known: 3,
        doers: vec![doer("Cera"), doer("Dora")],
    }
}

/// What a jurisdiction lacks: a weighty question, a lighter one, and one whose answer is not known.
pub(crate) fn needs() -> NeedsView {
    NeedsView {
        name: "Arva".to_owned(),
        reference: "Cera, Dora and Elba".to_owned(),
        as_of: "2030-01-02".to_owned(),
        answer: vec!["Of 9 questions Arva falls short on 2.".to_owned()],
        needs: vec![need("Must records be kept?", 3, "no"), need("Is there an audit?", 1, "on request")],
        unknown: vec![need("Is there a register?", 2, "not known")],
    }
}
