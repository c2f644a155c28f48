#include "objectless_holders.h"

#include <algorithm>
#include <string_view>

#include "lock_owners.h"
#include "sort_by.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

constexpr std::size_t kMostClosures = 16;  // locks for which all closures are looked through
constexpr std::size_t kMostLocks = 64;  // for which all who called the same library are looked at

class Finder {
 public:
  Finder(const Model& model, const LockOfRecord& lock_of, std::vector<Lock>& locks)
      : model_(model), lock_of_(lock_of), locks_(locks) {}

  void find() {
    consider_neighbours();
    consider_called_back();
    consider_closures();
  }

 private:
  struct Unowned {
    std::uint64_t address = 0;
    std::uint32_t lock = 0;
  };

  // Closures wait and print no object. Of a method that is in the middle of something the object is
  // known: one that begins a little before the lock may be that which the lock is a field of.
  void consider_neighbours() {
    std::vector<Unowned> unowned;
    for (std::uint32_t i = 0; i < locks_.size(); ++i) {
      const Lock& lock = locks_[i];
      const bool alone = lock.owner == lock.address && lock.type.empty() && lock.holders.empty();
      if (alone && lock.address >= kProgramEnd) unowned.push_back({lock.address, i});
    }
    if (unowned.empty()) return;
    sort_by(unowned, [](const Unowned& one) { return one.address; });
    for (std::uint32_t g = 0; g < model_.groups().size(); ++g) {
      const GroupFacts& facts = model_.group(g);
      if (facts.site < 0 || is_lock_wait(facts.op) || rests_at_connection(facts)) continue;
      // Where many are alike, hardly one of them is the one in the way.
      constexpr std::size_t kEnough = 64;
      for (std::uint32_t record : facts.records.first(std::min(kEnough, facts.records.size()))) {
        for (const Arg& arg : model_.args(record)) consider_neighbour(unowned, g, record, arg);
      }
    }
  }

  void consider_neighbour(const std::vector<Unowned>& unowned, std::uint32_t g,
                          std::uint32_t record, const Arg& arg) {
    const GroupFacts& facts = model_.group(g);
    if (arg.stale() || arg.slot() != 0 || arg.frame() >= facts.frames.size()) return;
    const std::uint32_t frame = facts.frames[arg.frame()];
    if (!model_.own(frame) || !model_.function(frame).pointer_receiver) return;
    const auto after = std::upper_bound(
        unowned.begin(), unowned.end(), arg.address(),
        [](std::uint64_t address, const Unowned& one) { return address < one.address; });
    if (after == unowned.end() || after->address - arg.address() >= kFieldRange) return;
    Lock& lock = locks_[after->lock];
    if (!lock.holders.empty() && lock.holders.back().record == record) return;
    lock.holders.push_back(
        {g, record, static_cast<int>(arg.frame()), LockHolder::type, false, false});
  }

  // A library's function takes a lock and then calls what it was given, as bbolt's DB.Update: of
  // two that called it, one waits for the lock at its first line, and the other is further on, in
  // code of the user's own that was called from there.
  void consider_called_back() {
    constexpr std::size_t kEnough = 16;
    std::size_t looked = 0;
    for (std::uint32_t index = 0; index < locks_.size(); ++index) {
      Lock& lock = locks_[index];
      const bool others = std::any_of(
          lock.holders.begin(), lock.holders.end(),
          [&](const LockHolder& holder) { return lock_of_.of(holder.record) != index; });
      if (others || lock.waiters.empty() || !is_old_or_still(lock)) continue;
      const GroupFacts& waiting = model_.group(lock.waiters.front().group);
      if (++looked > kMostLocks) return;
      if (waiting.boundary < 0 || lock.waiters.front().caller >= waiting.site) continue;
      const std::uint32_t outer = waiting.frames[static_cast<std::size_t>(waiting.boundary)];
      for (const Hit& hit : model_.hits_of(model_.function_id(outer))) {
        const GroupFacts& facts = model_.group(hit.group);
        const int position = static_cast<int>(hit.position);
        if (!is_past(model_, facts.frames[hit.position], outer)) continue;
        if (facts.site < 0 || facts.site >= position || rests_at_connection(facts)) continue;
        const std::uint32_t record = facts.records.empty() ? kNone : facts.records.front();
        const bool waits = is_lock_wait(facts.op);
        lock.holders.push_back({hit.group, record, position, LockHolder::argument, false, waits});
        if (lock.holders.size() == kEnough) break;
      }
    }
  }

  [[nodiscard]] bool is_old_or_still(const Lock& lock) const {
    return stands_still(model_) || model_.group(lock.waiters.front().group).ages.max >= 1;
  }

  // A lock that is a variable of the function that waits is shared with its closures alone: one
  // that stands in the middle of something may have it.
  void consider_closures() {
    std::size_t looked = 0;
    for (Lock& lock : locks_) {
      if (!lock.type.empty() || lock.owner != lock.address || !lock.holders.empty() ||
          !waits_long(model_, lock) || lock.waiters.front().caller < 0) {
        continue;
      }
      if (++looked > kMostClosures) return;
      const LockWaiter& waiter = lock.waiters.front();
      const auto frames = model_.group(waiter.group).frames;
      const std::string_view name = model_.name(frames[static_cast<std::size_t>(waiter.caller)]);
      for (std::uint32_t g = 0; g < model_.groups().size(); ++g) {
        const GroupFacts& facts = model_.group(g);
        if (is_lock_wait(facts.op) || facts.site < 0 || facts.records.empty() ||
            !is_closure(model_.name(model_.site_frame(facts)), name)) {
          continue;
        }
        lock.holders.push_back(
            {g, facts.records.front(), facts.site, LockHolder::type, false, false});
      }
    }
  }

  const Model& model_;
  const LockOfRecord& lock_of_;
  std::vector<Lock>& locks_;
};

}  // namespace

void find_objectless_holders(const Model& model, const LockOfRecord& lock_of,
                             std::vector<Lock>& locks) noexcept {
  Finder(model, lock_of, locks).find();
}

bool rests_at_connection(const GroupFacts& facts) noexcept {
  return facts.op == Operation::io_read && facts.role != nullptr;
}

bool waits_long(const Model& model, const Lock& lock) noexcept {
  const std::uint32_t record = lock.waiters.front().record;
  return record != kNone && model.dump().records[record].minutes >= kOldMinutes;
}

}  // namespace gowhy
