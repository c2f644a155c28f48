// A transaction has a connection of the pool to itself until Commit, Rollback or the end of the
// context given to BeginTx. For a context that can be cancelled a goroutine waits in
// (*Tx).awaitDone (database/sql/sql.go, beginDC, Go 1.9 to 1.27). An early return without Rollback
// leaves it there, with the connection, and in the database with locks.
//
// From Go 1.21 the goroutine names the one that began the transaction: if that has ended or serves
// another request, nobody will finish it.
#include "finding.h"
#include "model.h"
#include "sql_use.h"
#include "wording.h"

namespace gowhy::cause {
void detect_sql_tx_not_finished(const Model& model, Findings& out) noexcept {
  const SqlUse& use = sql_use(model);
  const SqlHeld& held = use.transactions;
  const std::uint64_t lost = abandoned(use, held);
  const auto confidence = judge_abandoned(model, use, held);
  if (!confidence || held.open.count == 0) return;
  Finding finding("sql_tx_not_finished");
  finding.confidence = *confidence;
  fill(model, held.open, finding);
  finding.records = held.orphan_records;
  finding.goroutines = model.fragment() ? held.open.count : lost;
  finding.victim_groups = use.waiting.groups;
  finding.victim_groups.insert(finding.victim_groups.end(), use.rows.open.groups.begin(),
                               use.rows.open.groups.end());
  finding.summary = count_of(finding.goroutines, "database transaction") +
                    (finding.goroutines == 1 ? " was" : " were") +
                    " begun and neither committed nor rolled back" +
                    oldest_for(held.open.ages.max, held.open.count) +
                    ": each keeps a connection of the pool, and its locks in the database.";
  finding.supports(count_of(held.open.count, "goroutine") +
                   (held.open.count == 1 ? " waits" : " wait") +
                   " in `(*Tx).awaitDone` for the end of a transaction");
  if (held.orphans > 0) {
    finding.supports(number(held.orphans) +
                     " of them were begun by goroutines that have ended or do "
                     "other work now");
  }
  if (held.known < held.open.count) {
    finding.against(number(held.open.count - held.known) +
                    " do not name the goroutine that began it (Go 1.20 and older, profiles)");
  }
  finding.against(number(held.in_database + held.elsewhere + held.waiting) +
                  " others belong to goroutines that may still finish them");
  finding.next =
      "Look for `BeginTx` without `defer tx.Rollback()`; the database lists sessions that are "
      "idle in a transaction (PostgreSQL: `pg_stat_activity`)";
  finding.restart = "A restart ends the transactions, and the database rolls them back.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
