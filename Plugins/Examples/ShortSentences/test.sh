#!/bin/sh
# Tests of the scorer: two articles in frames. One has 24 words in 3 sentences (8 each), the other is too short to tell.
set -eu
cd "$(dirname "$0")"
text='One two three four five six seven eight. One two three four five six 7.5 eight! One two three four five six seven eight?Hm.'
answers=$(
    {
        printf '{"type":"hello","protocol":1,"options":{"long":24,"short":8},"count":2}\n'
        # items: a table of two rows with the column "text" of type 3: where each begins (0, 120, 123), and the bytes
        printf '\234\000\000\000\001\000\000\000'
        printf '\002\000\000\000\001\000\000\000\003\004\000\000\207\000\000\000text'
        printf '\000\000\000\000\170\000\000\000\173\000\000\000%s\000' "$text"
        # score: batch 1, a table of one learner without columns
        printf '\014\000\000\000\003\000\000\000\001\000\000\000\001\000\000\000\000\000\000\000'
        # evidence: question 5, article 0
        printf '\020\000\000\000\005\000\000\000\005\000\000\000\000\000\000\000\001\000\000\000\000\000\000\000'
        printf '\000\000\000\000\007\000\000\000'
    } | ./scorer | tail -n +2 | od -An -v -tx1 | tr -d ' \n'
)
# ready; scores: batch 1, 1 learner, 2 articles: 1 and NaN; then the evidence
expected=0000000002000000180000000400000001000000010000000200000000000000
expected=${expected}0000803f0000c07f
evidence=$(printf '{"type":"evidence","question":5,"evidence":{"kind":"measure","name":"words a sentence","value":8.0}}' |
    od -An -v -tx1 | tr -d ' \n')
case $answers in
"$expected"????????06000000"$evidence") echo "ok" ;;
*)
    printf 'expected: %s\nanswered: %s\n' "$expected" "$answers"
    exit 1
    ;;
esac
