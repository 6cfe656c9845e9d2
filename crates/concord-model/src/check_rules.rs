//! Checks across the rule layer: what each file alone cannot show.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, codes, severity};
use crate::load::Places;
use crate::rules::{Fact, Law, RuleLayer};

/// Checks a rule layer that could be loaded: every question answered or inherited, no two facts in force on one day.
pub fn check_rules(layer: &RuleLayer, places: &Places) -> Vec<Diagnostic> {
    let mut c = Checker { layer, places, out: Vec::new() };
    c.vocabulary();
    for law in &layer.laws {
        c.law(law);
    }
    c.out.sort();
    c.out
}

struct Checker<'a> {
    layer: &'a RuleLayer,
    places: &'a Places,
    out: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn report(&mut self, key: &str, code: &'static str, message: String, hint: &str) {
        let spot = self.places.spot(key);
        let (file, line, column, length) = spot.map_or(("", 0, 0, 0), |s| (s.file, s.line, s.column, s.length));
        let hint = hint.to_owned();
        self.out.push(Diagnostic { file: file.to_owned(), line, column, length, code, severity: severity(code), message, hint });
    }

    fn vocabulary(&mut self) {
        let vocabulary = &self.layer.vocabulary;
        for term in vocabulary.terms.iter().filter(|t| !t.attribute.is_empty() && vocabulary.attribute(&t.attribute).is_none()) {
            let message = format!("the term `{}` names the attribute `{}`, which there is not", term.id, term.attribute);
            self.report("", codes::UNKNOWN_ATTRIBUTE, message, "name the attribute that says whether the word is defined");
        }
    }

    fn law(&mut self, law: &Law) {
        let code = &law.jurisdiction.code;
        let mut facts: BTreeMap<&str, Vec<&Fact>> = BTreeMap::new();
        for fact in &law.facts {
            facts.entry(&fact.attribute).or_default().push(fact);
        }
        for (topic, attribute) in self.layer.vocabulary.attributes() {
            let key = format!("{code}/{}", attribute.id);
            let inherited = law.inherits.contains(&attribute.id);
            let Some(stated) = facts.get(attribute.id.as_str()) else {
                let topic_key = format!("{code}/topic {}", topic.id);
                // A topic without a file is one problem, not one for each of its questions.
                if !inherited && self.places.spot(&topic_key).is_some() {
                    let message = format!("`{}` is not answered", attribute.id);
                    let hint = "answer it, with unknown where no source at hand does, or list it under `inherits`";
                    self.report(&topic_key, codes::UNANSWERED, message, hint);
                }
                continue;
            };
            if inherited && !stated.iter().any(|fact| fact.adds) {
                let message = format!("`{}` is inherited and answered", attribute.id);
                self.report(&key, codes::INHERITED_AND_ANSWERED, message, "take it out of `inherits`, or write `adds: true`");
            }
            self.dated(&key, &attribute.id, stated);
        }
        if !law.facts.is_empty() || !law.inherits.is_empty() {
            for topic in &self.layer.vocabulary.topics {
                if self.places.spot(&format!("{code}/topic {}", topic.id)).is_none() {
                    let message = format!("`{code}` has no file on the topic `{}`", topic.id);
                    self.report("", codes::UNANSWERED, message, &format!("write {code}/provisions/{}.yaml", topic.id));
                }
            }
        }
    }

    fn dated(&mut self, key: &str, attribute: &str, facts: &[&Fact]) {
        for (at, a) in facts.iter().enumerate() {
            for b in facts.iter().skip(at + 1).filter(|b| !a.adds && !b.adds) {
                if let Some(day) = first_common_day(a, b) {
                    let message = format!("two answers to `{attribute}` are in force on {day}");
                    self.report(key, codes::TWO_IN_FORCE, message, "give them dates or a status that part them");
                }
            }
        }
        let day = facts.iter().map(|fact| fact.read).max();
        if let Some(day) = day
            && !facts.iter().any(|fact| fact.holds_on(day))
        {
            let message = format!("no answer to `{attribute}` is in force on {day}");
            self.report(key, codes::NONE_IN_FORCE, message, "say what holds meanwhile, if only unknown");
        }
    }
}

/// The first day on which two facts are both in force.
fn first_common_day(a: &Fact, b: &Fact) -> Option<Date> {
    let day = a.from.max(b.from).unwrap_or(Date::MIN);
    (a.may_hold_on(day) && b.may_hold_on(day)).then(|| if day == Date::MIN { a.to.min(b.to).unwrap_or(a.read) } else { day })
}
