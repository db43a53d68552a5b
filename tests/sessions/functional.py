# Map, filter, zip, half consumed.
# --- turn
squares = map(lambda n: n * n, range(10))
next(squares), next(squares)
#= (0, 1)
# --- turn
odd = filter(lambda n: n % 2, squares)
next(odd)
#= 9
# --- turn
pairs = zip('abc', odd)
next(pairs)
#= ('a', 25)
# --- turn
numbered = enumerate(pairs, 7)
list(numbered)
#= [(7, ('b', 49)), (8, ('c', 81))]
# --- turn
back = reversed([1, 2, 3])
next(back)
#= 3
# --- turn
list(back), list(squares), next(odd, 'none')
#= ([2, 1], [], 'none')
