// A pool has a fixed number of workers, and a task that gives its pool another task and waits for
// that keeps its own worker meanwhile. When all workers do so, none is left for what they wait for.
// Each pool waits by other means, with a channel for the result (github.com/gammazero/workerpool,
// SubmitWait), with a send into its queue or with a Cond until a worker is free; what they share is
// the stack: the pool's loop at the bottom, the task above it, and the pool again at the top.
//
// A task that has given all its parts to the pool waits for them in its own code: beside others
// that still give theirs, in the same function, it is in the same trouble (ants: Submit and
// WaitGroup).
//
// A library's only goroutine for a client is a pool of one: a handler of MQTT messages that waits
// there for an answer keeps the router from bringing it.
//
// An actor is a pool of one of the user's own: its loop takes what others ask of it. Actors that
// ask each other while they answer wait in a circle once all of them have become askers.
//
// A pool with a worker that does anything else moves on, so it is quiet about those. And whoever
// waits in a select may have a time-out among its cases.
#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "finding.h"
#include "locks.h"
#include "model.h"
#include "roles.h"
#include "sort_by.h"
#include "stack_facts.h"
#include "wait_workers.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

struct Pool {
  std::vector<std::uint32_t> stuck;
  std::vector<std::uint32_t> joining;  ///< in WaitGroup.Wait, called by the task itself
  std::uint64_t stuck_count = 0, free_count = 0, joined = 0;
  std::int32_t oldest = -1;
  std::uint32_t wait = kNone;  // function in which they wait
  std::uint32_t first = 0;     // group that waits there
  bool leaked = true;
  bool sole = false;  ///< a client of the library has one of them
  bool own = false;   ///< actors of the user's own
  bool asked =
      true;  // the task called the function in which it waits, and that is the library's API
};

bool waits_by_itself(const Model& model, const GroupFacts& facts) {
  if (model.is_profile() && facts.op == Operation::unknown) return facts.parked_on_channel;
  return facts.op == Operation::chan_receive || facts.op == Operation::chan_send ||
         facts.op == Operation::cond || facts.op == Operation::waitgroup;
}

// The function of the loop at the bottom, null if it is neither a library's nor a method of the
// user's own.
const Function* loop_of(const Model& model, const GroupFacts& facts) {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    const std::uint32_t frame = facts.frames[i];
    if (model.name(frame) != model.entry(facts)) continue;
    const Function& function = model.function(frame);
    const bool actor = model.own(frame) && !method_type(function).empty();
    return actor || model.origin(frame) == Origin::module ? &function : nullptr;
  }
  return nullptr;
}

// The pool at the top, a task of the user's own from another package, the pool at the bottom.
bool waits_for_own_pool(const Model& model, const GroupFacts& facts, std::string_view package) {
  if (facts.top < 0 || package.empty() || !waits_by_itself(model, facts)) return false;
  const std::size_t top = static_cast<std::size_t>(facts.top);
  const Function& called = model.function(facts.frames[top]);
  // A closure is what the library gave to the task, as a generator's `yield`: that is received by
  // whoever reads from it.
  if (called.package != package || called.name.find(".func") != std::string_view::npos) {
    return false;
  }
  // Below the loop stands at most the wrapper of the go statement that started it
  // (cmd/compile/internal/walk/order.go, wrapGoDefer): that is no task.
  std::size_t loop = facts.frames.size() - 1;
  while (loop > top && model.function(facts.frames[loop]).package != package) --loop;
  return std::any_of(facts.frames.begin() + facts.top,
                     facts.frames.begin() + static_cast<std::ptrdiff_t>(loop),
                     [&](std::uint32_t frame) {
                       return model.own(frame) && model.function(frame).package != package;
                     });
}

// Unexported functions may be how a library runs the user's code in turns, as workflow engines do
// with coroutines: such a task waits for the library to go on with it.
bool asks(const Model& model, const GroupFacts& facts) {
  const std::string_view base = model.function(model.top_frame(facts)).base;
  return facts.site == facts.top + 1 && !base.empty() && base[0] >= 'A' && base[0] <= 'Z';
}

