# The Word brief and the Excel workbook.

# Titles and notes.
office-compare-title = Export controls compared: { $left } and { $right }
office-matrix-title = Rules outside the lists compared: { $title }
office-matrix-many = Rules outside the lists compared: { $count } jurisdictions
office-matrix-about = Topic: { $topic }. As of { $day }.
office-as-of = As of { $day }.
office-ranges = Each figure is exact. A range is what the answers that are not known leave open: the least and the greatest figure over all ways to fill them in.
office-known = What the figures rest on

# Names of sheets: at most 31 characters, none of [ ] : * ? / \.
office-sheet-summary = Summary
office-sheet-findings = Findings
office-sheet-matches = Matches
office-sheet-thresholds = Thresholds
office-sheet-provisions = Provisions
office-sheet-unknowns = Unknowns
office-sheet-method = Method
office-sheet-matrix = Matrix
office-sheet-pairs = Pairs

# Heads of columns and headings.
office-accepted = Accepted because
office-all = all
office-answer = The answer
office-attribute = Attribute
office-by-category = Findings by category
office-by-severity = Findings by severity: { $layer }
office-category = Category
office-change = Change
office-cause = Cause
office-code-of = { $side } code
office-confidence = Confidence
office-control = Control
office-controls-of = Controls of
office-coverage = How much of one list the other also holds
office-destination = Destination
office-entries = Entries
office-example = Example
office-explanation = Explanation
office-finding = Finding
office-finds = What it finds
office-follows = What only follows
office-from-of = { $side } from
office-held-by = held by
office-high = High
office-in-full = in full
office-in-part = in part
office-index = Index
office-indices = Indices of the rules outside the lists
office-justification = Why they are matched
office-kind = What is open
office-layer = Layer
office-layers = The layers above the list
office-limit-of = { $side } limit
office-left = Left
office-list = List
office-list-as-of = As of
office-low = Low
office-method = Method
office-no-control = no such control
office-not-at-all = not at all
office-not-compared = What could not be compared
office-not-known = not known
office-notes-of = { $side } notes
office-official = Official text
office-pairs = Pairs
office-pairs-undecided = Of { $pairs } matched pairs of paragraphs, { $undecided } ({ $share }) could not be decided.
office-paragraphs = Paragraphs
office-parameter = Parameter
office-population = Population
office-predicate = Mapping
office-proof = Proof
office-question = Question
office-range = Range
office-relation = How the scopes relate
office-reviews = Analysts’ records
office-right = Right
office-rows = Rows
office-rule = Rule
office-rules = Rules that found something
office-severity = Severity
office-share = Share held in full
office-share-of-pairs = Share
office-sheet = Sheet
office-sheets = What this workbook holds
office-source-of = { $side } source
office-stale = Baseline lines that match nothing
office-states-of = { $side } states
office-stopped = What stopped the comparison
office-stratum = Stratum
office-subject = Subject
office-subject-to = Subject to the terms
office-to-of = { $side } to
office-top = The findings that matter most
office-topic = Topic
office-undecided = not decided
office-unit-of = { $side } unit
office-weight = Weight
office-who = Who controls more

# Method.
office-method-facts = Both lists were read from their official texts into facts: codes, subjects, parameters, limits, notes. No wording is compared: a decimal comma, another unit with an equal value or “exceeding” for “greater than” makes no finding.
office-method-matching = Paragraphs are matched by what they mean, inside an entry first, then over the whole list, before anything is called missing.
office-method-sets = Scopes are compared as sets of items. “Controls more” means that the one set holds the other; how a number looks decides nothing.
office-method-witnesses = Each strict difference is proved by a witness, a concrete item that one list holds and the other does not. An evaluator that shares no code with the comparison checked each against the whole other list: { $confirmed } confirmed, { $refused } refused and not printed.
office-method-coverage = Coverage counts the paragraphs without sub-paragraphs that implement a regime and that both lists’ perimeters hold. Undecided ones widen the share to a range; they count for neither side.
office-method-layers = Layers of control (instrument, listed items, licences, exceptions) are counted apart and never summed.
office-method-follows = Software and technology that only follow a difference in hardware are named with that difference and are not counted again.
office-method-rules = The rules outside the lists are compared question by question as of { $day }. An answer that is not known is shown as such: it counts for neither side and widens the indices.

# The Word brief.
office-accepted-findings = Accepted differences
office-alike = alike
office-compared = What was compared
office-contents = Contents
office-each-in-part = each in part
office-finding-id = Finding { $id }.
office-foot = Concord, as of { $day }
office-gaps = Outside the lists, { $one } questions are answered for one side only and { $both } for neither. They are no divergences; they widen the indices.
office-more = { $count ->
    [one] One more finding stands in the workbook.
   *[other] { $count } more findings stand in the workbook.
}
office-no-order = no order
office-not-known-for = Not known for
office-open = What is not known
office-other-side = The other side
office-rules-outside = Rules outside the lists
office-sources = Sources
office-sources-about = The notes below name the place in the official publication on which each finding rests, and the finding’s own number.
office-stricter = { $side } stricter
office-workbook = This brief shows what matters most. The workbook (`--format xlsx`) holds every finding, all matched paragraphs, thresholds and answers; `concord explain` with a finding’s number says what proves it.
office-category-titled = Category { $key }: { $title }
office-category-untitled = Category { $key }

# Who controls more outside the lists, for each question.
office-standing-same = alike
office-standing-left-stricter = { $left } stricter
office-standing-right-stricter = { $right } stricter
office-standing-differs = they differ, neither is stricter
office-standing-overlap = each has what the other has not
office-standing-incomparable = not decided
office-standing-left-unknown = not known for { $left }
office-standing-right-unknown = not known for { $right }
office-standing-both-unknown = not known for either
office-standing-not-applicable = not applicable to both

# Words for keys.
office-severity-major = major
office-severity-moderate = moderate
office-severity-minor = minor
office-severity-info = info
office-stratum-regime = regime
office-stratum-unilateral = unilateral
office-stratum-anti-terrorism = anti-terrorism
office-stratum-munitions-like = munitions-like
office-answer-yes = yes
office-answer-no = no
office-answer-unknown = not known
office-colon = { ": " }

# The layers above the list.
office-sheet-layers = Layers
office-sheet-layer-counts = Layer counts
office-code = Code
office-codes-of = { $side } paragraphs

# Shared by several documents.
office-annex = Annex: { $title }
office-more-rows = { $count ->
    [one] One more stands in the workbook.
   *[other] { $count } more stand in the workbook.
}
office-note = Note
office-number = No.
office-part = Part
office-paragraph = Paragraph
office-title = Title
