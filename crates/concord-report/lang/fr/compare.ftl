# Ce qu’il ressort d’une comparaison : verdicts, niveaux, origines, comptes, couverture, témoins, indices.
share-none = aucune
share-range = { $low } à { $high }
topic-all = tous les thèmes

# Qui contrôle davantage.
verdict-controls-more = contrôle plus large : { $who }
verdict-licence-for-more = licence exigée plus largement : { $who }
verdict-allows-less = moins d’ouvertures sans licence individuelle : { $who }
verdict-holds-in-list = ce domaine figure dans la liste pour { $who }, ailleurs pour { $other }
verdict-stricter = plus strict : { $who }
verdict-overlap = chaque côté contrôle quelque chose que l’autre ne contrôle pas
verdict-not-decided = non tranché
verdict-no-direction = sans sens
verdict-rule-overlap = chaque côté a ce que l’autre n’a pas
verdict-rule-differs = les réponses diffèrent, sans que l’une soit plus stricte
verdict-worth-knowing = bon à savoir, quel que soit le côté qui contrôle davantage
column-controls-more = plus large : { $who }
column-in-part = chacun en partie
relation-equal = le même champ d’application
relation-disjoint = rien en commun
severity-major = majeur
severity-moderate = modéré
severity-minor = mineur
severity-info = information
states-nothing = rien sur ce point

# Niveaux de contrôle.
layer-jurisdiction = instrument et autorité
layer-listed = biens listés
layer-licence-required = licence exigée
layer-authorisation = exceptions et autorisations générales
layer-review-policy = politique d’examen
layer-catch-all = contrôles de l’utilisation finale et embargos
layer-duties = obligations des exportateurs et des utilisateurs
layer-enforcement = infractions et application
layer-procedure = procédure et transparence

# D’où viennent les contrôles.
stratum-regime = Contrôles issus des régimes
stratum-regime-holds = Contrôles qui mettent en œuvre les listes des régimes internationaux.
stratum-unilateral = Contrôles nationaux
stratum-unilateral-holds = Contrôles d’une seule juridiction qui ne mettent en œuvre aucun régime international.
stratum-anti-terrorism = Contrôles antiterroristes
stratum-anti-terrorism-holds = Contrôles fondés sur la seule lutte contre le terrorisme, qui ne valent que pour peu de destinations.
stratum-munitions-like = Anciens matériels de guerre
stratum-munitions-like-holds = Séries de rubriques qui contiennent du matériel militaire moins sensible ; l’autre côté peut l’avoir dans une liste de matériel de guerre.

# Ce qu’est un fait d’un paragraphe.
fact-subject = bien
fact-restriction = seulement si
fact-alternative = ou, entre autres
fact-exclusion = sauf si
fact-condition = limite
fact-joined = doit remplir
fact-components = composants aussi
fact-substance = substance
fact-note = note
fact-unread = nombre non compris

# Un bien concret qui figure sur une liste et non sur l’autre.
witness-phrase = « { $phrase } »
witness = Un bien{ $has_kind ->
        [yes] { " " }du genre « { $kind } »
       *[no] { "" }
    }{ $values ->
        [0] { "" }
       *[other] { " " }avec { $with }
    }{ $phrases ->
        [0] { "" }
        [one] , pour lequel { $lacks } ne vaut pas,
       *[other] , pour lequel { $lacks } ne valent pas,
    } figure sur la liste { $list } sous { $code } et dans aucune rubrique de la liste { $there }.

