# La place d'un bien dans les listes de ses origines.
item-title = La place de { $name }
item-listed = { $list }, { $origin } : sur la liste.
item-perhaps = { $list }, { $origin } : peut-être sur la liste.
item-not-listed = { $list }, { $origin } : hors liste. { $outside } paragraphes nomment ses genres, et aucun ne le contient.
item-unknown = { $list }, { $origin } : on ne le sait pas, car aucun paragraphe ne nomme tous ses genres.
item-no-list = { $origin } : sa liste n'est pas disponible.
item-by-file = { $origin } : placé sous { $codes } par le fichier du bien lui-même.
item-more = { $more } autres paragraphes peuvent le contenir.
item-unknown-kinds = Genres que la liste ne nomme pas : { $words }.
item-unused-values = Paramètres que la liste ne limite pas : { $words }.
item-unlisted = Hors liste : { $origin } vers { $place }
item-guard = { $name } : { $trigger }
item-embargo = { $answer ->
        [yes] Un embargo couvre les biens de tout genre.
        [no] Aucun embargo ne couvre les biens de tout genre.
       *[other] On ne sait pas si un embargo couvre les biens de tout genre.
    }
item-no-guard = Aucune clause attrape-tout disponible ne peut s'appliquer.
