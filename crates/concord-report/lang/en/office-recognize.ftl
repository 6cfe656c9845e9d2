# The Word paper and the workbook of a mutual recognition.
office-asked = What is asked
office-asked-what = Matter
office-asked-is = Content

# Names of sheets: at most 31 characters, none of [ ] : * ? / \.
office-sheet-areas = Areas
office-sheet-conditions = Conditions
office-sheet-exclusions = Exclusions
office-sheet-answers = Answers
office-sheet-arrangements = Arrangements
office-sheet-policy = Policy

# Heads of columns and headings.
office-about = Attribute, topic or regime
office-arrangement = Arrangement
office-beside = Beside the verdict
office-condition = Who must do what
office-controls-codes = Controls it concerns
office-demand-met = Demand that is met
office-demands-met = demands that are met
office-direction = Who accepts whom
office-exclusion-codes = Entries on the list
office-exclusion-entries = Entries
office-exclusion-plain = Lacking or looser by the comparison of the lists; no single finding shows it.
office-exclusions-annex = Every entry, with what proves it, stands in the annex.
office-grantor-answer = The side that accepts answers
office-grantor-source = Source of the side that accepts
office-holds = Does it hold
office-how-counted = How it was counted
office-if-against = At best, if it turns out against the partner
office-if-for = At best, if it turns out for the partner
office-instrument = Instrument
office-meets = { $who } meets it
office-met = Met
office-lists-not-compared = not compared
office-not-counted = Why nothing is counted
office-own-code = Code of the side that accepts
office-own-source = Source of the side that accepts
office-own-states = Its text
office-partner-answer = The partner answers
office-partner-code = The partner’s code
office-partner-source = The partner’s source
office-partner-states = The partner’s text
office-step = Step
office-today-despite = Open today although the partner lacks it or is looser
office-today-free = Today: no licence
office-today-licence = Today: individual licence
office-today-open = Today: exception or general authorisation
office-today-undecided = Today: not decided
office-unknown-fact = What is not known
office-why-open = Why it is open

# Steps that meet a condition.
office-step-change = change of law
office-step-take-part = joining a regime
office-step-delist = lifting a measure
office-step-list-items = listing, or leaving out
office-step-establish = establishing a fact
office-step-decide = settling undecided controls
office-step-bring-list = bringing in a list

office-sources-recognition = The notes below name the place in the official publication on which each statement rests and, for entries of the exclusion lists, the finding’s own number.
