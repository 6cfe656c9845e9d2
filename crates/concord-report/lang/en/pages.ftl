# Pages in Markdown: headings, labels and fixed sentences that web pages do not share.
page-and = and
page-told = { $what }: { $said }
page-controls-of = Controls of
page-held-by = held by
page-population = population
page-in-full = in full
page-in-part = in part
page-not-at-all = not at all
page-undecided = undecided
page-share = share held in full
page-by-category = By category
page-beside = Beside these, worth knowing:
page-verdict = Verdict
page-proof-or-explanation = Proof or explanation
page-word = Word
page-what-differs = What differs
page-where-it-bears = Where it bears
page-outside-regimes = Controls outside the regimes' lists
page-more = { $count } more are in the machine-readable form
page-changes-nothing-note = The paragraphs differ, but other paragraphs of the same list hold what they would leave out, so that no item's status differs.
page-method-facts =
    Both lists were read from their official texts into facts: codes, subjects, parameters, limits, notes. No wording is compared: a decimal comma,
      another unit with an equal value or "exceeding" for "greater than" makes no finding.
page-method-match =
    Paragraphs are matched by what they mean, inside an entry first, then over the whole list, before anything is called missing.
page-method-sets =
    Scopes are compared as sets of items. "Controls more" means that the one set holds the other; how a number looks decides nothing.
page-method-witness =
    Each strict difference is proved by a witness, a concrete item that one list holds and the other does not. An evaluator that shares no code with the
      comparison checked each against the whole other list: { $confirmed } confirmed, { $refused } refused and not printed.
page-method-coverage =
    Coverage counts the paragraphs without sub-paragraphs that implement a regime and that both lists' perimeters hold. Undecided ones widen the share to a range;
      they count for neither side.
page-method-layers =
    Layers of control (instrument, listed items, licences, exceptions) are counted apart and never summed.
page-method-follows =
    Software and technology that only follow a difference in hardware are named with that difference and are not counted again.
page-what-it-finds = What it finds
page-explain = `concord explain` with a rule's name says what it means to an exporter and to a regulator; with a finding's id, what proves it.
page-share-of-pairs = share
page-stopped = What stopped the comparison
page-reason = Reason
# One line in reports that are not in English; English reports do not have it.
page-language = Labels, parameters and notes stand as the definitions word them, in English.
page-rules-only = Rules outside the lists only.
page-findings = findings
page-no-pair = There is no pair of jurisdictions to compare.
page-many = Many jurisdictions at once
page-no-such-control = no such control
page-follows = Follows: { $codes }
page-wording-note = Wording ({ $left } struck out, { $right } bold):
page-as-of-topic = As of { $day }, { $topic }.
page-range-note =
    A range is what the answers that are not known leave open: the least and the greatest figure over all ways to fill them in. Questions that do
    not apply to both sides are left out.
page-weights-note =
    `concord list attributes` gives the
    weight of each question, `concord compare` the rows behind a cell.
page-needs-share = Stricter, in whole or in part: { $share } whose answer is known.
page-indices = Indices
page-sensitivity = all topics, any one weight halved or half as large again
page-exact =
    Each figure is exact; a range is what the answers that are not known leave open: the least and the greatest figure over all ways to fill them in.
    Questions that do not apply to both sides are left out.
page-gives-weights = gives every question's weight and part.

# Plain text; the width of a column of counts, in characters.
text-column = 20
text-first = 10
text-column-layers = 17
text-first-layers = 32
text-column-rules = 14
text-first-rules = 26
text-column-matrix = 16
text-list = { $who }: { $title }, as of { $day }, { $entries } entries
text-no-list = { $who }: no list at hand
text-more = { $count } more:
text-wording = Wording:
text-rules-outside = Rules outside the lists, as of { $day }
text-more-of = { $who } more
text-in-part = in part
text-unknown = unknown
text-not-applicable = n/a
text-indices = Indices over all topics
text-other-weights = (other weights: { $range })
text-defined-words = Defined words of the laws
text-not-in-force = Not in force
text-gap = { $question } Not known for { $missing }; the other side: { $other }
text-matrix-title = Rules outside the lists: { $who }, as of { $day }, { $topic }
text-needs-title = { $who } beside { $reference }, as of { $day }
text-needs-share = weight { $weight }, stricter in whole or in part: { $share }

# Licence ladders.
activity-export = export
activity-re-export = re-export
activity-transfer = transfer
activity-brokering = brokering
activity-technical-assistance = technical-assistance
activity-transit = transit
activity-classification = classification
ladder-paragraph = paragraph
ladder-origin = origin
ladder-destination = destination
ladder-for = for
ladder-open-under-conditions = open, under conditions
ladder-perhaps-open = perhaps open
ladder-review = review
ladder-embargo = embargo
ladder-question-mark-item = Behind a paragraph: it may hold the item.
ladder-way = { $origin } to { $destination }
ladder-rules-as-of = Rules as of { $day }.
ladder-closed = Closed:
text-licence = licence: { "" }
text-open = open:    { "" }
text-review = review:  { "" }
text-embargo = embargo: { "" }
text-nothing = nothing
text-perhaps = ; perhaps { $what }
text-rules-as-of = , rules as of { $day }
text-answer = { $answer }:
text-closed = closed:
