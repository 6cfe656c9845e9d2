# Les fins contre lesquelles sont contrôlés des biens hors liste.
end-nuclear = armes nucléaires
end-naval-nuclear-propulsion = propulsion nucléaire navale
end-missiles = missiles
end-chemical-biological = armes chimiques et biologiques
end-military-end-use = utilisation finale militaire
end-military-intelligence = renseignement militaire
end-military-parts = pièces de matériel militaire
end-surveillance = surveillance
end-supercomputing = supercalcul
end-listed-parties = personnes inscrites sur une liste
