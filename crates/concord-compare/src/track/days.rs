//! The days on which something that is known changes.

use std::collections::BTreeSet;

use concord_model::rules::RuleLayer;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::answers::{Answers, Asked};
use super::{Followed, TrackOptions, law};

/// Every day from the first to the last on which an edition of a list begins, a rule begins or has ended, or somebody joins or has left; with the
/// first and the last themselves, in order.
pub(super) fn days(layer: &RuleLayer, followed: &[Followed<'_>], asked: &[Asked<'_>], options: &TrackOptions) -> Vec<Date> {
    let mut days: BTreeSet<Date> = changes(layer, followed, asked);
    let from = options.from.unwrap_or_else(|| first(layer, followed, asked, options)).min(options.to);
    days.extend([from, options.to]);
    days.into_iter().filter(|day| (from..=options.to).contains(day)).collect()
}

fn changes(layer: &RuleLayer, followed: &[Followed<'_>], asked: &[Asked<'_>]) -> BTreeSet<Date> {
    let after = |day: Option<Date>| day.and_then(|day| day.checked_add(1.day()).ok());
    let laws = followed.iter().filter_map(|member| member.law);
    let facts = laws.flat_map(|law| law.facts.iter().chain(layer.parent(law).into_iter().flat_map(|parent| &parent.facts)));
    let of_law = facts.filter(|fact| asked.iter().any(|(_, attribute)| attribute.id == fact.attribute));
    let of_law = of_law.flat_map(|fact| [fact.from, after(fact.to)]).flatten();
    let of_lists = followed.iter().flat_map(|member| &member.editions).map(|list| list.as_of);
    let of_members = followed.iter().flat_map(|member| &member.belongs).flat_map(|(from, to)| [*from, after(*to)]).flatten();
    of_law.chain(of_lists).chain(of_members).collect()
}

/// The first day of which enough is known: a list of each of a pair that has lists, else half of the answers that are known on the last day.
fn first(layer: &RuleLayer, followed: &[Followed<'_>], asked: &[Asked<'_>], options: &TrackOptions) -> Date {
    if options.topic.is_empty() && followed.len() <= 2 {
        let begun: Option<Vec<Date>> = followed.iter().map(|member| member.editions.first().map(|list| list.as_of)).collect();
        if let Some(begun) = begun.and_then(|begun| begun.into_iter().max()) {
            return begun;
        }
    }
    let known = |day: Date| -> usize {
        let answers = Answers::on(day, layer, followed, asked);
        (0..followed.len()).filter_map(|member| answers.of(member)).flatten().flatten().count()
    };
    let laws = followed.iter().filter_map(|member| member.law);
    let facts = laws.flat_map(|law| law.facts.iter().chain(layer.parent(law).into_iter().flat_map(|parent| &parent.facts)));
    let shown: BTreeSet<Date> = facts.filter(|fact| fact.value.is_some() && fact.shown <= options.to).map(|fact| fact.shown).collect();
    let (shown, wanted): (Vec<Date>, usize) = (shown.into_iter().collect(), known(options.to));
    let at = shown.partition_point(|day| 2 * known(*day) < wanted);
    shown.get(at).copied().unwrap_or(options.to)
}

/// Which of the days to keep: the first, the last, and those since the day kept before which more happened than that answers became known.
pub(super) fn eventful(layer: &RuleLayer, followed: &[Followed<'_>], asked: &[Asked<'_>], answered: &[Answers]) -> Vec<bool> {
    let mut before: Option<&Answers> = None;
    let mut keep = Vec::with_capacity(answered.len());
    for (at, now) in answered.iter().enumerate() {
        let eventful = before.is_none_or(|before| {
            let since = |day: Date| before.day < day && day <= now.day;
            let membership = (0..followed.len()).any(|member| before.of(member).is_some() != now.of(member).is_some());
            let list = followed.iter().any(|member| member.editions.iter().skip(1).any(|list| since(list.as_of)));
            membership || list || !law::changes(layer, followed, asked, (before, now)).0.is_empty()
        });
        let kept = eventful || at + 1 == answered.len();
        if kept {
            before = Some(now);
        }
        keep.push(kept);
    }
    keep
}
