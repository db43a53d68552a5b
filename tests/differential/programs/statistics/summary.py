import statistics as st
x = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(x), st.median(x), st.mode(x), st.pstdev(x), st.stdev(x), st.variance(x), st.pvariance(x), st.fmean(x))
print(st.median_low(x), st.median_high(x), st.multimode("aabbc"), st.quantiles(x), st.quantiles(range(11), n=10, method="inclusive"), st.harmonic_mean([40, 60]), st.geometric_mean([1, 8, 27]))
print(st.correlation([1, 2, 3], [2, 4, 7]), st.covariance([1, 2, 3], [1, 5, 7]), st.linear_regression([1, 2, 3], [2, 4, 6]), st.mean([0.1, 0.2, 0.3]), st.stdev([1.5, 2.5]))
n = st.NormalDist(100, 15); print(n, n.cdf(130), n.inv_cdf(0.5), n.zscore(85), n + 5, st.NormalDist.from_samples([1, 2, 3]))
for f in (lambda: st.mean([]), lambda: st.stdev([1]), lambda: st.mode([])):
    try: f()
    except st.StatisticsError as e: print(e)
from fractions import Fraction; print(st.mean([Fraction(1, 2), Fraction(1, 3)]), st.median([1, 3, 2]), st.median([1, 2]))
