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
#include <sys/time.h>
#include <termios.h>
#include <term.h>

/* ncurses keeps its state in mutable globals and macros, which Swift cannot see. */
static inline WINDOW *shim_stdscr(void) { return stdscr; }
static inline WINDOW *shim_curscr(void) { return curscr; }
static inline TERMINAL *shim_cur_term(void) { return cur_term; }
static inline int shim_colors(void) { return COLORS; }
static inline const char *shim_codeset(void) { return nl_langinfo(CODESET); }

/* A terminal's string capability, NULL where it has none. */
static inline const char *shim_capability(const char *name) {
  char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

static inline int shim_flag(const char *name) { return tigetflag((char *)name); }
static inline int shim_number(const char *name) { return tigetnum((char *)name); }

/* tparm is variadic. */
static inline const char *shim_position(int row, int column) {
  const char *move = shim_capability("cup");
  return move ? tparm((char *)move, (long)row, (long)column, 0L, 0L, 0L, 0L, 0L, 0L, 0L) : NULL;
}

/* Terminals without setaf count colours with red and blue exchanged (terminfo, setf). */
static inline const char *shim_foreground(int color) {
  const char *set = shim_capability("setaf");
  if (!set && (set = shim_capability("setf")) && color < 8)
    color = (color & 2) | (color & 1) << 2 | (color & 4) >> 2;
  return set ? tparm((char *)set, (long)color, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L) : NULL;
}

/* ioctl is variadic. */
static inline int shim_window_size(int file, struct winsize *size) {
  return ioctl(file, TIOCGWINSZ, size);
}

/* Sends SIGALRM once, so many milliseconds from now. */
static inline void shim_start_timer(int milliseconds) {
  struct itimerval timer = {{0, 0}, {milliseconds / 1000, milliseconds % 1000 * 1000}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

/* The handler lies in a union whose name differs between systems. */
static inline void shim_set_handler(struct sigaction *action, void (*handler)(int)) {
  action->sa_handler = handler;
}
static inline bool shim_is_ignored(const struct sigaction *action) {
  return action->sa_handler == SIG_IGN;
}

#endif
