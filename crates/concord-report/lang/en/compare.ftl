# What a comparison comes to, in words: verdicts, layers, strata, counts, coverage, witnesses, indices.
share-none = none
share-range = { $low } to { $high }
topic-all = all topics

# Who controls more.
verdict-controls-more = { $who } controls more
verdict-licence-for-more = { $who } requires a licence for more
verdict-allows-less = { $who } allows less without an individual licence
verdict-holds-in-list = { $who } holds this area in its list, { $other } elsewhere
verdict-stricter = { $who } is stricter
verdict-overlap = each controls something that the other does not
verdict-not-decided = not decided
verdict-no-direction = no direction
verdict-rule-overlap = each has what the other has not
verdict-rule-differs = they differ, neither is stricter
verdict-worth-knowing = worth knowing, whoever controls more
column-controls-more = { $who } controls more
column-in-part = each more in part
relation-equal = the same scope
relation-disjoint = nothing in common
severity-major = major
severity-moderate = moderate
severity-minor = minor
severity-info = info
states-nothing = nothing on this point

# Layers of control.
layer-jurisdiction = instrument and agency
layer-listed = listed items
layer-licence-required = licence required
layer-authorisation = exceptions and general licences
layer-review-policy = review policy
layer-catch-all = end-use controls and embargoes
layer-duties = duties of exporters and users
layer-enforcement = offences and enforcement
layer-procedure = procedure and transparency

# Where controls come from.
stratum-regime = Regime controls
stratum-regime-holds = Controls that implement the lists of the international regimes.
stratum-unilateral = National controls
stratum-unilateral-holds = Controls of one jurisdiction that implement no international regime.
stratum-anti-terrorism = Anti-terrorism controls
stratum-anti-terrorism-holds = Controls for anti-terrorism reasons only, which apply to few destinations.
stratum-munitions-like = Former munitions items
stratum-munitions-like-holds = Series of entries that hold less sensitive military items; the other side may hold them in a munitions list.

# What a fact of a paragraph is.
fact-subject = item
fact-restriction = only if
fact-alternative = or, among others
fact-exclusion = not if
fact-condition = limit
fact-joined = must meet
fact-components = also components
fact-substance = substance
fact-note = note
fact-unread = number not understood

# A concrete item that one list holds and the other does not.
witness-phrase = “{ $phrase }”
# $list: the adjective of the list that names it.
witness = An item{ $has_kind ->
        [yes] { " " }of the kind “{ $kind }”
       *[no] { "" }
    }{ $values ->
        [0] { "" }
       *[other] { " " }with { $with }
    }{ $phrases ->
        [0] { "" }
        [one] , of which { $lacks } does not hold,
       *[other] , of which { $lacks } do not hold,
    } is listed by { $here } { $code } and by no entry of the { $there } list.

# The answer.
answer-no-lists = The lists are not compared: not both jurisdictions have one at hand.
answer-headline = { $decided ->
        [0] No difference was found in what the two lists control
       *[other] { $who } controls more than { $other } in { $left ->
            [one] { $left } place
           *[other] { $left } places
        }, and { $other } more than { $who } in { $right ->
            [one] { $right } place
           *[other] { $right } places
        }
    }{ $overlap ->
        [0] .
        [one] ; in { $overlap } place each controls something that the other does not.
       *[other] ; in { $overlap } places each controls something that the other does not.
    }{ $undecided ->
        [0] { "" }
        [one] { " " }{ $undecided } place could not be decided and count for neither side.
       *[other] { " " }{ $undecided } places could not be decided and count for neither side.
    }
answer-leads = { $who } controls more, on count, in { $parts }.
answer-count = { $what } ({ $mine } to { $theirs })
answer-category = category { $key }
answer-category-titled = category { $key }, { $title }
answer-apart = { $count ->
        [one] { $count } more finding, on controls outside the international regimes' lists (national, anti-terrorism, former munitions items), is counted apart.
       *[other] { $count } more findings, on controls outside the international regimes' lists (national, anti-terrorism, former munitions items), are counted apart.
    }
category-sentence = { $standing ->
        [none] Neither side controls more
        [alone] { $who } controls more in { $most ->
            [one] { $most } place
           *[other] { $most } places
        }
        [both] { $who } and { $other } each control more in { $most ->
            [one] { $most } place
           *[other] { $most } places
        }
       *[more] { $who } controls more in { $most ->
            [one] { $most } place
           *[other] { $most } places
        }, { $other } in { $least }
    }{ $overlap ->
        [0] { "" }
        [one] ; in { $overlap } place each controls something that the other does not
       *[other] ; in { $overlap } places each controls something that the other does not
    }{ $undecided ->
        [0] .
        [one] ; { $undecided } place could not be decided.
       *[other] ; { $undecided } places could not be decided.
    }
