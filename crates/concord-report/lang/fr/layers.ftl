# Les niveaux au-dessus de la liste, pour une destination.
layers-title = Au-dessus de la liste : les licences pour une destination
layers-as-of = Règles de licence : { $left } au { $left_date }, { $right } au { $right_date }.
layers-no-rules = Aucune règle de licence n’est disponible pour { $who } ; rien n’est donc comparé au-dessus de la liste.
layers-population =
    { $pairs ->
        [0] Aucune paire de paragraphes n’est interrogée, faute de disposer des deux listes ; n’est comparé que ce qui vise les biens qu’aucune liste ne nomme.
       *[other] Sont interrogées { $pairs } paires de paragraphes appariés sans sous-paragraphe, dont on sait que les champs ont des biens en commun, chacune pour un bien qui relève des deux. { $left_out } autres paires sont laissées de côté, faute de savoir si elles ont un bien en commun.
    }
layers-apart =
    Chaque niveau a son propre sens, et aucun ne s’additionne à un autre. Ce qui peut tenir lieu de licence, et l’examen des demandes, ne sont comparés que si les deux côtés exigent à coup sûr une licence. Là où un échelon n’est pas connu d’un côté, il n’y a pas de sens. Les contrôles d’utilisation finale et les embargos sont interrogés pour des biens hors liste, selon les fins visées ; leur déclenchement est comparé avec les règles hors des listes.
layers-inside = Rien n’est comparé pour ce qui se trouve à l’intérieur de l’un des deux côtés, d’où rien n’y est exporté : { $place }.
layers-destination = Vers { $place }
layers-layer = Niveau
layers-asked = Interrogées
layers-alike = Identiques
layers-stricter = plus strict : { $who }
layers-in-part = Chacun en partie
layers-not-ordered = Sans ordre
layers-not-known = Inconnu
layers-does-not-arise = Sans objet
layers-controls = Contrôles
layers-controls-of = Contrôles, { $who }
layers-verdict-not-known = on ne le sait pas
layers-verdict-not-ordered = les deux côtés, à des conditions sans ordre
layers-left-out = { $findings } constats sur { $places } destinations figurent dans la forme lisible par machine ({ $command }).
layers-answer = Vers { $place } : licence exigée par { $left } et non par { $right } pour { $left_more } des { $pairs } paires de paragraphes ; l’inverse vaut pour { $right_more }{ $unknown ->
        [0] .
       *[other] , et pour { $unknown } on ne le sait pas.
    }
layers-witness-licence = Vers { $place }, { $licence ->
        [yes] licence exigée par { $who }
        [no] pas de licence exigée par { $who }
       *[other] licence peut-être exigée par { $who }
    }
layers-witness-reasons = { $text } ({ $reasons })
layers-witness-open = { $text } ; ouvert sans elle : { $symbols }
layers-witness-elsewhere = { $text } ; pour { $who }, la liste ne le nomme pas, et { $catch_alls ->
        [0] aucune clause attrape-tout disponible ne peut s’appliquer
        [one] une clause attrape-tout peut s’appliquer
       *[other] { $catch_alls } clauses attrape-tout peuvent s’appliquer
    }{ $known ->
        [yes] .
       *[other] , dont toutes ne sont pas disponibles.
    }
