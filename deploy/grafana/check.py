"""Checks a dashboard: ids are unique, panels do not overlap, every query can be read by promtool if it is there."""

import json
import shutil
import subprocess
import sys
import tempfile

with open(sys.argv[1], encoding="utf-8") as file:
    board = json.load(file)
panels = board["panels"]
wrong = []
if len({panel["id"] for panel in panels}) != len(panels):
    wrong.append("two panels have one id")
taken = {}
for panel in panels:
    place = panel["gridPos"]
    for x in range(place["x"], place["x"] + place["w"]):
        for y in range(place["y"], place["y"] + place["h"]):
            if not 0 <= x < 24 or (x, y) in taken:
                wrong.append(f"{panel['title']} overlaps {taken.get((x, y), 'the edge')}")
            taken[x, y] = panel["title"]
queries = [target["expr"] for panel in panels for target in panel.get("targets", [])]
if not queries:
    wrong.append("no queries")
if shutil.which("promtool"):
    rules = [
        {"record": f"query_{number}", "expr": query.replace("$__rate_interval", "5m").replace("$instance", ".*")}
        for number, query in enumerate(queries)
    ]
    with tempfile.NamedTemporaryFile("w", suffix=".yml", encoding="utf-8") as file:
        json.dump({"groups": [{"name": "queries", "rules": rules}]}, file)
        file.flush()
        read = subprocess.run(["promtool", "check", "rules", file.name], text=True, capture_output=True, check=False)
    if read.returncode:
        wrong.append(read.stdout + read.stderr)
print("\n".join(sorted(set(wrong))) or f"{len(panels)} panels, {len(queries)} queries")
sys.exit(bool(wrong))
