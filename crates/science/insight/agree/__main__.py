"""Compares the figures of the crate with other programs' figures on the same random inputs.

    python agree CASES.jsonl

Every line is one case: "kind", the input, and what the crate made of it. Test-only: see script/agree.
A module of this folder adds its kinds to CHECKS; a check raises AssertionError when it disagrees.
"""

import importlib
import json
import pathlib
import sys
import traceback
import warnings
from collections import Counter

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
warnings.simplefilter("ignore")


def main() -> int:
    checks = {}
    for file in sorted(HERE.glob("*.py")):
        if not file.stem.startswith("_") and file.stem != "near":
            checks.update(importlib.import_module(file.stem).CHECKS)
    agreed, wrong = Counter(), Counter()
    for path in sys.argv[1:]:
        for number, line in enumerate(open(path, encoding="utf-8"), 1):
            case = json.loads(line)
            kind = case["kind"]
            try:
                checks[kind](case)
                agreed[kind] += 1
            except Exception as error:  # a crash of the other program is a disagreement too
                wrong[kind] += 1
                if wrong[kind] <= 3:
                    print(f"{path}:{number}: {kind}: {type(error).__name__}: {error}")
                    print(f"    {line.strip()[:600]}")
                    if not isinstance(error, AssertionError):
                        traceback.print_exc(limit=2)
    for kind in sorted(agreed | wrong):
        print(f"{kind:<22} {agreed[kind]:>5} agree  {wrong[kind]:>4} do not")
    return 1 if wrong or not agreed else 0


sys.exit(main())