# La réponse.
answer-no-lists = Les listes ne sont pas comparées : les deux juridictions n’en ont pas toutes deux une de disponible.
answer-headline = { $decided ->
        [0] Aucune différence n’a été trouvée dans ce que contrôlent les deux listes
       *[other] Le contrôle est plus large pour { $who } que pour { $other } en { $left ->
            [one] { $left } endroit
           *[other] { $left } endroits
        }, et plus large pour { $other } que pour { $who } en { $right ->
            [one] { $right } endroit
           *[other] { $right } endroits
        }
    }{ $overlap ->
        [0] .
        [one] { "" } ; en { $overlap } endroit, chaque côté contrôle quelque chose que l’autre ne contrôle pas.
       *[other] { "" } ; en { $overlap } endroits, chaque côté contrôle quelque chose que l’autre ne contrôle pas.
    }{ $undecided ->
        [0] { "" }
        [one] { " " }{ $undecided } endroit n’a pas pu être tranché et ne compte pour aucun des deux côtés.
       *[other] { " " }{ $undecided } endroits n’ont pas pu être tranchés et ne comptent pour aucun des deux côtés.
    }
answer-leads = Au compte des endroits, le contrôle est plus large pour { $who } en { $parts }.
answer-count = { $what } ({ $mine } contre { $theirs })
answer-category = catégorie { $key }
answer-category-titled = catégorie { $key }, { $title }
answer-apart = { $count ->
        [one] { $count } autre constat, sur des contrôles hors des listes des régimes internationaux (nationaux, antiterroristes, anciens matériels de guerre), est compté à part.
       *[other] { $count } autres constats, sur des contrôles hors des listes des régimes internationaux (nationaux, antiterroristes, anciens matériels de guerre), sont comptés à part.
    }
category-sentence = { $standing ->
        [none] Aucun des deux côtés ne contrôle davantage
        [alone] Le contrôle est plus large pour { $who } en { $most ->
            [one] { $most } endroit
           *[other] { $most } endroits
        }
        [both] Le contrôle est plus large pour { $who } et pour { $other } en { $most ->
            [one] { $most } endroit
           *[other] { $most } endroits
        } chaque fois
       *[more] Le contrôle est plus large pour { $who } en { $most ->
            [one] { $most } endroit
           *[other] { $most } endroits
        }, pour { $other } en { $least }
    }{ $overlap ->
        [0] { "" }
        [one] { "" } ; en { $overlap } endroit, chaque côté contrôle quelque chose que l’autre ne contrôle pas
       *[other] { "" } ; en { $overlap } endroits, chaque côté contrôle quelque chose que l’autre ne contrôle pas
    }{ $undecided ->
        [0] .
        [one] { "" } ; { $undecided } endroit n’a pas pu être tranché.
       *[other] { "" } ; { $undecided } endroits n’ont pas pu être tranchés.
    }
coverage-none = Aucun contrôle de la liste { $of } ne pourrait figurer sur les deux listes ; il n’y a donc pas de couverture à indiquer.
coverage = Des { $population } contrôles de la liste { $of } que les deux listes pourraient contenir, la liste { $by } en contient à coup sûr { $covered } en entier, { $partly } en partie et { $not_covered } pas du tout ; { $undecided ->
        [0] la part contenue en entier est de { $share }.
       *[other] { $undecided } n’ont pas pu être tranchés{ $by_heading ->
            [0] { "" }
           *[other] { " " }(dont { $by_heading } pour un titre placé au-dessus seulement)
        }, de sorte que la part contenue en entier se situe entre { $low } et { $high }.
    }

# Règles hors des listes.
rules-rates = Les montants en monnaies différentes ont été comparés aux taux du { $day } ({ $source }) ; ils ne comptent comme différents que si l’un dépasse { $margin } fois l’autre.
rules-definitions = Définitions
rules-definitions-about = Mots que définissent les deux droits.
rules-answer = Dans les règles hors des listes, le droit est plus strict pour { $left } sur { $left_more ->
        [one] { $left_more } question
       *[other] { $left_more } questions
    }, pour { $right } sur { $right_more ->
        [one] { $right_more } question
       *[other] { $right_more } questions
    } ; sur { $overlap }, chaque côté a ce que l’autre n’a pas. Réponses identiques : { $alike ->
        [one] { $alike } question
       *[other] { $alike } questions
    }.
