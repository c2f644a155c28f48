// A waiting writer keeps new readers out (sync/rwmutex.go, Lock announces itself with
// "readerCount.Add(-rwmutexMaxReaders)", and RLock then waits for it). A goroutine that holds the
// read lock and calls RLock again waits for that writer, and the writer waits for the first RLock.
//
// Both halves must be there: a reader with the same object further down in its own stack, and a
// writer at the same lock that waits for readers. A reader elsewhere that is at work explains the
// writer's wait: then this is silent.
#include <algorithm>

#include "finding.h"
#include "lock_view.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

struct Pair {
  const LockWaiter* reader = nullptr;
  const LockWaiter* writer = nullptr;
  LockHolder hold;
};

// Whether a frame may be in the object of the lock: a method of the type whose receiver is not
// printed as another object's.
bool may_be_inside(const Model& model, const Lock& lock, const GroupFacts& facts,
                   std::uint32_t record, std::size_t position) {
  const Function& function = model.function(facts.frames[position]);
  if (lock.type.empty() || method_type(function) != lock.type) return false;
  if (record == kNone || facts.elided) return true;
  bool exact = false;
  const std::uint64_t receiver = model.receiver(record, static_cast<int>(position), &exact);
  return receiver == 0 || !exact || receiver == lock.owner;
}

// The receivers of the frames below were printed stale, as those of a call that calls itself are:
// a method of the type below the call for the lock.
bool hold_below(const Model& model, const Lock& lock, const LockWaiter& waiter, LockHolder& hold) {
  const GroupFacts& facts = model.group(waiter.group);
  for (std::size_t p = static_cast<std::size_t>(waiter.caller) + 1; p < facts.frames.size(); ++p) {
    if (!may_be_inside(model, lock, facts, waiter.record, p)) continue;
    hold = {waiter.group, waiter.record, static_cast<int>(p), LockHolder::type, false, true};
    return true;
  }
  return false;
}

bool waits_for_it(const LockView& view, std::uint32_t group) {
  return std::binary_search(view.groups.begin(), view.groups.end(), group);
}

// Somebody who does not wait for the lock is in a method of the type.
bool anybody_else_inside(const Model& model, const LockView& view) {
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (waits_for_it(view, g)) continue;
    const std::uint32_t record = facts.records.size() == 1 ? facts.records.front() : kNone;
    for (std::size_t p = 0; p < facts.frames.size(); ++p) {
      if (may_be_inside(model, *view.lock, facts, record, p)) return true;
    }
  }
  return false;
}

Pair find_pair(const Model& model, const LockView& view) {
  Pair pair;
  const LockWaiter* below = nullptr;
  LockHolder below_hold;
  for (const LockWaiter& waiter : view.lock->waiters) {
    if (waiter.op == Operation::wlock_readers || waiter.op == Operation::wlock) {
      pair.writer = &waiter;
    } else if (waiter.op == Operation::rlock && pair.reader == nullptr) {
      const LockHolder* hold = own_hold(view, waiter);
      if (hold != nullptr) {
        pair.reader = &waiter;
        pair.hold = *hold;
      } else if (below == nullptr && hold_below(model, *view.lock, waiter, below_hold)) {
        below = &waiter;
      }
    }
  }
  if (pair.reader == nullptr && below != nullptr && pair.writer != nullptr &&
      !anybody_else_inside(model, view)) {
    pair.reader = below;
    pair.hold = below_hold;
  }
  return pair;
}

void report(const Model& model, const LockView& view, const Pair& pair, Findings& out) {
  const Lock& lock = *view.lock;
  const GroupFacts& facts = model.group(pair.reader->group);
  const std::string above =
      place(model, facts.frames[static_cast<std::size_t>(pair.reader->caller)]);
  const std::string below = place(model, holder_frame(model, pair.hold));
  const bool exact = pair.hold.why == LockHolder::receiver && pair.hold.exact;
  Finding finding("rwmutex_recursive_read");
  finding.confidence =
      exact || view.oldest >= kOldMinutes || (lock.count >= 3 && !may_change_hands(model))
          ? Confidence::likely
          : Confidence::possible;
  finding.groups = {pair.reader->group, pair.writer->group};
  if (pair.reader->record != kNone && pair.writer->record != kNone) {
    finding.records = {pair.reader->record, pair.writer->record};
  } else {
    finding.goroutines = 2;
  }
  finding.victim_groups = view.groups;
  std::string who = holder_name(model, pair.hold);
  if (who[0] == 'g') who[0] = 'G';
  finding.summary = who + " holds the read lock of " +
                    (lock.type.empty() ? std::string("this object") : code(short_name(lock.type))) +
                    ", as it seems, since " + below + " and asks for it again in " + above +
                    ", while a writer in " + place(model, waiter_site(model, *pair.writer)) +
                    " waits in between: neither can go on";
  const std::uint64_t behind = lock.count > 2 ? lock.count - 2 : 0;
  if (behind > 0) finding.summary += more_behind(behind);
  finding.summary += oldest_for(view.oldest, view.lock->count) + ".";
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.supports(pair.hold.why == LockHolder::receiver
                       ? hex(lock.owner) + " is the receiver of both " + below + " and " + above +
                             " in one stack"
                       : "1 stack has two calls of methods of " + code(lock.type) + ": " + below +
                             " called " + above);
  finding.supports("1 writer waits at the same lock in " +
                   place(model, waiter_site(model, *pair.writer)));
  finding.supports("No other goroutines that could hold the read lock are at work");
  finding.against("Go does not print who holds a read lock: that " + below +
                  " still had it when it made the call is read from the stack");
  finding.next = "Read " + below + ": is the call made between `RLock` and `RUnlock`?";
  finding.restart = "A restart helps until a writer comes between the two again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_rwmutex_recursive_read(const Model& model, Findings& out) noexcept {
  for (const LockView& view : lock_views(model)) {
    if (!view.lock->rw || view.moving || view.young) continue;
    const Pair pair = find_pair(model, view);
    if (pair.reader == nullptr || pair.writer == nullptr) continue;
    const bool reader_at_work =
        std::any_of(view.free.begin(), view.free.end(),
                    [](const LockHolder& h) { return h.why != LockHolder::argument; });
    if (!reader_at_work) report(model, view, pair, out);
  }
}

}  // namespace gowhy::cause
