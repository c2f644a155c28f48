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

#include "finding.h"
#include "lock_view.h"
#include "locks.h"
#include "model.h"
#include "self_waiters.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "mutex_self_deadlock";

std::int32_t minutes_of(const Model& model, const SelfWaiter& suspect) {
  if (suspect.waiter.record == kNone) return -1;
  return model.dump().records[suspect.waiter.record].minutes;
}

Confidence judge(const Model& model, const SelfWaiter& suspect) {
  if (may_change_hands(model) || suspect.alike > 0) return Confidence::possible;
  const bool exact = suspect.holder.why == LockHolder::receiver && suspect.holder.exact;
  const GroupFacts& facts = model.group(suspect.waiter.group);
  // In a few pasted goroutines it is not seen who else may hold the lock, and an object may have
  // several; without its address it may as well be the lock of something the object holds.
  if (model.fragment() || (suspect.again && suspect.lock->address == 0)) {
    return Confidence::possible;
  }
  if (exact && (model.all_asleep() || (facts.flags & kLeaked) != 0)) return Confidence::certain;
  // Others in line behind a single suspect, or minutes: nobody holds a busy lock that long.
  if (exact && (minutes_of(model, suspect) >= 2 || suspect.lock->count >= 3)) {
    return Confidence::likely;
  }
  if (suspect.lock->count >= 3 && suspect.holder.why == LockHolder::type) return Confidence::likely;
  return Confidence::possible;
}

std::uint32_t frame_at(const Model& model, const SelfWaiter& suspect, int position) {
  return model.group(suspect.waiter.group).frames[static_cast<std::size_t>(position)];
}

// Calls of the same object below the newest of them: any of those may have taken the lock.
std::uint64_t calls_below(const Model& model, const SelfWaiter& suspect) {
  if (suspect.holder.why != LockHolder::receiver || suspect.waiter.record == kNone) return 0;
  const std::size_t frames = model.group(suspect.waiter.group).frames.size();
  std::uint64_t calls = 0;
  for (auto p = static_cast<std::size_t>(suspect.holder.position) + 1; p < frames; ++p) {
    const std::uint64_t object = model.receiver(suspect.waiter.record, static_cast<int>(p));
    if (object == suspect.lock->owner) ++calls;
  }
  return calls;
}

std::string calls_words(const Model& model, const SelfWaiter& suspect) {
  const std::uint64_t calls = calls_below(model, suspect);
  if (calls == 0) return {};
  return " or in " + (calls == 1 ? "the call" : "one of the " + number(calls) + " calls") +
         " of the same object below it,";
}

// The own frame that called the library whose frame stands at `position`; kNone if that is their
// own.
std::uint32_t own_call_of(const Model& model, const SelfWaiter& suspect, int position) {
  const std::span<const std::uint32_t> frames = model.group(suspect.waiter.group).frames;
  const auto from = frames.begin() + position;
  if (model.own(*from)) return kNone;
  const auto own = std::find_if(from, frames.end(), [&](std::uint32_t f) { return model.own(f); });
  return own == frames.end() ? kNone : *own;
}

std::string called_from(const Model& model, std::uint32_t frame) {
  return frame == kNone ? std::string() : ", called from " + place(model, frame) + ",";
}

std::string summary(const Model& model, const SelfWaiter& suspect, std::uint64_t alike) {
  const std::uint64_t behind = suspect.lock->count - 1;
  const std::string who =
      alike > 1 ? count_of(alike, "goroutine") + " wait in "
      : suspect.waiter.record == kNone
          ? std::string("1 goroutine waits in ")
          : "Goroutine " + number(model.dump().records[suspect.waiter.record].id) + " waits in ";
  const std::uint32_t inner = own_call_of(model, suspect, suspect.waiter.caller);
  const std::uint32_t outer = own_call_of(model, suspect, suspect.holder.position);
  std::string text = who + place(model, frame_at(model, suspect, suspect.waiter.caller)) +
                     called_from(model, inner) + " for a lock that " + (alike > 1 ? "each" : "it") +
                     " seems to hold already, taken in " +
                     place(model, frame_at(model, suspect, suspect.holder.position)) +
                     called_from(model, outer) + calls_words(model, suspect) +
                     " further down its own stack";
  const std::int32_t minutes = minutes_of(model, suspect);
  if (minutes > 0) text += ", for " + time_span(minutes);
  if (behind > 0 && alike == 1) {
    text += "; " + count_of(behind, "other goroutine") + (behind == 1 ? " waits" : " wait") +
            " behind it";
  }
  return text + ".";
}

void report(const Model& model, const std::vector<SelfWaiter>& suspects, Findings& out) {
  const SelfWaiter& first = suspects.front();
  Finding finding(kId);
  for (const SelfWaiter& suspect : suspects) {
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
  if (suspects.size() >= 3 && !may_change_hands(model) &&
      finding.confidence == Confidence::possible) {
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
  } else if (first.again) {
    finding.supports("1 stack has the same function twice: " + below + " led back to " + caller +
                     " through code of another type, as a callback");
  } else {
    finding.supports("1 stack has two methods of " + code(first.lock->type) + ": " + below +
                     " called " + caller);
  }
  if (first.through != kNone) {
    finding.supports("1 of those who wait came back to the lock through other code, " +
                     place(model, first.through));
  }
  if (first.alike > 0) {
    finding.supports(number(first.alike) +
                     " others wait for the same lock below a call of the object too, several below "
                     "each call: one of them alone could have it, and would not queue again");
  } else if (first.lock->count > 1) {
    finding.supports(number(first.lock->count - 1) +
                     " others wait for the same lock, none of them " +
                     (first.through == kNone ? "below such a call" : "after such a way back"));
  }
  finding.supports("No goroutines that could hold the lock are doing something else");
  finding.against("Go does not print who holds a lock: that " + below +
                  " had it when it made the call is read from the stack");
  if (may_change_hands(model)) finding.against(std::string(kChangesHands));
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
  const std::uint32_t inner = own_call_of(model, first, first.waiter.caller);
  const std::uint32_t outer = own_call_of(model, first, first.holder.position);
  finding.next = inner == kNone || outer == kNone
                     ? "Read " + below + ": does it call " + caller +
                           " between `Lock` and `Unlock`, or before a deferred `Unlock`?"
                     : "Look how " + place(model, outer) + " leads to " + place(model, inner) +
                           ": what runs inside that call must not call the same object again";
  finding.restart = "A restart helps until the same call is made again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_mutex_self_deadlock(const Model& model, Findings& out) noexcept {
  // Many objects may have each stopped in the same way: one finding per pair of places.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<SelfWaiter>> by_place;
  for (const Lock& lock : model.locks().locks) {
    SelfWaiter suspect;
    if (!find_self_waiter(model, lock, suspect)) continue;
    by_place[{frame_at(model, suspect, suspect.waiter.caller),
              frame_at(model, suspect, suspect.holder.position)}]
        .push_back(suspect);
  }
  for (const auto& [places, suspects] : by_place) report(model, suspects, out);
}

}  // namespace gowhy::cause
