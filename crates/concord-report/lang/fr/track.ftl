# Des juridictions dans le temps.
track-index = Dans le temps
track-title = Ce qui a changé : { $who }
track-period = Du { $from } au { $to }. { $topic }.
track-trend-converging = En dehors des listes, elles se rapprochent : de { $pairs } paires de réponses connues à chaque jour considéré, { $first } différaient le { $from } et { $last } le { $to } (pondéré).
track-trend-diverging = En dehors des listes, elles s’éloignent : de { $pairs } paires de réponses connues à chaque jour considéré, { $first } différaient le { $from } et { $last } le { $to } (pondéré).
track-trend-converging-little = En dehors des listes, elles se rapprochent de moins d’un point de pourcentage : de { $pairs } paires de réponses connues à chaque jour considéré, { $first } différaient le { $from } et { $last } le { $to } (pondéré).
track-trend-diverging-little = En dehors des listes, elles s’éloignent de moins d’un point de pourcentage : de { $pairs } paires de réponses connues à chaque jour considéré, { $first } différaient le { $from } et { $last } le { $to } (pondéré).
track-trend-steady = En dehors des listes, elles sont aussi éloignées qu’avant : de { $pairs } paires de réponses connues à chaque jour considéré, { $first } différaient le { $from } comme le { $to } (pondéré).
track-trend-unclear = On ne peut décider si elles se rapprochent en dehors des listes : de { $pairs } paires de réponses connues à chaque jour considéré, { $first } différaient le { $from } et { $last } le { $to } (pondéré).
track-trend-none = On ne peut dire si elles se rapprochent en dehors des listes : aucune paire de réponses n’est connue à chaque jour considéré.
track-law-none = Aucun changement du droit en dehors des listes n’est connu pour cette période.
track-law =
    { $count ->
        [one] Un changement du droit en dehors des listes est connu
       *[other] { $count } changements du droit en dehors des listes sont connus
    } : { $whose }.
track-law-effect = Rapprochements : { $closer } ; éloignements : { $apart } ; distance inchangée : { $none } ; indécis : { $unclear }.
track-lists-one = De la liste ({ $who }), une seule édition est disponible ({ $day }) ; elle ne dit rien des changements.
track-lists-same = De la liste ({ $who }), { $editions } éditions sont disponibles ; rien n’a changé dans ce qu’elles contrôlent.
track-lists = De la liste ({ $who }), { $editions } éditions sont disponibles, avec { $changes } changements : { $stricter } contrôlent plus qu’avant, { $looser } moins, { $both } plus en partie et moins en partie, { $open } ne sont pas décidés.
track-differences-none = Aucune différence entre les deux n’est apparue ni n’a cessé avec le changement d’un texte.
track-differences = Des différences entre les deux dont le sens est connu, { $appeared } sont apparues, { $ended } ont cessé et { $changed } ont changé avec un texte ; de même { $open } dont le sens n’est pas décidé.
track-behind-none = Personne n’est moins strict que { $reference } sur une question dont les réponses sont connues.
track-behind = Moins strict que { $reference } le dernier jour, en questions : { $whose }.
track-known = Le premier jour, { $first } réponses étaient connues, le dernier { $last } sur { $questions } ; ce qui n’est pas connu élargit les fourchettes, et une réponse qui devient connue n’est pas un changement du droit.
track-known-of = { $known } sur { $questions }
track-since = depuis le { $day }
track-since-or-earlier = depuis le { $day } ou plus tôt ; ce qui précède n’est pas connu
track-since-start = depuis le { $day } ou plus tôt ; la série y commence
track-column-day = Jour
track-column-members = Membres
track-column-known = Réponses connues
track-column-known-of = Connues, { $who }
track-column-apart = Réponses différentes
track-column-panel = Parmi les réponses toujours connues
track-column-looser = { $who } moins strict
track-column-editions = Éditions de la liste
track-column-lists = Liste : { $who } contrôle plus
track-column-overlap = Liste : chacun en partie
track-column-undecided = Liste : indécis
track-joined =
    { $count ->
        [one] Nouveau membre : { $who }.
       *[other] Nouveaux membres : { $who }.
    }
track-left = Ne sont plus membres : { $who }.
track-learned =
    { $count ->
        [one] Une réponse est devenue connue
       *[other] { $count } réponses sont devenues connues
    } sans changement du droit : { $whose }.
track-differences-open =
    { $count ->
        [one] Une différence dont le sens n’est pas décidé est apparue, a cessé ou a changé.
       *[other] { $count } différences dont le sens n’est pas décidé sont apparues, ont cessé ou ont changé.
    }
track-differences-known =
    { $count ->
        [one] Une différence est apparue, a cessé ou a changé seulement parce qu’une réponse est devenue connue ou a cessé de l’être.
       *[other] { $count } différences sont apparues, ont cessé ou ont changé seulement parce que des réponses sont devenues connues ou ont cessé de l’être.
    }
track-effect-closer = plus proche
track-effect-apart = plus éloigné
track-effect-none = distance inchangée
track-effect-unclear = indécis
track-effect-of = { $effect } ({ $known } connus)
track-movement-stricter = plus strict
track-movement-looser = moins strict
track-movement-both = plus strict en partie, moins strict en partie
track-movement-other = autre règle, aucune plus stricte
track-movement-unclear = indécis
track-paragraph-added = paragraphe ajouté
track-paragraph-dropped = paragraphe supprimé
track-what = { $title } : { $parameter }
track-appeared = apparue
track-ended = a cessé
track-changed = modifiée
track-around = Le texte nommé n’a pas changé, mais une autre partie de l’une des listes.
track-heading-chart = Éloignement, jour par jour
track-heading-days = Jour par jour
track-heading-steps = Ce qui s’est passé
track-heading-step = Du { $after } au { $until }
track-heading-law = Droit en dehors des listes
track-heading-lists = Listes
track-heading-differences = Différences entre les deux
track-heading-members = Au dernier jour
track-heading-behind = Moins strict que { $reference }
track-heading-method = Comment lire ce rapport
track-method-known = Les réponses d’un jour sont celles qu’un texte disponible montre pour ce jour. Le texte d’une loi dit ses règles à partir de sa propre date, et du premier jour qu’il indique ; pour les jours antérieurs, la réponse est inconnue.
track-method-panel = Le rapprochement se mesure sur les réponses connues à chaque jour considéré, de sorte que les mêmes questions soient comptées chaque jour. Les autres parts sont des fourchettes sur ce qui n’est pas connu.
track-method-lists = Les éditions d’une liste sont comparées entre elles comme deux listes. Le changement a eu lieu entre les dates des deux éditions. Un paragraphe ajouté ou supprimé n’est plus strict ou moins strict que si aucun autre paragraphe ne peut tenir ses biens.
track-first = Premier jour
track-last = Dernier jour
track-before = Avant
track-since-heading = Depuis
track-movement = Mouvement
track-effect = Distance
track-who = Qui
track-what-heading = Quoi
track-when = Depuis quand
track-kind-limit = limite
track-kind-connective = lien des sous-paragraphes
track-kind-note = note
track-kind-components = composants
track-kind-place = place ou instrument
track-kind-reason = motifs de contrôle
track-kind-exception = exceptions de licence
track-kind-term = terme défini
track-kind-words = mots
track-ahead = Rien n’a été lu après le { $day } : des jours suivants, on ne dit que ce que les textes lus jusque-là en disent.
