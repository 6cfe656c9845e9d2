desk-authentic = Seules les publications officielles font foi. Ce rapport énonce des faits qui y ont été lus et n’en remplace aucune.
desk-confirmed = confirmé
desk-contested = contesté
desk-materiality-high = d’importance élevée
desk-materiality-medium = d’importance moyenne
desk-materiality-low = d’importance faible
desk-review = { $verdict } par { $reviewer } le { $on }
desk-line = Ligne recommandée : { $line }
desk-changes = Changements depuis l’édition du { $since }
desk-changes-count =
    { $new ->
        [one] Un constat est nouveau
       *[other] { $new } constats sont nouveaux
    }, { $changed ->
        [one] un a changé
       *[other] { $changed } ont changé
    }, { $gone ->
        [one] un a disparu
       *[other] { $gone } ont disparu
    } ; { $unchanged } sont inchangés.
desk-new = Nouveau
desk-changed = Changé
desk-gone = Disparu
desk-before = auparavant : { $said }
