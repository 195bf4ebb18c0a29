"""Whether questions are understood: sets of them with the answers expected, and a judge.

    python -m benchmarks.questions --set development --misses

The sets lie beside this file. `development.jsonl` is there to be looked at and tuned to;
`held-out.jsonl` is not: look only at its figures. Each
`…-ladder.jsonl` goes with the ladder of its name beside this folder.
"""