rules-leads = Au compte des questions, le droit est plus strict pour { $who } que pour { $other } surtout en ces thèmes : { $parts }.
rules-known-of = { $known } sur { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
rules-known = Les sources disponibles répondent à { $left_known } pour { $left } et à { $right_known } pour { $right } ; ce que l’on ne sait pas ne compte pour aucun des deux côtés.
words-same = Définis par les mêmes éléments : { $words }.
words-broader = Définis plus largement par { $who } : { $words }.
words-overlap = Chaque côté a des éléments qui manquent à l’autre : { $words }.
words-open = Non tranchés, pour un élément relevé d’un seul côté : { $words }.
words-only = Décrits pour { $who } seulement, ce qui ne dit rien pour { $other } : { $words }.

# Indices.
index-differently = réponses différentes
index-distance = distance moyenne
index-common = oui en commun
index-harmonised = harmonisé
index-left-looser = plus souple : { $left }
index-right-looser = plus souple : { $right }
index-left-matched = { $left }, égalé par { $right }
index-right-matched = { $right }, égalé par { $left }
index-differently-about = part pondérée des questions auxquelles les deux répondent différemment
index-distance-about = distance moyenne pondérée des réponses : 0 ou 1 pour oui-non, les mots sans ordre et les chiffres ; le nombre de degrés rapporté à la longueur d’un choix ordonné ; pour les ensembles, la part des mots qui ne sont pas communs
index-common-about = parmi les questions oui-non auxquelles l’un au moins répond oui, la part pondérée de celles où les deux le font (Jaccard)
index-harmonised-about = H = 1 - |écart| / |contextes| : la part pondérée des questions ordonnées sur lesquelles aucun des deux n’est plus strict
index-looser-about = part pondérée des questions ordonnées sur lesquelles ce côté est plus souple, en tout ou en partie
index-matched-about = parmi les questions ordonnées sur lesquelles un côté contrôle quelque chose, la part pondérée de celles où l’autre est au moins aussi strict

# Plusieurs juridictions à la fois, et une face à d’autres.
matrix-known = { $who } : { $known } questions sur { $questions } ont une réponse ({ $share })
matrix-weight = poids { $weight } : { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
matrix-differently = Réponses différentes
matrix-covered = Part de ce que contrôle la ligne et qu’égale la colonne
matrix-harmonised = Harmonisé
matrix-looser = La ligne est plus souple que la colonne
matrix-distance = Distance moyenne
matrix-common = Oui en commun
matrix-members = { $described } membres sur { $members } sont décrits ; les règles des autres ne sont pas disponibles.
matrix-disputed = Les sources se contredisent sur l’appartenance des suivants, qui sont laissés de côté : { $codes }.
needs-share = { $part } sur { $of }
needs-answer = Questions dont une réponse est plus stricte qu’une autre : { $asked }. Insuffisances relevées pour { $who } : { $needs }, dont { $heavy } de poids 3 ou plus, face à { $count ->
        [one] { $whom }
       *[other] l’un au moins des droits suivants : { $whom }
    }.
needs-unknown = Sur { $count } autres, sa propre réponse est inconnue ; elles figurent à part et ne disent rien de son droit.

# Échelons d’une échelle de licences, et politiques d’examen.
rung-jurisdiction = compétence et autorité
rung-listed = sur la liste
rung-licence-required = licence exigée
rung-authorisation = autorisation disponible
rung-review = politique d’examen
rung-catch-all = une clause attrape-tout peut s’appliquer
rung-embargo = couvert par un embargo
ladder-review-none = aucun examen
ladder-answer-yes = oui
ladder-answer-no = non
ladder-answer-unknown = inconnu
ladder-list = { $list } au { $day }
policy-approval = approbation
policy-presumption-of-approval = présomption d’approbation
policy-case-by-case = cas par cas
policy-as-arms-embargo = comme pour un embargo sur les armes
policy-presumption-of-denial = présomption de refus
policy-denial = refus
