#!/bin/sh
# Tests of the scorer: a conversation and what must be answered.
set -eu
folder=$(dirname "$0")
answers=$(sh "$folder/scorer.sh" <<'END'
{"type":"hello","protocol":1,"options":{"longest":10},"count":3}
{"type":"items","count":3,"columns":{"minutes":[1,5,40]}}
{"type":"score","count":2,"batch":1,"columns":{}}
{"type":"evidence","count":1,"question":4,"item":1,"columns":{}}
{"type":"goodbye"}
END
)
expected='{"type":"hello","protocol":1,"version":"1.0"}
{"type":"ready"}
{"type":"scores","batch":1,"scores":[[0.9,0.5,0],[0.9,0.5,0]]}
{"type":"evidence","question":4,"evidence":{"kind":"measure","name":"minutes","value":5}}'
if [ "$answers" = "$expected" ]; then
    echo "ok"
else
    printf 'expected:\n%s\nanswered:\n%s\n' "$expected" "$answers"
    exit 1
fi
