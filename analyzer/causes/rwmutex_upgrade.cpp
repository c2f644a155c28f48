// (*RWMutex).Lock first takes the writers' mutex and then waits until all readers have left
// (sync/rwmutex.go, Lock: "Wait for active readers"). A goroutine that holds the read lock and
// calls Lock waits for itself. From Go 1.20 the state says which of the two it waits for, before
// that the frames: a wait for another writer goes through (*Mutex).lockSlow.
//
// The stack of an ordinary writer may look the same if the method below has given its lock back. A
// reader that is at work elsewhere, with the same object, explains the wait: then this is silent.
#include <algorithm>

#include "finding.h"
#include "lock_view.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::int32_t kOldMinutes = 2;

bool is_writer(Operation op) { return op == Operation::wlock_readers || op == Operation::wlock; }

void report(const Model& model, const LockView& view, const LockWaiter& writer,
            const LockHolder& hold, Findings& out) {
  const Lock& lock = *view.lock;
  const GroupFacts& facts = model.group(writer.group);
  const std::string above = place(model, facts.frames[static_cast<std::size_t>(writer.caller)]);
  const std::string below = place(model, holder_frame(model, hold));
  const bool exact = hold.why == LockHolder::receiver && hold.exact;
  const std::uint64_t behind = lock.count - 1;
  Finding finding("rwmutex_upgrade");
  finding.confidence =
      exact && (view.oldest >= kOldMinutes || behind >= 2 || model.snapshot().crash)
          ? Confidence::likely
          : Confidence::possible;
  if (behind >= 2 && hold.why == LockHolder::type) finding.confidence = Confidence::likely;
  finding.groups = {writer.group};
  if (writer.record != kNone) finding.records = {writer.record};
  if (writer.record == kNone) finding.goroutines = 1;
  finding.victim_groups = view.groups;
  std::string who = holder_name(model, hold);
  if (who[0] == 'g') who[0] = 'G';
  finding.summary = who + " waits in " + above + " for all readers of " + lock_words(model, lock) +
                    " to leave, and seems to be one of them itself: it took the read lock in " +
                    below;
  if (behind > 0) {
    finding.summary += "; " + count_of(behind, "other goroutine") +
                       (behind == 1 ? " waits" : " wait") + " behind it";
  }
  finding.summary += oldest_for(view.oldest, view.lock->count) + ".";
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.supports("1 writer waits for readers and not for another writer");
  finding.supports(hold.why == LockHolder::receiver
                       ? hex(lock.owner) + " is the receiver of both " + below + " and " + above
                       : "1 stack has two methods of " + code(lock.type) + ": " + below +
                             " called " + above);
  finding.supports("No other goroutines that could hold the read lock are at work");
  finding.against("Go does not print who holds a read lock: that " + below +
                  " still had it when it made the call is read from the stack");
  finding.next = "Read " + below +
                 ": is the call made between `RLock` and `RUnlock`, or before a "
                 "deferred `RUnlock`?";
  finding.restart = "A restart helps until the same call is made again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_rwmutex_upgrade(const Model& model, Findings& out) noexcept {
  for (const LockView& view : lock_views(model)) {
    if (!view.lock->rw || view.moving || view.young) continue;
    const bool reader_at_work =
        std::any_of(view.free.begin(), view.free.end(),
                    [](const LockHolder& h) { return h.why != LockHolder::argument; });
    if (reader_at_work) continue;
    for (const LockWaiter& waiter : view.lock->waiters) {
      if (!is_writer(waiter.op)) continue;
      const LockHolder* hold = own_hold(view, waiter);
      if (hold == nullptr) continue;
      report(model, view, waiter, *hold, out);
      break;
    }
  }
}

}  // namespace gowhy::cause
