#include "unheld_locks.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "at_work.h"
#include "blocked_holders.h"
#include "logged_stacks.h"
#include "operations.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

bool in_a_cycle(const Model& model, const Lock& lock) {
  for (const LockCycle& cycle : model.locks().cycles) {
    for (std::uint32_t index : cycle.locks) {
      if (&model.locks().locks[index] == &lock) return true;
    }
  }
  return false;
}

// A waiter whose own stack has another method of the lock's type below may hold it, or another lock
// of a circle: printed receivers are often stale there, so the type alone must count.
bool waiters_may_hold(const Model& model, const Lock& lock) {
  std::uint32_t last = kNone, first_call = kNone;
  for (const LockWaiter& waiter : lock.waiters) {
    if (waiter.group == last || waiter.caller < 0) continue;
    last = waiter.group;
    const GroupFacts& facts = model.group(waiter.group);
    const std::uint32_t call = facts.frames[static_cast<std::size_t>(waiter.caller)];
    if (first_call == kNone) first_call = call;
    // Two Lock calls in one function, and no addresses: the second may come after the first.
    const auto& symbols = model.dump().symbols;
    if (lock.address == 0 && call != first_call &&
        symbols.frame_at(call).function == symbols.frame_at(first_call).function) {
      return true;
    }
    if (lock.type.empty()) continue;
    for (std::size_t i = static_cast<std::size_t>(waiter.caller) + 1; i < facts.frames.size();
         ++i) {
      if (method_type(model.function(facts.frames[i])) == lock.type) return true;
    }
  }
  return false;
}

bool same_package(const Model& model, const Lock& lock, const GroupFacts& facts) {
  if (facts.site < 0) return false;
  return model.function(model.site_frame(facts)).package ==
         model.function(waiter_site(model, lock.waiters.front())).package;
}

std::vector<std::string_view> find_initialising(const Model& model) {
  std::vector<std::string_view> packages;
  for (const GroupFacts& facts : model.groups()) {
    if (facts.site < 0 || !is_blocked(facts.op)) continue;
    for (std::uint32_t frame : facts.frames) {
      if (!model.own(frame)) continue;
      const Function& function = model.function(frame);
      if (is_package_init(function)) packages.push_back(function.package);
    }
  }
  return packages;
}

// A package that still initialises may have taken the lock in a function that has returned or that
// waits itself: what its goroutines wait for is the initialisation, not a lost holder.
bool initialises(const Model& model, const Lock& lock) {
  const auto& packages = model.once(find_initialising);
  const std::string_view package = model.function(waiter_site(model, lock.waiters.front())).package;
  return std::find(packages.begin(), packages.end(), package) != packages.end();
}

// A waiter of this lock that only was handed the object, in a package that cannot reach the lock: a
// caller of the method that waits.
bool merely_calls(const Model& model, const LockView& view, const LockHolder& holder) {
  if (holder.why != LockHolder::argument || !holder.waits || view.lock->type.empty() ||
      !std::binary_search(view.groups.begin(), view.groups.end(), holder.group)) {
    return false;
  }
  const LockWaiter& waiter = view.lock->waiters.front();
  const std::uint32_t call =
      model.group(waiter.group).frames[static_cast<std::size_t>(std::max(waiter.caller, 0))];
  return model.function(holder_frame(model, holder)).package != model.function(call).package;
}

// It waits for its next job or tick, in a function in which nobody waits for the lock: it has come
// back from what it did with it.
bool idles_outside(const Model& model, const LockView& view, const LockHolder& holder) {
  return !holder.waits && merely_idles(model, holder) && !waits_as_long(model, view, holder) &&
         locked_frame(model, view, model.group(holder.group)) == kNone;
}

bool has_holders(const Model& model, const LockView& view) {
  const std::vector<LockHolder>& holders = view.lock->holders;
  return !std::all_of(holders.begin(), holders.end(), [&](const LockHolder& holder) {
    return merely_calls(model, view, holder) || idles_outside(model, view, holder);
  });
}

// Requests that end at this moment may have had the lock a moment ago, and in a profile who was
// handed it since looks as if it waited (lockSlow returns only when it is scheduled).
bool passes_on(const Model& model, const LockView& view) {
  return model.is_profile() &&
         in_call_of(model, "net/http.(*response).finishRequest") * 2 >= view.lock->count;
}

}  // namespace

bool somebody_may_hold(const Model& model, const LockView& view) noexcept {
  // The standard library gives its locks back on every path; who has one is on its way.
  const LockWaiter& waiter = view.lock->waiters.front();
  const auto frames = model.group(waiter.group).frames;
  if (model.origin(frames[static_cast<std::size_t>(waiter.caller)]) == Origin::stdlib) return true;
  if (view.moving || has_holders(model, view) || in_a_cycle(model, *view.lock) ||
      waiters_may_hold(model, *view.lock) || initialises(model, *view.lock) ||
      waits_for_waiters(model, view) != kNone || passes_on(model, view)) {
    return true;
  }
  const std::vector<std::uint32_t>& logged = logged_stacks(model);
  for (std::uint32_t g : users_of(model, view)) {
    if (std::binary_search(logged.begin(), logged.end(), g)) continue;
    // A writer that waits for readers has the mutex at which other writers wait (sync/rwmutex.go:
    // "First, resolve competition with other writers"); among the waiters of this very lock it is
    // one of those who wait for a reader, and the readers behind it do too.
    const Operation op = model.group(g).op;
    const bool waits_here = std::binary_search(view.groups.begin(), view.groups.end(), g);
    if (!is_lock_wait(op) || (op == Operation::wlock_readers && !waits_here)) return true;
  }
  if (view.lock->owner != view.lock->address) return false;
  // Where no object is printed that the lock is a field of, whoever waits for another lock of the
  // package may have taken this one before, and so may one that is stuck in a send in the middle of
  // something.
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    const bool stuck =
        facts.op == Operation::chan_send && facts.site == facts.top && !is_idle_loop(model, facts);
    // A closure that waits names no type, and a profile no object.
    const bool busy =
        model.is_profile() && view.lock->type.empty() && is_at_work(model, facts) && !stuck;
    if (!(stuck || busy || is_lock_wait(facts.op)) || !same_package(model, *view.lock, facts)) {
      continue;
    }
    if (!std::binary_search(view.groups.begin(), view.groups.end(), g)) return true;
  }
  return false;
}

bool may_be_crossed(const Model& model, const LockView& view) noexcept {
  const Lock& lock = *view.lock;
  const bool no_addresses = may_change_hands(model) || model.snapshot().format == Format::delve;
  if (!no_addresses || model.fragment() || lock.count != 2 || lock.address != 0 ||
      lock.owner != 0) {
    return false;
  }
  const std::uint32_t call = waiter_site(model, lock.waiters.front());
  if (waiter_site(model, lock.waiters.back()) != call) return false;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    const bool idle = facts.frames.empty() || facts.role != nullptr || is_main(model, facts) ||
                      is_idle_loop(model, facts);
    if (!idle && !std::binary_search(view.groups.begin(), view.groups.end(), g)) return false;
  }
  return true;
}

}  // namespace gowhy
