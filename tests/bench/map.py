"""map.py - the acceptance counts of shape.sh's scenario, as one would write them with numpy

    map.py DRAWS LEVELS...     prints packages, draws and the mean joint acceptance

Broadcast sums of parts, one draw at a time, counts per party and for all: what `negosim run`
needs for packages.csv, without its solutions, proposals and files.
"""
import sys
import numpy as np

draws, shape = int(sys.argv[1]), tuple(map(int, sys.argv[2:]))
rng = np.random.default_rng(1)
count = np.zeros((3,) + shape, dtype=np.uint32)
for _ in range(draws):
    accepts = []
    for party in range(2):
        weight = rng.uniform(0.5, 2, len(shape))
        weight /= weight.sum()
        total = np.zeros(shape)
        for k, n in enumerate(shape):
            t = np.arange(n) / (n - 1)
            if party == 1 and k % 4 != 3:
                t = 1 - t
            part = weight[k] * t ** rng.uniform(0.5, 2)
            total += part.reshape((-1,) + (1,) * (len(shape) - 1 - k))
        accepts.append(total >= rng.uniform(0.4, 0.6))
        count[party] += accepts[party]
    count[2] += accepts[0] & accepts[1]
print(int(np.prod(shape)), "packages,", draws, "draws, mean joint acceptance", (count[2] / draws).mean())
