#ifndef TUTOR_CNCURSES_SHIM_H
#define TUTOR_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <term.h>
#include <wchar.h>

#ifdef __linux__
/* POSIX; glibc's header hides it. */
extern int wcwidth(wchar_t);
#endif

/* ncurses keeps its state in mutable globals and macros, which Swift cannot see. */
static inline WINDOW *shim_stdscr(void) { return stdscr; }
static inline WINDOW *shim_curscr(void) { return curscr; }
static inline TERMINAL *shim_cur_term(void) { return cur_term; }
static inline int shim_colors(void) { return COLORS; }
static inline const char *shim_codeset(void) { return nl_langinfo(CODESET); }

static inline attr_t shim_bold(void) { return A_BOLD; }
static inline attr_t shim_dim(void) { return A_DIM; }
static inline attr_t shim_italic(void) { return A_ITALIC; }
static inline attr_t shim_underline(void) { return A_UNDERLINE; }
static inline attr_t shim_reverse(void) { return A_REVERSE; }

static inline int shim_wcwidth(wchar_t character) { return wcwidth(character); }

/* A terminal's string capability, NULL where it has none. */
static inline const char *shim_capability(const char *name) {
  char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

/* ioctl is variadic. */
static inline int shim_window_size(int file, struct winsize *size) {
  return ioctl(file, TIOCGWINSZ, size);
}

/* The handler lies in a union whose name differs between systems. */
static inline void shim_set_handler(struct sigaction *action, void (*handler)(int)) {
  action->sa_handler = handler;
}
static inline bool shim_is_ignored(const struct sigaction *action) {
  return action->sa_handler == SIG_IGN;
}

#endif
