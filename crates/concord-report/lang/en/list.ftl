# How things are listed in a sentence: the last two, and a pair.
list-last = { $before } and { $last }
