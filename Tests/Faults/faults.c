// Makes the n-th system call on files below a folder fail; loaded into a program with LD_PRELOAD.
//
// FAULT_FOLDER  the folder; calls on anything else go through
// FAULT_AT      which call, from 1; 0 counts only
// FAULT_KIND    eio, enospc, short, eintr or enolck
// FAULT_STAYS   if set, every later call of the kind fails, too
// FAULT_COUNT   a file that gets the number of calls that could have failed
// CLOCK_SHIFT   seconds that the clock of the day is ahead
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { FILES = 4096 };
static char watched[FILES];
static int calls;

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static const char *setting(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

static int is_kind(const char *kind) { return !strcmp(setting("FAULT_KIND"), kind); }

static int is_below(const char *path) {
  const char *folder = setting("FAULT_FOLDER");
  return *folder && path && !strncmp(path, folder, strlen(folder));
}

static int is_watched(int file) { return file >= 0 && file < FILES && watched[file]; }

// Counts a call, and says whether it is the one to fail.
static int fails(void) {
  int number = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
  int at = atoi(setting("FAULT_AT"));
  return at > 0 && (number == at || (number > at && *setting("FAULT_STAYS")));
}

__attribute__((destructor)) static void report(void) {
  const char *path = setting("FAULT_COUNT");
  if (!*path) return;
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  char text[16];
  int length = 0;
  for (int rest = calls, digit = 1000000; digit; digit /= 10) text[length++] = '0' + rest / digit % 10;
  if (write(file, text, length) < 0) return;
  close(file);
}

// The error of a call that only reads, or that may be interrupted; 0 if this kind does not concern it.
static int reading(void) { return is_kind("eio") ? EIO : 0; }
static int changing(void) { return is_kind("eio") ? EIO : is_kind("enospc") ? ENOSPC : 0; }
static int waiting(void) { return is_kind("eintr") ? EINTR : 0; }

#define FAIL(condition, error) \
  do { \
    int code = (error); \
    if ((condition) && code && fails()) { errno = code; return -1; } \
  } while (0)

static int opened(int file, const char *path) {
  if (file >= 0 && file < FILES) watched[file] = is_below(path);
  return file;
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(int, #name, const char *, int, ...); \
    va_list list; \
    va_start(list, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0; \
    va_end(list); \
    FAIL(is_below(path), flags & O_CREAT ? changing() : reading()); \
    return opened(real(path, flags, mode), path); \
  }
OPEN(open)
OPEN(open64)

int close(int file) {
  REAL(int, "close", int);
  if (file >= 0 && file < FILES) watched[file] = 0;
  return real(file);
}

// A short read or write is none of no bytes, unless there is only one.
#define TRANSFER(name, buffer, error) \
  ssize_t name(int file, buffer bytes, size_t count TRANSFER_MORE) { \
    REAL(ssize_t, #name, int, buffer, size_t TRANSFER_TYPE); \
    if (is_watched(file)) { \
      FAIL(1, error); \
      FAIL(1, waiting()); \
      if (is_kind("short") && fails()) count /= 2; \
    } \
    return real(file, bytes, count TRANSFER_NAME); \
  }
#define TRANSFER_MORE
#define TRANSFER_TYPE
#define TRANSFER_NAME
TRANSFER(read, void *, reading())
TRANSFER(write, const void *, changing())
#undef TRANSFER_MORE
#undef TRANSFER_TYPE
#undef TRANSFER_NAME
#define TRANSFER_MORE , off_t place
#define TRANSFER_TYPE , off_t
#define TRANSFER_NAME , place
TRANSFER(pread, void *, reading())
TRANSFER(pread64, void *, reading())
TRANSFER(pwrite, const void *, changing())
TRANSFER(pwrite64, const void *, changing())

#define ON_FILE(name, error) \
  int name(int file) { \
    REAL(int, #name, int); \
    FAIL(is_watched(file), error); \
    return real(file); \
  }
ON_FILE(fsync, changing() ? changing() : waiting())
ON_FILE(fdatasync, changing() ? changing() : waiting())

#define TRUNCATE(name) \
  int name(int file, off_t size) { \
    REAL(int, #name, int, off_t); \
    FAIL(is_watched(file), changing()); \
    return real(file, size); \
  }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

#define ON_PATH(name) \
  int name(const char *path) { \
    REAL(int, #name, const char *); \
    FAIL(is_below(path), is_kind("eio") ? EIO : 0); \
    return real(path); \
  }
ON_PATH(unlink)

#define ON_PATHS(name) \
  int name(const char *from, const char *to) { \
    REAL(int, #name, const char *, const char *); \
    FAIL(is_below(to), changing()); \
    return real(from, to); \
  }
ON_PATHS(link)
ON_PATHS(rename)

#define STATUS(name, type) \
  int name(const char *path, struct type *status) { \
    REAL(int, #name, const char *, struct type *); \
    FAIL(is_below(path), reading()); \
    return real(path, status); \
  }
STATUS(stat, stat)
STATUS(stat64, stat64)
STATUS(lstat, stat)
STATUS(lstat64, stat64)

#define FILE_STATUS(name, type) \
  int name(int file, struct type *status) { \
    REAL(int, #name, int, struct type *); \
    FAIL(is_watched(file), reading()); \
    return real(file, status); \
  }
FILE_STATUS(fstat, stat)
FILE_STATUS(fstat64, stat64)

#define CONTROL(name) \
  int name(int file, int command, ...) { \
    REAL(int, #name, int, int, ...); \
    va_list list; \
    va_start(list, command); \
    void *argument = va_arg(list, void *); \
    va_end(list); \
    if (command == F_SETLK || command == F_SETLKW) FAIL(is_watched(file), is_kind("enolck") ? ENOLCK : 0); \
    return real(file, command, argument); \
  }
CONTROL(fcntl)
CONTROL(fcntl64)

int clock_gettime(clockid_t clock, struct timespec *now) {
  REAL(int, "clock_gettime", clockid_t, struct timespec *);
  int status = real(clock, now);
  if (!status && clock == CLOCK_REALTIME) now->tv_sec += atol(setting("CLOCK_SHIFT"));
  return status;
}
