"""domain.py - what a run of one draw finds in a domain without doubt, as one would write it with numpy

    domain.py LEVELS...     prints packages, how many suit both, points of the front, and four solutions

The scenario of domain.sh: two parties, values by level.  Utilities of all packages, those that suit
both, the front by a sort, solutions by a scan, and for each level the largest least utility.
"""
import sys
import numpy as np

shape = tuple(map(int, sys.argv[1:]))
utility = []
for party in range(2):
    total = np.zeros(shape)
    for k, n in enumerate(shape):
        part = ((np.arange(n) * (7 + 4 * party) + 3 * k) % n) / (n - 1) / len(shape)
        total += part.reshape((-1,) + (1,) * (len(shape) - 1 - k))
    utility.append(total)
a, b = (u.ravel() for u in utility)
suits = (a >= 0.5) & (b >= 0.5)
order = np.lexsort((-b, -a))
front = order[np.flatnonzero(b[order] > np.maximum.accumulate(np.concatenate(([-1], b[order][:-1]))))]
gain_a, gain_b = a - 0.5, b - 0.5
nash = np.argmax(np.where(suits, gain_a * gain_b, -1))
useful = np.argmax(np.where(suits, gain_a + gain_b, -1))
equal = np.argmax(np.where(suits, np.minimum(gain_a, gain_b), -1))
best_a, best_b = gain_a[suits].max(initial=1e-9), gain_b[suits].max(initial=1e-9)
kalai = np.argmax(np.where(suits, np.minimum(gain_a / best_a, gain_b / best_b), -1))
least = np.minimum(*utility)
best = [least.max(axis=tuple(i for i in range(len(shape)) if i != k)) for k in range(len(shape))]
print(a.size, "packages,", int(suits.sum()), "suit both,", front.size, "on the front,",
      "solutions", nash, useful, equal, kalai, "levels", sum(x.size for x in best))
