#ifndef TUTOR_CNCURSES_SHIM_H
#define TUTOR_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <termios.h>
#include <term.h>

/* ncurses keeps its state in mutable globals and macros, which Swift cannot see. */
static inline WINDOW *shim_stdscr(void) { return stdscr; }
static inline SCREEN *shim_open(void) { return newterm(NULL, stdout, stdin); }
static inline const char *shim_codeset(void) { return nl_langinfo(CODESET); }
static inline attr_t shim_bold(void) { return A_BOLD; }
static inline attr_t shim_dim(void) { return A_DIM; }
static inline attr_t shim_underline(void) { return A_UNDERLINE; }
static inline attr_t shim_reverse(void) { return A_REVERSE; }
static inline attr_t shim_italic(void) { return A_ITALIC; }
static inline const char *shim_capability(const char *name) {
  char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}
static inline int shim_add(int y, int x, const wchar_t *text, attr_t attributes, short pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, pair, NULL) == ERR) return ERR;
  return mvwadd_wch(stdscr, y, x, &cell);
}

#endif
