// The binary face of Gleaner's protocol for scorers, in one header; see Plugins/PROTOCOL.md of Gleaner. Nothing to change here.
#ifndef GLEANER_PROTOCOL_H
#define GLEANER_PROTOCOL_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A column of a table. Which of these pointers are set depends on its type; see the page.
struct column {
    int type;
    uint32_t rows;
    const float *numbers;      // 1, and 7 (rows × dimensions)
    const int32_t *wholes;     // 2
    const uint32_t *starts;    // 4, 5, 6: where each row begins; rows + 1 of them
    const float *strengths;    // 5, 6
    const int32_t *items;      // 6
    const uint32_t *places;    // 3, 4, 5: where each text begins in `bytes`, and where the last ends
    const char *bytes;
    uint32_t dimensions;       // 7
};

// A frame: its kind, its number (batch or question), the article of a question, and where its table begins.
struct frame {
    int kind;
    uint32_t length;
    unsigned char *body;
};

enum { ITEMS = 1, READY, SCORE, SCORES, ASK_EVIDENCE, EVIDENCE, GOODBYE, ERROR };

// The machine must be little-endian, as all that Debian builds for with this face are.
static inline uint32_t u32(const unsigned char *at) {
    uint32_t value;
    memcpy(&value, at, 4);
    return value;
}

static inline void send_frame(int kind, const void *body, uint32_t length) {
    unsigned char header[8] = {0};
    memcpy(header, &length, 4);
    header[4] = (unsigned char)kind;
    fwrite(header, 1, 8, stdout);
    if (length) fwrite(body, 1, length, stdout);
    fflush(stdout);
}

// Refuses: the text is shown to whoever runs Gleaner.
static inline void send_error(const char *text) {
    send_frame(ERROR, text, (uint32_t)strlen(text));
    exit(1);
}

// Reads the next frame; false at the end. The body is kept until the next call frees it.
static inline int read_frame(struct frame *frame) {
    unsigned char header[8];
    free(frame->body);
    frame->body = NULL;
    if (fread(header, 1, 8, stdin) != 8) return 0;
    frame->length = u32(header);
    frame->kind = header[4];
    // One more, so that an empty body is no null pointer.
    frame->body = malloc((size_t)frame->length + 1);
    if (!frame->body) send_error("not enough memory");
    return fread(frame->body, 1, frame->length, stdin) == frame->length;
}

// Finds a column of the table that begins at `at`; false where it is not there or cut off.
static inline int find_column(const struct frame *frame, uint32_t at, const char *name, struct column *column) {
    const unsigned char *body = frame->body;
    if (at + 8 > frame->length) return 0;
    uint32_t rows = u32(body + at), count = u32(body + at + 4);
    uint64_t place = at + 8;
    for (uint32_t number = 0; number < count; number += 1) {
        if (place + 8 > frame->length) return 0;
        int type = body[place];
        uint32_t letters = body[place + 1], length = u32(body + place + 4);
        const char *own = (const char *)body + place + 8;
        uint64_t data = place + 8 + ((letters + 3) & ~3u);
        if (data + length > frame->length) return 0;
        place = data + (((uint64_t)length + 3) & ~(uint64_t)3);
        if (strlen(name) != letters || memcmp(own, name, letters) != 0) continue;
        const unsigned char *from = body + data;
        *column = (struct column){.type = type, .rows = rows};
        uint32_t all = rows;
        if (type >= 4 && type <= 6) {
            column->starts = (const uint32_t *)from;
            all = column->starts[rows];
            from += 4 * ((size_t)rows + 1);
        }
        if (type == 5 || type == 6) {
            column->strengths = (const float *)from;
            from += 4 * (size_t)all;
        }
        if (type == 7) {
            column->dimensions = u32(from);
            from += 4;
        }
        if (type == 1 || type == 7) column->numbers = (const float *)from;
        if (type == 2) column->wholes = (const int32_t *)from;
        if (type == 6) column->items = (const int32_t *)from;
        if (type >= 3 && type <= 5) {
            column->places = (const uint32_t *)from;
            column->bytes = (const char *)from + 4 * ((size_t)all + 1);
        }
        return 1;
    }
    return 0;
}

// Reads the greeting and answers it; gives the line, in which `option` finds numbers.
static inline char *greet(const char *version) {
    static char *line = NULL;
    static size_t room = 0;
    if (getline(&line, &room, stdin) <= 0) exit(0);
    printf("{\"type\":\"hello\",\"protocol\":1,\"version\":\"%s\"}\n", version);
    fflush(stdout);
    return line;
}

// A number among the options of the greeting.
static inline double option(const char *greeting, const char *name, double otherwise) {
    char key[80];
    snprintf(key, sizeof key, "\"%s\":", name);
    const char *options = strstr(greeting, "\"options\":{");
    const char *place = options ? strstr(options, key) : NULL;
    return place ? strtod(place + strlen(key), NULL) : otherwise;
}

// Answers a batch: `scores` holds learners × items numbers, a row a learner.
static inline void send_scores(uint32_t batch, uint32_t learners, uint32_t items, const float *scores) {
    uint32_t begin[4] = {batch, learners, items, 0};
    size_t count = (size_t)learners * items;
    unsigned char header[8] = {0};
    uint32_t length = (uint32_t)(sizeof begin + 4 * count);
    memcpy(header, &length, 4);
    header[4] = SCORES;
    fwrite(header, 1, 8, stdout);
    fwrite(begin, 1, sizeof begin, stdout);
    fwrite(scores, 4, count, stdout);
    fflush(stdout);
}

// Answers a question: `told` is the JSON of the evidence, or "null".
static inline void send_evidence(uint32_t question, const char *told) {
    char text[4096];
    int length = snprintf(text, sizeof text, "{\"type\":\"evidence\",\"question\":%u,\"evidence\":%s}", question, told);
    send_frame(EVIDENCE, text, (uint32_t)length);
}

#endif
