//! Reasons for control and licence exceptions, compared only where both lists state them.

use std::collections::BTreeSet;

use concord_model::{Availability, Entry};

use crate::message::message;
use crate::observation::{Kind, Observation};
use crate::{Direction, Message};

/// Observes differences in what two matched entries state about licences.
pub(crate) fn observe(left: &Entry, right: &Entry) -> Vec<Observation> {
    let mut out = Vec::new();
    let reasons = |e: &Entry| e.reasons.iter().map(|r| Message::from(&r.reason)).collect::<BTreeSet<_>>();
    let exceptions = |e: &Entry| {
        e.exceptions
            .iter()
            .map(|x| match x.available {
                Availability::Yes => message!("exception-yes", "{symbol}: yes", symbol = &x.symbol),
                Availability::No => message!("exception-no", "{symbol}: no", symbol = &x.symbol),
                Availability::Partly => message!("exception-partly", "{symbol}: partly", symbol = &x.symbol),
            })
            .collect::<BTreeSet<_>>()
    };
    for (kind, a, b) in [(Kind::Reason, reasons(left), reasons(right)), (Kind::Exception, exceptions(left), exceptions(right))] {
        if !a.is_empty() && !b.is_empty() && a != b {
            let text = |set: &BTreeSet<Message>| Message::join(", ", set.iter().cloned());
            let codes = (Some(left.code().clone()), Some(right.code().clone()));
            let plain = Observation::new(kind, Direction::Incomparable, codes.0, codes.1);
            out.push(Observation { states: (text(&a), text(&b)), ..plain });
        }
    }
    out
}
