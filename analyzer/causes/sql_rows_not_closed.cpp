// Query hands out a Rows that has a connection of the pool to itself until it is closed: by Close,
// by reading to the end, or by the end of its context. For a context that can be cancelled a
// goroutine waits in (*Rows).awaitDone (database/sql/sql.go, initContextClose, Go 1.9 to 1.27), so
// Rows that were left open can be counted; without such a context nothing shows them.
//
// Rows in use have that goroutine as well. From Go 1.21 it names the goroutine that made the query:
// if that one has ended or serves another request, nobody can close the Rows any more.
#include "finding.h"
#include "model.h"
#include "sql_use.h"
#include "wording.h"

namespace gowhy::cause {
void detect_sql_rows_not_closed(const Model& model, Findings& out) noexcept {
  const SqlUse& use = sql_use(model);
  const SqlHeld& held = use.rows;
  const std::uint64_t lost = abandoned(use, held);
  const auto confidence = judge_abandoned(model, use, held);
  if (!confidence || held.open.count == 0 || use.transactions.orphans >= held.open.count) return;
  Finding finding("sql_rows_not_closed");
  finding.confidence = *confidence;
  fill(model, held.open, finding);
  finding.records = held.orphan_records;
  finding.goroutines = model.fragment() ? held.open.count : lost;
  finding.victim_groups = use.waiting.groups;
  finding.summary = count_of(finding.goroutines, "`sql.Rows`", "`sql.Rows`") +
                    (finding.goroutines == 1 ? " was" : " were") + " never closed" +
                    oldest_for(held.open.ages.max, held.open.count) +
                    ": each keeps a connection of the pool that no other query gets.";
  finding.supports(count_of(held.open.count, "goroutine") +
                   (held.open.count == 1 ? " waits" : " wait") +
                   " in `(*Rows).awaitDone` for rows to be closed");
  if (held.orphans > 0) {
    finding.supports(number(held.orphans) +
                     " of them were opened by goroutines that have ended or do "
                     "other work now");
  }
  if (held.known < held.open.count) {
    finding.against(number(held.open.count - held.known) +
                    " do not name the goroutine that made the query (Go 1.20 and older, profiles)");
  }
  finding.against(number(held.in_database + held.elsewhere + held.waiting) +
                  " others belong to goroutines that may still read them");
  finding.next =
      "Look for `Query` without `defer rows.Close()`; `db.Stats()` shows how many connections "
      "are in use while nothing happens";
  finding.restart = "A restart frees the connections until as many rows are left open again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
