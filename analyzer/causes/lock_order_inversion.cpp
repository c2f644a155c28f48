// Two goroutines take the same two locks in opposite order: each holds one and waits for the other,
// for ever. sync.Mutex has no owner that a dump could print; what is printed is the address each
// goroutine waits for (`lockSlow(0x…)`, sync/mutex.go to Go 1.23, internal/sync/mutex.go
// since 1.24) and the receivers and arguments of the frames below, which name the objects it works
// on. If those close a cycle of waiters, and nobody who does not wait has any of the objects, no
// order of events but the inversion is left. Any number of locks, up to five, makes such a cycle.
#include <algorithm>

#include "finding.h"
#include "lock_crossings.h"
#include "lock_lines.h"
#include "lock_view.h"
#include "locks.h"
#include "model.h"
#include "sort_by.h"
#include "stack_facts.h"
#include "unheld_locks.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "lock_order_inversion";
constexpr std::string_view kRestart = "A restart helps until the two orders meet again.";
constexpr std::string_view kAskForAddresses =
    "`curl -s 'http://HOST/debug/pprof/goroutine?debug=2'` prints the address of each lock; "
    "compare the order of the `Lock` calls at the places named";

std::int32_t oldest_of(const Model& model, const LockCycle& cycle) {
  std::int32_t oldest = -1;
  for (const LockWaiter& waiter : cycle.waiters) {
    oldest = std::max(oldest, model.dump().records[waiter.record].minutes);
  }
  return oldest;
}

// Two locks of one object: its pointer on a stack does not tell which of them was taken.
bool share_an_object(const Model& model, const LockCycle& cycle) {
  for (std::size_t i = 0; i < cycle.locks.size(); ++i) {
    const std::uint64_t owner = model.locks().locks[cycle.locks[i]].owner;
    for (std::size_t j = i + 1; j < cycle.locks.size(); ++j) {
      if (owner != 0 && owner == model.locks().locks[cycle.locks[j]].owner) return true;
    }
  }
  return false;
}

// Somebody who runs, sleeps or reads may hold one of the locks and give it back: a busy program.
bool someone_else_may_hold(const Model& model, const LockCycle& cycle) {
  if (share_an_object(model, cycle)) return true;
  for (std::uint32_t index : cycle.locks) {
    for (const LockHolder& holder : model.locks().locks[index].holders) {
      if (!holder.waits && holder.why != LockHolder::type) return true;
    }
  }
  return false;
}

std::string waits_for(const Model& model, const LockCycle& cycle, std::size_t i) {
  const Lock& lock = model.locks().locks[cycle.locks[i]];
  const LockWaiter& waiter = cycle.waiters[i];
  const LockWaiter& holder = cycle.waiters[(i + 1) % cycle.waiters.size()];
  const auto id = [&](const LockWaiter& one) {
    return number(model.dump().records[one.record].id);
  };
  return "Goroutine " + id(waiter) + ", in " + place(model, waiter_site(model, waiter)) +
         ", waits for the lock " + hex(lock.address != 0 ? lock.address : lock.owner) +
         " of which goroutine " + id(holder) + " has the object on its stack";
}

std::string summary(const Model& model, const LockCycle& cycle, std::uint64_t behind) {
  std::vector<std::string> places;
  for (const LockWaiter& waiter : cycle.waiters) {
    const std::string where = place(model, waiter_site(model, waiter));
    if (std::find(places.begin(), places.end(), where) == places.end()) places.push_back(where);
  }
  std::string text = count_of(cycle.waiters.size(), "goroutine") + " in " + list_of(places) +
                     " wait for each other" + oldest_for(oldest_of(model, cycle)) +
                     ": each holds a lock that another one of them needs, taken in opposite order";
  if (behind > 0) text += more_behind(behind);
  return text + ".";
}

// One of them asks for a read lock again that it has already, while a writer waits between: that
// alone holds all of them up, in whatever order the locks are taken.
bool reads_again(const Model& model, const LockCycle& cycle) {
  for (const LockView& view : lock_views(model)) {
    const std::vector<LockWaiter>& all = view.lock->waiters;
    const bool writer = std::any_of(all.begin(), all.end(), [](const LockWaiter& waiter) {
      return waiter.op == Operation::wlock_readers;
    });
    if (!writer) continue;
    for (const LockWaiter& waiter : cycle.waiters) {
      const LockHolder* hold = waiter.op == Operation::rlock ? own_hold(view, waiter) : nullptr;
      if (hold != nullptr && hold->exact && hold->why == LockHolder::receiver) return true;
    }
  }
  return false;
}

