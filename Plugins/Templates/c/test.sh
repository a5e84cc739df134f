#!/bin/sh
# Tests of the scorer: a conversation in frames and what must be answered.
set -eu
cd "$(dirname "$0")"
answers=$(
    {
        printf '{"type":"hello","protocol":1,"options":{"longest":10},"count":2}\n'
        # items: a table of two rows with the column "minutes" of type 2 (wholes): 1 and 5
        printf '\040\000\000\000\001\000\000\000'
        printf '\002\000\000\000\001\000\000\000\002\007\000\000\010\000\000\000minutes\000\001\000\000\000\005\000\000\000'
        # score: batch 7, a table of one learner without columns
        printf '\014\000\000\000\003\000\000\000\007\000\000\000\001\000\000\000\000\000\000\000'
        # goodbye
        printf '\000\000\000\000\007\000\000\000'
    } | ./scorer | tail -n +2 | od -An -tx1 | tr -d ' \n'
)
# ready; then scores: batch 7, 1 learner, 2 articles, 0.9 and 0.5
expected=0000000002000000180000000400000007000000010000000200000000000000
expected=${expected}6666663f0000003f
if [ "$answers" = "$expected" ]; then
    echo "ok"
else
    printf 'expected: %s\nanswered: %s\n' "$expected" "$answers"
    exit 1
fi
