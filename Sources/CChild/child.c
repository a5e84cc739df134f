#define _GNU_SOURCE
#include "internal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { STACK = 256 * 1024, OPEN_FILES = 256, PIPE = 1024 * 1024 };

struct gleaner_child {
    struct gleaner_birth birth;
    pthread_t keeper;
    bool has_keeper;
    pid_t process;
    /// Our ends of the pipes; -1 where they are closed.
    int input, output, log;
    int ended, deadline;
    int status;
    /// For a child outside a sandbox: what stands in the environment of everything that it starts.
    char mark[4200];
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool is_born, may_reap;
};

// ---- in the new process, before its program ----

static int limit(int what, uint64_t value) {
    struct rlimit now;
    if (getrlimit(what, &now) < 0) return -1;
    rlim_t wanted = (rlim_t)value;
    if (now.rlim_max != RLIM_INFINITY && wanted > now.rlim_max) wanted = now.rlim_max;
    struct rlimit then = {.rlim_cur = wanted, .rlim_max = wanted};
    return setrlimit(what, &then);
}

static int set_limits(const struct gleaner_plan *plan) {
    if (limit(RLIMIT_CORE, 0) < 0 || limit(RLIMIT_NOFILE, OPEN_FILES) < 0 || limit(RLIMIT_FSIZE, plan->file_bytes) < 0
        || limit(RLIMIT_CPU, plan->processor_seconds) < 0)
        return -1;
    // Outside a namespace of its own this would count all that the school's user runs.
    if (plan->sandboxed && limit(RLIMIT_NPROC, plan->processes) < 0) return -1;
    return limit(RLIMIT_AS, plan->memory);
}

static void close_all_from(int first) {
    if (syscall(SYS_close_range, first, ~0U, 0) == 0) return;
    for (int file = first; file < 65536; file += 1) close(file);
}

static int in_new_process(void *argument) {
    struct gleaner_birth *birth = argument;
    const struct gleaner_plan *plan = birth->plan;
    // What is ignored stays ignored over exec; a scorer whose reader has gone should end as programs do.
    struct sigaction standard = {.sa_handler = SIG_DFL};
    for (int number = 1; number < NSIG; number += 1) sigaction(number, &standard, NULL);
    setsid();
    if (plan->sandboxed && gleaner_enter_sandbox(birth) < 0) _exit(127);
    if (birth->probe) _exit(0);
    if (chdir(plan->folder) < 0) {
        gleaner_fail(birth, GLEANER_STEP_MOUNTS);
        _exit(127);
    }
    // Asked for after the users are mapped: a change of who we are would take it back.
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (dup2(birth->input, 0) < 0 || dup2(birth->output, 1) < 0 || dup2(birth->log, 2) < 0 || set_limits(plan) < 0) {
        gleaner_fail(birth, GLEANER_STEP_LIMITS);
        _exit(127);
    }
    close_all_from(3);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    int error = ENOENT;
    for (const char *const *program = plan->programs; *program; program += 1) {
        execve(*program, plan->arguments, plan->environment);
        if (errno != ENOENT && errno != ENOTDIR) error = errno;
    }
    errno = error;
    gleaner_fail(birth, GLEANER_STEP_EXEC);
    _exit(127);
}

// ---- in this process ----

/// Makes this thread, and what it starts, another user's; the rest of the program stays who it is. That takes the system
/// calls themselves: the C library's own functions change all threads.
static int become(const struct gleaner_plan *plan) {
    int readable = prctl(PR_GET_DUMPABLE, 0, 0, 0, 0);
    if (syscall(SYS_setgroups, 0, NULL) < 0 || syscall(SYS_setresgid, plan->group, plan->group, plan->group) < 0
        || syscall(SYS_setresuid, plan->user, plan->user, plan->user) < 0)
        return -1;
    // The change takes our files of /proc away from the child, which has to write its map of users there.
    return prctl(PR_SET_DUMPABLE, readable == 1, 0, 0, 0);
}

/// One birth at a time. Who may read a process's files of /proc is kept with its memory, so for all its threads and for a
/// child that shares it: a thread that becomes another user takes them from the child of any other, just as that writes
/// its map of users.
static pthread_mutex_t births = PTHREAD_MUTEX_INITIALIZER;

