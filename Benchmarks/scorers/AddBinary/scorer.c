// Adds a number of the article and one of the learner: what the border between the processes costs.
#include "protocol.h"

static uint32_t items = 0;
static float *halves = NULL;
static float *scores = NULL;
static size_t room = 0;

static void prepare(const struct frame *frame) {
    struct column words;
    if (!find_column(frame, 0, "words", &words)) send_error("there is no column 'words'");
    items = words.rows;
    halves = malloc(sizeof *halves * (items + 1));
    if (!halves) send_error("not enough memory");
    for (uint32_t item = 0; item < items; item += 1) halves[item] = (float)(words.wholes[item] % 1000) / 2000;
}

static void score(const struct frame *frame) {
    struct column level;
    if (!find_column(frame, 4, "level", &level)) send_error("there is no column 'level'");
    size_t count = (size_t)level.rows * items;
    if (count > room) {
        free(scores);
        scores = malloc(sizeof *scores * count);
        if (!scores) send_error("not enough memory");
        room = count;
    }
    for (uint32_t learner = 0; learner < level.rows; learner += 1) {
        float own = level.numbers[learner] / 32;
        float *row = scores + (size_t)learner * items;
        for (uint32_t item = 0; item < items; item += 1) row[item] = halves[item] + own;
    }
    send_scores(u32(frame->body), level.rows, items, scores);
}

int main(void) {
    greet("1.0");
    struct frame frame = {0};
    while (read_frame(&frame)) {
        switch (frame.kind) {
        case ITEMS:
            prepare(&frame);
            send_frame(READY, NULL, 0);
            break;
        case SCORE: score(&frame); break;
        case ASK_EVIDENCE: send_evidence(u32(frame.body), "{\"kind\":\"measure\",\"name\":\"sum\",\"value\":1}"); break;
        case GOODBYE: return 0;
        default: send_error("unknown message");
        }
    }
    return 0;
}
