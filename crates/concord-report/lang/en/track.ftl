# Jurisdictions through time.
track-index = Through time
track-title = What changed: { $who }
track-period = { $from } to { $to }. { $topic }.
track-trend-converging = Outside the lists they come closer: of { $pairs } pairs of answers that are known on every day looked at, { $first } differed on { $from } and { $last } on { $to } (by weight).
track-trend-diverging = Outside the lists they move apart: of { $pairs } pairs of answers that are known on every day looked at, { $first } differed on { $from } and { $last } on { $to } (by weight).
track-trend-converging-little = Outside the lists they come closer by less than one percentage point: of { $pairs } pairs of answers that are known on every day looked at, { $first } differed on { $from } and { $last } on { $to } (by weight).
track-trend-diverging-little = Outside the lists they move apart by less than one percentage point: of { $pairs } pairs of answers that are known on every day looked at, { $first } differed on { $from } and { $last } on { $to } (by weight).
track-trend-steady = Outside the lists they are as far apart as before: of { $pairs } pairs of answers that are known on every day looked at, { $first } differed on { $from } and on { $to } (by weight).
track-trend-unclear = Whether they come closer outside the lists is not decided: of { $pairs } pairs of answers that are known on every day looked at, { $first } differed on { $from } and { $last } on { $to } (by weight).
track-trend-none = Whether they come closer outside the lists cannot be told: no pair of answers is known on every day looked at.
track-law-none = No change of the law outside the lists is known in this time.
track-law =
    { $count ->
        [one] One change of the law outside the lists is known
       *[other] { $count } changes of the law outside the lists are known
    }: { $whose }.
track-law-effect = Brought closer: { $closer }; moved apart: { $apart }; as far apart as before: { $none }; not decided: { $unclear }.
track-lists-one = Of the list of { $who } one edition is at hand ({ $day }), which tells nothing of changes.
track-lists-same = Of the list of { $who } { $editions } editions are at hand; nothing changed in what they control.
track-lists = Of the list of { $who } { $editions } editions are at hand, with { $changes } changes: { $stricter } control more than before, { $looser } less, { $both } more in part and less in part, { $open } are not decided.
track-differences-none = No difference between the two appeared or ended with a change of a text.
track-differences = Of the differences between the two whose direction is known, { $appeared } appeared, { $ended } ended and { $changed } changed with a text; so did { $open } whose direction is not decided.
track-behind-none = Nobody is looser than { $reference } on a question whose answers are known.
track-behind = Looser than { $reference } on the last day, in questions: { $whose }.
track-known = On the first day { $first } answers were known, on the last { $last } of { $questions }; what is not known widens the ranges, and an answer that becomes known is no change of the law.
track-known-of = { $known } of { $questions }
track-since = since { $day }
track-since-or-earlier = since { $day } or earlier; what was before is not known
track-since-start = since { $day } or earlier; the series begins there
track-column-day = Day
track-column-members = Members
track-column-known = Known answers
track-column-known-of = Known, { $who }
track-column-apart = Answered differently
track-column-panel = Of answers known throughout
track-column-looser = { $who } looser
track-column-editions = Editions of the list
track-column-lists = List: { $who } controls more
track-column-overlap = List: each in part
track-column-undecided = List: not decided
track-joined =
    { $count ->
        [one] { $who } joined.
       *[other] { $who } joined.
    }
track-left = { $who } left.
track-learned =
    { $count ->
        [one] One answer
       *[other] { $count } answers
    } became known without a change of the law: { $whose }.
track-differences-open =
    { $count ->
        [one] One difference whose direction is not decided appeared, ended or changed.
       *[other] { $count } differences whose direction is not decided appeared, ended or changed.
    }
track-differences-known =
    { $count ->
        [one] One difference appeared, ended or changed only because an answer became known or ceased to be.
       *[other] { $count } differences appeared, ended or changed only because answers became known or ceased to be.
    }
