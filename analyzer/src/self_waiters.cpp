#include "self_waiters.h"

#include <algorithm>

#include "blocked_holders.h"
#include "lock_owners.h"
#include "lock_waiters.h"
#include "self_refuted.h"
#include "self_shapes.h"
#include "sort_by.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

// A reader behind a writer that waits for readers may wait for those too: another cause. Without
// such a writer one has the lock, and both readers and the other writers wait for it
// (sync/rwmutex.go: Lock takes rw.w first, and only who has that waits for readers).
bool writer_has_it(const Lock& lock) {
  return std::none_of(lock.waiters.begin(), lock.waiters.end(), [](const LockWaiter& waiter) {
    return waiter.op == Operation::wlock_readers || waiter.op == Operation::wlock;
  });
}

bool counts(Operation op, bool readers) {
  return op == Operation::lock || op == Operation::wlock_writer ||
         (op == Operation::rlock && readers);
}

// The waiter itself, in the call at `position` of its stack.
SelfWaiter suspect_below(const Lock& lock, const LockWaiter& waiter, std::size_t position) {
  LockHolder holder;
  holder.group = waiter.group;
  holder.record = waiter.record;
  holder.position = static_cast<int>(position);
  holder.waits = true;
  return {&lock, waiter, holder};
}

// Without pointers: a waiter inside a function at whose own Lock call others wait has got past it.
bool find_inside_locker(const Model& model, const Lock& lock, SelfWaiter& suspect) {
  std::vector<std::uint32_t> lockers;
  const auto function_at = [&](const GroupFacts& facts, std::size_t position) {
    return model.function_id(facts.frames[position]);
  };
  for (const LockWaiter& waiter : lock.waiters) {
    lockers.push_back(
        function_at(model.group(waiter.group), static_cast<std::size_t>(waiter.caller)));
  }
  keep_distinct(lockers);
  const bool readers = writer_has_it(lock);
  bool found = false;
  for (const LockWaiter& waiter : lock.waiters) {
    const GroupFacts& facts = model.group(waiter.group);
    const auto caller = static_cast<std::size_t>(waiter.caller);
    if (!counts(waiter.op, readers)) continue;
    for (std::size_t p = caller + 1; p < facts.frames.size(); ++p) {
      const std::uint32_t function = function_at(facts, p);
      if (function == function_at(facts, caller) ||
          !std::binary_search(lockers.begin(), lockers.end(), function))
        continue;
      if (found || (facts.records.empty() && facts.count > 1)) return false;
      found = true;
      suspect = suspect_below(lock, waiter, p);
      break;
    }
  }
  return found;
}

// The lock is one of an object that the method below was given: not the method's own.
bool was_handed_over(const Model& model, const Lock& lock, std::uint32_t record,
                     std::size_t position) {
  for (const Arg& arg : model.args(record)) {
    if (arg.frame() == position && arg.slot() > 0 && arg.address() <= lock.address &&
        lock.address - arg.address() < 1024) {
      return true;
    }
  }
  return false;
}

// The method's object was printed for sure, and the lock is no field of it.
bool lies_elsewhere(const Model& model, const Lock& lock, std::uint32_t record,
                    std::size_t position) {
  bool exact = false;
  const std::uint64_t object = model.receiver(record, static_cast<int>(position), &exact);
  if (!exact || object == 0 || lock.address == 0) return false;
  return lock.address < object || lock.address - object >= kLargestStruct;
}

// The receivers were printed stale: the only waiter that stands below another method of the type.
bool find_below_same_type(const Model& model, const Lock& lock, SelfWaiter& suspect) {
  const bool readers = writer_has_it(lock);
  bool found = false;
  for (const LockWaiter& waiter : lock.waiters) {
    const GroupFacts& facts = model.group(waiter.group);
    const auto caller = static_cast<std::size_t>(waiter.caller);
    const Function& calls = model.function(facts.frames[caller]);
    if (!counts(waiter.op, readers) || method_type(calls).empty()) continue;
    for (std::size_t p = caller + 1; p < facts.frames.size(); ++p) {
      const Function& below = model.function(facts.frames[p]);
      if (method_type(below) != method_type(calls) || below.name == calls.name) continue;
      if (found || waiter.record == kNone || was_handed_over(model, lock, waiter.record, p) ||
          lies_elsewhere(model, lock, waiter.record, p)) {
        return false;
      }
      found = true;
      suspect = suspect_below(lock, waiter, p);
      break;
    }
  }
  return found;
}

