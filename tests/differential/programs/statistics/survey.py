"""Describe survey answers."""
import statistics as st

answers = {"q1": [4, 5, 3, 4, 4, 2, 5], "q2": [1, 1, 2, 5, 5, 1, 3], "q3": [3, 3, 3, 3]}
for q, values in answers.items():
    print(q, st.mean(values), st.median(values), st.mode(values), st.multimode(values))
    if len(set(values)) > 1:
        print("  ", round(st.stdev(values), 4), round(st.variance(values), 4), st.quantiles(values, n=4))
print(st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.median_grouped([1, 2, 2, 3, 4]))
print(st.fmean([1.5, 2.5, 4]), st.geometric_mean([2, 8]), st.harmonic_mean([40, 60]))
x = [1, 2, 3, 4, 5]
y = [2.1, 3.9, 6.2, 8.1, 9.8]
slope, intercept = st.linear_regression(x, y)
print(f"y = {slope:.3f}x + {intercept:.3f}, r = {st.correlation(x, y):.4f}, cov = {st.covariance(x, y):.3f}")
normal = st.NormalDist(100, 15)
print(round(normal.cdf(130), 5), round(normal.inv_cdf(0.9), 3), round(normal.pdf(100), 5))
print(normal + 5, normal.mean, normal.stdev)
for bad in ([], [1]):
    try:
        st.stdev(bad)
    except st.StatisticsError as e:
        print(type(e).__name__, e)
