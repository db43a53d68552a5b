# Only urllib.parse is here: a sandbox has no network.
