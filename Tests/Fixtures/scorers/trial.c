// A scorer for tests: well behaved, or misbehaving in one way that its argument names. It speaks the JSON face, and the
// binary one where its second argument says so.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *mode = "good";
static int is_binary = 0;
static long items = 0;

static int is(const char *name) { return strcmp(mode, name) == 0; }

static void out(const char *text) { fputs(text, stdout); }

static void flush(void) { fflush(stdout); }

static void hang(void) {
    for (;;) pause();
}

// Ends, hangs, or floods at a moment, where the mode says so: "crash-items", "hang-start" …
static void at(const char *moment) {
    char name[64];
    snprintf(name, sizeof name, "crash-%s", moment);
    if (is(name)) abort();
    snprintf(name, sizeof name, "exit-%s", moment);
    if (is(name)) exit(3);
    snprintf(name, sizeof name, "hang-%s", moment);
    if (is(name)) hang();
    snprintf(name, sizeof name, "close-%s", moment);
    if (is(name)) {
        close(1);
        hang();
    }
    snprintf(name, sizeof name, "stdout-%s", moment);
    if (is(name))
        for (;;) out("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
    snprintf(name, sizeof name, "stderr-%s", moment);
    if (is(name))
        for (;;) fputs("yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", stderr);
    snprintf(name, sizeof name, "deaf-%s", moment);
    if (is(name)) {
        signal(SIGTERM, SIG_IGN);
        signal(SIGINT, SIG_IGN);
        signal(SIGHUP, SIG_IGN);
        signal(SIGPIPE, SIG_IGN);
        for (;;) sleep(1000);
    }
}

// What a scorer must not be able to do. It ends with status 7 where it can.
static void trespass(void) {
    if (strncmp(mode, "read:", 5) == 0) {
        FILE *file = fopen(mode + 5, "r");
        fprintf(stderr, "read: %s\n", file ? "open" : strerror(errno));
        if (file) exit(7);
    }
    if (strncmp(mode, "rewrite:", 8) == 0) {
        // What is there is written again, so that nothing changes where it can be.
        char text[64] = "";
        int file = open(mode + 8, O_RDONLY);
        ssize_t count = file < 0 ? -1 : read(file, text, sizeof text);
        file = open(mode + 8, O_WRONLY);
        if (count > 0 && file >= 0 && write(file, text, (size_t)count) == count) exit(7);
        fprintf(stderr, "rewrite: %s\n", strerror(errno));
    }
    if (strncmp(mode, "connect:", 8) == 0) {
        int file = socket(AF_INET, SOCK_STREAM, 0);
        struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(mode + 8))};
        inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
        if (connect(file, (struct sockaddr *)&address, sizeof address) == 0) exit(7);
        fprintf(stderr, "connect: %s\n", strerror(errno));
    }
    if (is("files")) {
        int file = open("huge", O_WRONLY | O_CREAT, 0600);
        static char block[1 << 20];
        for (int count = 0; count < 4096; count += 1)
            if (write(file, block, sizeof block) < 0) exit(4);
        exit(7);
    }
    if (is("memory")) {
        for (int count = 0; count < 4096; count += 1) {
            char *block = malloc(1 << 24);
            if (!block) exit(4);
            memset(block, 1, 1 << 24);
        }
        exit(7);
    }
    if (is("write-own-folder")) {
        char path[512];
        snprintf(path, sizeof path, "%s/written", getenv("GLEANER_FOLDER"));
        FILE *file = fopen(path, "w");
        fprintf(stderr, "write: %s\n", file ? "open" : strerror(errno));
        if (file) exit(7);
    }
    if (is("descriptors")) {
        for (int file = 3; file < 1024; file += 1)
            if (fcntl(file, F_GETFD) >= 0) exit(7);
    }
    if (strncmp(mode, "forks:", 6) == 0) {
        // A child in a session of its own that tells that it lives, as long as it does, by a file's time.
        for (int count = 0; count < 2; count += 1) {
            if (fork() > 0) continue;
            if (count == 1) {
                setsid();
                if (fork() > 0) _exit(0);
            }
            for (int file = 0; file < 3; file += 1) close(file);
            signal(SIGTERM, SIG_IGN);
            signal(SIGHUP, SIG_IGN);
            for (;;) usleep(20000);
        }
    }
}

