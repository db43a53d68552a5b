def kmp(t, p):
    f, k = [0] * len(p), 0
    for i in range(1, len(p)):
        while k and p[i] != p[k]: k = f[k - 1]
        k += p[i] == p[k]; f[i] = k
    k, out = 0, []
    for i, c in enumerate(t):
        while k and c != p[k]: k = f[k - 1]
        k += c == p[k]
        if k == len(p): out.append(i - k + 1); k = f[k - 1]
    return out
print(kmp("abababcabab", "abab"), kmp("aaaa", "aa"), kmp("xyz", "q"))
def longest_palindrome(s):
    best = ""
    for i in range(len(s)):
        for a, b in ((i, i), (i, i + 1)):
            while a >= 0 and b < len(s) and s[a] == s[b]: a -= 1; b += 1
            best = max(best, s[a + 1:b], key=len)
    return best
print(longest_palindrome("forgeeksskeegfor"), longest_palindrome("abc"))