// Whether what the function at `position` called, or itself, was given something that lies beside
// the lock, as a wrapper hands over the value that its lock guards.
bool was_given_neighbour(const Model& model, const Lock& lock, std::uint32_t record,
                         std::size_t position) {
  constexpr std::uint64_t kBeside = 64;
  for (const Arg& arg : model.args(record)) {
    if (arg.frame() + 1 < position || arg.frame() > position) continue;
    const std::uint64_t address = arg.address();
    if (address > lock.address ? address - lock.address <= kBeside
                               : lock.address - address <= kBeside) {
      return true;
    }
  }
  return false;
}

// The outer call reached the inner one through code of another type, as a callback: no walk over
// objects of one type that each lock their next.
bool called_back(const Model& model, const Lock& lock, const LockWaiter& waiter,
                 std::size_t position) {
  if (lock.type.empty()) return false;
  if (waiter.record != kNone && lies_elsewhere(model, lock, waiter.record, position)) return false;
  const auto& frames = model.group(waiter.group).frames;
  for (auto p = static_cast<std::size_t>(waiter.caller) + 1; p < position; ++p) {
    const std::string_view type = method_type(model.function(frames[p]));
    if (!type.empty() && type != lock.type && model.own(frames[p])) return true;
  }
  return false;
}

// The call below left its package for code of the user's own, as for a hook, and that came back to
// the lock. Where all wait in calls from one method to the next of the object, the one of whom that
// is true may have the lock: the others are on their way in. The frame of that code, else kNone.
std::uint32_t back_through(const Model& model, const SelfWaiter& suspect) {
  const auto& frames = model.group(suspect.waiter.group).frames;
  const auto caller = static_cast<std::size_t>(suspect.waiter.caller);
  const std::string_view package = model.function(frames[caller]).package;
  for (std::size_t p = caller + 1; p < static_cast<std::size_t>(suspect.holder.position); ++p) {
    if (model.own(frames[p]) && model.function(frames[p]).package != package) return frames[p];
  }
  return kNone;
}

int oldest_of_type(const Model& model, const LockHolder& holder) {
  const auto& frames = model.group(holder.group).frames;
  const std::string_view type =
      method_type(model.function(frames[static_cast<std::size_t>(holder.position)]));
  std::size_t at = frames.size() - 1;
  while (method_type(model.function(frames[at])) != type) --at;
  return static_cast<int>(at);
}

SelfWaiter candidate_of(const Model& model, const Lock& lock, const LockWaiter& waiter,
                        const LockHolder& holder) {
  SelfWaiter candidate{&lock, waiter, holder};
  candidate.through = back_through(model, candidate);
  if (candidate.through != kNone) return candidate;
  // The newest call was found; an older one, whose receiver is not printed, may be where it began.
  candidate.holder.position = oldest_of_type(model, holder);
  if (waiter.record == kNone ||
      !lies_elsewhere(model, lock, waiter.record,
                      static_cast<std::size_t>(candidate.holder.position))) {
    candidate.holder.why = LockHolder::type;
    candidate.through = back_through(model, candidate);
  }
  if (candidate.through == kNone) candidate.holder = holder;
  return candidate;
}

