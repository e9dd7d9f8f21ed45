import missing  # there is no such module
