// Between a program and the disk, for the tests of durability alone: preloaded, it either writes down everything that is
// done below one folder (FIRSTHAND_DISK_LOG), or lets the n-th opening, writing, syncing or renaming there fail.
// A program asks it by opening names that begin with /firsthand-disk/: `arm/<n>/<errno>/<once|on>` and `count`.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))
#define FILES 65536
enum { OPENED = 1, WROTE, CUT, SYNCED, CLOSED, RENAMED, REMOVED, MADE };
enum { KIND_OPEN, KIND_WRITE, KIND_SYNC, KIND_RENAME };

static pthread_mutex_t turn = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static const char *root;
static size_t rootLength;
static int logFile = -1;
static char ours[FILES];
static long passed, deadly, struck;
static int fault, goesOn;

static void *real(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

__attribute__((constructor)) static void begin(void) {
  root = getenv("FIRSTHAND_DISK_ROOT");
  rootLength = root ? strlen(root) : 0;
  const char *log = getenv("FIRSTHAND_DISK_LOG");
  if (log) logFile = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int below(const char *path) {
  return root && strncmp(path, root, rootLength) == 0 && (path[rootLength] == '/' || path[rootLength] == 0);
}

static const char *whole(int folder, const char *path, char *out) {
  if (path[0] == '/') return path;
  char link[64], base[PATH_MAX];
  if (folder == AT_FDCWD) {
    if (!getcwd(base, sizeof base)) return path;
  } else {
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t length = readlink(link, base, sizeof base - 1);
    if (length < 0) return path;
    base[length] = 0;
  }
  if ((size_t)snprintf(out, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return path;
  return out;
}

static void all(const void *bytes, size_t count) {
  const char *at = bytes;
  while (count > 0) {
    ssize_t wrote = REAL(write)(logFile, at, count);
    if (wrote <= 0) abort();
    at += wrote;
    count -= (size_t)wrote;
  }
}

static void note(uint32_t what, int64_t first, int64_t second, const char *one, size_t oneLength, const char *other) {
  if (logFile < 0) return;
  struct { uint32_t what, oneLength, otherLength, padding; int64_t first, second; } head = {
    what, (uint32_t)oneLength, other ? (uint32_t)strlen(other) : 0, 0, first, second
  };
  all(&head, sizeof head);
  if (oneLength) all(one, oneLength);
  if (head.otherLength) all(other, head.otherLength);
}

// Whether this one fails; errno says how. A full disk fails only what takes room, a closed one only names.
static int fails(int kind, int makes) {
  passed += 1;
  if (deadly == 0 || passed < deadly || (struck && !goesOn)) return 0;
  int how = fault;
  if (how == ENOSPC && !(kind == KIND_WRITE || makes)) {
    if (struck) return 0;
    how = EIO;
  }
  if (how == EACCES && !(kind == KIND_OPEN || kind == KIND_RENAME)) {
    if (struck) return 0;
    how = EIO;
  }
  struck += 1;
  errno = how;
  return 1;
}

static int asked(const char *path) {
  const char *name = path + strlen("/firsthand-disk/");
  if (strncmp(name, "arm/", 4) == 0) {
    char how[8] = "";
    passed = struck = 0;
    if (sscanf(name, "arm/%ld/%d/%7s", &deadly, &fault, how) != 3) abort();
    goesOn = strcmp(how, "on") == 0;
  }
  char said[64];
  int length = snprintf(said, sizeof said, "%ld %ld", passed, struck);
  int file = memfd_create("count", MFD_CLOEXEC);
  if (file >= 0 && REAL(pwrite64)(file, said, (size_t)length, 0) != length) abort();
  return file;
}

static int opening(const char *called, int folder, const char *path, int flags, mode_t mode) {
  char buffer[PATH_MAX];
  const char *place = whole(folder, path, buffer);
  if (strncmp(place, "/firsthand-disk/", 16) == 0) return asked(place);
  if (!below(place)) return ((int (*)(int, const char *, int, ...))real("openat"))(folder, path, flags, mode);
  (void)called;
  pthread_mutex_lock(&turn);
  int file = -1;
  if (!fails(KIND_OPEN, (flags & O_CREAT) != 0)) {
    struct stat there;
    int isNew = (flags & O_CREAT) && fstatat(AT_FDCWD, place, &there, 0) != 0;
    file = ((int (*)(int, const char *, int, ...))real("openat"))(folder, path, flags, mode);
    if (file >= 0 && file < FILES) {
      ours[file] = 1;
      note(OPENED, file, (isNew ? 1 : 0) | ((flags & O_TRUNC) ? 2 : 0), place, strlen(place), NULL);
    }
  }
  int said = errno;
  pthread_mutex_unlock(&turn);
  errno = said;
  return file;
}

#define MODE(flags, last) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | __O_TMPFILE)) { va_list more; va_start(more, last); mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int flags, ...) { MODE(flags, flags) return opening("open", AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, flags) return opening("open64", AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags, flags) return opening("openat", folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags, flags) return opening("openat64", folder, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opening("creat", AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

static int isOurs(int file) { return file >= 0 && file < FILES && ours[file]; }

static ssize_t writing(int file, const void *bytes, size_t count, off64_t at) {
  pthread_mutex_lock(&turn);
  ssize_t wrote = -1;
  int failed = fails(KIND_WRITE, 1), said = errno;
  // Every other one that fails has written half of it first.
  size_t some = failed ? (passed % 2 ? 0 : count / 2) : count;
  off64_t place = at;
  if (at < 0) {
    struct stat64 there;
    if ((fcntl(file, F_GETFL) & O_APPEND) && fstat64(file, &there) == 0) place = there.st_size;
    else place = lseek64(file, 0, SEEK_CUR);
  }
  if (some > 0 || !failed) {
    wrote = at < 0 ? REAL(write)(file, bytes, some) : REAL(pwrite64)(file, bytes, some, at);
    if (wrote > 0) note(WROTE, file, place, bytes, (size_t)wrote, NULL);
    if (!failed) said = errno;
  }
  pthread_mutex_unlock(&turn);
  errno = said;
  return failed ? -1 : wrote;
}

ssize_t write(int file, const void *bytes, size_t count) {
  return isOurs(file) ? writing(file, bytes, count, -1) : REAL(write)(file, bytes, count);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
  return isOurs(file) ? writing(file, bytes, count, at) : REAL(pwrite)(file, bytes, count, at);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  return isOurs(file) ? writing(file, bytes, count, at) : REAL(pwrite64)(file, bytes, count, at);
}

static ssize_t several(int file, const struct iovec *parts, int count, off64_t at) {
  ssize_t sum = 0;
  for (int one = 0; one < count; one += 1) {
    ssize_t wrote = writing(file, parts[one].iov_base, parts[one].iov_len, at < 0 ? -1 : at + sum);
    if (wrote < 0) return sum > 0 ? sum : -1;
    sum += wrote;
    if ((size_t)wrote < parts[one].iov_len) break;
  }
  return sum;
}
ssize_t writev(int file, const struct iovec *parts, int count) {
  return isOurs(file) ? several(file, parts, count, -1) : REAL(writev)(file, parts, count);
}
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at) {
  return isOurs(file) ? several(file, parts, count, at) : REAL(pwritev)(file, parts, count, at);
}
ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t at) {
  return isOurs(file) ? several(file, parts, count, at) : REAL(pwritev64)(file, parts, count, at);
}

static int syncing(int file, int (*sync)(int)) {
  if (!isOurs(file)) return sync(file);
  pthread_mutex_lock(&turn);
  int result = fails(KIND_SYNC, 0) ? -1 : sync(file), said = errno;
  if (result == 0) note(SYNCED, file, 0, NULL, 0, NULL);
  pthread_mutex_unlock(&turn);
  errno = said;
  return result;
}
// The disk itself has nothing to do with it: what counts is that it was asked.
static int nothing(int file) { (void)file; return 0; }
int fsync(int file) { return syncing(file, isOurs(file) ? nothing : REAL(fsync)); }
int fdatasync(int file) { return syncing(file, isOurs(file) ? nothing : REAL(fdatasync)); }

int ftruncate64(int file, off64_t size) {
  if (!isOurs(file)) return REAL(ftruncate64)(file, size);
  pthread_mutex_lock(&turn);
  int result = fails(KIND_WRITE, 0) ? -1 : REAL(ftruncate64)(file, size), said = errno;
  if (result == 0) note(CUT, file, size, NULL, 0, NULL);
  pthread_mutex_unlock(&turn);
  errno = said;
  return result;
}
int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

int close(int file) {
  if (!isOurs(file)) return REAL(close)(file);
  pthread_mutex_lock(&turn);
  ours[file] = 0;
  note(CLOSED, file, 0, NULL, 0, NULL);
  int result = REAL(close)(file), said = errno;
  pthread_mutex_unlock(&turn);
  errno = said;
  return result;
}

// Node closes its files past the library's own name for it.
long syscall(long number, ...) {
  long with[6];
  va_list more;
  va_start(more, number);
  for (int at = 0; at < 6; at += 1) with[at] = va_arg(more, long);
  va_end(more);
  if (number == SYS_close) return close((int)with[0]);
  return REAL(syscall)(number, with[0], with[1], with[2], with[3], with[4], with[5]);
}

int rename(const char *from, const char *to) {
  char one[PATH_MAX], other[PATH_MAX];
  const char *old = whole(AT_FDCWD, from, one), *new = whole(AT_FDCWD, to, other);
  if (!below(old) && !below(new)) return REAL(rename)(from, to);
  pthread_mutex_lock(&turn);
  int result = fails(KIND_RENAME, 1) ? -1 : REAL(rename)(from, to), said = errno;
  if (result == 0) note(RENAMED, 0, 0, old, strlen(old), new);
  pthread_mutex_unlock(&turn);
  errno = said;
  return result;
}

// Removing and making of folders are written down and never fail here.
#define NAMED(what, folder, path, call) \
  char buffer[PATH_MAX]; \
  const char *place = whole(folder, path, buffer); \
  if (!below(place)) return call; \
  pthread_mutex_lock(&turn); \
  int result = call, said = errno; \
  if (result == 0) note(what, 0, 0, place, strlen(place), NULL); \
  pthread_mutex_unlock(&turn); \
  errno = said; \
  return result;
int unlink(const char *path) { NAMED(REMOVED, AT_FDCWD, path, REAL(unlink)(path)) }
int unlinkat(int folder, const char *path, int flags) { NAMED(REMOVED, folder, path, REAL(unlinkat)(folder, path, flags)) }
int rmdir(const char *path) { NAMED(REMOVED, AT_FDCWD, path, REAL(rmdir)(path)) }
int remove(const char *path) { NAMED(REMOVED, AT_FDCWD, path, REAL(remove)(path)) }
int mkdir(const char *path, mode_t mode) { NAMED(MADE, AT_FDCWD, path, REAL(mkdir)(path, mode)) }
