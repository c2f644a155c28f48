#include "self_refuted.h"

#include <algorithm>
#include <vector>

#include "blocked_holders.h"
#include "lock_owners.h"
#include "lock_waiters.h"
#include "sort_by.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

// Another goroutine is in a method of the same object, and does not wait for this lock: in a write,
// or for another lock, it may well have this one.
bool others_have_object(const Model& model, const Lock& lock, const SelfWaiter& suspect) {
  bool exact = false;
  const std::uint64_t object =
      model.receiver(suspect.waiter.record, suspect.holder.position, &exact);
  if (object == 0 || !exact) return false;
  const auto frames = model.group(suspect.waiter.group).frames;
  const std::string_view type =
      method_type(model.function(frames[static_cast<std::size_t>(suspect.holder.position)]));
  constexpr std::size_t kEnough = 256;
  const LockWaiters waiters(lock);
  for (std::uint32_t id : methods_of(model, type)) {
    for (const Hit& hit : model.hits_of(id)) {
      const GroupFacts& facts = model.group(hit.group);
      if (is_idle_loop(model, facts) || facts.op == Operation::io_read) continue;
      for (std::uint32_t record : facts.records.first(std::min(kEnough, facts.records.size()))) {
        if (record == suspect.waiter.record || waiters.of(hit.group, record) != nullptr) continue;
        if (model.receiver(record, static_cast<int>(hit.position), &exact) == object && exact) {
          return true;
        }
      }
    }
  }
  return false;
}

// Somebody who waits for another lock may have this one.
bool others_may_have(const Lock& lock) {
  const LockWaiters waiters(lock);
  return std::any_of(lock.holders.begin(), lock.holders.end(), [&](const LockHolder& holder) {
    return holder.waits && waiters.of(holder.group, holder.record) == nullptr;
  });
}

// The standard library takes no lock twice in calls of its own: only code that it calls back leads
// to the same lock again. Nor does another one, as a rule; where somebody else is inside it who may
// have the lock, that is the one.
bool is_library_alone(const Model& model, const Lock& lock, const SelfWaiter& suspect) {
  const auto& frames = model.group(suspect.waiter.group).frames;
  bool modules = false;
  for (int p = suspect.waiter.caller; p <= suspect.holder.position; ++p) {
    const Origin origin = model.origin(frames[static_cast<std::size_t>(p)]);
    if (origin != Origin::stdlib && origin != Origin::module) return false;
    modules = modules || origin == Origin::module;
  }
  return !modules || others_may_have(lock);
}

// A reader below another method of its object, of which nothing says that it waits for long: it
// would need a writer that came between two read locks, and a moment later it may have gone on.
bool is_passing_reader(const Model& model, const SelfWaiter& suspect) {
  return suspect.waiter.op == Operation::rlock && model.fragment() &&
         model.group(suspect.waiter.group).ages.max < kOldMinutes && !model.all_asleep();
}

// The frames that call Lock on this lock.
std::vector<std::uint32_t> lines_of(const Model& model, const Lock& lock) {
  std::vector<std::uint32_t> lines;
  std::uint32_t last = kNone;
  for (const LockWaiter& waiter : lock.waiters) {
    if (waiter.caller < 0 || waiter.group == last) continue;
    last = waiter.group;
    lines.push_back(model.group(waiter.group).frames[static_cast<std::size_t>(waiter.caller)]);
  }
  keep_distinct(lines);
  return lines;
}

// Another goroutine is in the same object past a line at which others wait for this very lock: it
// has that, and only waits for something else. That the method below took it is less sure.
bool was_passed_by_other(const Model& model, const Lock& lock, const SelfWaiter& suspect) {
  const std::vector<std::uint32_t> lines = lines_of(model, lock);
  const auto passed = [&](const LockHolder& holder) {
    const std::uint32_t at =
        model.group(holder.group).frames[static_cast<std::size_t>(holder.position)];
    return std::any_of(lines.begin(), lines.end(),
                       [&](std::uint32_t line) { return is_past(model, at, line); });
  };
  if (passed(suspect.holder)) return false;
  const LockWaiters waiters(lock);
  return std::any_of(lock.holders.begin(), lock.holders.end(), [&](const LockHolder& holder) {
    return holder.waits && holder.exact && holder.why == LockHolder::receiver &&
           waiters.of(holder.group, holder.record) == nullptr && passed(holder);
  });
}

}  // namespace

bool is_refuted(const Model& model, const Lock& lock, const SelfWaiter& suspect) noexcept {
  if (is_library_alone(model, lock, suspect) || is_passing_reader(model, suspect) ||
      was_passed_by_other(model, lock, suspect)) {
    return true;
  }
  const bool by_type = suspect.holder.why == LockHolder::type && suspect.waiter.record != kNone;
  return by_type && others_have_object(model, lock, suspect);
}

}  // namespace gowhy
