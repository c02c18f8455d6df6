#ifndef C_RECORD_GUARD_H
#define C_RECORD_GUARD_H

/// Hardens an SQLite connection against what a file brings along: triggers and views are never executed,
/// functions in its schema are not trusted, and its internals cannot be written.
///
/// sqlite3_db_config() takes a variable number of arguments, which Swift cannot pass.
///
/// - Parameter connection: A `sqlite3 *`.
/// - Returns: 0, or SQLite's code for the first option that was refused.
int record_guard(void *connection);

#endif
