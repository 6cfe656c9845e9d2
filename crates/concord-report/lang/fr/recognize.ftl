# Le rapport d'une reconnaissance mutuelle.
recognize-title = Reconnaissance des contrôles à l’exportation : { $left } et { $right }
recognize-index = Ce que chaque partie peut accepter de l’autre
recognize-object = Objet
recognize-means = C’est-à-dire
recognize-activities = Activités
recognize-as-of = Règles au
recognize-policy = Politique
recognize-lists = Listes
recognize-heading-answer = Réponse
recognize-heading-areas = Verdict par domaine
recognize-heading-direction = Ce qui peut être accepté par { $grantor }, pour { $partner }
recognize-heading-conditions = Conditions à remplir
recognize-heading-exclusions = Liste d’exclusion
recognize-heading-lists = Contrôles par domaine
recognize-heading-unknowns = Faits inconnus qui pourraient changer le verdict
recognize-heading-met = Exigences remplies par { $partner }
recognize-heading-treatment = Ce qui est ouvert aujourd’hui pour { $partner }
recognize-heading-users = Qui peut s’en servir
recognize-heading-safeguards = Garanties
recognize-heading-suspension = Suspension
recognize-heading-existing = Arrangements existants, face au verdict
recognize-heading-asymmetry = Ce qu’une partie accepte n’est pas ce que l’autre accepte
recognize-heading-residual = Risque résiduel
recognize-heading-policy = Politique : { $title }

recognize-column-area = Domaine
recognize-column-verdict = Verdict
recognize-column-accepts = { $grantor } → { $partner }
recognize-column-possible = Des faits inconnus pourraient en faire
recognize-column-controls = Contrôles
recognize-column-covered = repris en entier
recognize-column-short = absents ou plus souples
recognize-column-undecided = non tranchés
recognize-column-elsewhere = sous un autre instrument
recognize-column-own = Au-delà des régimes, gardés sous licence propre
recognize-column-level = Position
recognize-column-question = Question
recognize-column-source = Source
recognize-column-answer = Réponse
recognize-column-who = Qui
recognize-column-free = sans licence
recognize-column-open = exception ou autorisation générale
recognize-column-licence = licence individuelle
recognize-column-by = ouverts sous (contrôles)
recognize-column-despite = ouverts bien qu’absents ou plus souples pour { $partner }
recognize-column-demand = Exigence
recognize-column-lacking = Si elle n’est pas remplie
recognize-column-why = Pourquoi
recognize-column-limits = Domaines
recognize-column-control = Contrôle, { $grantor }
recognize-column-counterpart = En regard, { $partner }
recognize-column-proof = Article qui le montre
recognize-effect = au mieux, si cela tourne contre { $partner }, { $against } ; si cela tourne pour { $partner }, { $for }
recognize-column-effect = Au mieux, si contre { $partner }
recognize-column-effect-for = Au mieux, si pour { $partner }

recognize-verdict-equivalent = chacune peut accepter l’autre
recognize-verdict-a-may-accept-b = acceptation possible par { $left }, non par { $right }
recognize-verdict-b-may-accept-a = acceptation possible par { $right }, non par { $left }
recognize-verdict-conditional = sous conditions
recognize-verdict-not-recognisable = non reconnaissable

recognize-level-acceptable = peut accepter
recognize-level-conditional = sous conditions
recognize-level-not-recognisable = pas du tout

recognize-area-all = toute la liste
recognize-areas-all = { $count ->
    [one] le domaine demandé
   *[other] les { $count } domaines
}
recognize-areas = { $count ->
    [one] domaine { $areas }
   *[other] domaines { $areas }
}

