// Go's locks are not reentrant: a goroutine that holds a sync.Mutex and calls Lock again waits for
// itself, for ever (sync/mutex.go: a Mutex has no owner). In the dump it waits for the lock of an
// object of which another method stands further down in its own stack.
//
// The same stack is an ordinary waiter when the method below does not hold the lock. What decides:
// only one goroutine can be inside the locked part. If exactly one waiter of the lock has such a
// frame below, and nobody else who does not wait has the object, it is the holder; if several have,
// none of them holds it. An RWMutex counts here when a writer waits for itself, or a reader for the
// write lock below it; a writer that waits for readers is rwmutex_upgrade.
#include <algorithm>
#include <map>
#include <set>

#include "finding.h"
#include "locks.h"
#include "model.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "mutex_self_deadlock";

struct Suspect {
  const Lock* lock = nullptr;
  LockWaiter waiter;
  LockHolder holder;
  bool neighbour = false;  ///< the outer call handed on what lies beside this lock
};

bool counts(const Lock& lock, Operation op) {
  if (op == Operation::lock || op == Operation::wlock_writer) return true;
  if (op != Operation::rlock) return false;
  // A reader behind a waiting writer may wait for other readers: another cause.
  return std::none_of(lock.waiters.begin(), lock.waiters.end(),
                      [](const LockWaiter& waiter) { return waiter.op != Operation::rlock; });
}

const LockWaiter* waiter_of(const Lock& lock, const LockHolder& holder) {
  for (const LockWaiter& waiter : lock.waiters) {
    if (waiter.group == holder.group && waiter.record == holder.record) return &waiter;
  }
  return nullptr;
}

// The waiter itself, in the call at `position` of its stack.
Suspect suspect_below(const Lock& lock, const LockWaiter& waiter, std::size_t position) {
  LockHolder holder;
  holder.group = waiter.group;
  holder.record = waiter.record;
  holder.position = static_cast<int>(position);
  holder.waits = true;
  return {&lock, waiter, holder};
}

