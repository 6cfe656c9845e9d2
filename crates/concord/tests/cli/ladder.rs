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