std::uint32_t top_function(const Model& model, const GroupFacts& facts) {
  return facts.top < 0 ? kNone : model.function_id(model.top_frame(facts));
}

// Code of one's own calls back and forth between its packages by all means: brokers and streams
// that wait for another one of their kind. An actor asks with a method of its loop's type.
bool asks_own_type(const Model& model, const GroupFacts& facts, const Function& loop) {
  return method_type(model.function(model.site_frame(facts))) == method_type(loop);
}

// Only what asks stands in the actors' package: nothing else there could bring the answers, such as
// the reader of a connection.
bool only_askers_in(const Model& model, const Pool& pool) {
  const Function& asked = model.function(model.site_frame(model.group(pool.first)));
  for (const GroupFacts& facts : model.groups()) {
    if (top_function(model, facts) == pool.wait && waits_by_itself(model, facts)) continue;
    for (std::uint32_t frame : facts.frames) {
      if (model.own(frame) && model.function(frame).package == asked.package) return false;
    }
  }
  return true;
}

bool joins(const GroupFacts& facts) {
  return facts.op == Operation::waitgroup && facts.site >= 0 && facts.site == facts.top;
}

void add(const Model& model, std::uint32_t group, Pool& pool) {
  const GroupFacts& facts = model.group(group);
  pool.stuck.push_back(group);
  pool.stuck_count += facts.count;
  pool.leaked = pool.leaked && (facts.flags & kLeaked) != 0;
  if (facts.ages.known > 0) pool.oldest = std::max(pool.oldest, facts.ages.max);
}

// Those that wait for parts of their own count if others give parts to the pool in that function.
void add_joining(const Model& model, Pool& pool) {
  std::vector<std::uint32_t> giving;
  for (std::uint32_t group : pool.stuck) {
    const std::uint32_t frame = model.site_frame(model.group(group));
    if (frame != kNone) giving.push_back(model.function_id(frame));
  }
  keep_distinct(giving);
  for (std::uint32_t group : pool.joining) {
    const GroupFacts& facts = model.group(group);
    if (std::binary_search(giving.begin(), giving.end(), top_function(model, facts))) {
      add(model, group, pool);
      pool.joined += facts.count;
    } else {
      pool.free_count += facts.count;
    }
  }
  keep_distinct(pool.stuck);
}

// Whoever stands in the same call without being a worker.
std::vector<std::uint32_t> others_in(const Model& model, const Pool& pool) {
  std::vector<std::uint32_t> others;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (top_function(model, facts) != pool.wait || !waits_by_itself(model, facts)) continue;
    if (!std::binary_search(pool.stuck.begin(), pool.stuck.end(), g)) others.push_back(g);
  }
  return others;
}

