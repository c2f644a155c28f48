// A sql.Conn and its Rows share a lock: Rows hold it for reading until they are closed
// (closemuRUnlockCondReleaseConn), and (*Conn).close takes it for writing (database/sql/sql.go,
// closemu: an RWMutex, closingMutex since Go 1.27). Close of a connection whose Rows the same
// goroutine left open therefore waits for itself (golang/go#33938); mostly both stand in `defer`,
// or the Rows were forgotten on an early return.
#include "finding.h"
#include "model.h"
#include "sql_use.h"
#include "wording.h"

namespace gowhy::cause {

void detect_sql_conn_close_waits_rows(const Model& model, Findings& out) noexcept {
  const Waits waits = waits_in(model, {"database/sql.(*Conn).close"}, [](const GroupFacts& facts) {
    return is_lock_wait(facts.op) || facts.op == Operation::cond ||
           facts.op == Operation::semaphore;
  });
  if (waits.count == 0) return;
  const std::uint64_t active = waits_where(model, [&](const GroupFacts& facts) {
                                 return facts.site >= 0 &&
                                        has_prefix(model, facts, "database/sql.") &&
                                        !model.has(facts, {"database/sql.(*Conn).close"});
                               }).count;
  Finding finding("sql_conn_close_waits_rows");
  finding.confidence = active == 0 || waits.old(1) ? Confidence::likely : Confidence::possible;
  fill(model, waits, finding);
  finding.summary = count_of(waits.count, "goroutine") + (waits.count == 1 ? " waits" : " wait") +
                    " to close a `sql.Conn`" + in_places(model, waits) +
                    oldest_for(waits.ages.max, waits.count) +
                    ": `Rows` of that connection are still open, most likely left open by the same "
                    "goroutine, which then waits for itself.";
  finding.supports(number(waits.count) +
                   " stand in `(*Conn).close`, at the lock that open rows hold");
  finding.supports(count_of(active, "other goroutine") + (active == 1 ? " is" : " are") +
                   " in `database/sql` and could close them");
  finding.against("No frames show the rows: another goroutine may have them");
  finding.next =
      "Look for `rows` of `conn.QueryContext` in this function: `defer rows.Close()` must come "
      "after `defer conn.Close()`, so that it runs first";
  finding.restart = "A restart frees the connection until the same path is taken again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
