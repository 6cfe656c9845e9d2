# Ce que dit la comparaison : les phrases de concord-compare, dont l’anglais se trouve dans le code à côté de chaque clé.

# Ce que prévoit un texte.
states-nothing-more = rien de plus
states-no-reservation = aucune réserve de ce genre
states-leaves = laisse des biens à un autre instrument ({ $phrases })
states-leaves-to = renvoie à { $instrument }
states-lists = liste : { $subject }
states-under = { $what }, au titre de : { $instrument }
states-no-entry = aucune rubrique de sa liste
states-held-by = relève de : { $instrument } ({ $citation })
states-nearest = le plus proche : { $code }, { $what } (ressemblance { $of_ten } sur 10)
states-namesake = même objet ou même code : { $code }, { $what }
states-counterpart = un équivalent de { $code }
note-excludes = { $place } exclut : { $text }
note-only = { $place }, seulement : { $text }
note-says = { $place } dit : { $text }
joined-any = l’un quelconque de ses sous-paragraphes
joined-all = tous ses sous-paragraphes
joined-at-least = { $count ->
        [one] au moins { $count } de ses sous-paragraphes
       *[other] au moins { $count } de ses sous-paragraphes
    }
limit-symbolic = { $parameter } { $op } la limite fixée en { $place }
limit-formula = { $parameter } selon une formule ({ $label })
exception-yes = { $symbol } : oui
exception-no = { $symbol } : non
exception-partly = { $symbol } : en partie
term-undefined = emploie le mot sans le définir
term-defined = le définit ({ $citation })
term-used = { $count ->
        [one] { $count } paire de paragraphes appariés emploie ce mot
       *[other] { $count } paires de paragraphes appariés emploient ce mot
    }
cites-rule-of = { $citation } [règle de { $code }]
cites-rule-of-only = { "[" }règle de { $code }]
cites-definition-of = { $citation } [définition de { $code }]

# Ce qui arrête la comparaison.
reason-phrases = les mots diffèrent
reason-components = les mots relatifs aux composants diffèrent
reason-number = un nombre dont le rôle n’est pas sûr
reason-notes = les notes diffèrent
reason-parameters = des paramètres différents
reason-settings = des conditions de mesure différentes
reason-dimension = des unités de nature différente
reason-formula = une formule gardée telle quelle
reason-reference = une limite fixée par renvoi
reason-structure = des conditions réunies autrement
reason-words = une condition d’un côté, d’autres mots de l’autre
reason-joined = des sous-paragraphes réunis autrement, et qui ne sont pas tous appariés
reason-level = la condition figure à un autre niveau, avec d’autres limites
reason-may-describe = un paragraphe de l’autre liste peut le décrire
reason-parts-elsewhere = certaines de ses parties figurent ailleurs dans l’autre liste
reason-twins = les deux listes ont ici des paragraphes sans équivalent, qui peuvent être les mêmes
reason-restates = il nomme une seconde fois des biens de sa propre rubrique
reason-group = l’autre liste énonce le groupe sans sous-paragraphes
reason-at-least = un choix de plus dans un groupe « au moins »
reason-wide = des rubriques générales de l’autre liste peuvent contenir un genre aussi large
reason-whole-kind = l’autre liste vise un genre entier auquel il peut appartenir
reason-pointer = l’autre liste renvoie à un autre instrument pour de tels biens
reason-requirements = des exigences sans équivalent des deux côtés
reason-element = un élément relevé d’un seul côté pourrait en décider
open-no-paragraph = aucun paragraphe où prendre un bien
open-no-scope = un champ d’application n’a pas pu être établi
open-empty = le paragraphe lui-même ne semble contenir aucun bien
open-doubtful = cela tient à une limite ou à une note qui n’est pas comprise
open-branches = le champ d’application a trop de branches
open-no-value = aucun bien de la différence n’a de valeur à montrer
open-tried = aucun bien de la différence n’échappe aux paragraphes de l’autre liste qui ont été essayés
open-no-item = aucun bien du paragraphe n’a pu être montré
open-may-hold = dans l’autre liste, { $code } peut contenir le bien
open-no-branch = la branche des composants n’est pas modélisée
open-no-component = aucun composant de la différence n’a pu être montré
open-not-sure = il n’est pas sûr que le paragraphe lui-même contienne le bien

# Réponses aux questions sur les règles.
answer-yes = oui
answer-no = non
answer-none = aucun
answer-unknown = inconnu
answer-unlimited = sans limite
answer-life = à vie
answer-money = { $sum } { $currency }
answer-not-known = inconnu
answer-not-applicable = sans objet
duration-working-days = { $count ->
        [one] { $count } jour ouvrable
       *[other] { $count } jours ouvrables
    }
