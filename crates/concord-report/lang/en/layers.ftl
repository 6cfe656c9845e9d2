# The layers above the list, for a destination.
layers-title = Above the list: licences for a destination
layers-as-of = Licensing rules: { $left } as of { $left_date }, { $right } as of { $right_date }.
layers-no-rules = No licensing rules of { $who } are held, so nothing above the list is compared.
layers-population =
    { $pairs ->
        [0] There are no pairs of paragraphs to ask about, because not both lists are held; compared is what bears on items that no list names.
       *[other] Asked about are { $pairs } pairs of matched paragraphs without sub-paragraphs whose scopes are known to share items, each for an item that falls under both. { $left_out } more pairs are left out, because whether they share an item is not decided.
    }
layers-apart =
    Each layer has a direction of its own, and none is summed with another. What may stand in a licence's place, and how an application is reviewed, is compared only where both sides surely ask for a licence. Where a rung is not known on a side, there is no direction. End-use controls and embargoes are asked for items on no list, by the ends they guard against; what triggers them is compared with the rules outside the lists.
layers-inside = { $place } lies inside one of the two sides, so nothing is exported there from it, and nothing is compared.
layers-destination = To { $place }
layers-layer = Layer
layers-asked = Asked
layers-alike = Alike
layers-stricter = { $who } stricter
layers-in-part = Each in part
layers-not-ordered = Not ordered
layers-not-known = Not known
layers-does-not-arise = Does not arise
layers-controls = Controls
layers-controls-of = Controls of { $who }
layers-verdict-not-known = not known
layers-verdict-not-ordered = both sides, on terms that are not ordered
layers-left-out = { $findings } findings on { $places } destinations are in the machine-readable form ({ $command }).
layers-answer =
    To { $place }: { $left } asks for a licence where { $right } does not for { $left_more } of { $pairs } pairs of paragraphs; the reverse holds for { $right_more }{ $unknown ->
        [0] .
       *[other] , and for { $unknown } it is not known.
    }
layers-witness-licence = To { $place }, { $who } { $licence ->
        [yes] asks for a licence
        [no] asks for no licence
       *[other] may ask for a licence
    }
layers-witness-reasons = { $text } ({ $reasons })
layers-witness-open = { $text }; open without one: { $symbols }
layers-witness-elsewhere =
    { $text }; the list of { $who } does not name it, and { $catch_alls ->
        [0] no catch-all that is held could apply
        [one] one catch-all could apply
       *[other] { $catch_alls } catch-alls could apply
    }{ $known ->
        [yes] .
       *[other] , of which not all are held.
    }