coverage-none = No control of the { $of } list could be held by both lists, so that there is no coverage to state.
coverage = Of the { $population } controls of the { $of } list that both lists could hold, the { $by } list surely holds { $covered } in full, { $partly } in part and { $not_covered } not at all; { $undecided ->
        [0] the share held in full is { $share }.
       *[other] { $undecided } could not be decided{ $by_heading ->
            [0] { "" }
           *[other] { " " }({ $by_heading } of them for a heading above alone)
        }, so that the share held in full lies between { $low } and { $high }.
    }

# Rules outside the lists.
rules-rates = Sums in different currencies were compared at the rates of { $day } ({ $source }); they count as different only where one is more than { $margin } times the other.
rules-definitions = Definitions
rules-definitions-about = Words that the two laws define.
rules-answer = In the rules outside the lists, { $left } is stricter on { $left_more ->
        [one] { $left_more } question
       *[other] { $left_more } questions
    }, { $right } on { $right_more ->
        [one] { $right_more } question
       *[other] { $right_more } questions
    }; on { $overlap } each has what the other has not. Answered alike: { $alike ->
        [one] { $alike } question
       *[other] { $alike } questions
    }.
rules-leads = On count, { $who } is stricter than { $other } above all in { $parts }.
rules-known-of = { $known } of { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
rules-known = The sources at hand answer { $left_known } for { $left } and { $right_known } for { $right }; what is not known counts for neither side.
words-same = Defined with the same elements: { $words }.
words-broader = Defined more broadly by { $who }: { $words }.
words-overlap = Each side has elements that the other lacks: { $words }.
words-open = Not decided, for an element that only one side records: { $words }.
words-only = Described for { $who } only, which says nothing about { $other }: { $words }.

# Indices.
index-differently = answered differently
index-distance = mean distance
index-common = common yes
index-harmonised = harmonised
index-left-looser = { $left } looser
index-right-looser = { $right } looser
index-left-matched = of { $left } matched by { $right }
index-right-matched = of { $right } matched by { $left }
index-differently-about = weighted share of the questions that the two answer differently
index-distance-about = weighted mean distance of the answers: 0 or 1 for yes-no, words without order and figures; steps over the length of an ordered choice; for sets, the share of words that are not common
index-common-about = of the yes-no questions that either answers with yes, the weighted share that both do (Jaccard)
index-harmonised-about = H = 1 - |gap| / |contexts|: the weighted share of the ordered questions on which neither is stricter
index-looser-about = weighted share of the ordered questions on which that side is looser, in whole or in part
index-matched-about = of the ordered questions on which the one side controls anything, the weighted share on which the other is at least as strict

# Many jurisdictions at once, and one beside others.
matrix-known = { $who }: { $known } of { $questions } questions answered ({ $share })
matrix-weight = weight { $weight }: { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
matrix-differently = Answered differently
matrix-covered = Of what the row controls, matched by the column
matrix-harmonised = Harmonised
matrix-looser = The row is looser than the column
matrix-distance = Mean distance
matrix-common = Common yes
needs-share = { $part } of { $of }
needs-answer = Of { $asked ->
        [one] { $asked } question
       *[other] { $asked } questions
    } on which one answer is stricter than another, { $who } falls short of { $count ->
        [one] { $whom }
       *[other] at least one of { $whom }
    } on { $needs }; weight 3 or more: { $heavy }.
needs-unknown = On { $count } more its own answer is not known; they are listed apart and say nothing about its law.

# Rungs of a licence ladder, and review policies.
rung-jurisdiction = jurisdiction and agency
rung-listed = listed
rung-licence-required = licence required
rung-authorisation = authorisation available
rung-review = review policy
rung-catch-all = catch-all could apply
rung-embargo = embargo covers it
ladder-review-none = none needed
ladder-answer-yes = yes
ladder-answer-no = no
ladder-answer-unknown = unknown
policy-approval = approval
policy-presumption-of-approval = presumption of approval
policy-case-by-case = case by case
policy-as-arms-embargo = as arms embargo
policy-presumption-of-denial = presumption of denial
policy-denial = denial
ladder-list = { $list } of { $day }
matrix-members = { $described } of { $members } members are described; the rules of the others are not at hand.
matrix-disputed = The sources disagree whether these belong, and they are left out: { $codes }.
