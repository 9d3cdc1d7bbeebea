#!/usr/bin/env python3
"""Writes merkle.json: the trees of the commitments, from their rules alone and from no code of ours (Python, hashlib).

Run it in this folder: python3 merkle.py
"""
import hashlib
import json
import struct

CASES = [
    *({"list": "matrix", "seed": i + 1, "g": g, "r": r, "w": w} for i, (g, r, w) in enumerate([
        (1, 1, 1), (1, 16, 16), (1, 15, 17), (1, 17, 15), (1, 64, 48), (3, 16, 16), (2, 20, 33), (1, 1, 300), (5, 7, 1)])),
    *({"list": "vector", "seed": 100 + i, "n": n} for i, n in enumerate([1, 4, 255, 256, 257, 1024, 2000])),
    *({"list": "dataset", "seed": 200 + i, "n": n} for i, n in enumerate([1, 1023, 1024, 1025, 5000])),
    *({"list": "roots", "seed": 300 + i, "n": n} for i, n in enumerate([1, 5, 2, 9, 16, 17, 300, 1700])),
    *({"list": "descriptors", "seed": 400 + i, "n": n} for i, n in enumerate([1, 3])),
]
ROOT_KINDS = {300: 2, 301: 2, 302: 3, 303: 3, 304: 4, 305: 4, 306: 3, 307: 4}
KINDS = {"matrix": 1, "vector": 1, "descriptors": 5, "dataset": 6}


def sha(data):
    return hashlib.sha256(data).digest()


def words(seed, n):
    return [(seed + i * 2654435761) % 2**32 for i in range(n)]


def pack(some):
    return struct.pack("<%dI" % len(some), *some)


def leaves(case):
    """The hashes of the list's leaves."""
    tiles = []
    if case["list"] == "matrix":
        g, r, w = case["g"], case["r"], case["w"]
        data = words(case["seed"], g * r * w)
        for matrix in range(g):
            for top in range(0, r, 16):
                for left in range(0, w, 16):
                    tile = []
                    for i in range(top, top + 16):
                        for j in range(left, left + 16):
                            tile.append(data[(matrix * r + i) * w + j] if i < r and j < w else 0)
                    tiles.append(pack(tile))
    elif case["list"] == "roots":
        roots = (sha(struct.pack("<QQ", case["seed"], i)) for i in range(case["n"]))
        return [sha(root + b"\0") for root in roots]
    else:
        if case["list"] == "dataset":
            data = bytes(w >> 24 for w in words(case["seed"], case["n"]))
        else:
            data = pack(words(case["seed"], case["n"] * (256 if case["list"] == "descriptors" else 1)))
        tiles = [data[i:i + 1024].ljust(1024, b"\0") for i in range(0, len(data), 1024)]
    return [sha(tile + b"\0") for tile in tiles]


def tree(row):
    """The levels of the tree, padding included, from the leaves to the top."""
    size = 1
    while size < len(row):
        size *= 2
    levels = [row + [bytes(32)] * (size - len(row))]
    while len(levels[-1]) > 1:
        below = levels[-1]
        levels.append([sha(below[i] + below[i + 1] + b"\1") for i in range(0, len(below), 2)])
    return levels


def rounds(levels, leaf):
    """The openings that lead from the top to a leaf, sixteen nodes at a time but for the first."""
    shown, level = [], len(levels) - 1
    down = level % 4 or 4
    while level > 0:
        index = leaf >> level
        nodes = levels[level - down][index << down:(index + 1) << down]
        shown.append({"level": level, "index": index, "levels": down, "nodes": [hexed(n) for n in nodes]})
        level, down = level - down, 4
    return shown


def hexed(data):
    return "0x" + data.hex()


def complete(case):
    row = leaves(case)
    levels = tree(row)
    kind = ROOT_KINDS[case["seed"]] if case["list"] == "roots" else KINDS[case["list"]]
    top = levels[-1][0]
    places = {0, len(row) - 1}
    if case["list"] == "roots":
        places.add(len(row) // 2)
    return case | {
        "kind": kind,
        "length": len(row),
        "tree": hexed(top),
        "root": hexed(sha(top + bytes([kind]) + struct.pack("<Q", len(row)) + b"\2")),
        "openings": [{
            "index": i,
            "leaf": hexed(row[i]),
            "siblings": [hexed(levels[k][i >> k ^ 1]) for k in range(len(levels) - 1)],
        } for i in sorted(places)],
        "rounds": rounds(levels, len(row) - 1),
    }


with open("merkle.json", "w", encoding="utf-8") as out:
    json.dump({
        "schema": "merkle-1",
        "source": "an independent program (merkle.py) written from the tree rules alone",
        "rules": {
            "word": "word i of a tensor, or of all descriptors one after the other, is seed + i*2654435761 mod 2^32",
            "payload": "byte i of a dataset is the top byte of word i",
            "roots": "entry i is sha256(uint64 seed, uint64 i), little-endian",
            "matrix": "g matrices of r×w words",
            "vector": "n words",
            "dataset": "n bytes",
            "openings": "siblings go from the leaf upwards",
            "rounds": "the openings that lead from the top to the last leaf: nodes `levels` below node `index` of `level`, level 0 being the leaves",
        },
        "cases": [complete(case) for case in CASES],
    }, out, indent=1, ensure_ascii=False)
    out.write("\n")