track-effect-closer = closer
track-effect-apart = further apart
track-effect-none = as far apart as before
track-effect-unclear = not decided
track-effect-of = { $effect } ({ $known } known)
track-movement-stricter = stricter
track-movement-looser = looser
track-movement-both = stricter in part, looser in part
track-movement-other = another rule, neither stricter
track-movement-unclear = not decided
track-paragraph-added = paragraph added
track-paragraph-dropped = paragraph dropped
track-what = { $title }: { $parameter }
track-appeared = appeared
track-ended = ended
track-changed = changed
track-around = The text it names did not change, another part of one of the lists did.
track-heading-chart = How far apart, from day to day
track-heading-days = Day by day
track-heading-steps = What happened
track-heading-step = { $after } to { $until }
track-heading-law = Law outside the lists
track-heading-lists = Lists
track-heading-differences = Differences between the two
track-heading-members = On the last day
track-heading-behind = Looser than { $reference }
track-heading-method = How to read this
track-method-known = A day's answers are those that a text at hand shows for it. The text of a law tells its rules from its own date on, and from the first day it states; of earlier days the answer is unknown.
track-method-panel = Whether jurisdictions come closer is told by the answers that are known on every day looked at, so that one set of questions is counted on all of them. The other shares are ranges over what is not known.
track-method-lists = Editions of a list are compared with each other as two lists are. The change was made between the dates of the two editions. A paragraph that was added or dropped is stricter or looser only where no other paragraph may hold its items.
track-first = First day
track-last = Last day
track-before = Before
track-since-heading = Since
track-movement = Moved
track-effect = Distance
track-who = Who
track-what-heading = What
track-when = Since when
track-kind-limit = limit
track-kind-connective = connective of the sub-paragraphs
track-kind-note = note
track-kind-components = components
track-kind-place = place or instrument
track-kind-reason = reasons for control
track-kind-exception = licence exceptions
track-kind-term = defined term
track-kind-words = words
track-ahead = Nothing was read after { $day }: of later days it is only told what the texts read until then say of them.

# Formats.
chart-series-title = { $title }: how far apart, from day to day
chart-series-about = Weighted share of the pairs of answers that differ. It lies within the band, whatever the answers that are not known turn out to be. Between two days looked at nothing is known to change.
chart-series-days = Ticks stand at the days looked at, broken lines at those by which something had changed; what is right of the last tick is that day’s.
chart-series-band = within this range
chart-series-line = of answers known on every day
chart-series-said = { $name }: { $first } on { $from }, { $last } on { $to }.
track-heading-figures = The figures of this chart
track-until = Until { $day }
track-permalink = Link to the changes until { $day }
track-fold-lists =
    { $count ->
        [one] One change whose direction is not decided
       *[other] { $count } changes whose direction is not decided
    }
track-between = { $after } to { $until }
track-fold-moved = { $count } changes that control more or less
track-fold-differences = { $count } differences
track-fold-behind =
    { $count ->
        [one] { $who }: one question
       *[other] { $who }: { $count } questions
    }
track-title-many = What changed: { $count } jurisdictions
track-sources = The notes below name the place in the official text on which each answer and each change rests.
track-sheet-days = Days
track-sheet-topics = By topic
track-sheet-jurisdictions = By jurisdiction
track-sheet-law = Law changes
track-sheet-lists = List changes
track-sheet-differences = Differences
track-sheet-behind = Behind
track-low = { $what }: low
track-high = { $what }: high
track-ranges = Each share lies within its range, whatever the answers that are not known turn out to be. Over more than two jurisdictions it may be unable to reach the ends, for one answer stands in several pairs.
track-edition = List of { $who } as of
track-pairs = Pairs of answers
track-pairs-open = Of these, not decided
track-questions = Questions asked
track-looser = Looser than the other or the reference
track-after = After
track-by = Until
track-after-edition = Edition before
track-by-edition = Edition since
track-before-source = Source before
track-since-source = Source since
track-became = What became of it
track-around-heading = Remark