// Without pointers: a waiter inside a function at whose own Lock call others wait has got past it.
bool find_inside_locker(const Model& model, const Lock& lock, Suspect& suspect) {
  std::set<std::uint32_t> lockers;
  const auto function_at = [&](const GroupFacts& facts, std::size_t position) {
    return model.dump().symbols.frame_at(facts.frames[position]).function;
  };
  for (const LockWaiter& waiter : lock.waiters) {
    lockers.insert(function_at(model.group(waiter.group), static_cast<std::size_t>(waiter.caller)));
  }
  bool found = false;
  for (const LockWaiter& waiter : lock.waiters) {
    const GroupFacts& facts = model.group(waiter.group);
    const auto caller = static_cast<std::size_t>(waiter.caller);
    if (!counts(lock, waiter.op)) continue;
    for (std::size_t p = caller + 1; p < facts.frames.size(); ++p) {
      const std::uint32_t function = function_at(facts, p);
      if (function == function_at(facts, caller) || lockers.count(function) == 0) continue;
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
  constexpr std::uint64_t kLargestObject = 64 << 10;
  bool exact = false;
  const std::uint64_t object = model.receiver(record, static_cast<int>(position), &exact);
  if (!exact || object == 0 || lock.address == 0) return false;
  return lock.address < object || lock.address - object >= kLargestObject;
}

// The receivers were printed stale: the only waiter that stands below another method of the type.
bool find_below_same_type(const Model& model, const Lock& lock, Suspect& suspect) {
  bool found = false;
  for (const LockWaiter& waiter : lock.waiters) {
    const GroupFacts& facts = model.group(waiter.group);
    const auto caller = static_cast<std::size_t>(waiter.caller);
    const Function& calls = model.function(facts.frames[caller]);
    if (!counts(lock, waiter.op) || method_type(calls).empty()) continue;
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

// The function that waits stands in the stack twice, of the only waiter of which that is true. Over
// objects of one type that is usual, but not where the outer call was for this lock.
bool find_same_function(const Model& model, const Lock& lock, Suspect& suspect) {
  constexpr std::uint64_t kQueue = 3;
  if (lock.address == 0 || lock.count < kQueue) return false;
  for (const LockHolder& holder : lock.holders) {
    if (!holder.waits) return false;
  }
  bool found = false;
  for (const LockWaiter& waiter : lock.waiters) {
    const GroupFacts& facts = model.group(waiter.group);
    if (waiter.record == kNone || facts.elided || !counts(lock, waiter.op)) continue;
    const auto caller = static_cast<std::size_t>(waiter.caller);
    for (std::size_t p = caller + 1; p < facts.frames.size(); ++p) {
      if (model.name(facts.frames[p]) != model.name(facts.frames[caller])) continue;
      if (found || !was_given_neighbour(model, lock, waiter.record, p)) return false;
      found = true;
      suspect = suspect_below(lock, waiter, p);
      suspect.neighbour = true;
      break;
    }
  }
  return found;
}

// The only goroutine that can hold the lock it waits for.
bool find_suspect(const Model& model, const Lock& lock, Suspect& suspect) {
  if (find_same_function(model, lock, suspect)) return true;
  if (lock.owner == 0 || lock.holders.empty()) {
    for (const LockHolder& holder : lock.holders) {
      if (!holder.waits) return false;
    }
    if (find_inside_locker(model, lock, suspect)) return true;
    if (lock.holders.empty()) return find_below_same_type(model, lock, suspect);
  }
  int found = 0;
  for (const LockHolder& holder : lock.holders) {
    const LockWaiter* waiter = waiter_of(lock, holder);
    if (waiter == nullptr) {
      // A busy lock: somebody who runs, or waits for something else, may give it back.
      if (!holder.waits && holder.why != LockHolder::argument) return false;
      continue;
    }
    if (holder.why == LockHolder::argument || !counts(lock, waiter->op)) continue;
    const GroupFacts& facts = model.group(holder.group);
    const std::uint32_t below = facts.frames[static_cast<std::size_t>(holder.position)];
    const std::uint32_t caller = facts.frames[static_cast<std::size_t>(waiter->caller)];
    if (model.dump().symbols.frame_at(below).function ==
            model.dump().symbols.frame_at(caller).function &&
        holder.why == LockHolder::type) {
      continue;  // recursion over objects of one type: each has a lock of its own
    }
    if (facts.records.empty() && facts.count > 1) return false;
    if (holder.why == LockHolder::type && facts.count > 1) return false;
    if (++found > 1) return false;
    suspect = {&lock, *waiter, holder};
  }
  return found == 1;
}

std::int32_t minutes_of(const Model& model, const Suspect& suspect) {
  if (suspect.waiter.record == kNone) return -1;
  return model.dump().records[suspect.waiter.record].minutes;
}

Confidence judge(const Model& model, const Suspect& suspect) {
  const bool exact = suspect.holder.why == LockHolder::receiver && suspect.holder.exact;
  const GroupFacts& facts = model.group(suspect.waiter.group);
  // In a few pasted goroutines it is not seen who else may hold the lock; without its address it
  // may as well be the lock of something the object holds.
  if (model.fragment() && suspect.lock->address == 0) return Confidence::possible;
  if (exact && (model.all_asleep() || (facts.flags & kLeaked) != 0)) return Confidence::certain;
  // Others in line behind a single suspect, or minutes: nobody holds a busy lock that long.
  if (exact && (minutes_of(model, suspect) >= 2 || suspect.lock->count >= 3)) {
    return Confidence::likely;
  }
  if (suspect.lock->count >= 3 && suspect.holder.why == LockHolder::type) return Confidence::likely;
  return Confidence::possible;
}

std::uint32_t frame_at(const Model& model, const Suspect& suspect, int position) {
  return model.group(suspect.waiter.group).frames[static_cast<std::size_t>(position)];
}

// Calls of the same object below the newest of them: any of those may have taken the lock.
std::uint64_t calls_below(const Model& model, const Suspect& suspect) {
  if (suspect.holder.why != LockHolder::receiver || suspect.waiter.record == kNone) return 0;
  const std::size_t frames = model.group(suspect.waiter.group).frames.size();
  std::uint64_t calls = 0;
  for (auto p = static_cast<std::size_t>(suspect.holder.position) + 1; p < frames; ++p) {
    const std::uint64_t object = model.receiver(suspect.waiter.record, static_cast<int>(p));
    if (object == suspect.lock->owner) ++calls;
  }
  return calls;
}

std::string calls_words(const Model& model, const Suspect& suspect) {
  const std::uint64_t calls = calls_below(model, suspect);
  if (calls == 0) return {};
  return " or in " + (calls == 1 ? "the call" : "one of the " + number(calls) + " calls") +
         " of the same object below it,";
}

std::string summary(const Model& model, const Suspect& suspect, std::uint64_t alike) {
  const std::uint64_t behind = suspect.lock->count - 1;
  const std::string who =
      alike > 1 ? count_of(alike, "goroutine") + " wait in "
      : suspect.waiter.record == kNone
          ? std::string("1 goroutine waits in ")
          : "Goroutine " + number(model.dump().records[suspect.waiter.record].id) + " waits in ";
  std::string text = who + place(model, frame_at(model, suspect, suspect.waiter.caller)) +
                     " for a lock that " + (alike > 1 ? "each" : "it") +
                     " seems to hold already, taken in " +
                     place(model, frame_at(model, suspect, suspect.holder.position)) +
                     calls_words(model, suspect) + " further down its own stack";
  const std::int32_t minutes = minutes_of(model, suspect);
  if (minutes > 0) text += ", for " + time_span(minutes);
  if (behind > 0 && alike == 1) {
    text += "; " + count_of(behind, "other goroutine") + (behind == 1 ? " waits" : " wait") +
            " behind it";
  }
  return text + ".";
}

void report(const Model& model, const std::vector<Suspect>& suspects, Findings& out) {
  const Suspect& first = suspects.front();
  Finding finding(kId);
  for (const Suspect& suspect : suspects) {
    finding.groups.push_back(suspect.waiter.group);
    if (suspect.waiter.record != kNone) finding.records.push_back(suspect.waiter.record);
    for (const LockWaiter& waiter : suspect.lock->waiters) {
      if (waiter.group != suspect.waiter.group) finding.victim_groups.push_back(waiter.group);
    }
    finding.confidence = std::max(finding.confidence, judge(model, suspect));
  }
  // Without pointers, two that wait for two locks may each hold the other's.
  const bool crossed = first.holder.why == LockHolder::type && suspects.size() == 2;
  if (crossed) finding.confidence = Confidence::possible;
  if (suspects.size() >= 3 && finding.confidence == Confidence::possible) {
    finding.confidence = Confidence::likely;
  }
  finding.summary = summary(model, first, suspects.size());
  finding.site = model.site_frame(model.group(first.waiter.group));
  finding.created_at = model.group(first.waiter.group).created_by;
  const std::string below = place(model, frame_at(model, first, first.holder.position));
  const std::string caller = place(model, frame_at(model, first, first.waiter.caller));
  if (first.holder.why == LockHolder::receiver) {
    finding.supports(hex(first.lock->owner) + " is the receiver of both " + below + " and " +
                         caller + " in one stack",
                     {first.waiter.record});
  } else if (first.neighbour) {
    finding.supports("1 stack has the same function twice, and the outer call of it, " + below +
                         ", handed on something that lies beside the lock, " +
                         hex(first.lock->address) + ": it was for this very lock",
                     {first.waiter.record});
  } else {
    finding.supports("1 stack has two methods of " + code(first.lock->type) + ": " + below +
                     " called " + caller);
  }
  if (first.lock->count > 1) {
    finding.supports(number(first.lock->count - 1) +
                     " others wait for the same lock, none of them below such a call");
  }
  finding.supports("No goroutines that could hold the lock are doing something else");
  finding.against("Go does not print who holds a lock: that " + below +
                  " had it when it made the call is read from the stack");
  if (first.waiter.op == Operation::rlock && model.fragment()) {
    finding.against("1 read lock is refused only while a writer has the lock or waits for it: if " +
                    below +
                    " holds a read lock too, a writer that is not printed came between the two");
  }
  if (crossed) {
    finding.against(
        "2 goroutines look alike and wait for different locks: each may hold the one that the "
        "other wants, a lock order inversion, instead of its own");
  }
  if (first.holder.why == LockHolder::type && !first.neighbour) {
    finding.against("No exact pointers show it: the two methods may belong to two objects");
  } else if (first.holder.why == LockHolder::receiver && !first.holder.exact) {
    finding.against("1 pointer was printed with `?` and may be stale");
  }
  finding.next = "Read " + below + ": does it call " + caller +
                 " between `Lock` and `Unlock`, or before a deferred `Unlock`?";
  finding.restart = "A restart helps until the same call is made again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_mutex_self_deadlock(const Model& model, Findings& out) noexcept {
  // Many objects may have each stopped in the same way: one finding per pair of places.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Suspect>> by_place;
  for (const Lock& lock : model.locks().locks) {
    Suspect suspect;
    if (!find_suspect(model, lock, suspect)) continue;
    by_place[{frame_at(model, suspect, suspect.waiter.caller),
              frame_at(model, suspect, suspect.holder.position)}]
        .push_back(suspect);
  }
  for (const auto& [places, suspects] : by_place) report(model, suspects, out);
}

}  // namespace gowhy::cause
