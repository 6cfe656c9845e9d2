# Échelles de licence de plusieurs paragraphes sur une page.
ladders-title = Échelles de licence
ladders-about = Qui a besoin d’une licence pour exporter un bien de chaque catégorie de la liste. Origines : { $origins }. Destinations : { $places }. Un point d’interrogation marque ce qui peut être exigé ; les faits du bien en décident. La commande ladder, avec un code, une origine et une destination, monte chaque échelon, avec ses références.
ladders-origin = Origine
ladders-destination = Destination
ladders-licence = Licence exigée
ladders-reasons = Pour
ladders-open = Ouvert, sous conditions
ladders-perhaps = Peut-être ouvert
ladders-review = Examen
ladders-embargo = Embargo
ladders-without = Pas de paragraphe { $code } dans la liste de : { $origins }.
ladders-unknown = Inconnu, parce que la liste n’est pas disponible ou que des faits en décident : { $origins }.
