# Charts: what stands in the drawings, their text alternatives and the headings of their tables.
chart-every-value = every value
chart-no-value = no value
chart-both-limits = { $low } and { $high }
chart-or = { $before } or { $last }
chart-none = -

# Interval pictures: two bars on one axis.
chart-interval-title = { $parameter }: the values of the two paragraphs
chart-interval-side = { $side } { $code }: { $values }.
chart-interval-only = { $within }: { $values }.
chart-interval-witness = An item at { $value } is listed by { $who } only
chart-interval-within = Within { $side } { $code }, outside { $other } { $other_code }
chart-interval-axis = { $parameter }, { $unit }
chart-logarithmic = { $axis } (logarithmic scale)
chart-side = Side
chart-paragraph = Paragraph
chart-values = Values covered
chart-values-only = Values outside the other paragraph

# Heat map of a matrix.
chart-heat-title = { $title }: how differently the rules answer, pair by pair
chart-heat-about = Weighted share of the questions that two jurisdictions answer differently, in percent; near ones stand beside each other.
chart-heat-nearest = Nearest to each other: { $left } and { $right }, { $range }.
chart-heat-farthest = Farthest from each other: { $left } and { $right }, { $range }.
chart-heat-wide = { $count ->
    [0] No range is wider than { $points } points.
    [one] One pair of { $pairs } has a range wider than { $points } points, because answers are not known.
   *[other] { $count } of { $pairs } pairs have ranges wider than { $points } points, because answers are not known.
  }
chart-heat-order = In the order of the chart: { $names }.
chart-heat-pair = { $left } and { $right }: { $range }
chart-heat-unknown = not known
chart-heat-class = { $low }–{ $high }
chart-heat-class-last = { $low } and more
chart-heat-colour = Colour: the middle of the range
chart-heat-hatched = hatched: range wider than { $points } points
chart-heat-joined-about = Lines on the right join what is nearest: at the mean of the middles of the ranges, dashed where the range of that mean is wider than { $points } points.
chart-jurisdiction = Jurisdiction

# Stacked bars by category.
chart-category = Category
chart-bars-title = Who controls more, by category
chart-bars-more = { $side } controls more
chart-bars-both = each more in part
chart-bars-open = not decided
chart-bars-open-heading = not decided (other scale)
chart-bars-none = no difference decided
chart-bars-description = Places in which { $left } controls more: { $more_left }; in which { $right } does: { $more_right }; in which each does in part: { $both }. Not decided: { $open }, shown apart.

# Bars of topics.
chart-topic = Topic
chart-topics-title = How the rules of { $left } and { $right } answer, by topic
chart-topics-stricter = { $side } stricter
chart-topics-otherwise = differ otherwise
chart-topics-alike = alike
chart-topics-unknown = not known
chart-topics-not-applicable = does not apply
chart-topics-description = Questions in { $topics } topics. { $left } stricter: { $stricter_left }; { $right } stricter: { $stricter_right }; different otherwise: { $otherwise }; alike: { $alike }; not known: { $unknown }.

# Two lists beside each other under one concept or entry.
chart-concept-title = { $title }: what corresponds to what, { $left } and { $right }
chart-concept-description = { $left_side } has { $left } here, { $right_side } { $right }.
chart-concept-exact = the same
chart-concept-close = nearly the same
chart-concept-broader = { $side } is broader
chart-concept-related = related
chart-concept-alone = no counterpart
chart-concept-alone-count = { $side } without counterpart: { $count }
chart-concept-more = and { $count } more that differ (in the table)
chart-concept-more-exact = and { $count } more that are the same
chart-concept-label = Subject
chart-concept-relation = Relation
