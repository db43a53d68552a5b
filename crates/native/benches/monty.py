"""Ten dependent turns in pydantic-monty: milliseconds with the checkout of a session, and without."""
import json
import statistics
import sys
import time

import pydantic_monty

turns = json.loads(sys.argv[1])
whole, inside = [], []
with pydantic_monty.Monty() as pool:
    for _ in range(200):
        start = time.perf_counter()
        with pool.checkout() as session:
            began = time.perf_counter()
            for turn in turns:
                last = session.feed_run(turn)
            ended = time.perf_counter()
        inside.append(ended - began)
        whole.append(time.perf_counter() - start)
        assert len(last) == 4, last
print(statistics.median(whole) * 1e3, statistics.median(inside) * 1e3)
