# Les notes Word et les classeurs des échelles de licences et de ce qui manque à un pays par rapport à d'autres.

# Noms des feuilles : 31 caractères au plus, aucun de [ ] : * ? / \.
office-sheet-ladder = Échelle
office-sheet-rungs = Échelons
office-sheet-closed = Fermées
office-sheet-item = Bien
office-sheet-needs = Questions
office-sheet-doers = Qui fait davantage

# Échelles de licences.
office-authorisation = Autorisation
office-authorisations = Autorisations
office-by-destination = Par destination
office-closed-why = Ce qui la ferme
office-destinations = { $count } destinations
office-fact = Fait
office-fact-holds = Vérifié
office-item-stands = Où se place le bien
office-item-unlisted = Si aucun paragraphe ne contient le bien
office-ladder-between = { $code }, { $origin } → { $place }
office-ladder-counted = { $origin }, { $code } (règles au { $day }). Destinations : { $all } ; licence requise : { $asked } ; licence non requise : { $free } ; non décidé par les faits relatifs au bien et à la destination : { $open }.
office-ladder-from = { $origin } : { $code }
office-licence-asked = Licence requise
office-licence-free = Non requise
office-licence-open = Non tranché
office-licences-counted = Destinations, selon qu’une licence est requise ou non
office-perhaps-paragraph = Point d’interrogation après un paragraphe : il contient peut-être le bien.
office-rests-on = Fondement
office-rules-as-of = Règles au
office-rung = Échelon
office-rung-by-rung = Échelon par échelon
office-method-ladder = Pour chaque origine et chaque destination, l’échelle est gravie selon les règles de l’origine : autorité compétente, inscription du bien sur la liste, licence requise ou non, ce qui peut en tenir lieu, examen de la demande, clause attrape-tout applicable, embargo.
office-method-open = Une autorisation est ouverte sous ses conditions, qui ne sont pas examinées ici ; elle est peut-être ouverte lorsque les faits relatifs au bien et à la destination ne le décident pas.
office-method-ladder-unknown = Ce que les règles disponibles ne décident pas est inconnu ; cela ne compte ni pour ni contre une licence.
office-sources-ladder = Les notes ci-dessous indiquent l’endroit du texte officiel sur lequel repose chaque réponse.

office-rung-jurisdiction-and-agency = compétence et autorité
office-rung-listed = inscription sur la liste
office-rung-licence-required = licence requise
office-rung-authorisation-available = autorisation disponible
office-rung-review-policy = règle d’examen
office-rung-catch-all-could-apply = clause attrape-tout applicable
office-rung-embargo-covers-it = embargo applicable
office-review-none-needed = aucun examen requis
office-review-unknown = inconnue
office-review-approval = approbation
office-review-presumption-of-approval = présomption d’approbation
office-review-case-by-case = au cas par cas
office-review-as-arms-embargo = comme un embargo sur les armes
office-review-presumption-of-denial = présomption de refus
office-review-denial = refus
office-activity-export = exportation
office-activity-re-export = réexportation
office-activity-transfer = transfert
office-activity-brokering = courtage
office-activity-technical-assistance = assistance technique
office-activity-transit = transit

# Ce qui manque par rapport à d'autres.
office-answer-of = Réponse, { $side }
office-answer-known = Réponses connues
office-do-more = Font davantage
office-more-of = { $count } sur { $known }
office-needs-many = { $who } : les lacunes de ses règles par rapport à d’autres
office-needs-beside = Par rapport à : { $reference }.
office-needs-heavy = En deçà : les questions de plus grand poids
office-needs-rest = En deçà : les autres questions
office-share-more = Part
office-stricter-of = Plus stricts, parmi les réponses connues
office-who-does-more = Qui fait davantage
office-method-needs = Sont posées les questions où une réponse peut être plus stricte qu’une autre. Il y a lacune lorsqu’un élément au moins de l’ensemble de référence est plus strict, en tout ou en partie.
office-method-needs-weight = Le poids d’une question figure dans le vocabulaire ; les questions sont classées selon ce poids, puis selon le nombre de ceux qui font davantage.
office-method-needs-unknown = Lorsque la réponse propre est inconnue, la question est présentée à part et ne dit rien du droit en cause. Les parts ne comptent que les réponses connues.
office-sources-needs = Les notes ci-dessous indiquent l’endroit du texte officiel sur lequel repose chaque réponse.
