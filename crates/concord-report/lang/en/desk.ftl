# What the analyst's desk adds: marking, records on findings, changes since an earlier edition, and the note on authentic texts.
desk-authentic = Only the official publications are authentic. This report states facts read from them and replaces none of them.
desk-confirmed = confirmed
desk-contested = contested
desk-materiality-high = of high materiality
desk-materiality-medium = of medium materiality
desk-materiality-low = of low materiality
desk-review = { $verdict } by { $reviewer } on { $on }
desk-line = Recommended line: { $line }
desk-changes = Changes since the edition of { $since }
desk-changes-count =
    { $new ->
        [one] One finding is new
       *[other] { $new } findings are new
    }, { $changed ->
        [one] one has
       *[other] { $changed } have
    } changed, { $gone ->
        [one] one is
       *[other] { $gone } are
    } no more; { $unchanged } are as they were.
desk-new = New
desk-changed = Changed
desk-gone = No more
desk-before = before: { $said }
