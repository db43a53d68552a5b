# ElementTree.
