# The report of a mutual recognition.
recognize-title = Recognition of export controls: { $left } and { $right }
recognize-index = What each side may accept of the other
recognize-object = Object
recognize-means = That is
recognize-activities = Activities
recognize-as-of = Rules as of
recognize-policy = Policy
recognize-lists = Lists
recognize-heading-answer = Answer
recognize-heading-areas = Verdict by area
recognize-heading-direction = What { $grantor } may accept of { $partner }
recognize-heading-conditions = Conditions to close
recognize-heading-exclusions = Exclusion list
recognize-heading-lists = Controls by area
recognize-heading-unknowns = Unknown facts that could change the verdict
recognize-heading-met = Demands that { $partner } meets
recognize-heading-treatment = What is open to { $partner } today
recognize-heading-users = Who may use it
recognize-heading-safeguards = Safeguards
recognize-heading-suspension = Suspension
recognize-heading-existing = Existing arrangements beside the verdict
recognize-heading-asymmetry = What one side accepts is not what the other accepts
recognize-heading-residual = Residual risk
recognize-heading-policy = Policy: { $title }

recognize-column-area = Area
recognize-column-verdict = Verdict
recognize-column-accepts = { $grantor } accepts { $partner }
recognize-column-possible = Unknown facts could make it
recognize-column-controls = Controls
recognize-column-covered = held in full
recognize-column-short = lacking or looser
recognize-column-undecided = undecided
recognize-column-elsewhere = under another instrument
recognize-column-own = Beyond the regimes, kept under own licence
recognize-column-level = Standing
recognize-column-question = Question
recognize-column-source = Source
recognize-column-answer = Answer
recognize-column-who = Who
recognize-column-free = no licence
recognize-column-open = exception or general authorisation
recognize-column-licence = individual licence
recognize-column-by = open under (controls)
recognize-column-despite = open although { $partner } lacks it or is looser
recognize-column-demand = Demand
recognize-column-lacking = If not met
recognize-column-why = Why
recognize-column-limits = Areas
recognize-column-control = Control of { $grantor }
recognize-column-counterpart = { $partner } has
recognize-column-proof = Item that shows it
recognize-effect = at best, if it turns out against { $partner }, { $against }; if for { $partner }, { $for }
recognize-column-effect = At best, if against { $partner }
recognize-column-effect-for = At best, if for { $partner }

recognize-verdict-equivalent = each may accept the other
recognize-verdict-a-may-accept-b = { $left } may accept { $right }, not the reverse
recognize-verdict-b-may-accept-a = { $right } may accept { $left }, not the reverse
recognize-verdict-conditional = conditional
recognize-verdict-not-recognisable = not recognisable

recognize-level-acceptable = may accept
recognize-level-conditional = on conditions
recognize-level-not-recognisable = not at all

recognize-area-all = the whole list
recognize-areas-all = { $count ->
    [one] the area asked about
   *[other] all { $count } areas
}
recognize-areas = { $count ->
    [one] area { $areas }
   *[other] areas { $areas }
}

recognize-far = { $grantor } may accept { $partner } { $parts }.
recognize-far-acceptable = as things stand in { $areas }
recognize-far-conditional = on conditions in { $areas }
recognize-far-not-recognisable = not at all in { $areas }
recognize-answer-open = Facts that are not known could change the verdict in { $count ->
    [one] one area
   *[other] { $count } areas
} of { $all }; each is named with what it would change.

recognize-way = In the way stand { $parts }.
recognize-way-rules = { $count ->
    [one] one rule or membership that would have to change
   *[other] { $count } rules and memberships that would have to change
}
recognize-way-lists = exclusion lists that are too long in some areas
recognize-way-answers = { $count ->
    [one] one demand on which the law is not known
   *[other] { $count } demands on which the law is not known
}
recognize-way-controls = lists that are not compared, or not to the end

recognize-direction-acceptable = { $grantor } may accept { $partner } as things stand, the exclusion list apart: { $areas }.
recognize-direction-conditional = { $grantor } may accept { $partner } once the conditions below are met: { $areas }.
recognize-direction-not-recognisable = { $grantor } cannot accept { $partner }: { $areas }.

recognize-list-held = { $who }: { $title }, { $document }, as of { $day }
recognize-list-missing = { $who }: no list at hand; what lists decide is open
recognize-no-list = no list of { $who } at hand
recognize-handed-over = the list of { $who } leaves the area to another instrument

recognize-vehicle-label = Legal vehicle
recognize-vehicle-changed = Changed by
recognize-vehicle-unknown = not known: no source at hand names one
recognize-vehicle-none = none in the law at hand: a new rule or agreement would be needed
recognize-vehicle-change-unknown = not known
recognize-destinations = Destinations

