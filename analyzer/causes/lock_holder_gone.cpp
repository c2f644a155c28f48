// Goroutines wait for a lock and nobody is left who could hold it: whoever locked it has returned
// without Unlock, by an early return or by a panic that was recovered (net/http recovers those of
// handlers, server.go, (*conn).serve). A mutex has no owner, so nothing gives it back.
//
// A holder that is only passing through can be missed: inlined frames print no pointers. So this
// stays silent while any goroutine that does not wait runs in one of the functions that take the
// lock, has its object on its stack, or is being handed the lock. A loop of the object that waits
// for its next tick has come back from what it did with the lock, and makes it possible only.
#include <algorithm>

#include "crowds.h"
#include "finding.h"
#include "lock_view.h"
#include "logged_stacks.h"
#include "unheld_locks.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kQueue = 3;
constexpr std::uint64_t kMany = 5;

// The frame in which a recovered panic of the log left a method of the lock's type, kNone if none.
std::uint32_t left_by_panic(const Model& model, const Lock& lock) {
  if (lock.type.empty()) return kNone;
  for (std::uint32_t g : logged_stacks(model)) {
    const GroupFacts& facts = model.group(g);
    for (std::size_t p = 0; p < facts.frames.size(); ++p) {
      if (method_type(model.function(facts.frames[p])) != lock.type) continue;
      bool exact = false;
      const std::uint64_t receiver =
          facts.records.empty()
              ? 0
              : model.receiver(facts.records.front(), static_cast<int>(p), &exact);
      const bool other = lock.owner != 0 && receiver != 0 && exact && receiver != lock.owner;
      if (!other) return facts.frames[p];
    }
  }
  return kNone;
}

void report(const Model& model, const LockView& view, Findings& out) {
  const Lock& lock = *view.lock;
  Finding finding("lock_holder_gone");
  const bool old = view.oldest >= kOldMinutes;
  // The holder may well be in what was not pasted.
  if (model.fragment() && lock.count < kMany) return;
  if (view.young || (!old && lock.count < kQueue && !stands_still(model))) return;
  const std::uint32_t panicked = left_by_panic(model, lock);
  const bool passing = may_change_hands(model);
  const bool idle = !lock.holders.empty() && !lock.holders.front().waits;  // these come first
  const bool nobody = !passing && !idle;
  finding.confidence = (old || lock.count >= kMany || panicked != kNone || stands_still(model)) &&
                               !model.fragment() && nobody
                           ? Confidence::likely
                           : Confidence::possible;
  finding.groups = view.groups;
  for (const LockWaiter& waiter : lock.waiters) {
    if (waiter.record != kNone) finding.records.push_back(waiter.record);
  }
  finding.goroutines = lock.count;
  finding.summary =
      count_of(lock.count, "goroutine") + (lock.count == 1 ? " waits" : " wait") + " for " +
      lock_of_type(lock) + " in " + waiter_places(model, lock) +
      oldest_for(view.oldest, view.lock->count) +
      from_absence(model,
                   ", and nobody is left who could unlock it: it was left locked by an early "
                   "return or a recovered panic",
                   "anybody is left who could unlock it", nobody);
  finding.site = waiter_site(model, lock.waiters.front());
  finding.created_at = model.group(lock.waiters.front().group).created_by;
  finding.supports(number(lock.count) +
                   (lock.count == 1 ? " waits for this lock" : " wait for one lock") +
                   (lock.address != 0 ? ", " + hex(lock.address) : std::string()));
  finding.supports(
      idle ? "No other goroutines are in a function that takes this lock"
           : "No other goroutines are in a function that takes this lock or have its object on "
             "their stack");
  if (old) finding.supports(time_span(view.oldest) + " is how long the oldest has waited");
  if (panicked != kNone) {
    finding.supports("1 recovered panic in this text left " + place(model, panicked) +
                     ", a method of the type that the lock belongs to");
  }
  if (passing) {
    finding.against(std::string(kChangesHands));
  }
  if (idle) {
    finding.against("1 idle loop of its type could hold it");
  }
  if (lock.address == 0)
    finding.against("No addresses of the lock are printed here: these may be several locks");
  finding.against("1 holder may hide in code whose frames are inlined or belong to another type");
  finding.next =
      "Search the log before the hang for `http: panic serving` or an error, and the code of "
      "these functions for a `return` between `Lock` and `Unlock`";
  finding.restart = "A restart frees the lock until the same path is taken again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_lock_holder_gone(const Model& model, Findings& out) noexcept {
  for (const LockView& view : lock_views(model)) {
    if (!somebody_may_hold(model, view) && !may_be_crossed(model, view)) report(model, view, out);
  }
}

}  // namespace gowhy::cause