/// Starts the process and stays until it has ended and may be forgotten. The kernel kills the child when the thread that
/// started it ends: so this one lives as long as the child, or as this whole process.
static void *keep(void *argument) {
    struct gleaner_child *child = argument;
    struct gleaner_birth *birth = &child->birth;
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, NULL);
    char *stack = mmap(NULL, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    pid_t process = -1;
    pthread_mutex_lock(&births);
    if (stack == MAP_FAILED) {
        gleaner_fail(birth, GLEANER_STEP_PREPARE);
    } else if (birth->plan->as_user && become(birth->plan) < 0) {
        gleaner_fail(birth, GLEANER_STEP_BECOME);
        munmap(stack, STACK);
    } else {
        // Our memory is shared until exec and this thread waits: no page is copied, however much we hold.
        int flags = CLONE_VM | CLONE_VFORK | SIGCHLD;
        if (birth->plan->sandboxed)
            flags |= CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
        process = clone(in_new_process, stack + STACK, flags, birth);
        if (process < 0) gleaner_fail(birth, birth->plan->sandboxed ? GLEANER_STEP_NAMESPACES : GLEANER_STEP_PREPARE);
        munmap(stack, STACK);
    }
    pthread_mutex_unlock(&births);
    if (birth->failure.step != GLEANER_STEP_NONE && process > 0) {
        waitpid(process, NULL, __WALL);
        process = -1;
    }
    pthread_mutex_lock(&child->lock);
    child->process = process;
    child->is_born = true;
    pthread_cond_broadcast(&child->changed);
    pthread_mutex_unlock(&child->lock);
    if (process < 0) return NULL;

    siginfo_t end;
    while (waitid(P_PID, (id_t)process, &end, WEXITED | WNOWAIT) < 0 && errno == EINTR) {}
    pthread_mutex_lock(&child->lock);
    child->status = end.si_code == CLD_EXITED ? end.si_status : -end.si_status;
    uint64_t one = 1;
    ssize_t written = write(child->ended, &one, sizeof one);
    (void)written;
    // Until then its number stays its own, so that no other process is killed in its place.
    while (!child->may_reap) pthread_cond_wait(&child->changed, &child->lock);
    pthread_mutex_unlock(&child->lock);
    waitpid(process, NULL, __WALL);
    return NULL;
}

/// A pipe whose ends are 3 or more, so that they survive becoming 0, 1 and 2.
static int make_pipe(int ends[2]) {
    if (pipe2(ends, O_CLOEXEC) < 0) return -1;
    for (int end = 0; end < 2; end += 1) {
        if (ends[end] > 2) continue;
        int higher = fcntl(ends[end], F_DUPFD_CLOEXEC, 3);
        if (higher < 0) return -1;
        close(ends[end]);
        ends[end] = higher;
    }
    // Fewer turns for large messages; where the user's share is used up, it stays as it is.
    (void)fcntl(ends[1], F_SETPIPE_SZ, PIPE);
    return 0;
}

static void close_one(int *file) {
    if (*file >= 0) close(*file);
    *file = -1;
}

static void forget(struct gleaner_child *child) {
    close_one(&child->input);
    close_one(&child->output);
    close_one(&child->log);
    close_one(&child->ended);
    close_one(&child->deadline);
    pthread_cond_destroy(&child->changed);
    pthread_mutex_destroy(&child->lock);
    free(child);
}

bool gleaner_is_root(void) {
    uid_t real = 0, effective = 0, saved = 0;
    return getresuid(&real, &effective, &saved) < 0 || real == 0 || effective == 0 || saved == 0;
}

bool gleaner_become(unsigned user, unsigned group, const char *name) {
    gid_t only = group;
    if ((name ? initgroups(name, group) : setgroups(1, &only)) < 0 || setresgid(group, group, group) < 0
        || setresuid(user, user, user) < 0)
        return false;
    // Our own files of /proc would stay root's. Nothing that is root's alone was read yet.
    if (prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) < 0) return false;
    errno = EPERM;
    return !gleaner_is_root();
}

static struct gleaner_child *start(
    const struct gleaner_plan *plan, bool probe, struct gleaner_start_failure *failure) {
    if (plan->as_user ? plan->user == 0 : gleaner_is_root()) {
        *failure = (struct gleaner_start_failure){.step = GLEANER_STEP_ROOT, .error = EPERM};
        return NULL;
    }
    struct gleaner_child *child = calloc(1, sizeof *child);
    failure->step = GLEANER_STEP_PREPARE;
    failure->error = ENOMEM;
    failure->entry = 0;
    if (!child) return NULL;
    pthread_mutex_init(&child->lock, NULL);
    pthread_cond_init(&child->changed, NULL);
    int input[2] = {-1, -1}, output[2] = {-1, -1}, log[2] = {-1, -1};
    bool is_ready = make_pipe(input) == 0 && make_pipe(output) == 0 && make_pipe(log) == 0;
    child->ended = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    child->deadline = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
    child->input = input[1];
    child->output = output[0];
    child->log = log[0];
    is_ready = is_ready && child->ended >= 0 && child->deadline >= 0;
    if (is_ready) {
        fcntl(child->input, F_SETFL, O_NONBLOCK);
        fcntl(child->output, F_SETFL, O_NONBLOCK);
        fcntl(child->log, F_SETFL, O_NONBLOCK);
        child->birth = (struct gleaner_birth){
            .plan = plan, .input = input[0], .output = output[1], .log = log[1], .probe = probe,
            .user = plan->as_user ? plan->user : geteuid(), .group = plan->as_user ? plan->group : getegid()};
        snprintf(child->mark, sizeof child->mark, "TMPDIR=%s", plan->sandboxed ? "" : plan->scratch);
        is_ready = pthread_create(&child->keeper, NULL, keep, child) == 0;
        child->has_keeper = is_ready;
    }
    if (is_ready) {
        pthread_mutex_lock(&child->lock);
        while (!child->is_born) pthread_cond_wait(&child->changed, &child->lock);
        pthread_mutex_unlock(&child->lock);
        *failure = child->birth.failure;
    } else {
        failure->error = errno;
    }
    close_one(&input[0]);
    close_one(&output[1]);
    close_one(&log[1]);
    if (failure->step == GLEANER_STEP_NONE) return child;
    if (child->has_keeper) pthread_join(child->keeper, NULL);
    forget(child);
    return NULL;
}

