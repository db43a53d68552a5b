"""Shortest paths and a priority scheduler with stable order."""
import heapq
from itertools import count

ROADS = {
    "A": {"B": 7, "C": 9, "F": 14},
    "B": {"A": 7, "C": 10, "D": 15},
    "C": {"A": 9, "B": 10, "D": 11, "F": 2},
    "D": {"B": 15, "C": 11, "E": 6},
    "E": {"D": 6, "F": 9},
    "F": {"A": 14, "C": 2, "E": 9},
}


def dijkstra(start):
    distance, previous = {start: 0}, {}
    heap = [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > distance[node]:
            continue
        for other, w in ROADS[node].items():
            if d + w < distance.get(other, float("inf")):
                distance[other], previous[other] = d + w, node
                heapq.heappush(heap, (d + w, other))
    return distance, previous


distance, previous = dijkstra("A")
for town in sorted(distance):
    path = [town]
    while path[-1] in previous:
        path.append(previous[path[-1]])
    print(f"{town} {distance[town]:>3} {'>'.join(reversed(path))}")

tie, jobs = count(), []
for priority, name in [(2, "mail"), (1, "fire"), (2, "lunch"), (1, "flood"), (3, "nap")]:
    heapq.heappush(jobs, (priority, next(tie), name))
print([heapq.heappop(jobs)[2] for _ in range(len(jobs))])
data = [9, 4, 7, 1, 8]
print(heapq.nsmallest(2, data), heapq.nlargest(2, data, key=lambda n: -n))
heapq.heapify(data)
print(data[0], heapq.heapreplace(data, 10), heapq.heappushpop(data, 0), sorted(data))
print(list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge("CA", "DB", reverse=True)))