void report(const Model& model, const LockCycle& cycle, std::size_t alike, Findings& out) {
  const std::int32_t oldest = oldest_of(model, cycle);
  const bool others = someone_else_may_hold(model, cycle);
  if ((others && oldest < kOldMinutes) || reads_again(model, cycle)) return;
  Finding finding(kId);
  finding.confidence = others                                               ? Confidence::possible
                       : cycle.exact && (oldest >= 1 || model.all_asleep()) ? Confidence::certain
                                                                            : Confidence::likely;
  std::uint64_t waiting = 0;
  for (const LockWaiter& waiter : cycle.waiters) {
    finding.records.push_back(waiter.record);
    finding.groups.push_back(waiter.group);
  }
  for (std::uint32_t index : cycle.locks) {
    const Lock& lock = model.locks().locks[index];
    waiting += lock.count;
    for (const LockWaiter& waiter : lock.waiters) finding.victim_groups.push_back(waiter.group);
  }
  keep_distinct(finding.victim_groups);
  const std::uint64_t members = cycle.waiters.size();
  finding.summary = summary(model, cycle, waiting > members ? waiting - members : 0);
  finding.site = waiter_site(model, cycle.waiters.front());
  finding.created_at = model.group(cycle.waiters.front().group).created_by;
  for (std::size_t i = 0; i < cycle.waiters.size(); ++i) {
    finding.supports(waits_for(model, cycle, i), {cycle.waiters[i].record});
  }
  if (cycle.exact) {
    finding.supports("No other goroutine has one of these objects without waiting for a lock");
  }
  if (alike > 0) finding.supports(count_of(alike, "more cycle") + " at the same places");
  if (others) finding.against("1 goroutine that does not wait may hold one of the locks");
  finding.against(cycle.exact
                      ? "Go does not print who holds a lock: that each of them has taken the other "
                        "lock already follows from the objects on its stack"
                      : "The address of a lock was not printed, or a pointer may be stale (`?`)");
  finding.next =
      cycle.exact
          ? "Compare the order of the `Lock` calls at the places named: which of the locks must "
            "always come first?"
          : "SIGQUIT (`kill -QUIT PID`, it ends the process) prints exact addresses; compare the "
            "order of the two `Lock` calls at the places named";
  finding.restart = std::string(kRestart);
  out.push_back(std::move(finding));
}

std::vector<std::uint32_t> sites(const LockCycle& cycle) {
  std::vector<std::uint32_t> groups;
  for (const LockWaiter& waiter : cycle.waiters) groups.push_back(waiter.group);
  keep_distinct(groups);
  return groups;
}

// Without a closed cycle of pointers: never more than the types and arguments say.
void report(const Model& model, const LockCrossing& crossing, Findings& out) {
  std::int32_t oldest = -1;
  for (std::uint32_t group : crossing.groups) {
    oldest = std::max(oldest, model.group(group).ages.max);
  }
  if (model.group(crossing.groups.front()).ages.known == 0) oldest = -1;
  Finding finding(kId);
  const bool settled = oldest >= kOldMinutes || model.all_asleep();
  finding.confidence = !model.is_profile() && (crossing.why == LockCrossing::argument || settled)
                           ? Confidence::likely
                           : Confidence::possible;
  finding.groups = crossing.groups;
  finding.records = crossing.records;
  finding.victim_groups = crossing.victims;
  std::vector<std::string> calls;
  for (std::size_t i = 0; i < crossing.callers.size(); ++i) {
    calls.push_back(place(model, crossing.below[i]) + (i == 0 ? " waits in " : " in ") +
                    place(model, crossing.callers[i]));
  }
  const std::uint64_t waiting = goroutines_in(model, crossing.victims);
  finding.summary =
      count_of(crossing.goroutines, "goroutine") +
      " seem to wait for each other's locks, taken in opposite order: " + list_of(calls) +
      oldest_for(oldest);
  if (waiting > crossing.goroutines) {
    finding.summary += more_behind(waiting - crossing.goroutines);
  }
  finding.summary += ".";
  finding.site = crossing.callers.front();
  finding.created_at = model.group(crossing.groups.front()).created_by;
  if (crossing.why == LockCrossing::argument) {
    finding.supports(
        number(crossing.goroutines) + " wait for the lock of an object that was handed to " +
        place(model, crossing.below.front()) + ", a method of another object of the type");
  } else {
    for (std::size_t i = 0; i < calls.size(); ++i) {
      const std::uint64_t count = model.group(crossing.groups[i]).count;
      finding.supports(count_of(count, "goroutine") + " in " + place(model, crossing.below[i]) +
                       (count == 1 ? " waits in " : " wait in ") +
                       place(model, crossing.callers[i]));
    }
  }
  finding.supports("No other goroutine is inside a method of these types");
  finding.against(
      model.is_profile()
          ? "No addresses are printed in this format: which objects the locks belong to is "
            "not known"
          : "No pointer that is printed for sure connects each lock with its object: that each "
            "holds a lock the other needs is not proven");
  finding.next =
      model.is_profile()
          ? std::string(kAskForAddresses)
          : "SIGQUIT (`kill -QUIT PID`, it ends the process) prints exact addresses; compare "
            "the order of the `Lock` calls at the places named";
  finding.restart = std::string(kRestart);
  out.push_back(std::move(finding));
}