struct gleaner_child *gleaner_child_start(
    const struct gleaner_plan *plan, struct gleaner_start_failure *failure) {
    return start(plan, false, failure);
}

bool gleaner_sandbox_works(
    const char *scratch, bool as_user, unsigned user, unsigned group, struct gleaner_start_failure *failure) {
    static const char *const programs[] = {NULL};
    static char *const words[] = {NULL};
    struct gleaner_plan plan = {
        .programs = programs, .arguments = words, .environment = words, .as_user = as_user, .user = user, .group = group,
        .sandboxed = true, .scratch = scratch, .folder = "/work", .file_bytes = 1 << 20};
    struct gleaner_child *child = start(&plan, true, failure);
    if (!child) return false;
    gleaner_child_finish(child);
    return true;
}

int gleaner_child_input(const struct gleaner_child *child) { return child->input; }
int gleaner_child_output(const struct gleaner_child *child) { return child->output; }
int gleaner_child_log(const struct gleaner_child *child) { return child->log; }
int gleaner_child_ended(const struct gleaner_child *child) { return child->ended; }
int gleaner_child_deadline(const struct gleaner_child *child) { return child->deadline; }

void gleaner_child_set_deadline(struct gleaner_child *child, uint64_t milliseconds) {
    if (milliseconds == 0) milliseconds = 1;
    struct itimerspec when = {
        .it_value = {.tv_sec = (time_t)(milliseconds / 1000), .tv_nsec = (long)(milliseconds % 1000) * 1000000}};
    timerfd_settime(child->deadline, 0, &when, NULL);
}

void gleaner_child_close_input(struct gleaner_child *child) { close_one(&child->input); }

ptrdiff_t gleaner_child_write(struct gleaner_child *child, const void *bytes, size_t count, int *error) {
    // Whoever uses us may not ignore SIGPIPE: it is held back for this thread, and taken away if it came from here.
    sigset_t broken, before, pending;
    sigemptyset(&broken);
    sigaddset(&broken, SIGPIPE);
    sigpending(&pending);
    pthread_sigmask(SIG_BLOCK, &broken, &before);
    ssize_t written = write(child->input, bytes, count);
    *error = written < 0 ? errno : 0;
    if (written < 0 && errno == EPIPE && !sigismember(&pending, SIGPIPE)) {
        struct timespec now = {0, 0};
        while (sigtimedwait(&broken, NULL, &now) < 0 && errno == EINTR) {}
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return written;
}

int gleaner_child_status(struct gleaner_child *child) {
    pthread_mutex_lock(&child->lock);
    int status = child->status;
    pthread_mutex_unlock(&child->lock);
    return status;
}

/// Whether the environment of a process holds the mark.
static bool is_marked(const char *process, const char *mark) {
    char path[64], text[32768];
    snprintf(path, sizeof path, "/proc/%s/environ", process);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    if (count <= 0) return false;
    text[count] = 0;
    for (const char *entry = text; entry < text + count; entry += strlen(entry) + 1)
        if (strcmp(entry, mark) == 0) return true;
    return false;
}

/// Kills what a child outside a sandbox left behind in sessions of its own. (In a sandbox the kernel does it.)
static void kill_marked(const char *mark) {
    // Killing takes its time, and what is found may just be starting another: until nothing is found, a second at most.
    for (int round = 0; round < 500; round += 1) {
        DIR *processes = opendir("/proc");
        if (!processes) return;
        bool found = false;
        struct dirent *entry;
        while ((entry = readdir(processes))) {
            if (entry->d_name[0] < '1' || entry->d_name[0] > '9' || !is_marked(entry->d_name, mark)) continue;
            found = kill((pid_t)strtol(entry->d_name, NULL, 10), SIGKILL) == 0 || found;
        }
        closedir(processes);
        if (!found) return;
        struct timespec pause = {0, 2000000};
        nanosleep(&pause, NULL);
    }
}

void gleaner_child_finish(struct gleaner_child *child) {
    // In a sandbox it is the first of its processes: the kernel kills the others with it.
    kill(child->process, SIGKILL);
    if (child->mark[7]) {
        kill(-child->process, SIGKILL);
        kill_marked(child->mark);
    }
    pthread_mutex_lock(&child->lock);
    child->may_reap = true;
    pthread_cond_broadcast(&child->changed);
    pthread_mutex_unlock(&child->lock);
    pthread_join(child->keeper, NULL);
    forget(child);
}
