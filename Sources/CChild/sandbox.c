#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/mount.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

// Everything here runs between clone and exec, in memory that is shared with the program that runs on: system calls and
// pure functions over the stack only, nothing that takes a lock or allocates.

enum { LONGEST = 4096 };

int gleaner_fail(struct gleaner_birth *birth, int step) {
    birth->failure.error = errno;
    birth->failure.step = step;
    return -1;
}

static int write_file(const char *path, const char *text) {
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return -1;
    ssize_t written = write(file, text, strlen(text));
    int error = errno;
    close(file);
    errno = error;
    return written == (ssize_t)strlen(text) ? 0 : -1;
}

/// Puts "1000 NUMBER 1\n" together without the C library's printing, which may allocate.
static void map_line(char *line, unsigned number) {
    char digits[12];
    size_t count = 0;
    do {
        digits[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    memcpy(line, "1000 ", 5);
    size_t at = 5;
    while (count > 0) line[at++] = digits[--count];
    memcpy(line + at, " 1\n", 4);
}

/// Inside, the child is user 1000 without any power; outside it stays who we are.
static int map_users(struct gleaner_birth *birth) {
    char line[32];
    // Absent before Linux 3.19; there a group map needs no such line.
    if (write_file("/proc/self/setgroups", "deny") < 0 && errno != ENOENT) return -1;
    map_line(line, birth->user);
    if (write_file("/proc/self/uid_map", line) < 0) return -1;
    map_line(line, birth->group);
    return write_file("/proc/self/gid_map", line);
}

/// The path of the new root, which we stand in: without the leading slash.
static const char *inside(const char *path) {
    while (*path == '/') path += 1;
    return *path ? path : ".";
}

/// Makes the folders above a path of the new root.
static int make_parents(const char *path) {
    char part[LONGEST];
    size_t count = strlen(path);
    if (count >= sizeof part) {
        errno = ENAMETOOLONG;
        return -1;
    }
    for (size_t at = 1; at < count; at += 1) {
        if (path[at] != '/') continue;
        memcpy(part, path, at);
        part[at] = 0;
        if (mkdir(part, 0755) < 0 && errno != EEXIST) return -1;
    }
    return 0;
}

static int make_read_only(const char *path) {
    struct mount_attr attributes = {.attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID};
    if (syscall(SYS_mount_setattr, AT_FDCWD, path, AT_RECURSIVE, &attributes, sizeof attributes) == 0) return 0;
    // Linux below 5.12: the mount itself, with the flags that it has and that may not be taken from it.
    struct statvfs now;
    if (statvfs(path, &now) < 0) return -1;
    unsigned long flags = MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID;
    if (now.f_flag & ST_NODEV) flags |= MS_NODEV;
    if (now.f_flag & ST_NOEXEC) flags |= MS_NOEXEC;
    if (now.f_flag & ST_NOATIME) flags |= MS_NOATIME;
    if (now.f_flag & ST_NODIRATIME) flags |= MS_NODIRATIME;
    if (now.f_flag & ST_RELATIME) flags |= MS_RELATIME;
    return mount(NULL, path, NULL, flags, NULL);
}

/// Puts a folder or file from outside at a path of the new root.
static int bind(const char *from, const char *to) {
    struct stat there;
    if (stat(from, &there) < 0) return -1;
    if (make_parents(to) < 0) return -1;
    if (S_ISDIR(there.st_mode)) {
        if (mkdir(to, 0755) < 0 && errno != EEXIST) return -1;
    } else {
        int file = open(to, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
        if (file < 0) return -1;
        close(file);
    }
    return mount(from, to, NULL, MS_BIND | MS_REC, NULL);
}

static int make_devices(void) {
    static const char *const names[] = {"null", "zero", "full", "random", "urandom"};
    if (mkdir("dev", 0755) < 0 || mkdir("dev/shm", 01777) < 0) return -1;
    for (size_t number = 0; number < sizeof names / sizeof *names; number += 1) {
        char from[32] = "/dev/";
        strcat(from, names[number]);
        if (bind(from, inside(from)) < 0) return -1;
    }
    (void)symlink("/proc/self/fd", "dev/fd");
    return 0;
}

/// "size=BYTES,nr_inodes=4096,mode=755"
static void size_option(char *option, uint64_t bytes) {
    char digits[24];
    size_t count = 0;
    do {
        digits[count++] = (char)('0' + bytes % 10);
        bytes /= 10;
    } while (bytes > 0);
    memcpy(option, "size=", 5);
    size_t at = 5;
    while (count > 0) option[at++] = digits[--count];
    memcpy(option + at, ",nr_inodes=4096,mode=755", 25);
}

static int hide(const struct gleaner_plan *plan) {
    for (const char *const *path = plan->hidden; path && *path; path += 1) {
        struct stat there;
        if (lstat(inside(*path), &there) < 0 || !S_ISDIR(there.st_mode)) continue;
        if (mount("tmpfs", inside(*path), "tmpfs", MS_RDONLY | MS_NOSUID | MS_NODEV, "size=4k,mode=755") < 0) return -1;
    }
    return 0;
}

static int make_entries(struct gleaner_birth *birth) {
    const struct gleaner_plan *plan = birth->plan;
    for (size_t number = 0; number < plan->entry_count; number += 1) {
        const struct gleaner_entry *entry = &plan->entries[number];
        birth->failure.entry = (int)number;
        const char *to = inside(entry->to);
        if (entry->kind == GLEANER_ENTRY_LINK) {
            if (make_parents(to) < 0 || symlink(entry->from, to) < 0) return -1;
        } else if (bind(entry->from, to) < 0 || make_read_only(to) < 0) {
            return -1;
        }
    }
    return hide(plan);
}

int gleaner_enter_sandbox(struct gleaner_birth *birth) {
    const struct gleaner_plan *plan = birth->plan;
    if (map_users(birth) < 0) return gleaner_fail(birth, GLEANER_STEP_USERS);
    char size[64];
    size_option(size, plan->file_bytes);
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0
        || mount("tmpfs", plan->scratch, "tmpfs", MS_NOSUID | MS_NODEV, size) < 0 || chdir(plan->scratch) < 0)
        return gleaner_fail(birth, GLEANER_STEP_MOUNTS);
    umask(0);
    if (make_devices() < 0 || mkdir("tmp", 01777) < 0 || mkdir("proc", 0755) < 0)
        return gleaner_fail(birth, GLEANER_STEP_MOUNTS);
    // Where a container covers parts of its own /proc, no new one may be mounted: then there is none.
    // It is for looking alone: among it are the kernel's settings.
    if (mount("proc", "proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL) == 0 && make_read_only("proc") < 0)
        return gleaner_fail(birth, GLEANER_STEP_MOUNTS);
    if (make_entries(birth) < 0) return gleaner_fail(birth, GLEANER_STEP_ENTRIES);
    const char *folder = inside(plan->folder);
    if (make_parents(folder) < 0 || (mkdir(folder, 0700) < 0 && errno != EEXIST))
        return gleaner_fail(birth, GLEANER_STEP_MOUNTS);
    umask(077);
    // The old root is put over the new one and taken away: nothing of it can be reached any more.
    if (syscall(SYS_pivot_root, ".", ".") < 0 || umount2(".", MNT_DETACH) < 0 || chdir("/") < 0)
        return gleaner_fail(birth, GLEANER_STEP_MOUNTS);
    (void)sethostname("scorer", 6);
    return 0;
}
