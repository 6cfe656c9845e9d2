# Note Word et classeur Excel.

# Titres et remarques.
office-compare-title = Contrôles des exportations comparés : { $left } et { $right }
office-matrix-title = Comparaison des règles hors des listes : { $title }
office-matrix-many = Comparaison des règles hors des listes : { $count } pays et territoires
office-matrix-about = Thème : { $topic }. État au { $day }.
office-as-of = État au { $day }.
office-ranges = Chaque chiffre est exact. Une fourchette est ce que laissent ouvert les réponses inconnues : la plus petite et la plus grande valeur parmi toutes les façons de les compléter.
office-known = Sur quoi reposent les chiffres

# Noms des feuilles : 31 caractères au plus, aucun de [ ] : * ? / \.
office-sheet-summary = Synthèse
office-sheet-findings = Constats
office-sheet-matches = Appariements
office-sheet-thresholds = Seuils
office-sheet-provisions = Dispositions
office-sheet-unknowns = Points non résolus
office-sheet-method = Méthode
office-sheet-matrix = Matrice
office-sheet-pairs = Paires

# Têtes de colonnes et intertitres.
office-accepted = Motif d’acceptation
office-all = tous
office-answer = La réponse
office-attribute = Attribut
office-by-category = Constats par catégorie
office-by-severity = Constats par gravité : { $layer }
office-category = Catégorie
office-change = Changement
office-cause = Cause
office-code-of = Code, { $side }
office-confidence = Confiance
office-control = Contrôle
office-controls-of = Contrôles de
office-coverage = Ce que chaque liste reprend de l’autre
office-destination = Destination
office-entries = Rubriques
office-example = Exemple
office-explanation = Explication
office-finding = Constat
office-finds = Ce qu’elle constate
office-follows = Ce qui ne fait que suivre
office-from-of = Borne inférieure, { $side }
office-held-by = repris par
office-high = Maximum
office-in-full = en entier
office-in-part = en partie
office-index = Indice
office-indices = Indices des règles hors des listes
office-justification = Justification de l’appariement
office-kind = Ce qui reste ouvert
office-layer = Niveau
office-layers = Les niveaux au-dessus de la liste
office-limit-of = Limite, { $side }
office-left = Côté gauche
office-list = Liste
office-list-as-of = État au
office-low = Minimum
office-method = Méthode
office-no-control = pas de contrôle de ce genre
office-not-at-all = pas du tout
office-not-compared = Ce qui n’a pas pu être comparé
office-not-known = inconnu
office-notes-of = Notes, { $side }
office-official = Texte officiel
office-pairs = Paires
office-pairs-undecided = Sur { $pairs } paires de paragraphes appariés, { $undecided } ({ $share }) n’ont pas pu être tranchées.
office-paragraphs = Paragraphes
office-parameter = Paramètre
office-population = Effectif
office-predicate = Correspondance
office-proof = Preuve
office-question = Question
office-range = Fourchette
office-relation = Rapport entre les champs d’application
office-reviews = Avis des analystes
office-right = Côté droit
office-rows = Lignes
office-rule = Règle
office-rules = Règles ayant donné lieu à un constat
office-severity = Gravité
office-share = Part reprise en entier
office-share-of-pairs = Part
office-sheet = Feuille
office-sheets = Ce que contient ce classeur
office-source-of = Source, { $side }
office-stale = Lignes de référence sans correspondance
office-states-of = Ce que prévoit le texte, { $side }
office-stopped = Ce qui a arrêté la comparaison
office-stratum = Origine du contrôle
office-subject = Objet
office-subject-to = Sous réserve des termes
office-to-of = Borne supérieure, { $side }
office-top = Les constats les plus importants
office-topic = Thème
office-undecided = non tranché
office-unit-of = Unité, { $side }
office-weight = Poids
office-who = Qui contrôle davantage