recognize-far = Acceptation par { $grantor }, pour { $partner } : { $parts }.
recognize-far-acceptable = en l’état ({ $areas })
recognize-far-conditional = sous conditions ({ $areas })
recognize-far-not-recognisable = pas du tout ({ $areas })
recognize-answer-open = Des faits inconnus pourraient changer le verdict dans { $count ->
    [one] un domaine
   *[other] { $count } domaines
} sur { $all } ; chacun est nommé avec ce qu’il changerait.
recognize-way = Font obstacle { $parts }.
recognize-way-rules = { $count ->
    [one] une règle ou participation à changer
   *[other] { $count } règles et participations à changer
}
recognize-way-lists = des listes d’exclusion trop longues dans certains domaines
recognize-way-answers = { $count ->
    [one] une exigence sur laquelle le droit n’est pas connu
   *[other] { $count } exigences sur lesquelles le droit n’est pas connu
}
recognize-way-controls = des listes non comparées, ou pas jusqu’au bout

recognize-direction-acceptable = Acceptation possible par { $grantor } pour { $partner } en l’état, liste d’exclusion à part : { $areas }.
recognize-direction-conditional = Acceptation possible par { $grantor } pour { $partner } dès que les conditions ci-dessous sont remplies : { $areas }.
recognize-direction-not-recognisable = Pas d’acceptation possible par { $grantor } pour { $partner } : { $areas }.

recognize-list-held = { $who } : { $title }, { $document }, au { $day }
recognize-list-missing = { $who } : pas de liste à disposition ; ce que les listes décident reste ouvert
recognize-no-list = pas de liste à disposition pour { $who }
recognize-handed-over = le domaine relève d’un autre instrument que la liste pour { $who }

recognize-vehicle-label = Véhicule juridique
recognize-vehicle-changed = Modifié par
recognize-vehicle-unknown = inconnu : aucune source à disposition n’en nomme
recognize-vehicle-none = aucun dans le droit à disposition : il faudrait une règle ou un accord nouveau
recognize-vehicle-change-unknown = inconnu
recognize-destinations = Destinations

recognize-condition-change = Mise à niveau de ses règles par { $who } : { $asked }
recognize-condition-change-topic = Resserrement par { $who } d’assez de règles ci-dessous pour remplir : { $asked }
recognize-condition-take-part = Adhésion par { $countries }, ou mise à l’écart par { $grantor }, comme destinations, des pays qui ne participent pas ; il est demandé : { $asked }
recognize-condition-join = Adhésion par { $who } ; il est demandé : { $asked }
recognize-condition-delist = Levée de sa mesure par { $who }, de sorte que : { $asked }
recognize-condition-list-items = Inscription à sa liste, par { $who }, de ce qui figure sur la liste d’exclusion, ou maintien par { $grantor } sous sa propre licence : { $controls }
recognize-condition-establish = Établir pour { $who }, dont la réponse n’est pas connue ou pas comparable : { $asked }
recognize-condition-decide = Trancher par lecture ce que la comparaison ne tranche pas, à savoir ce qui est repris par { $partner }, ou le mettre sur la liste d’exclusion : { $controls }
recognize-condition-bring-list = Apporter et comparer { $number ->
    [one] la liste pour { $who }
   *[other] les listes pour { $who }
}
recognize-condition-bring-instrument = Apporter et comparer l’instrument dont relève, pour { $who }, ce qui n’est pas sur sa liste : { $controls }
recognize-controls-in = { $count ->
    [one] un contrôle, { $area }
   *[other] { $count } contrôles, { $area }
}
recognize-until = D’ici là
recognize-until-open = { $until }, au pire { $worst }
recognize-why = Pourquoi
recognize-no-conditions = Aucune.

recognize-grantor = la partie qui accepte
recognize-partner = le partenaire
recognize-asks-regime = régime { $regime } : participation, pour { $partner }
recognize-asks-not-named = « { $question } » : { $partner } hors de la réponse pour { $grantor }
recognize-asks-topic = sur { $topic }, pas de règles plus souples pour { $partner } que pour { $grantor }, sauf pour des questions qui portent au plus { $share } du poids du thème
recognize-asks-answer = { $question } → { $answers }
recognize-asks-strict = { $question } → pas plus souple pour { $partner } que pour { $grantor }