static uint32_t whole(const unsigned char *bytes) {
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static void put(uint32_t value) {
    unsigned char bytes[4] = {(unsigned char)value, (unsigned char)(value >> 8), (unsigned char)(value >> 16), (unsigned char)(value >> 24)};
    fwrite(bytes, 1, 4, stdout);
}

static void put_float(float value) {
    uint32_t bits;
    memcpy(&bits, &value, 4);
    put(bits);
}

static void frame(unsigned kind, uint32_t length) {
    put(length);
    put(kind);
}

// The number behind a key of a line, which is enough of a JSON reader here.
static long number(const char *line, const char *key) {
    const char *place = strstr(line, key);
    return place ? strtol(place + strlen(key), NULL, 10) : 0;
}

static int is_last_batch(long learners) {
    static long seen = 0;
    seen += learners;
    return seen > 20;
}

static const char *word(void) {
    if (is("nan")) return "NaN";
    if (is("infinity")) return "Infinity";
    if (is("huge")) return "1e300";
    if (is("negative")) return "-0.5";
    if (is("above")) return "1.5";
    if (is("text")) return "\"good\"";
    if (is("html")) return "<b>0.5</b>";
    if (is("object")) return "{\"score\":0.5}";
    return "0.5";
}

static float special(void) {
    if (is("infinity")) return 1.0f / 0.0f;
    if (is("huge")) return 1e30f;
    if (is("negative")) return -0.5f;
    if (is("above")) return 1.5f;
    return 0.5f;
}

static int is_special(void) {
    return is("nan") || is("infinity") || is("huge") || is("negative") || is("above") || is("text") || is("html") || is("object");
}

// Item n of N gets (n + 1) / (N + 1); every seventh is passed over.
static void scores(long batch, long learners) {
    long rows = learners + (is("rows-many") ? 1 : is("rows-few") ? -1 : 0);
    long columns = items + (is("many") ? 1 : is("few") ? -1 : 0);
    if (is("wrong-batch")) batch += 1;
    if (is("late-crash") && is_last_batch(learners)) abort();
    if (is_binary) {
        frame(is("wrong-kind") ? 2 : 4, (uint32_t)(16 + 4 * rows * columns));
        put((uint32_t)batch);
        put((uint32_t)rows);
        put((uint32_t)columns);
        put(0);
        for (long row = 0; row < rows; row += 1)
            for (long item = 0; item < columns; item += 1)
                put_float(item == 3 && is_special() ? special() : item % 7 == 6 ? 0.0f / 0.0f : (float)(item + 1) / (float)(items + 2));
    } else {
        printf("{\"type\":\"%s\",\"batch\":%ld,\"scores\":[", is("wrong-kind") ? "ready" : "scores", batch);
        for (long row = 0; row < rows; row += 1) {
            out(row ? ",[" : "[");
            for (long item = 0; item < columns; item += 1) {
                if (item) out(",");
                if (item == 3 && is_special()) out(word());
                else if (item % 7 == 6) out("null");
                else printf("%.9g", (double)(float)(item + 1) / (double)(items + 2));
            }
            out("]");
        }
        out(is("half") ? "" : "]}");
        if (!is("half")) out("\n");
    }
    if (is("twice")) out(is_binary ? "\1\0\0\0\4\0\0\0x" : "{\"type\":\"scores\"}\n");
    flush();
    if (is("half")) hang();
}

static void evidence(long question, long item) {
    char answer[512];
    const char *told = "{\"kind\":\"measure\",\"name\":\"trial\",\"value\":0.5}";
    if (is("evidence-kind")) told = "{\"kind\":\"poem\"}";
    if (is("evidence-phrase")) told = "{\"kind\":\"terms\",\"terms\":[{\"phrase\":\"buy my pens\",\"words\":[]}]}";
    if (is("evidence-measure")) told = "{\"kind\":\"measure\",\"name\":\"unheard of\",\"value\":1}";
    if (is("evidence-near")) told = "{\"kind\":\"nearness\",\"item\":0,\"similarity\":0.9}";
    if (is("evidence-question")) question += 1;
    if (item % 7 == 6) told = "null";
    int count = snprintf(answer, sizeof answer, "{\"type\":\"evidence\",\"question\":%ld,\"evidence\":%s}", question, told);
    if (is_binary) {
        frame(6, (uint32_t)count);
        out(answer);
    } else {
        out(answer);
        out("\n");
    }
    flush();
}

static char *line(void) {
    static char *text = NULL;
    static size_t room = 0;
    ssize_t count = getline(&text, &room, stdin);
    return count < 0 ? NULL : text;
}

static void serve_lines(void) {
    char *text;
    while ((text = line())) {
        if (strstr(text, "\"type\":\"items\"")) {
            at("items");
            out(is("error") ? "{\"type\":\"error\",\"message\":\"no table of words\"}\n" : "{\"type\":\"ready\"}\n");
            flush();
            at("idle");
        } else if (strstr(text, "\"type\":\"score\"")) {
            at("batch");
            scores(number(text, "\"batch\":"), number(text, "\"count\":"));
        } else if (strstr(text, "\"type\":\"evidence\"")) {
            at("evidence");
            evidence(number(text, "\"question\":"), number(text, "\"item\":"));
        } else if (strstr(text, "\"type\":\"goodbye\"")) {
            at("goodbye");
            return;
        }
    }
}

static void serve_frames(void) {
    unsigned char header[8];
    while (fread(header, 1, 8, stdin) == 8) {
        uint32_t length = whole(header);
        unsigned char *body = malloc(length + 1);
        if (!body || fread(body, 1, length, stdin) != length) exit(5);
        if (header[4] == 1) {
            at("items");
            frame(2, 0);
            flush();
            at("idle");
        } else if (header[4] == 3) {
            at("batch");
            scores((long)whole(body), (long)whole(body + 4));
        } else if (header[4] == 5) {
            at("evidence");
            evidence((long)whole(body), (long)whole(body + 4));
        } else if (header[4] == 7) {
            at("goodbye");
            return;
        }
        free(body);
    }
}

int main(int count, char **arguments) {
    if (count > 1) mode = arguments[1];
    is_binary = count > 2 && strcmp(arguments[2], "binary") == 0;
    at("start");
    trespass();
    char *hello = line();
    if (!hello) return 0;
    items = number(hello, "\"count\":");
    const char *more = is("column") ? ",\"items\":[\"title\",\"secrets\"]" : "";
    if (is("nonsense")) out("Hello, I am a scorer.\n");
    else if (is("silent")) out("\n");
    else
        printf(
            "{\"type\":\"hello\",\"protocol\":%d,\"version\":\"%s\"%s}\n", is("protocol") ? 2 : 1, is("version") ? "9.9" : "1.0", more);
    flush();
    if (is_binary) serve_frames(); else serve_lines();
    return 0;
}
