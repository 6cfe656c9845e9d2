//! Writing entries.

use crate::load::{AVAILABILITY, STRATA};
use crate::notation::word_of;
use crate::write::emitter::Value;
use crate::write::{Fields, facts, text};
use crate::{Availability, Entry, LicenceException, Reason, Stratum};

/// An entry with its paragraphs.
pub(super) fn entry(e: &Entry) -> Value {
    let mut f = Fields::default();
    f.put("entry", text(e.code().as_str()));
    if e.stratum != Stratum::Regime {
        f.put("stratum", text(word_of(&STRATA, e.stratum)));
    }
    f.text("elsewhere", &e.elsewhere);
    facts::facts(&mut f, e.root());
    f.blocks("reasons", e.reasons.iter().map(reason).collect());
    f.blocks("exceptions", e.exceptions.iter().map(exception).collect());
    f.texts("related", &e.related);
    f.blocks("paragraphs", e.paragraphs.iter().skip(1).map(facts::paragraph).collect());
    f.block()
}

fn reason(r: &Reason) -> Value {
    let mut f = Fields::default();
    f.put("reason", text(&r.reason));
    f.text("column", &r.column);
    f.texts("to", &r.applies_to);
    f.flag("qualified", r.qualified);
    f.texts("destinations", &r.destinations);
    f.fit()
}

fn exception(e: &LicenceException) -> Value {
    let mut f = Fields::default();
    f.put("symbol", text(&e.symbol));
    if e.available != Availability::Yes {
        f.put("available", text(word_of(&AVAILABILITY, e.available)));
    }
    f.text("value", &e.value_limit);
    f.texts("only", &e.only);
    f.texts("except", &e.except);
    f.fit()
}
