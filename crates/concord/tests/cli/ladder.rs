//! `concord ladder` end to end, on the shipped rules.

use serde_json::Value;

use crate::support::bare;

/// The rows of a table: destination, licence, reasons, open, perhaps open, review, embargo.
fn table(code: &str, from: &str, to: &str) -> Vec<Value> {
    let run = bare(&["ladder", code, "--from", from, "--to", to, "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let document: Value = serde_json::from_str(&run.stdout).expect("the document is JSON");
    document["table"].as_array().expect("a table").clone()
}

#[test]
fn the_same_item_to_different_destinations() {
    let rows = table("3A001.a.2", "us", "lt,zm,cu,ru");
    let licences: Vec<&str> = rows.iter().filter_map(|row| row["licence"].as_str()).collect();
    assert_eq!(licences, ["no", "yes", "yes", "yes"]);
    let reviews: Vec<&str> = rows.iter().filter_map(|row| row["review"].as_str()).collect();
    assert_eq!(reviews, ["none needed", "approval", "denial", "denial"]);
}

#[test]
fn general_authorisations_of_the_union() {
    let rows = table("2B005.d.1", "eu", "jp,mx,ru,lu");
    let open: Vec<&str> = rows.iter().filter_map(|row| row["open"].as_str()).collect();
    assert_eq!(open, ["EU001", "EU003, EU004", "", ""]);
    assert_eq!(rows[3]["licence"], "no");
}

#[test]
fn every_origin_answers_for_every_destination() {
    let rows = table("6A001", "us,eu,de,jp,ca", "all");
    assert!(rows.len() > 5 * 190);
    // Origins whose list is not held never say more than they know.
    assert!(rows.iter().filter(|row| row["origin_code"] == "jp" && row["destination_code"] != "JP").all(|row| row["licence"] == "unknown"));
}

#[test]
fn what_is_not_known_is_said() {
    let code = bare(&["ladder", "3A001.zz", "--from", "us", "--to", "jp"]);
    assert!(code.status == 3 && code.stderr.contains("has no paragraph 3A001.zz"), "{}", code.stderr);
    let place = bare(&["ladder", "3A001", "--from", "us", "--to", "atlantis"]);
    assert!(place.status == 2 && place.stderr.contains("no destination `atlantis`"), "{}", place.stderr);
    let origin = bare(&["ladder", "3A001", "--from", "no", "--to", "jp"]);
    assert!(origin.status == 3 && origin.stderr.contains("no licensing rules of `no`"), "{}", origin.stderr);
}

/// Runs `ladder` on an item and gives the document.
fn of_item(text: &str, from: &str, to: &str) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("item.yaml");
    std::fs::write(&path, text).expect("the file is written");
    let run = bare(&["ladder", path.to_str().expect("a path"), "--from", from, "--to", to, "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).expect("the document is JSON")
}

#[test]
fn an_item_is_placed_before_its_ladder_is_climbed() {
    let text = "name: converter\nkinds: [ADC, analog to digital converter]\nvalues: {resolution: 9 bit, sample rate: 2 GSPS}\n";
    let document = of_item(text, "us,eu", "in");
    for placement in document["item"]["placements"].as_array().expect("placements") {
        assert_eq!(placement["listed"][0]["code"], "3A001.a.5.a.1", "{placement}");
    }
    assert!(document["table"].as_array().is_some_and(|rows| rows.iter().all(|row| row["code"] == "3A001.a.5.a.1" && row["sure"] == true)));
    // Below every limit: named, and held by none of the paragraphs that set one on it.
    let slow = of_item(&text.replace("2 GSPS", "1 MSPS"), "us", "in");
    let placement = &slow["item"]["placements"][0];
    assert!(placement["listed"].as_array().is_some_and(Vec::is_empty) && placement["outside"].as_u64() > Some(4), "{placement}");
}

#[test]
fn an_item_of_a_kind_that_no_list_names_is_not_said_to_be_unlisted() {
    let document = of_item("name: mill\nkinds: [coffee mill]\n", "us", "kp");
    let item = &document["item"];
    assert_eq!((&item["placements"][0]["answer"], &item["unlisted"][0]["embargo"]), (&Value::from("unknown"), &Value::from("yes")));
    assert_eq!(item["placements"][0]["unknown_kinds"][0], "coffee mill");
}

#[test]
fn a_page_keeps_to_its_schema() {
    let schema = bare(&["schema", "ladder"]);
    let schema: Value = serde_json::from_str(&schema.stdout).expect("the schema is JSON");
    let document = of_item("name: mill\nkinds: [coffee mill]\ncodes: [\"us:2B350.a\"]\n", "us", "jp,cn");
    for key in document.as_object().expect("an object").keys() {
        assert!(schema["properties"].get(key).is_some(), "{key} is not in the schema");
    }
    for name in ["item", "licensing"] {
        assert_eq!(bare(&["schema", name]).status, 0);
    }
}
