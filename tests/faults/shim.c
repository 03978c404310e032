/* Stands between a program and its disk (LD_PRELOAD): writes down what it does to the files below FAULTS_HOME, and
 * fails it on demand. One record for each call, in the order in which the calls were made, in the file FAULTS_LOG:
 *
 *     OP OFFSET LENGTH PATH-LENGTH\n PATH DATA
 *
 * OP is one letter: c created, t cut or lengthened (OFFSET is the new size), w written, s synced, d a folder synced, u unlinked,
 * r renamed (DATA is the new path), n a note of the program. Paths begin below FAULTS_HOME. The -shm file of SQLite is
 * memory that is made anew after a crash, so it is not written down.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char home[PATH_MAX];
static size_t home_length;
static int log_fd = -1;
static long room = -1;       /* bytes that the disk still takes; -1 is no limit */
static long bad_sync = -1;   /* the how manieth sync from now on fails; -1 is none */
static long syncs, written;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("FAULTS_HOME"), *log = getenv("FAULTS_LOG");
    if (folder && realpath(folder, home)) home_length = strlen(home);
    if (log && home_length) log_fd = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* The part of PATH below the home, NULL when it lies elsewhere. */
static const char *below(const char *path) {
    if (!home_length || strncmp(path, home, home_length) || path[home_length] != '/') return NULL;
    return path + home_length + 1;
}

static const char *below_fd(int fd, char *buffer) {
    char link[64];
    buffer[0] = 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, buffer, PATH_MAX - 1);
    if (length <= 0) return NULL;
    buffer[length] = 0;
    return strstr(buffer, " (deleted)") ? NULL : below(buffer);
}

static const char *below_at(int folder, const char *path, char *buffer) {
    if (path[0] == '/') return below(path);
    if (folder == AT_FDCWD) {
        if (!getcwd(buffer, PATH_MAX / 2)) return NULL;
    } else if (!below_fd(folder, buffer)) return NULL;
    size_t length = strlen(buffer);
    snprintf(buffer + length, PATH_MAX - length, "/%s", path);
    return below(buffer);
}

static int memory(const char *path) {
    size_t length = strlen(path);
    return length > 4 && !strcmp(path + length - 4, "-shm");
}

static void note(char op, long offset, const char *path, const void *data, size_t length) {
    if (log_fd < 0 || !path || memory(path)) return;
    char head[96];
    size_t path_length = strlen(path);
    int head_length = snprintf(head, sizeof head, "%c %ld %zu %zu\n", op, offset, length, path_length);
    struct iovec parts[3] = {{head, head_length}, {(void *)path, path_length}, {(void *)data, length}};
    if (writev(log_fd, parts, 3) < 0) abort();
}

/* What the program calls through ctypes. */
void faults_note(const char *text) {
    pthread_mutex_lock(&turn);
    note('n', 0, "", text, strlen(text));
    pthread_mutex_unlock(&turn);
}
void faults_room(long bytes) { room = bytes; }
void faults_bad_sync(long nth) { bad_sync = nth; }
long faults_syncs(void) { return syncs; }
long faults_written(void) { return written; }

/* How many of LENGTH bytes the disk takes; -1 with errno when none. */
static ssize_t taken(size_t length) {
    if (room < 0) return length;
    if (!room && length) { errno = ENOSPC; return -1; }
    size_t now = (long)length > room ? (size_t)room : length;
    room -= now;
    return now;
}

static ssize_t put(int fd, const void *data, size_t length, off_t offset, int at) {
    char buffer[PATH_MAX];
    const char *path = below_fd(fd, buffer);
    if (!path) return at ? REAL(pwrite)(fd, data, length, offset) : REAL(write)(fd, data, length);
    pthread_mutex_lock(&turn);
    ssize_t done = taken(length);
    if (done >= 0) {
        if (!at) offset = fcntl(fd, F_GETFL) & O_APPEND ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
        done = at ? REAL(pwrite)(fd, data, done, offset) : REAL(write)(fd, data, done);
        if (done > 0) { written += done; note('w', offset, path, data, done); }
    }
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t write(int fd, const void *data, size_t length) { return put(fd, data, length, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return put(fd, data, length, offset, 1); }
ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) { return put(fd, data, length, offset, 1); }

static int sync_of(int fd, const char *name) {
    char buffer[PATH_MAX];
    int (*call)(int) = (int (*)(int))real(name);
    const char *path = below_fd(fd, buffer);
    struct stat found;
    if (!path && !(home_length && !strcmp(buffer, home))) return call(fd);
    pthread_mutex_lock(&turn);
    int answer;
    syncs++;
    if (bad_sync > 0 && --bad_sync == 0) { bad_sync = -1; errno = EIO; answer = -1; }
    else answer = call(fd);
    if (!answer) note(fstat(fd, &found) == 0 && S_ISDIR(found.st_mode) ? 'd' : 's', 0, path ? path : ".", "", 0);
    pthread_mutex_unlock(&turn);
    return answer;
}
int fsync(int fd) { return sync_of(fd, "fsync"); }
int fdatasync(int fd) { return sync_of(fd, "fdatasync"); }

static int cut(int fd, off_t size) {
    char buffer[PATH_MAX];
    const char *path = below_fd(fd, buffer);
    pthread_mutex_lock(&turn);
    int answer = REAL(ftruncate)(fd, size);
    if (!answer) note('t', size, path, "", 0);
    pthread_mutex_unlock(&turn);
    return answer;
}
int ftruncate(int fd, off_t size) { return cut(fd, size); }
int ftruncate64(int fd, off_t size) { return cut(fd, size); }

static int open_in(int folder, const char *given, int flags, mode_t mode) {
    char buffer[PATH_MAX];
    const char *path = below_at(folder, given, buffer);
    if (!path || !(flags & (O_CREAT | O_TRUNC))) return REAL(openat)(folder, given, flags, mode);
    pthread_mutex_lock(&turn);
    int there = faccessat(folder, given, F_OK, 0) == 0;
    int fd = REAL(openat)(folder, given, flags, mode);
    if (fd >= 0 && !there) note('c', 0, path, "", 0);
    else if (fd >= 0 && flags & O_TRUNC) note('t', 0, path, "", 0);
    pthread_mutex_unlock(&turn);
    return fd;
}
#define MODE(flags) mode_t mode = 0; if ((flags) & O_CREAT) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int flags, ...) { MODE(flags) return open_in(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_in(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags) return open_in(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags) return open_in(folder, path, flags, mode); }

static int gone(int folder, const char *given, int flags) {
    char buffer[PATH_MAX];
    const char *path = below_at(folder, given, buffer);
    pthread_mutex_lock(&turn);
    int answer = REAL(unlinkat)(folder, given, flags);
    if (!answer) note('u', 0, path, "", 0);
    pthread_mutex_unlock(&turn);
    return answer;
}
int unlink(const char *path) { return gone(AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) { return gone(folder, path, flags); }

static int moved(int from, const char *old, int to, const char *new) {
    char first[PATH_MAX], second[PATH_MAX];
    const char *before = below_at(from, old, first), *after = below_at(to, new, second);
    pthread_mutex_lock(&turn);
    int answer = REAL(renameat)(from, old, to, new);
    if (!answer && before && after) note('r', 0, before, after, strlen(after));
    pthread_mutex_unlock(&turn);
    return answer;
}
int rename(const char *old, const char *new) { return moved(AT_FDCWD, old, AT_FDCWD, new); }
int renameat(int from, const char *old, int to, const char *new) { return moved(from, old, to, new); }