duration-days = { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
duration-weeks = { $count ->
        [one] { $count } semaine
       *[other] { $count } semaines
    }
duration-months = { $count } mois
duration-years = { $count ->
        [one] { $count } an
       *[other] { $count } ans
    }
status-other-time = d’une autre époque
status-not-shown = connu seulement à partir du { $day }
status-stayed = suspendu
status-adopted = adopté, pas encore en vigueur
status-repealed = abrogé
status-from-to = , du { $from } au { $to }
status-from = , à partir du { $from }
status-to = , jusqu’au { $to }
answers-forms = les réponses n’ont pas la même forme
answers-no-figure = un côté n’indique pas de tel chiffre, ce qui n’est ni plus ni moins qu’un chiffre
answers-no-rates = les montants sont en { $left } et en { $right }, et aucun taux de change n’est disponible
answers-rates-lack = le tableau des taux de change ne contient pas à la fois { $left } et { $right }
answers-too-close = les montants en { $left } et en { $right } sont trop proches pour que les taux de change du { $day } les départagent
answers-days = il n’y a pas de rapport fixe entre jours ouvrables et jours calendaires
answers-no-order = aucune des deux réponses n’est la plus stricte
answers-not-arising = la question ne se pose pas
definition-covers = comprend : { $covers }
definition-covers-limits = comprend : { $covers } ; limites : { $limits }
definition-none = ne le définit pas
definition-without-limit = sans la limite : { $meaning }
regime-takes-part = { $who } : participe
regime-takes-no-part = { $who } : ne participe pas
regime-disputed = { $who } : les sources se contredisent

# L’échelle des licences.
ladder-elsewhere = la liste renvoie le bien à une autre autorité : { $agency }
ladder-listed = { $code } ({ $subject }), { $list } au { $day }
ladder-not-listed = { $list } au { $day } : pas de paragraphe { $code }
ladder-no-list = la liste de l’origine n’est pas disponible ; les échelons suivants disent ce qu’il en est si elle nomme le bien
ladder-rule-if = { $name } ; si { $facts }
ladder-embargo-licence = { $name } : une licence est exigée
ladder-no-reason = la rubrique n’indique aucun motif de contrôle dans son tableau
ladder-not-covered = aucun motif de contrôle du tableau de la rubrique ne couvre le paragraphe ; une autre autorité peut délivrer la licence
ladder-list-not-held = les motifs de contrôle figurent dans une liste qui n’est pas disponible
ladder-other-agency = une autre autorité délivre la licence
ladder-marked = { $column } est coché pour la destination
ladder-not-marked = { $column } n’est pas coché pour la destination
ladder-chart-refers = { $column } : le tableau des pays renvoie à { $to }
ladder-chart-open = le tableau des pays ne règle pas { $column }
ladder-all-destinations = toutes les destinations
ladder-not-required = pas exigée vers la destination
ladder-required-to = exigée vers : { $places }
ladder-required-to-if = exigée vers : { $places }, si { $facts }
ladder-entry-refers = la rubrique renvoie à une autre disposition pour ses destinations
ladder-entry-states = la rubrique indique : { $places }
ladder-applies-only = ne s’applique qu’à { $codes }
ladder-applies-to = s’applique à { $codes }
ladder-leaves-out = laisse de côté { $codes }
ladder-narrowed = son texte le restreint à une partie des biens
ladder-hangs-on-items = cela dépend des biens visés ({ $codes })
ladder-none-needed = aucune n’est nécessaire
ladder-no-application = aucune demande n’est nécessaire
ladder-no-policy = aucune politique d’examen n’est disponible pour ces motifs
ladder-conditions = { $text } ; conditions : { $conditions }
ladder-net-value = valeur nette d’au plus { $limit }
closed-item = pas ouverte au bien
closed-destination = pas ouverte à la destination
closed-activity = pas ouverte à l’activité
closed-reasons = pas pour des biens contrôlés à ces motifs
closed-other-reasons = une licence est exigée pour d’autres motifs aussi
closed-its-reasons = aucune licence n’est exigée pour ses motifs
closed-by-entry = la rubrique la ferme
closed-not-opened = la rubrique ne l’ouvre pas
unsure-item = ouverte à une partie des biens
unsure-destination = on ne sait pas si elle est ouverte à la destination
unsure-reasons = cela dépend d’un motif de contrôle
unsure-other-reasons = une licence peut être exigée pour d’autres motifs aussi
unsure-if = si { $facts }
unsure-by-entry = la rubrique la ferme en partie
unsure-closed-if = fermée si : { $name }
unsure-entry-not-held = la rubrique qui doit l’ouvrir n’est pas disponible
unsure-opened-in-part = la rubrique l’ouvre en partie
item-open-parameter = le bien n’indique pas : { $parameter }
item-open-words = on ne sait pas si « { $words } » vaut pour lui
item-open-phrase = on ne sait pas si une expression du paragraphe vaut pour lui
item-open-limit = la valeur d’une limite n’est pas disponible : { $limit }
item-open-not-understood = pas compris : { $what }

# Les niveaux au-dessus de la liste.
layer-unlisted = biens qui ne figurent sur aucune des deux listes
layer-pairs = { $count ->
        [one] une paire de paragraphes
       *[other] { $count } paires de paragraphes
    }
layer-more = et { $count } de plus
rung-licence = licence exigée
rung-no-licence = pas de licence exigée
rung-licence-open = on ne sait pas si une licence est exigée
rung-wide = { $symbols }, pour tout type d’opération
rung-on-terms = { $name }, aux conditions suivantes : { $terms }
rung-single = cas particuliers seulement
rung-single-open = cas particuliers ; le reste est inconnu
rung-none = aucune
rung-closed = { $symbol } est fermée : { $why }
rung-perhaps = { $least }, peut-être { $most }
rung-perhaps-stricter = { $least }, peut-être plus strict
rung-policy-not-held = une politique qui n’est pas disponible
guards-none = aucune fin
guards-perhaps = peut-être { $perhaps }
guards-sure-perhaps = { $sure } ; peut-être { $perhaps }
guards-embargo = un embargo sur les biens de tout genre
guards-no-embargo = pas d’embargo sur les biens de tout genre
guards-embargo-open = on ne sait pas si un embargo couvre les biens de tout genre
reason-belongs-elsewhere = l’autre liste renvoie ce à quoi il appartient à un autre instrument
reason-leans = il est décrit par une autre rubrique, que l’autre liste a aussi
reason-words-level = certains des mots figurent à un autre niveau