void report(const Model& model, const Pool& pool, std::string_view loop, Findings& out) {
  std::vector<std::uint32_t> others = others_in(model, pool);
  if (!pool.asked && others.empty()) return;
  const GroupFacts& facts = model.group(pool.first);
  const int called = facts.boundary < 0 ? facts.top : facts.boundary;
  const std::string wait =
      code(short_name(model.name(facts.frames[static_cast<std::size_t>(called)])));
  // What asks an actor is in its package, and the task is what called it.
  const std::size_t at = static_cast<std::size_t>(facts.site) + (pool.own ? 1 : 0);
  const std::string task =
      facts.site < 0 || at >= facts.frames.size() ? std::string{} : place(model, facts.frames[at]);
  const bool one = pool.stuck_count == 1;
  // Of actors each is alone with its channel, and the channel is what they have to look at.
  Finding finding(pool.own ? "chan_receive_blocked" : "worker_pool_self_deadlock");
  finding.confidence = pool.leaked                                       ? Confidence::certain
                       : pool.oldest >= kOldMinutes && !model.fragment() ? Confidence::likely
                                                                         : Confidence::possible;
  finding.groups = pool.stuck;
  finding.victim_groups = std::move(others);
  finding.summary =
      (one ? "The only worker" : "All " + number(pool.stuck_count) + " workers") +
      (pool.sole ? " of a client in " : " of ") + code(short_name(loop)) +
      (one ? " waits" : " wait") + " in " + wait + oldest_for(pool.oldest, pool.stuck_count) +
      (task.empty() ? "" : ", called by the task at " + task) +
      (pool.joined > 0 ? ", or, " + number(pool.joined) + " of them, for what they gave to it"
                       : "") +
      ": none is left for what " + (one ? "it waits for." : "they wait for.");
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.supports(count_of(pool.stuck_count, "goroutine") + " that " + (one ? "runs " : "run ") +
                   code(short_name(loop)) + (one ? " waits" : " wait") +
                   " for the same package inside a task");
  finding.supports(pool.sole
                       ? "1 such goroutine is all that a client of " +
                             std::string(facts.role->library) + " has"
                       : "No goroutines that run " + code(short_name(loop)) + " do anything else");
  const std::uint64_t behind = goroutines_in(model, finding.victim_groups);
  if (behind > 0) {
    finding.supports(count_of(behind, "other goroutine") + (behind == 1 ? " waits" : " wait") +
                     " in " + wait + " behind them");
  }
  if (pool.oldest < kOldMinutes) {
    finding.against("None of them print that they have waited for minutes: it may be a moment");
  }
  finding.against(
      pool.sole ? "No frames show who would bring what it waits for: it may come another way"
                : "No frames tell one pool from another: they may wait for one whose workers are "
                  "not in this dump");
  finding.next = "Read " + (task.empty() ? wait : task) +
                 ": does it give work to the pool in which it runs, and wait for it?";
  finding.restart =
      "A restart helps until as many tasks that wait for others run at the same time.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_worker_pool_self_deadlock(const Model& model, Findings& out) noexcept {
  std::unordered_map<std::string_view, Pool> pools;  // by the loop at the bottom
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    const bool sole = facts.role != nullptr && facts.role->per == Role::Per::client &&
                      facts.role->count == 1 && facts.site >= 0;
    // errgroup's places are errgroup_limit_blocked's.
    if ((facts.role != nullptr && !sole) || starts_for_others(model.creator(facts))) continue;
    const Function* loop = loop_of(model, facts);
    if (loop == nullptr || loop->package.empty()) continue;
    Pool& pool = pools[model.entry(facts)];
    pool.own = !method_type(*loop).empty() && own_goroutine(model, facts);
    pool.sole = pool.sole || sole;
    if (!sole && joins(facts)) {
      pool.joining.push_back(g);
      continue;
    }
    const std::uint32_t wait = top_function(model, facts);
    const bool same = pool.wait == kNone || pool.wait == wait;
    if (!same || !waits_for_own_pool(model, facts, loop->package) ||
        (pool.own && !asks_own_type(model, facts, *loop))) {
      pool.free_count += facts.count;
      continue;
    }
    pool.wait = wait;
    if (pool.stuck.empty()) pool.first = g;
    add(model, g, pool);
    pool.asked = pool.asked && asks(model, facts);
  }
  std::vector<std::string_view> loops;
  for (auto& [loop, pool] : pools) {
    add_joining(model, pool);
    const bool enough = (!pool.sole && pool.stuck_count > 1) || pool.oldest >= kOldMinutes;
    if (!pool.stuck.empty() && enough && (pool.sole || pool.free_count == 0)) loops.push_back(loop);
  }
  sort_stably(loops, std::less<>());
  constexpr std::size_t kMostPools = 8;  // for each all groups are looked at
  if (loops.size() > kMostPools) loops.resize(kMostPools);
  for (std::string_view loop : loops) {
    const Pool& pool = pools[loop];
    if (!pool.own || only_askers_in(model, pool)) report(model, pool, loop, out);
  }
}

}  // namespace gowhy::cause