recognize-unknown-answer = Inconnu ou non comparable pour { $who } : { $asked }
recognize-unknown-list = Liste non disponible pour { $who }
recognize-unknown-controls = Si l’autre côté reprend { $controls ->
    [one] { $controls } contrôle
   *[other] { $controls } contrôles
}
recognize-idle = { $count ->
    [one] Une autre exigence est ouverte
   *[other] Jusqu’à { $count } autres exigences sont ouvertes
} dans un domaine sans changer le verdict, parce qu’une autre décide.

recognize-treatment = Compté selon les règles de licence pour { $grantor }, au { $day } : exportation de chaque contrôle vers chaque pays du partenaire ({ $partner }) ; le moins favorable compte. Les exceptions ouvertes à presque toutes les destinations (bagages, réparation, gouvernements, etc.) sont laissées de côté.
recognize-state-met = oui
recognize-state-unmet = non
recognize-state-open = inconnu

recognize-existing-grants = vaut pour { $partner }
recognize-existing-grants-in-part = vaut pour { $partner } sans { $without }
recognize-existing-withholds = ne vaut pas pour { $partner }
recognize-existing-unknown = on ne sait pas s’il vaut pour { $partner }
recognize-existing-excludes = sauf { $what }
recognize-existing-none = Aucun arrangement n’est consigné pour cet objet par { $grantor }.
recognize-existing-covers = Couvre
recognize-existing-terms = Conditions d’usage
recognize-existing-from = Depuis
recognize-beside-open = Le verdict ne peut pas lui être comparé.
recognize-beside-neither = Le verdict ne va pas plus loin : la politique n’accepte pas non plus { $partner } en l’état.
recognize-beside-only-verdict = Le verdict va plus loin : d’après les faits à disposition, la politique est remplie par { $partner }, pour qui l’arrangement ne vaut pas.
recognize-beside-both = Le verdict concorde : d’après les faits à disposition, la politique est remplie dans chaque domaine par { $partner }.
recognize-beside-only-arrangement = L’arrangement accordé par { $grantor } va plus loin que la politique : { $count ->
    [one] la condition { $numbers } ci-dessus, dont il est fait abstraction, retient
   *[other] les conditions { $numbers } ci-dessus, dont il est fait abstraction, retiennent
} le verdict en deçà de l’acceptation dans un domaine au moins.

recognize-residual-undecided = { $count ->
    [one] Un contrôle appliqué par { $grantor } n’est pas tranché, ou relève d’un autre instrument pour { $partner } ; un tel bien peut en partir sans licence.
   *[other] { $count } contrôles appliqués par { $grantor } ne sont pas tranchés, ou relèvent d’un autre instrument pour { $partner } ; de tels biens peuvent en partir sans licence.
}
recognize-residual-own = { $count ->
    [one] Un contrôle appliqué par { $grantor } va
   *[other] { $count } contrôles appliqués par { $grantor } vont
} au-delà des régimes : hors comparaison, à garder sous licence propre.
recognize-residual-open = { $count ->
    [one] Une réponse que la politique demande pour une acceptation par { $grantor }, pour { $partner }, n’est pas connue ou pas comparable.
   *[other] { $count } réponses que la politique demande pour une acceptation par { $grantor }, pour { $partner }, ne sont pas connues ou pas comparables.
}
recognize-residual-layers = La pratique n’est pas comparée : comment les demandes sont tranchées, combien d’envois sont contrôlés, ce qui est poursuivi. Le verdict parle du droit écrit.

recognize-asymmetry-conditions = Conditions
recognize-asymmetry-refusing = dont celles qui écartent la reconnaissance
recognize-asymmetry-exclusions = Entrées de la liste d’exclusion
recognize-asymmetry-undecided = Contrôles non tranchés
recognize-asymmetry-unknowns = Faits inconnus qui comptent
recognize-asymmetry-existing = Arrangements en vigueur
recognize-policy-tolerated = Part des contrôles qui peuvent être absents ou plus souples, et vont sur la liste d’exclusion
recognize-policy-conditional = Part jusqu’à laquelle la reconnaissance est conditionnelle
recognize-policy-undecided = Part des contrôles qui peuvent rester non tranchés, portée comme risque résiduel
recognize-lacking-condition = devient une condition
recognize-lacking-refuses = écarte la reconnaissance
