#ifndef GLEANER_CCHILD_INTERNAL_H
#define GLEANER_CCHILD_INTERNAL_H

#include "CChild.h"

/// What the new process is given. It shares our memory until it executes its program, so that what it writes here is seen.
struct gleaner_birth {
    const struct gleaner_plan *plan;
    /// The child's ends of its pipes; none is below 3.
    int input, output, log;
    /// The user and group that we are, outside.
    unsigned user, group;
    /// End instead of executing a program: the sandbox was only tried out.
    bool probe;
    struct gleaner_start_failure failure;
};

/// Sets the sandbox up from inside; 0, or -1 with the failure noted.
int gleaner_enter_sandbox(struct gleaner_birth *birth);

/// Notes a failure with the current errno; gives -1.
int gleaner_fail(struct gleaner_birth *birth, int step);

#endif