// The function that waits stands in the stack twice, of the only waiter of which that is true. Over
// objects of one type that is usual, but not where the outer call was for this lock.
bool find_same_function(const Model& model, const Lock& lock, SelfWaiter& suspect) {
  constexpr std::uint64_t kQueue = 3;
  if (lock.count < kQueue) return false;
  for (const LockHolder& holder : lock.holders) {
    if (!holder.waits) return false;
  }
  const bool readers = writer_has_it(lock);
  std::uint32_t clean = kNone;
  bool found = false;
  for (const LockWaiter& waiter : lock.waiters) {
    const GroupFacts& facts = model.group(waiter.group);
    if (facts.elided || !counts(waiter.op, readers)) continue;
    if (waiter.group == clean) continue;
    clean = waiter.group;  // all of one stack have the function only once
    const auto caller = static_cast<std::size_t>(waiter.caller);
    for (std::size_t p = caller + 1; p < facts.frames.size(); ++p) {
      if (model.name(facts.frames[p]) != model.name(facts.frames[caller])) continue;
      clean = kNone;
      const bool neighbour = waiter.record != kNone && lock.address != 0 &&
                             was_given_neighbour(model, lock, waiter.record, p);
      if (found || (!neighbour && !called_back(model, lock, waiter, p))) return false;
      if (waiter.record == kNone && facts.count > 1) return false;
      found = true;
      suspect = suspect_below(lock, waiter, p);
      suspect.neighbour = neighbour;
      suspect.again = !neighbour;
      break;
    }
  }
  return found;
}

// Somebody who runs, or waits for something else, may give a busy lock back. Not a loop of the same
// object that waits for its next tick or job.
bool may_give_back(const Model& model, const LockHolder& holder) {
  return !holder.waits && !merely_idles(model, holder);
}

// Nobody who waits so long, or in a process that stands still, is just on the way in.
bool is_settled(const Model& model, const Lock& lock) {
  return stands_still(model) ||
         std::any_of(lock.waiters.begin(), lock.waiters.end(), [&](const LockWaiter& waiter) {
           return waiter.record != kNone &&
                  model.dump().records[waiter.record].minutes >= kOldMinutes;
         });
}

bool find_suspect(const Model& model, const Lock& lock, SelfWaiter& suspect) {
  if (find_same_function(model, lock, suspect)) return true;
  if (lock.owner == 0 || lock.holders.empty()) {
    for (const LockHolder& holder : lock.holders) {
      if (may_give_back(model, holder)) return false;
    }
    if (find_inside_locker(model, lock, suspect)) return true;
    if (lock.holders.empty()) return find_below_same_type(model, lock, suspect);
  }
  const bool readers = writer_has_it(lock);
  const LockWaiters waiters(lock);
  int found = 0, found_back = 0;
  SelfWaiter back;
  SelfShapes shapes;
  for (const LockHolder& holder : lock.holders) {
    const LockWaiter* waiter = waiters.of(holder.group, holder.record);
    if (waiter == nullptr) {
      if (may_give_back(model, holder) && holder.why != LockHolder::argument) return false;
      continue;
    }
    if (holder.why == LockHolder::argument || !counts(waiter->op, readers)) continue;
    const GroupFacts& facts = model.group(holder.group);
    const std::uint32_t below = facts.frames[static_cast<std::size_t>(holder.position)];
    const std::uint32_t caller = facts.frames[static_cast<std::size_t>(waiter->caller)];
    if (model.function_id(below) == model.function_id(caller) && holder.why == LockHolder::type) {
      continue;  // recursion over objects of one type: each has a lock of its own
    }
    const SelfWaiter candidate = candidate_of(model, lock, *waiter, holder);
    // Of several with one stack none is the one.
    const bool several =
        (facts.records.empty() || holder.why == LockHolder::type) && facts.count > 1;
    if (several && candidate.through != kNone) return false;
    found += several ? 2 : 1;
    if (!several) suspect = candidate;
    shapes.add(candidate, model.function_id(below));
    if (candidate.through == kNone) continue;
    ++found_back;
    back = candidate;
  }
  if (found > 1 && found_back == 1) {
    suspect = back;
    return true;
  }
  suspect.through = kNone;
  if (found > 1 && found_back == 0 && is_settled(model, lock)) return shapes.odd_one(suspect);
  return found == 1;
}

}  // namespace

bool find_self_waiter(const Model& model, const Lock& lock, SelfWaiter& suspect) noexcept {
  return find_suspect(model, lock, suspect) && !is_refuted(model, lock, suspect);
}

}  // namespace gowhy
