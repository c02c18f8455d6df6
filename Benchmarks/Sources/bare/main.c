/* The least that a full-screen program with ncurses does: a header, a page of text, a selected line.

   j and k move the selection, the space bar turns the page, q leaves. */

#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <locale.h>

static const char *const words[] = {
  "gradient", "slope", "bend", "layer", "weight", "curve", "sum", "unit", "loss", "step", "range",
};

static void draw(int page, int selected) {
  erase();
  attrset(A_BOLD);
  mvprintw(0, 1, "page %d", page + 1);
  attrset(A_NORMAL);
  for (int row = 2; row < LINES - 1; row++) {
    if (row - 2 == selected) attrset(A_REVERSE);
    int count = sizeof words / sizeof words[0];
    unsigned word = (unsigned)(page * 31 + row * 7);
    move(row, 4);
    while (getcurx(stdscr) + 12 < COLS) {
      printw("%s ", words[word % count]);
      word = word * 5 + 3;
    }
    attrset(A_NORMAL);
  }
  mvprintw(LINES - 1, 1, "j k move   space next page   q quit");
  refresh();
}

int main(void) {
  setlocale(LC_ALL, "");
  initscr();
  cbreak();
  noecho();
  keypad(stdscr, TRUE);
  curs_set(0);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  int page = 0, selected = 0, key = 0;
  while (key != 'q') {
    draw(page, selected);
    key = getch();
    if (key == 'j') selected = (selected + 1) % 8;
    if (key == 'k') selected = (selected + 7) % 8;
    if (key == ' ') page++;
  }
  endwin();
  return 0;
}
