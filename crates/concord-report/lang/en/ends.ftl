# The ends against which items on no list are controlled.
end-nuclear = nuclear
end-naval-nuclear-propulsion = naval nuclear propulsion
end-missiles = missiles
end-chemical-biological = chemical biological
end-military-end-use = military end use
end-military-intelligence = military intelligence
end-military-parts = military parts
end-surveillance = surveillance
end-supercomputing = supercomputing
end-listed-parties = listed parties
