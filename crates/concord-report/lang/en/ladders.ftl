# Licence ladders of several paragraphs on one page.
ladders-title = Licence ladders
ladders-about = Who needs a licence to export an item of each list category. Origins: { $origins }. Destinations: { $places }. A question mark marks what may be asked for; facts of the item decide it. The command ladder, with a code, an origin and a destination, climbs each rung, with its citations.
ladders-origin = Origin
ladders-destination = Destination
ladders-licence = Licence required
ladders-reasons = For
ladders-open = Open, under conditions
ladders-perhaps = Perhaps open
ladders-review = Review
ladders-embargo = Embargo
ladders-without = No paragraph { $code } in the list of: { $origins }.
ladders-unknown = Not known, because the list is not held or facts decide it: { $origins }.
