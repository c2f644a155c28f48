// A goroutine that has a connection, in an open Rows or Tx, asks the same DB for another one. With
// SetMaxOpenConns that works as long as one is free; when all connections are held by goroutines
// that wait for a second one in (*DB).conn, none is ever given back (database/sql/sql.go;
// golang/go#16873).
//
// Proof: from Go 1.21 (*Rows).awaitDone and (*Tx).awaitDone name the goroutine that opened them. If
// that goroutine is itself among the waiters, it holds what it waits for. Without ids the stacks
// tell: a waiter deeper inside a function in which others wait at an earlier line has passed that
// line.
#include "finding.h"
#include "model.h"
#include "sql_use.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

// Waiters inside a call of a function whose other waiters stand at an earlier line.
struct Nested {
  Waits waits;
  std::uint32_t below = kNone;  // frame: where that function makes the call, of the first of them
};

Nested nested_waiters(const Model& model, const Waits& waiting) {
  std::vector<std::uint32_t> nested;
  std::uint32_t below = kNone;
  for (std::uint32_t inner : waiting.groups) {
    const GroupFacts& facts = model.group(inner);
    bool found = false;
    for (const WaitSite& outer : waiting.sites) {
      if (outer.frame == kNone || outer.frame == model.site_frame(facts)) continue;
      const Frame& earlier = model.dump().symbols.frame_at(outer.frame);
      for (std::size_t i = static_cast<std::size_t>(facts.site) + 1; i < facts.frames.size(); ++i) {
        const Frame& frame = model.dump().symbols.frame_at(facts.frames[i]);
        if (frame.function != earlier.function || frame.line <= earlier.line) continue;
        found = true;
        if (below == kNone) below = facts.frames[i];
      }
    }
    if (found) nested.push_back(inner);
  }
  return {waits_of(model, std::move(nested)), below};
}

}  // namespace

void detect_sql_pool_self_deadlock(const Model& model, Findings& out) noexcept {
  const SqlUse& use = sql_use(model);
  if (use.waiting.count == 0) return;
  const std::uint64_t proven = use.rows.waiting + use.transactions.waiting;
  const std::uint64_t open = use.rows.open.count + use.transactions.open.count;
  const bool ids = (use.rows.known + use.transactions.known) > 0;
  const auto [nested, below] = nested_waiters(model, use.waiting);
  // Others that still work with a connection give it back, and the queue moves.
  const std::uint64_t others = use.active.count + use.rows.elsewhere + use.transactions.elsewhere;
  if (ids ? proven == 0 || proven * 2 < open : nested.count == 0 || others > 0) return;
  Finding finding("sql_pool_self_deadlock");
  finding.confidence = !ids          ? Confidence::possible
                       : others == 0 ? Confidence::certain
                                     : Confidence::likely;
  if (!ids && use.waiting.count >= 8) finding.confidence = Confidence::likely;
  fill(model, use.waiting, finding);
  if (nested.count > 0) finding.site = nested.sites.front().frame;
  const std::uint64_t holders = ids ? proven : nested.count;
  finding.summary =
      count_of(holders, "goroutine") + (holders == 1 ? " has" : " have") +
      " a database connection and " + (holders == 1 ? "waits" : "wait") +
      " for another one from the same pool" +
      in_places(model, nested.count > 0 ? nested : use.waiting) +
      (below == kNone ? "" : ", called in " + place(model, below)) +
      "; that uses up the pool, so " +
      (use.waiting.count == 1 ? "it waits" : "all " + number(use.waiting.count) + " wait") +
      " for ever" + oldest_for(use.waiting.ages.max, use.waiting.count) + ".";
  if (ids) {
    finding.supports(number(proven) + " of " + number(open) +
                     " open rows and transactions belong to "
                     "goroutines that wait for a connection");
  } else {
    finding.supports(count_of(nested.count, "goroutine") +
                     (nested.count == 1 ? " waits" : " wait") + " below " + place(model, below) +
                     ", past the query of that function at which others wait");
  }
  finding.supports(count_of(others, "other goroutine") + (others == 1 ? " works" : " work") +
                   " with a connection at this moment");
  finding.against(ids ? "No frames show whether all of them use the same `sql.DB`"
                      : "No ids tell who opened the rows: the line numbers say it");
  finding.next =
      "Look for a query inside a loop over `rows.Next()`, or `db.` inside a transaction; "
      "`db.Stats().WaitCount` grows while nothing happens";
  finding.restart =
      "A restart helps until as many requests come at the same moment as the pool has "
      "connections.";
  out.push_back(std::move(finding));
}

}  // namespace gowhy::cause
