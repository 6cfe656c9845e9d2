# Graphiques : ce qui figure dans les dessins, leurs équivalents textuels et les titres de leurs tableaux.
chart-every-value = toute valeur
chart-no-value = aucune valeur
chart-both-limits = { $low } et { $high }
chart-or = { $before } ou { $last }
chart-none = -

chart-interval-title = { $parameter } : les valeurs des deux paragraphes
chart-interval-side = { $side } { $code } : { $values }.
chart-interval-only = { $within } : { $values }.
chart-interval-witness = Un bien à { $value } ne figure que sur une liste, pour { $who }
chart-interval-within = Dans { $side } { $code }, hors de { $other } { $other_code }
chart-interval-axis = { $parameter }, { $unit }
chart-logarithmic = { $axis } (échelle logarithmique)
chart-side = Côté
chart-paragraph = Paragraphe
chart-values = Valeurs visées
chart-values-only = Valeurs hors de l’autre paragraphe

chart-heat-title = { $title } : à quel point les règles diffèrent, paire par paire
chart-heat-about = Part pondérée des questions auxquelles deux juridictions répondent différemment, en pour cent ; les plus proches sont placées côte à côte.
chart-heat-nearest = Les plus proches : { $left } et { $right }, { $range }.
chart-heat-farthest = Les plus éloignées : { $left } et { $right }, { $range }.
chart-heat-wide = { $count ->
    [0] Aucun intervalle ne dépasse { $points } points.
    [one] Une paire sur { $pairs } a un intervalle de plus de { $points } points, faute de réponses connues.
   *[other] { $count } paires sur { $pairs } ont un intervalle de plus de { $points } points, faute de réponses connues.
  }
chart-heat-order = Dans l’ordre du graphique : { $names }.
chart-heat-pair = { $left } et { $right } : { $range }
chart-heat-unknown = inconnu
chart-heat-class = { $low }–{ $high }
chart-heat-class-last = { $low } et plus
chart-heat-colour = Couleur : le milieu de l’intervalle
chart-heat-hatched = hachuré : intervalle de plus de { $points } points
chart-heat-joined-about = Les traits à droite réunissent les plus proches : à la moyenne des milieux des intervalles, en tirets quand l’intervalle de cette moyenne dépasse { $points } points.
chart-jurisdiction = Juridiction

chart-category = Catégorie
chart-bars-title = Qui contrôle davantage, par catégorie
chart-bars-more = plus large : { $side }
chart-bars-both = chacun davantage en partie
chart-bars-open = non tranché
chart-bars-open-heading = non tranché (autre échelle)
chart-bars-none = aucune différence tranchée
chart-bars-description = Endroits où le contrôle est plus large pour { $left } : { $more_left } ; pour { $right } : { $more_right } ; pour chacun en partie : { $both }. Non tranchés : { $open }, présentés à part.

chart-topic = Thème
chart-topics-title = Comment répondent les règles, par thème : { $left } et { $right }
chart-topics-stricter = plus strict : { $side }
chart-topics-otherwise = autre différence
chart-topics-alike = identiques
chart-topics-unknown = inconnu
chart-topics-not-applicable = sans objet
chart-topics-description = Questions de { $topics } thèmes. Plus strict pour { $left } : { $stricter_left } ; pour { $right } : { $stricter_right } ; autre différence : { $otherwise } ; réponses identiques : { $alike } ; inconnu : { $unknown }.

chart-concept-title = { $title } : ce qui correspond à quoi, { $left } et { $right }
chart-concept-description = Nombre d’éléments ici : { $left } pour { $left_side }, { $right } pour { $right_side }.
chart-concept-exact = identique
chart-concept-close = presque identique
chart-concept-broader = plus large : { $side }
chart-concept-related = apparenté
chart-concept-alone = sans équivalent
chart-concept-alone-count = { $side } sans équivalent : { $count }
chart-concept-more = et { $count } de plus qui diffèrent (dans le tableau)
chart-concept-more-exact = et { $count } de plus qui sont identiques
chart-concept-label = Objet
chart-concept-relation = Relation
