from functools import lru_cache
def lcs(a, b):
    @lru_cache(None)
    def go(i, j):
        if i == len(a) or j == len(b): return ""
        if a[i] == b[j]: return a[i] + go(i + 1, j + 1)
        return max(go(i + 1, j), go(i, j + 1), key=len)
    return go(0, 0)
print(lcs("AGGTAB", "GXTXAYB"), repr(lcs("abc", "xyz")), lcs("programming", "gaming"))
