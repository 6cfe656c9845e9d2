# La place d'un bien dans les listes de ses origines.
item-listed = { $list }, { $origin } : sur la liste.
item-perhaps = { $list }, { $origin } : peut-être sur la liste.
item-not-listed = { $list }, { $origin } : hors liste. { $outside } paragraphes nomment ses genres, et aucun ne le contient.
item-unknown = { $list }, { $origin } : on ne le sait pas, car aucun paragraphe ne nomme tous ses genres.
item-no-list = { $origin } : sa liste n’est pas disponible.
item-by-file = { $origin } : placé sous { $codes } par le fichier du bien lui-même.
item-more = { $more } autres paragraphes peuvent le contenir.
item-unknown-kinds = Genres que la liste ne nomme pas : { $words }.
item-unused-values = Paramètres que la liste ne limite pas : { $words }.
item-unlisted = Si aucun paragraphe ne le contient : { $origin } vers { $place }
item-general-notes = Les notes générales des listes sont laissées de côté ; un paragraphe n’est interrogé que si lui-même, ou un titre au-dessus de lui, nomme l’un des genres du bien.
item-guard = { $name } : { $trigger }
item-embargo = { $answer ->
        [yes] Un embargo couvre les biens de tout genre.
        [no] Aucun embargo ne couvre les biens de tout genre.
       *[other] On ne sait pas si un embargo couvre les biens de tout genre.
    }
item-no-guard = Aucune clause attrape-tout disponible ne peut s’appliquer.
