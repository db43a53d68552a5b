// Names that upstream's search does not find: those with other signs in them.
Q(UTF-8)
Q(<stdin>)
Q(<stdout>)
Q(<stderr>)
