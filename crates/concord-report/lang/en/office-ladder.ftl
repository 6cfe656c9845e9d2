# The Word papers and the workbooks of licence ladders and of what a jurisdiction lacks beside others.

# Names of sheets: at most 31 characters, none of [ ] : * ? / \.
office-sheet-ladder = Ladder
office-sheet-rungs = Rungs
office-sheet-closed = Closed
office-sheet-item = Item
office-sheet-needs = Questions
office-sheet-doers = Who does more

# Licence ladders.
office-authorisation = Authorisation
office-authorisations = Authorisations
office-by-destination = By destination
office-closed-why = What closes it
office-destinations = { $count } destinations
office-fact = Fact
office-fact-holds = Holds
office-item-stands = Where the item stands
office-item-unlisted = If no paragraph holds the item
office-ladder-between = { $code }, { $origin } to { $place }
office-ladder-counted = { $origin }, { $code } (rules as of { $day }): a licence is required for { $asked } of { $all ->
    [one] one destination
   *[other] { $all } destinations
} and not required for { $free }{ $open ->
    [0] .
   *[other] ; for { $open } the facts of item and destination do not decide it.
}
office-ladder-from = { $origin }: { $code }
office-licence-asked = Licence required
office-licence-free = Not required
office-licence-open = Not decided
office-licences-counted = Destinations by whether a licence is required
office-perhaps-paragraph = Behind a paragraph, a question mark: it may hold the item.
office-rests-on = What it rests on
office-rules-as-of = Rules as of
office-rung = Rung
office-rung-by-rung = Rung by rung
office-method-ladder = For each origin and destination the ladder is climbed by the origin’s own rules: which agency, whether the item is listed, whether a licence is required, what may stand in its place, how an application is reviewed, which catch-all could apply, whether an embargo covers it.
office-method-open = An authorisation is open under its conditions, which are not asked here; it is perhaps open where the facts of item and destination do not decide it.
office-method-ladder-unknown = What the rules at hand do not decide is not known; it counts neither for nor against a licence.
office-sources-ladder = The notes below name the place in the official text on which each answer rests.

office-rung-jurisdiction-and-agency = jurisdiction and agency
office-rung-listed = listed
office-rung-licence-required = licence required
office-rung-authorisation-available = authorisation available
office-rung-review-policy = review policy
office-rung-catch-all-could-apply = catch-all could apply
office-rung-embargo-covers-it = embargo covers it
office-review-none-needed = none needed
office-review-unknown = not known
office-review-approval = approval
office-review-presumption-of-approval = presumption of approval
office-review-case-by-case = case by case
office-review-as-arms-embargo = as arms embargo
office-review-presumption-of-denial = presumption of denial
office-review-denial = denial
office-activity-export = export
office-activity-re-export = re-export
office-activity-transfer = transfer
office-activity-brokering = brokering
office-activity-technical-assistance = technical assistance
office-activity-transit = transit

# What a jurisdiction lacks beside others.
office-answer-of = { $side } answers
office-answer-known = Answer known
office-do-more = Do more
office-more-of = { $count } of { $known }
office-needs-many = { $who } beside others: where its rules fall short
office-needs-beside = Beside: { $reference }.
office-needs-heavy = Where it falls short: the weightiest questions
office-needs-rest = Where it falls short: other questions
office-share-more = Share
office-stricter-of = Stricter, of those known
office-who-does-more = Who does more
office-method-needs = Asked are the questions on which one answer is stricter than another. It falls short where at least one of the reference set is stricter, in whole or in part.
office-method-needs-weight = The weight of a question stands in the vocabulary; questions are ordered by it, and then by how many do more.
office-method-needs-unknown = Where its own answer is not known, the question is listed apart and says nothing about its law. Shares count only those whose answer is known.
office-sources-needs = The notes below name the place in the official text on which each answer rests.
