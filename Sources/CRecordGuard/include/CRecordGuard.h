#ifndef C_RECORD_GUARD_H
#define C_RECORD_GUARD_H

/// Hardens an SQLite connection against malicious database files: triggers and views are never executed, functions in
/// the schema are not trusted, and internal structures cannot be written.
///
/// sqlite3_db_config() is variadic, which Swift cannot call.
///
/// - Parameter connection: A `sqlite3 *`.
/// - Returns: 0, or SQLite's result code for the first option that was refused.
int record_guard(void *connection);

#endif