# Méthode.
office-method-facts = Les deux listes ont été lues dans leurs textes officiels sous forme de faits : codes, objets, paramètres, limites, notes. Aucune formulation n’est comparée : une virgule décimale, une autre unité de valeur égale ou « dépassant » pour « supérieur à » ne donnent lieu à aucun constat.
office-method-matching = Les paragraphes sont appariés selon leur sens, d’abord à l’intérieur de la rubrique, puis dans toute la liste, avant que quoi que ce soit ne soit tenu pour manquant.
office-method-sets = Les champs d’application sont comparés comme des ensembles de biens. « Contrôle davantage » signifie que l’un des ensembles contient l’autre ; l’apparence d’un nombre ne décide de rien.
office-method-witnesses = Chaque différence stricte est prouvée par un témoin, un bien concret qui figure sur une liste et non sur l’autre. Un évaluateur qui ne partage aucun code avec la comparaison a vérifié chaque témoin contre toute l’autre liste. Témoins confirmés : { $confirmed } ; refusés et non imprimés : { $refused }.
office-method-coverage = La couverture compte les paragraphes sans sous-paragraphe qui mettent en œuvre un régime et que contiennent les périmètres des deux listes. Les cas non tranchés élargissent la part en fourchette ; ils ne comptent pour aucune des deux parties.
office-method-layers = Les niveaux de contrôle (instrument, biens listés, licences, exceptions) sont comptés à part et jamais additionnés.
office-method-follows = Les logiciels et les technologies qui ne font que suivre une différence de matériel sont nommés avec elle et ne sont pas comptés une seconde fois.
office-method-rules = Les règles hors des listes sont comparées question par question, dans leur état au { $day }. Une réponse inconnue est présentée comme telle : elle ne compte pour aucune des deux parties et élargit les indices.

# Note Word.
office-accepted-findings = Différences acceptées
office-alike = identiques
office-compared = Ce qui a été comparé
office-contents = Sommaire
office-each-in-part = chacun en partie
office-finding-id = Constat { $id }.
office-foot = Concord, état au { $day }
office-gaps = Hors des listes, questions dont la réponse n’est connue que pour une partie : { $one } ; questions sans réponse connue d’aucun côté : { $both }. Ce ne sont pas des divergences ; elles élargissent les indices.
office-more = { $count ->
    [one] Un autre constat figure dans le classeur.
   *[other] { $count } autres constats figurent dans le classeur.
}
office-no-order = sans ordre
office-not-known-for = Inconnu pour
office-open = Ce que l’on ne sait pas
office-other-side = L’autre partie
office-rules-outside = Règles hors des listes
office-sources = Sources
office-sources-about = Les notes ci-dessous indiquent l’endroit de la publication officielle sur lequel repose chaque constat, ainsi que le numéro du constat.
office-stricter = { $side } plus strict
office-workbook = Cette note présente l’essentiel. Le classeur (`--format xlsx`) contient tous les constats, tous les paragraphes appariés, les seuils et les réponses ; `concord explain`, suivi du numéro d’un constat, indique ce qui le prouve.
office-category-titled = Catégorie { $key } : { $title }
office-category-untitled = Catégorie { $key }

# Qui contrôle davantage hors des listes, pour chaque question.
office-standing-same = identiques
office-standing-left-stricter = { $left } : plus strict
office-standing-right-stricter = { $right } : plus strict
office-standing-differs = réponses différentes, aucune n’est plus stricte
office-standing-overlap = chacun a ce que l’autre n’a pas
office-standing-incomparable = non tranché
office-standing-left-unknown = inconnu pour { $left }
office-standing-right-unknown = inconnu pour { $right }
office-standing-both-unknown = inconnu des deux côtés
office-standing-not-applicable = sans objet pour l’une des parties au moins

# Mots pour les clés.
office-severity-major = majeure
office-severity-moderate = moyenne
office-severity-minor = mineure
office-severity-info = à titre d’information
office-stratum-regime = régime
office-stratum-unilateral = unilatéral
office-stratum-anti-terrorism = antiterrorisme
office-stratum-munitions-like = anciens matériels de guerre
office-answer-yes = oui
office-answer-no = non
office-answer-unknown = inconnu
office-colon = { " : " }

# Les niveaux au-dessus de la liste.
office-sheet-layers = Niveaux
office-sheet-layer-counts = Comptes par niveau
office-code = Code
office-codes-of = Paragraphes, { $side }

# Communs à plusieurs documents.
office-annex = Annexe : { $title }
office-more-rows = { $count ->
    [one] Un autre figure dans le classeur.
   *[other] { $count } autres figurent dans le classeur.
}
office-note = Note
office-number = Nº
office-part = Partie
office-paragraph = Paragraphe
office-title = Titre
