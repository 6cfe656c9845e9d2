# Évolution dans le temps : page, graphique, document et classeur.
chart-series-title = { $title } : éloignement, jour par jour
chart-series-about = Part pondérée des paires de réponses qui diffèrent. Elle se situe dans la bande, quelles que soient les réponses inconnues. Entre deux jours considérés, aucun changement n’est connu.
chart-series-days = Les repères marquent les jours considérés, les traits discontinus ceux avant lesquels quelque chose a changé ; ce qui suit le dernier repère vaut pour ce jour.
chart-series-band = dans cette fourchette
chart-series-line = parmi les réponses toujours connues
chart-series-said = { $name } : { $first } le { $from }, { $last } le { $to }.
track-heading-figures = Les chiffres de ce graphique
track-until = Jusqu’au { $day }
track-permalink = Lien vers les changements jusqu’au { $day }
track-fold-lists =
    { $count ->
        [one] Un changement de sens indécis
       *[other] { $count } changements de sens indécis
    }
track-between = { $after } à { $until }
track-fold-moved = { $count } changements qui étendent ou réduisent le contrôle
track-fold-differences = { $count } différences
track-fold-behind =
    { $count ->
        [one] { $who } : une question
       *[other] { $who } : { $count } questions
    }
track-title-many = Ce qui a changé : { $count } juridictions
track-sources = Les notes ci-dessous indiquent le passage du texte officiel sur lequel reposent chaque réponse et chaque changement.
track-sheet-days = Jours
track-sheet-topics = Par thème
track-sheet-jurisdictions = Par juridiction
track-sheet-law = Changements du droit
track-sheet-lists = Changements des listes
track-sheet-differences = Différences
track-sheet-behind = En retrait
track-low = { $what } : minimum
track-high = { $what } : maximum
track-ranges = Chaque part se situe dans sa fourchette, quelles que soient les réponses inconnues. Au-delà de deux juridictions, elle peut ne pas en atteindre les bornes, car une même réponse figure dans plusieurs paires.
track-edition = Liste, { $who }, en date du
track-pairs = Paires de réponses
track-pairs-open = Dont indécises
track-questions = Questions posées
track-looser = Moins strict que l’autre ou que la référence
track-after = Après le
track-by = Au plus tard le
track-after-edition = Édition précédente
track-by-edition = Édition suivante
track-before-source = Source d’avant
track-since-source = Source depuis
track-became = Ce qu’elle est devenue
track-around-heading = Remarque
