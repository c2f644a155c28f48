// A Mutex is a value: copied while locked, the copy is born locked, and nobody unlocks it
// (sync/mutex.go: "A Mutex must not be copied after first use"; go vet's copylocks finds it). A
// method with a value receiver makes such a copy at each call, so each goroutine waits for a lock
// of its own.
//
// In the dump several goroutines wait at one line for locks with different addresses, exactly one
// for each, in a method whose printed name has no `*`. Locks of many customers differ too, but each
// of those has a holder at work, and their methods reach the lock through a pointer.
#include <algorithm>
#include <map>

#include "finding.h"
#include "lock_view.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kSeveral = 3;
constexpr int kMost = 32;  // methods that are compared with all groups

struct Copies {
  std::vector<const Lock*> locks;
  std::vector<std::uint32_t> groups, records;
  std::int32_t oldest = -1;
};

// The method that called Lock, if it has a value receiver, by frame.
std::map<std::uint32_t, Copies> find_copies(const Model& model) {
  std::map<std::uint32_t, Copies> copies;
  for (const Lock& lock : model.locks().locks) {
    if (!lock.exact || lock.address == 0 || lock.waiters.size() != 1) continue;
    const LockWaiter& waiter = lock.waiters.front();
    if (waiter.caller < 0 || waiter.record == kNone) continue;
    const GroupFacts& facts = model.group(waiter.group);
    const std::uint32_t caller = facts.frames[static_cast<std::size_t>(waiter.caller)];
    const Function& function = model.function(caller);
    if (function.receiver.empty() || function.pointer_receiver) continue;
    Copies& found = copies[caller];
    found.locks.push_back(&lock);
    found.groups.push_back(waiter.group);
    found.records.push_back(waiter.record);
    found.oldest = std::max(found.oldest, model.dump().records[waiter.record].minutes);
  }
  return copies;
}

// Somebody who works behind the lock in the same method: real locks, one for each object.
bool has_holders(const Model& model, std::uint32_t caller) {
  for (const Hit& hit : model.find(model.name(caller))) {
    if (!is_lock_wait(model.group(hit.group).op)) return true;
  }
  return false;
}

}  // namespace

void detect_sync_copied(const Model& model, Findings& out) noexcept {
  int looked_at = 0;
  for (const auto& [caller, copies] : find_copies(model)) {
    const std::uint64_t count = copies.records.size();
    if (count < kSeveral && copies.oldest < kOldMinutes) continue;
    if (++looked_at > kMost) return;
    if (has_holders(model, caller)) continue;
    const GroupFacts& facts = model.group(copies.groups.front());
    Finding finding("sync_copied");
    finding.confidence = count >= kSeveral ? Confidence::likely : Confidence::possible;
    finding.groups = copies.groups;
    finding.records = copies.records;
    finding.summary =
        count_of(count, "goroutine") + (count == 1 ? " waits" : " wait") + " in " +
        place(model, caller) + oldest_for(copies.oldest) +
        ", each for another lock: the "
        "method has a value receiver, so it locks a copy that was made while the lock was held.";
    finding.site = model.site_frame(facts);
    finding.created_at = facts.created_by;
    finding.supports(number(count) + " waiters at one line, " + number(count) +
                     " different lock addresses, such as " + hex(copies.locks.front()->address));
    finding.supports("1 method, " + code(short_name(model.name(caller))) +
                     ", has no `*` in its printed name: its receiver is a copy");
    finding.supports("No goroutines work behind one of these locks");
    finding.against(
        "1 value receiver may still hold its lock behind a pointer, one for each object; `go vet "
        "-copylocks` decides");
    finding.next = "Run `go vet -copylocks ./...`";
    finding.restart = "A restart frees them until the value is copied at the wrong moment again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
