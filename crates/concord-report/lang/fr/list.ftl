list-last = { $before } et { $last }
