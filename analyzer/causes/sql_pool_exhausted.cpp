// (*DB).conn gives a free connection, opens a new one while fewer than SetMaxOpenConns are open,
// and else puts the caller into a queue, where it waits in select for a connection or the end of
// its context (database/sql/sql.go, connRequests, Go 1.9 to 1.27). Who holds the connections: open
// Rows and Tx, each with an awaitDone goroutine that names its opener from Go 1.21, and goroutines
// in the driver.
//
// A queue that moves is what a limit is for: as long as the holders work in the database, young
// waits are load. It is a fault when they do something else meanwhile, or when nobody is seen to
// hold any.
#include <algorithm>

#include "finding.h"
#include "model.h"
#include "sql_use.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kQueue = 16;

std::optional<Confidence> judge_queue(const Model& model, const SqlUse& use,
                                      std::uint64_t elsewhere) {
  // Somebody has each of the connections while others wait. Where nobody is seen who could, neither
  // in the database nor in code that may go on with an open one, they were not given back. In a
  // profile one that was just handed a connection, and has not run since, looks like a waiter.
  if (use.busy == 0 && use.waiting.count >= 5 && !model.fragment()) {
    return model.is_profile() ? Confidence::possible : Confidence::likely;
  }
  if (use.waiting.old(1) || model.fragment()) return judge(model, use.waiting, {1, 5, kQueue});
  // Young waits: only if the connections are in the hands of somebody who does not work with them.
  if (use.active.count > 0 && elsewhere <= use.active.count) return std::nullopt;
  return judge(model, use.waiting, {1, 5, kQueue});
}

}  // namespace

void detect_sql_pool_exhausted(const Model& model, Findings& out) noexcept {
  const SqlUse& use = sql_use(model);
  if (use.waiting.count == 0) return;
  std::uint64_t elsewhere = use.rows.elsewhere + use.transactions.elsewhere;
  // Where no openers are named: as many are not in use as there are more than goroutines at work.
  // A transaction may have one Rows open.
  const std::uint64_t open = std::max(use.rows.open.count, use.transactions.open.count);
  if (use.rows.known + use.transactions.known == 0 && open > use.busy) elsewhere = open - use.busy;
  const auto confidence = judge_queue(model, use, elsewhere);
  if (!confidence) return;
  std::vector<std::uint32_t> groups = use.rows.holders.groups;
  groups.insert(groups.end(), use.transactions.holders.groups.begin(),
                use.transactions.holders.groups.end());
  const Waits holders = waits_of(model, std::move(groups));
  Finding finding("sql_pool_exhausted");
  finding.confidence = *confidence;
  fill(model, use.waiting, finding);
  finding.summary = count_of(use.waiting.count, "goroutine") +
                    (use.waiting.count == 1 ? " waits" : " wait") + " for a database connection" +
                    in_places(model, use.waiting) +
                    oldest_for(use.waiting.ages.max, use.waiting.count) +
                    ": all that `SetMaxOpenConns` allows are in use";
  if (holders.count > 0) {
    const GroupFacts& facts = model.group(holders.groups.front());
    const std::string_view callee =
        facts.boundary >= 0 ? model.name(facts.frames[static_cast<std::size_t>(facts.boundary)])
                            : "";
    finding.summary += ", " + number(elsewhere) + " of them by goroutines that are elsewhere" +
                       in_places(model, holders) +
                       (callee.empty() ? std::string{} : " (" + code(short_name(callee)) + ")");
  }
  // A higher limit would only let more of them wait.
  const bool silent = use.active.aged > 0 && use.active.aged * 2 >= use.active.count;
  if (silent) {
    finding.summary += ", " + number(use.active.aged) +
                       " of them by calls to which the database has not answered for up to " +
                       time_span(use.active.ages.max) + in_places(model, use.active);
  }
  finding.summary += ".";
  finding.supports(number(use.waiting.count) + (use.waiting.count == 1 ? " stands" : " stand") +
                   " in `(*DB).conn`, in the queue for a connection");
  finding.supports(count_of(use.rows.open.count, "`sql.Rows`", "`sql.Rows`") + " and " +
                   count_of(use.transactions.open.count, "transaction") + " are open");
  if (elsewhere > 0) {
    finding.supports(number(elsewhere) +
                     (elsewhere == 1 ? " of their owners is" : " of their owners are") +
                     " not in `database/sql` at this moment");
  } else if (use.active.count == 0) {
    finding.supports(
        "No goroutines work with a connection: those that hold them cannot be seen, which "
        "is how rows look that were left open without a context");
  }
  if (silent) {
    finding.supports(count_of(use.active.aged, "goroutine") +
                     (use.active.aged == 1 ? " has" : " have") +
                     " waited in the database for a minute or more: look there before you raise "
                     "the limit");
  } else if (use.active.count > 0) {
    finding.against(count_of(use.active.count, "goroutine") +
                    (use.active.count == 1 ? " works" : " work") +
                    " in the database and will give the connection back");
  }
  if (!use.waiting.old(1)) {
    finding.against(without_ages(model, "a short queue under load looks the same"));
  }
  finding.next =
      "`db.Stats()` (`InUse`, `WaitCount`, `WaitDuration`) twice; then look at those who hold "
      "a connection while they wait for something else";
  finding.restart = "A restart frees the connections until as many are held again.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
