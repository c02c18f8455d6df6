#include "CRecordGuard.h"
#include <sqlite3.h>

static int set(sqlite3 *connection, int option, int value) {
  return sqlite3_db_config(connection, option, value, (int *)0);
}

int record_guard(void *connection) {
  int code = set(connection, SQLITE_DBCONFIG_DEFENSIVE, 1);
  if (code == SQLITE_OK) code = set(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  if (code == SQLITE_OK) code = set(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
  if (code == SQLITE_OK) code = set(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0);
  return code;
}