// The address of no lock is printed, but nobody else could have what these two wait for.
void report(const Model& model, const LockView& view, Findings& out) {
  const LockWaiter& first = view.lock->waiters.front();
  Finding finding(kId);
  finding.confidence = Confidence::possible;
  finding.groups = view.groups;
  finding.goroutines = view.lock->count;
  finding.site = waiter_site(model, first);
  finding.created_at = model.group(first.group).created_by;
  finding.summary = "2 goroutines wait for a lock in " + place(model, finding.site) +
                    ", and nobody else could hold it: each may have the one that the other needs, "
                    "taken in opposite order.";
  finding.supports("No other goroutine is in a function that takes such a lock, and all are idle");
  finding.against(
      "No addresses are printed in this format: both may wait for one lock, left locked by an "
      "early return or a recovered panic");
  if (may_change_hands(model)) finding.against(std::string(kChangesHands));
  finding.next = std::string(kAskForAddresses);
  finding.restart = std::string(kRestart);
  out.push_back(std::move(finding));
}

// One function takes two locks, and somebody stands between: the lock that it wants is with one of
// those who want the lock that it has.
void report(const Model& model, const LockLine& line, Findings& out) {
  const LockView& held = *line.held;
  const LockView& wanted = *line.wanted;
  const std::string who = number(model.dump().records[line.holder.record].id);
  const std::int32_t oldest = std::max(held.oldest, wanted.oldest);
  Finding finding(kId);
  finding.confidence = line.exact ? Confidence::likely : Confidence::possible;
  const LockWaiter& behind = held.lock->waiters.front();
  finding.groups = {line.holder.group, behind.group};
  finding.records = {line.holder.record, behind.record};
  finding.victim_groups = held.groups;
  finding.victim_groups.insert(finding.victim_groups.end(), wanted.groups.begin(),
                               wanted.groups.end());
  keep_distinct(finding.victim_groups);
  finding.summary =
      "Goroutine " + who + " seems to hold the lock that is taken in " + place(model, line.passed) +
      ", for which " + count_of(held.lock->count, "goroutine") +
      (held.lock->count == 1 ? " waits" : " wait") + ", and waits itself for a second one in " +
      place(model, waiter_site(model, line.holder)) + oldest_for(oldest, 1) +
      ": whoever has the second waits for the first, as it seems, so neither moves.";
  finding.site = waiter_site(model, line.holder);
  finding.created_at = model.group(line.holder.group).created_by;
  finding.supports("Goroutine " + who + " is at " + place(model, line.at) + ", past " +
                       place(model, line.passed) + ", where others wait for " +
                       hex(held.lock->address),
                   {line.holder.record});
  finding.supports(hex(wanted.lock->address) + " is what it waits for itself, and " +
                   hex(held.lock->address) + " is another lock");
  finding.supports("No goroutine that does not wait for a lock is seen with one of the two");
  if (!line.exact) {
    finding.against("1 receiver is not printed for sure: the two calls may be of other objects");
  }
  finding.against(
      "Go does not print who holds a lock: the second may also have been left locked by "
      "somebody who has gone");
  finding.next = "Read " + place(model, line.at) +
                 ": is the first lock still held there? Then look where the two are taken the "
                 "other way round";
  finding.restart = std::string(kRestart);
  out.push_back(std::move(finding));
}

}  // namespace

void detect_lock_order_inversion(const Model& model, Findings& out) noexcept {
  const std::vector<LockCycle>& cycles = model.locks().cycles;
  std::vector<std::vector<std::uint32_t>> seen;
  for (std::size_t i = 0; i < cycles.size(); ++i) {
    const std::vector<std::uint32_t> groups = sites(cycles[i]);
    if (std::find(seen.begin(), seen.end(), groups) != seen.end()) continue;
    seen.push_back(groups);
    std::size_t alike = 0;
    for (std::size_t j = i + 1; j < cycles.size(); ++j) alike += sites(cycles[j]) == groups ? 1 : 0;
    report(model, cycles[i], alike, out);
  }
  const std::vector<LockCrossing> crossings = lock_crossings(model);
  for (const LockCrossing& crossing : crossings) report(model, crossing, out);
  if (cycles.empty() && crossings.empty()) {
    for (const LockLine& line : lock_lines(model)) report(model, line, out);
  }
  for (const LockView& view : lock_views(model)) {
    if (may_be_crossed(model, view) && !somebody_may_hold(model, view)) report(model, view, out);
  }
}

}  // namespace gowhy::cause
