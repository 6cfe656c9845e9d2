# La note Word et le classeur d'une reconnaissance mutuelle.
office-asked = Ce qui est demandé
office-asked-what = Point
office-asked-is = Contenu

# Noms des feuilles : 31 caractères au plus, aucun de [ ] : * ? / \.
office-sheet-areas = Domaines
office-sheet-conditions = Conditions
office-sheet-exclusions = Exclusions
office-sheet-answers = Réponses
office-sheet-arrangements = Arrangements
office-sheet-policy = Politique

# Têtes de colonnes et intertitres.
office-about = Attribut, thème ou régime
office-arrangement = Arrangement
office-beside = Face au verdict
office-condition = Qui doit faire quoi
office-controls-codes = Contrôles concernés
office-demand-met = Exigence remplie
office-demands-met = exigences remplies
office-direction = Qui accepte qui
office-exclusion-codes = Rubriques de la liste
office-exclusion-entries = Rubriques
office-exclusion-plain = Absent ou plus souple selon la comparaison des listes ; aucun constat ne le montre à lui seul.
office-exclusions-annex = Chaque rubrique figure en annexe, avec ce qui la prouve.
office-grantor-answer = Réponse de la partie qui accepte
office-grantor-source = Source de la partie qui accepte
office-holds = Est-il applicable
office-how-counted = Mode de calcul
office-if-against = Au mieux, si cela tourne contre le partenaire
office-if-for = Au mieux, si cela tourne pour le partenaire
office-instrument = Instrument
office-meets = Remplie : { $who }
office-met = Remplie
office-lists-not-compared = non comparé
office-not-counted = Pourquoi rien n’est compté
office-own-code = Code de la partie qui accepte
office-own-source = Source de la partie qui accepte
office-own-states = Son texte
office-partner-answer = Réponse du partenaire
office-partner-code = Code du partenaire
office-partner-source = Source du partenaire
office-partner-states = Texte du partenaire
office-step = Démarche
office-today-despite = Ouverts aujourd’hui bien qu’absents ou plus souples chez le partenaire
office-today-free = Aujourd’hui : sans licence
office-today-licence = Aujourd’hui : licence individuelle
office-today-open = Aujourd’hui : exception ou autorisation générale
office-today-undecided = Aujourd’hui : non tranchés
office-unknown-fact = Ce que l’on ne sait pas
office-why-open = Pourquoi c’est ouvert

# Démarches qui remplissent une condition.
office-step-change = modification du droit
office-step-take-part = adhésion à un régime
office-step-delist = levée d’une mesure
office-step-list-items = inscription sur la liste, ou exclusion
office-step-establish = établissement d’un fait
office-step-decide = décision sur des contrôles non tranchés
office-step-bring-list = apport d’une liste

office-sources-recognition = Les notes ci-dessous indiquent l’endroit de la publication officielle sur lequel repose chaque énoncé et, pour les listes d’exclusion, le numéro du constat.
