// A transaction has a connection of the pool to itself until Commit, Rollback or the end of the
// context given to BeginTx. For a context that can be cancelled a goroutine waits in
// (*Tx).awaitDone (database/sql/sql.go, beginDC, Go 1.9 to 1.27). An early return without Rollback
// leaves it there, with the connection, and in the database with locks.
//
// From Go 1.21 the goroutine names the one that began the transaction: if that has ended or serves
// another request, nobody will finish it.
#include "sql_use.h"

namespace gowhy::cause {

void detect_sql_tx_not_finished(const Model& model, Findings& out) noexcept {
  constexpr HeldWords kWords = {
      "sql_tx_not_finished",
      "database transaction",
      {},
      " begun and neither committed nor rolled back",
      ": each keeps a connection of the pool, and its locks in the database.",
      " in `(*Tx).awaitDone` for the end of a transaction",
      "begun",
      "began it",
      "finish them",
      "Look for `BeginTx` without `defer tx.Rollback()`; the database lists sessions that are "
      "idle in a transaction (PostgreSQL: `pg_stat_activity`)",
      "A restart ends the transactions, and the database rolls them back."};
  const SqlUse& use = sql_use(model);
  const std::size_t before = out.size();
  report_abandoned(model, use, use.transactions, kWords, out);
  if (out.size() == before) return;
  std::vector<std::uint32_t>& victims = out.back().victim_groups;
  victims.insert(victims.end(), use.rows.open.groups.begin(), use.rows.open.groups.end());
}

}  // namespace gowhy::cause
