// Query hands out a Rows that has a connection of the pool to itself until it is closed: by Close,
// by reading to the end, or by the end of its context. For a context that can be cancelled a
// goroutine waits in (*Rows).awaitDone (database/sql/sql.go, initContextClose, Go 1.9 to 1.27), so
// Rows that were left open can be counted; without such a context nothing shows them.
//
// Rows in use have that goroutine as well. From Go 1.21 it names the goroutine that made the query:
// if that one has ended or serves another request, nobody can close the Rows any more.
#include "sql_use.h"

namespace gowhy::cause {

void detect_sql_rows_not_closed(const Model& model, Findings& out) noexcept {
  constexpr HeldWords kWords = {
      "sql_rows_not_closed",
      "`sql.Rows`",
      "`sql.Rows`",
      " never closed",
      ": each keeps a connection of the pool that no other query gets.",
      " in `(*Rows).awaitDone` for rows to be closed",
      "opened",
      "made the query",
      "read them",
      "Look for `Query` without `defer rows.Close()`; `db.Stats()` shows how many connections "
      "are in use while nothing happens",
      "A restart frees the connections until as many rows are left open again."};
  const SqlUse& use = sql_use(model);
  if (use.transactions.orphans >= use.rows.open.count) return;
  report_abandoned(model, use, use.rows, kWords, out);
}

}  // namespace gowhy::cause
