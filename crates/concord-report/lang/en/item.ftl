# Where an item stands in the lists of its origins.
item-listed = { $list }, { $origin }: listed.
item-perhaps = { $list }, { $origin }: may be listed.
item-not-listed = { $list }, { $origin }: not listed. { $outside } paragraphs name its kinds, and none of them holds it.
item-unknown = { $list }, { $origin }: not known, because no paragraph names all its kinds.
item-no-list = { $origin }: its list is not held.
item-by-file = { $origin }: placed under { $codes } by the item's own file.
item-more = { $more } more paragraphs may hold it.
item-unknown-kinds = Kinds that the list does not name: { $words }.
item-unused-values = Parameters that the list does not limit: { $words }.
item-unlisted = If no paragraph holds it: { $origin } to { $place }
item-general-notes = General notes of the lists are left aside; a paragraph is asked only if it, or a heading above it, names one of the item's kinds.
item-guard = { $name }: { $trigger }
item-embargo = { $answer ->
        [yes] An embargo covers items of every kind.
        [no] No embargo covers items of every kind.
       *[other] Whether an embargo covers items of every kind is not known.
    }
item-no-guard = No catch-all that is held could apply.
