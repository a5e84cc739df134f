// Articles in short sentences, for learners who lose the thread in long ones.
#include "protocol.h"

// Fewer words than these tell nothing about an article.
enum { FEWEST_WORDS = 20 };

static uint32_t items = 0;
static float *row = NULL;
static double *means = NULL;

// The mean number of words of a text's sentences; NAN where the text is too short to tell.
static double mean_words(const char *text, uint32_t length) {
    uint32_t words = 0, sentences = 0, since = 0;
    int inside = 0;
    for (uint32_t place = 0; place < length; place += 1) {
        unsigned char byte = (unsigned char)text[place];
        // A letter, a digit, or a part of a letter beyond ASCII.
        int is_letter = byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z');
        if (is_letter && !inside) {
            words += 1;
            since += 1;
        }
        int next_is_digit = place + 1 < length && text[place + 1] >= '0' && text[place + 1] <= '9';
        int joins = byte == '\'' || byte == '-' || ((byte == '.' || byte == ',') && next_is_digit);
        inside = is_letter || (inside && joins);
        int next_is_blank = place + 1 == length || strchr(" \n\r\t\"')", text[place + 1]) != NULL;
        // A full stop inside a number or an address ends nothing; a paragraph does.
        int ends = (byte == '.' || byte == '!' || byte == '?') ? next_is_blank : byte == '\n';
        if (ends && since > 0) {
            sentences += 1;
            since = 0;
        }
    }
    if (since > 0) sentences += 1;
    return words < FEWEST_WORDS ? NAN : (double)words / sentences;
}

static void prepare(const struct frame *frame, double shortest, double longest) {
    struct column text;
    if (!find_column(frame, 0, "text", &text)) send_error("there is no column 'text'");
    if (longest <= shortest) send_error("the option 'long' must be more than 'short'");
    items = text.rows;
    row = malloc(sizeof *row * (items + 1));
    means = malloc(sizeof *means * (items + 1));
    if (!row || !means) send_error("not enough memory");
    for (uint32_t item = 0; item < items; item += 1) {
        means[item] = mean_words(text.bytes + text.places[item], text.places[item + 1] - text.places[item]);
        double score = (longest - means[item]) / (longest - shortest);
        row[item] = isnan(means[item]) ? NAN : (float)fmin(1, fmax(0, score));
    }
}

static void score(const struct frame *frame) {
    uint32_t batch = u32(frame->body), learners = u32(frame->body + 4);
    float *scores = malloc(sizeof *scores * ((size_t)learners * items + 1));
    if (!scores) send_error("not enough memory");
    for (uint32_t learner = 0; learner < learners; learner += 1)
        memcpy(scores + (size_t)learner * items, row, sizeof *row * items);
    send_scores(batch, learners, items, scores);
    free(scores);
}

static void tell(const struct frame *frame) {
    uint32_t question = u32(frame->body), item = u32(frame->body + 4);
    char told[128] = "null";
    if (item < items && !isnan(means[item]))
        snprintf(told, sizeof told, "{\"kind\":\"measure\",\"name\":\"words a sentence\",\"value\":%.1f}", means[item]);
    send_evidence(question, told);
}

int main(void) {
    char *greeting = greet("1.0");
    double shortest = option(greeting, "short", 8), longest = option(greeting, "long", 24);
    struct frame frame = {0};
    while (read_frame(&frame)) {
        switch (frame.kind) {
        case ITEMS:
            prepare(&frame, shortest, longest);
            send_frame(READY, NULL, 0);
            break;
        case SCORE: score(&frame); break;
        case ASK_EVIDENCE: tell(&frame); break;
        case GOODBYE: return 0;
        default: send_error("unknown message");
        }
    }
    return 0;
}