recognize-condition-change = { $who } brings its rules to: { $asked }
recognize-condition-change-topic = { $who } tightens enough of the rules below to meet: { $asked }
recognize-condition-take-part = { $countries } { $count ->
    [one] joins
   *[other] join
}, or { $grantor } leaves out as destinations the countries that do not take part; asked is: { $asked }
recognize-condition-join = { $who } joins; asked is: { $asked }
recognize-condition-delist = { $who } lifts its measure, so that: { $asked }
recognize-condition-list-items = { $who } lists what stands on the exclusion list, or { $grantor } keeps it under its own licence: { $controls }
recognize-condition-establish = Establish for { $who }, whose answer is not known or cannot be compared: { $asked }
recognize-condition-decide = Settle by reading what the comparison does not decide, whether { $partner } holds it, or put it on the exclusion list: { $controls }
recognize-condition-bring-list = Bring in and compare the { $number ->
    [one] list
   *[other] lists
} of { $who }
recognize-condition-bring-instrument = Bring in and compare the instrument to which { $who } leaves what is not on its list: { $controls }
recognize-controls-in = { $count ->
    [one] one control in { $area }
   *[other] { $count } controls in { $area }
}
recognize-until = Until then
recognize-until-open = { $until }, at worst { $worst }
recognize-why = Why
recognize-no-conditions = None.

recognize-grantor = the side that accepts
recognize-partner = the partner
recognize-asks-regime = { $partner } takes part in the { $regime }
recognize-asks-not-named = { $grantor } does not name { $partner } in its answer to “{ $question }”
recognize-asks-topic = on { $topic }, { $partner } is no looser than { $grantor }, but for questions that hold at most { $share } of the topic's weight
recognize-asks-answer = { $question } → { $answers }
recognize-asks-strict = { $question } → { $partner } is no looser than { $grantor }

recognize-unknown-answer = Not known or not comparable for { $who }: { $asked }
recognize-unknown-list = The list of { $who } is not at hand
recognize-unknown-controls = Whether the other side holds { $controls } { $controls ->
    [one] control
   *[other] controls
}
recognize-idle = { $count ->
    [one] One more demand is
   *[other] Up to { $count } more demands are
} open in an area without changing the verdict, because another demand decides.

recognize-treatment = Counted by the licensing rules of { $grantor } as of { $day }, export of each control to every country of { $partner }; the least favourable counts. Exceptions that are open to nearly all destinations (baggage, repair, governments and the like) are left out.
recognize-state-met = yes
recognize-state-unmet = no
recognize-state-open = not known

recognize-existing-grants = holds for { $partner }
recognize-existing-grants-in-part = holds for { $partner } without { $without }
recognize-existing-withholds = does not hold for { $partner }
recognize-existing-unknown = whether it holds for { $partner } is not known
recognize-existing-excludes = not { $what }
recognize-existing-none = No arrangement of { $grantor } for this object is recorded.
recognize-existing-covers = Covers
recognize-existing-terms = Terms
recognize-existing-from = Since
recognize-beside-open = The verdict cannot be compared with it.
recognize-beside-neither = The verdict does not go further: the policy does not accept { $partner } as things stand either.
recognize-beside-only-verdict = The verdict goes further: by the facts at hand { $partner } meets the policy where the arrangement leaves it out.
recognize-beside-both = The verdict agrees: by the facts at hand { $partner } meets the policy in every area.
recognize-beside-only-arrangement = { $grantor } goes further than the policy would: it does without { $count ->
    [one] condition { $numbers } above, which keeps
   *[other] conditions { $numbers } above, which keep
} the verdict short of acceptance in some area.

recognize-residual-undecided = { $count ->
    [one] One control of { $grantor } is
   *[other] { $count } controls of { $grantor } are
} not decided, or { $partner } leaves { $count ->
    [one] it
   *[other] them
} to another instrument; such an item may leave { $partner } without a licence.
recognize-residual-own = { $count ->
    [one] One control of { $grantor } goes
   *[other] { $count } controls of { $grantor } go
} beyond the regimes: outside the comparison, and to be kept under its own licence.
recognize-residual-open = { $count ->
    [one] One answer
   *[other] { $count } answers
} that the policy asks for, before { $grantor } accepts { $partner }, { $count ->
    [one] is
   *[other] are
} not known or cannot be compared.
recognize-residual-layers = Practice is not compared: how applications are decided, how often shipments are checked, what is prosecuted. The verdict speaks of law as written.

recognize-asymmetry-conditions = Conditions
recognize-asymmetry-refusing = of these, refusing recognition
recognize-asymmetry-exclusions = Entries of the exclusion list
recognize-asymmetry-undecided = Undecided controls
recognize-asymmetry-unknowns = Unknown facts that matter
recognize-asymmetry-existing = Arrangements in force
recognize-policy-tolerated = Share of controls that may be lacking or looser, and go on the exclusion list
recognize-policy-conditional = Share up to which recognition is conditional
recognize-policy-undecided = Share of controls that may be undecided, carried as residual risk
recognize-lacking-condition = becomes a condition
recognize-lacking-refuses = refuses recognition
