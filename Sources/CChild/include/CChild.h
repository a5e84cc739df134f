// A child process of ours: closed off where the kernel allows it, bounded, and killed with all that it started.
//
// What Swift cannot do itself: between clone and exec only calls that are safe there may be made, and a child that is to
// die with this process must have been started by a thread that lives as long as the child does.
#ifndef GLEANER_CCHILD_H
#define GLEANER_CCHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// What stands at a path inside the sandbox.
enum gleaner_entry_kind {
    /// The same folder or file as outside, read-only.
    GLEANER_ENTRY_BIND = 0,
    /// A symbolic link with the text `from`.
    GLEANER_ENTRY_LINK = 1,
};

/// One path of the sandbox.
struct gleaner_entry {
    int kind;
    /// Outside: what is bound; for a link its text.
    const char *_Nullable from;
    /// Inside; absolute.
    const char *_Nullable to;
};

/// How a child is started. All pointers are read during `gleaner_child_start` only.
struct gleaner_plan {
    /// Programs that are tried in this order, as paths of the child; ends with NULL.
    const char *_Nullable const *_Nonnull programs;
    /// Its arguments, the first is its own name; ends with NULL.
    char *_Nullable const *_Nonnull arguments;
    /// Its whole environment; ends with NULL.
    char *_Nullable const *_Nonnull environment;
    /// Whether it is started as another user and group than we are, with no group beside. Only root may ask for that, and must:
    /// what root has started keeps root's rights over the kernel's settings in /proc/sys, whatever user its namespace shows.
    bool as_user;
    unsigned user, group;
    /// Whether it gets namespaces of its own: users, mounts, processes, network, messages, host name.
    bool sandboxed;
    /// An empty folder of this child's alone. Outside a sandbox it is its working folder; for a sandbox its root is
    /// mounted there, and nothing is ever written into the folder itself.
    const char *scratch;
    /// The child's working folder, as a path of the child.
    const char *folder;
    /// What stands in the sandbox beside /dev, /proc, /tmp and the working folder.
    const struct gleaner_entry *_Nullable entries;
    size_t entry_count;
    /// Folders that the child must not see even where they lie below one of the entries; ends with NULL.
    const char *_Nullable const *_Nullable hidden;
    /// Bytes of address space; seconds of processor time; bytes of a file, and of all files in the sandbox; processes
    /// (in a sandbox only).
    uint64_t memory, processor_seconds, file_bytes, processes;
};

/// The step at which a child could not be started.
enum gleaner_step {
    GLEANER_STEP_NONE = 0,
    /// Pipes, memory, a thread.
    GLEANER_STEP_PREPARE = 1,
    /// Namespaces: the kernel, or whoever set it up, does not allow them.
    GLEANER_STEP_NAMESPACES = 2,
    GLEANER_STEP_USERS = 3,
    GLEANER_STEP_MOUNTS = 4,
    GLEANER_STEP_ENTRIES = 5,
    GLEANER_STEP_LIMITS = 6,
    /// The program could not be started.
    GLEANER_STEP_EXEC = 7,
    /// It would be root's: nothing is started so.
    GLEANER_STEP_ROOT = 8,
    /// We may not become the user that it is to be started as.
    GLEANER_STEP_BECOME = 9,
};

/// Why a child could not be started.
struct gleaner_start_failure {
    int step;
    /// The system's number of the error.
    int error;
    /// For an entry: which.
    int entry;
};

struct gleaner_child;

/// Starts a child; NULL with the failure where that cannot be done.
struct gleaner_child *_Nullable gleaner_child_start(
    const struct gleaner_plan *plan, struct gleaner_start_failure *failure);

/// Whether a sandbox can be made here, tried out with a child that ends at once. Of the plan, `scratch` and the user count.
bool gleaner_sandbox_works(
    const char *scratch, bool as_user, unsigned user, unsigned group, struct gleaner_start_failure *failure);

/// Whether we are the system's root, or may become it again.
bool gleaner_is_root(void);

/// Makes the whole program another user's for good, with the groups of a user's name, or with one group alone. False with errno
/// where that cannot be done: then the program should end.
bool gleaner_become(unsigned user, unsigned group, const char *_Nullable name);

/// The ends of the child's pipes, none of which blocks: where its input is written, its output and its log are read.
int gleaner_child_input(const struct gleaner_child *child);
int gleaner_child_output(const struct gleaner_child *child);
int gleaner_child_log(const struct gleaner_child *child);
/// Becomes readable when the child has ended.
int gleaner_child_ended(const struct gleaner_child *child);
/// Becomes readable when the deadline has passed.
int gleaner_child_deadline(const struct gleaner_child *child);
/// Sets the deadline, in milliseconds from now.
void gleaner_child_set_deadline(struct gleaner_child *child, uint64_t milliseconds);
/// Closes the child's input.
void gleaner_child_close_input(struct gleaner_child *child);
/// Writes to the child's input; a child that has gone is an error (EPIPE), never a signal.
ptrdiff_t gleaner_child_write(
    struct gleaner_child *child, const void *bytes, size_t count, int *error);
/// How the child ended, once `gleaner_child_ended` is readable: its exit status, or minus the signal that ended it.
int gleaner_child_status(struct gleaner_child *child);
/// Kills the child and what it started, waits for its end and frees everything.
void gleaner_child_finish(struct gleaner_child *child);

#pragma clang assume_nonnull end

#endif
