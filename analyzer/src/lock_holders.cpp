#include "lock_holders.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "address_filter.h"
#include "lock_owners.h"
#include "logged_stacks.h"
#include "objectless_holders.h"
#include "sort_by.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

// Locks whose callers are compared with all goroutines in the same functions.
constexpr std::size_t kMostQueues = 64;

class HolderFinder {
 public:
  HolderFinder(const Model& model, std::vector<Lock>& locks)
      : model_(model), locks_(locks), lock_of_(model, locks) {}

  void find() {
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_type;
    for (std::uint32_t i = 0; i < locks_.size(); ++i) {
      const Lock& lock = locks_[i];
      if (lock.owner == 0 && !lock.type.empty()) by_type[lock.type].push_back(i);
    }
    by_owner_.build(locks_);
    AddressFilter owners(by_owner_.owners().size());
    for (const std::uint64_t owner : by_owner_.owners()) owners.add(owner);
    const std::vector<bool> may_know = owners.records_with(model_.dump());
    const std::vector<std::uint32_t>& logged = logged_stacks(model_);
    for (std::uint32_t g = 0; g < model_.groups().size(); ++g) {
      if (std::binary_search(logged.begin(), logged.end(), g)) continue;
      const GroupFacts& facts = model_.group(g);
      const int waits_at = is_lock_wait(facts.op) ? caller_position(model_, facts) : -1;
      for (std::uint32_t record : facts.records) {
        if (!may_know[record]) continue;
        for (const Arg& arg : model_.args(record)) {
          if (!owners.may_have(arg.address())) continue;
          for (std::uint32_t lock = by_owner_.first(arg.address()); lock != kNone;
               lock = by_owner_.next(lock)) {
            consider(lock, g, record, static_cast<int>(arg.frame()), arg, waits_at);
          }
        }
      }
      if (!by_type.empty()) consider_types(by_type, g, waits_at);
    }
    consider_callers();
    consider_callbacks();
    find_objectless_holders(model_, lock_of_, locks_);
    for (Lock& lock : locks_) {
      sort_stably(lock.holders, [](const LockHolder& a, const LockHolder& b) {
        if (a.waits != b.waits) return !a.waits;
        return a.why != b.why ? a.why < b.why : a.exact > b.exact;
      });
    }
  }

 private:
  void consider(std::uint32_t index, std::uint32_t g, std::uint32_t record, int position,
                const Arg& arg, int waits_at) {
    const GroupFacts& facts = model_.group(g);
    if (position >= static_cast<int>(facts.frames.size())) return;
    const std::uint32_t frame = facts.frames[static_cast<std::size_t>(position)];
    if (model_.special(frame) != Special::none) return;
    if (rests_at_connection(facts)) return;
    const bool waits_for_this = waits_at >= 0 && lock_of_.of(record) == index;
    // The frame that now calls Lock on this very object has not got it yet.
    if (waits_for_this && position <= waits_at) return;
    Lock& lock = locks_[index];
    // Nor does the call for one lock of a struct say that another of its locks is held.
    if (waits_at >= 0 && position <= waits_at && waits_for_owner(lock.owner, record)) return;
    const Function& function = model_.function(frame);
    LockHolder holder{g, record, position, LockHolder::argument, !arg.stale(), waits_at >= 0};
    // The first word of a value receiver is a field of it: a view that hands calls on to the owner,
    // unless values of the type lock it themselves.
    const bool method = !function.method_value &&
                        (function.pointer_receiver ||
                         (!function.receiver.empty() && method_type(function) == lock.type));
    if (arg.slot() == 0 && method) holder.why = LockHolder::receiver;
    // Arguments come goroutine by goroutine: an earlier one of this goroutine made the last entry.
    if (!lock.holders.empty() && lock.holders.back().record == record) {
      if (holder.why < lock.holders.back().why) lock.holders.back() = holder;
      return;
    }
    lock.holders.push_back(holder);
  }

  // Without pointers: another method of the same type further down, or in a goroutine that is not
  // at its lock call.
  void consider_types(
      const std::unordered_map<std::string_view, std::vector<std::uint32_t>>& by_type,
      std::uint32_t g, int waits_at) {
    const GroupFacts& facts = model_.group(g);
    for (std::size_t p = 0; p < facts.frames.size(); ++p) {
      if (static_cast<int>(p) <= waits_at) continue;
      const std::string_view type = method_type(model_.function(facts.frames[p]));
      const auto found = type.empty() ? by_type.end() : by_type.find(type);
      if (found == by_type.end()) continue;
      for (std::uint32_t index : found->second) {
        Lock& lock = locks_[index];
        if (!lock.holders.empty() && lock.holders.back().group == g) continue;
        lock.holders.push_back({g, facts.records.empty() ? kNone : facts.records.front(),
                                static_cast<int>(p), LockHolder::type, false, waits_at >= 0});
      }
    }
  }

  // Receivers that are in a register no more are printed as whatever lies there now, as `0xc?`. Who
  // is past the Lock of a function that others wait in may hold it, if its receiver is not known;
  // and so may who stands in another method of the type.
  void consider_callers() {
    std::size_t looked = 0;
    for (Lock& lock : locks_) {
      if (lock.owner == 0 ||
          (lock.count < 2 && lock.owner != lock.address && !waits_long(model_, lock))) {
        continue;
      }
      if (++looked > kMostQueues) continue;
      std::vector<std::string_view> callers;
      receivers_.clear();
      std::uint32_t last = kNone;
      for (const LockWaiter& waiter : lock.waiters) {
        keep_receiver(lock, waiter);
        if (waiter.group == last || waiter.caller < 0) continue;
        last = waiter.group;
        const auto frames = model_.group(waiter.group).frames;
        const std::string_view name = model_.name(frames[static_cast<std::size_t>(waiter.caller)]);
        if (std::find(callers.begin(), callers.end(), name) == callers.end()) {
          callers.push_back(name);
        }
      }
      for (std::string_view name : callers) {
        for (const Hit& hit : model_.find(name)) consider_caller(lock, hit);
      }
      if (lock.type.empty() || !lock.holders.empty()) continue;
      for (std::uint32_t id : methods_of(model_, lock.type)) {
        for (const Hit& hit : model_.hits_of(id)) consider_caller(lock, hit);
      }
    }
  }

  void consider_caller(Lock& lock, const Hit& hit) {
    const GroupFacts& facts = model_.group(hit.group);
    if (is_lock_wait(facts.op) || rests_at_connection(facts)) return;
    const int position = static_cast<int>(hit.position);
    // Of one stack a receiver is printed for all, or it is stale in nearly all.
    constexpr std::size_t kEnough = 64;
    for (std::uint32_t record : facts.records.first(std::min(kEnough, facts.records.size()))) {
      if (knows_receiver(record, position) && !may_be_field_of(lock, record, position) &&
          !is_receiver_of_waiters(lock, record, position) && !is_shared()) {
        continue;
      }
      const bool known =
          std::any_of(lock.holders.begin(), lock.holders.end(),
                      [&](const LockHolder& holder) { return holder.record == record; });
      if (!known) {
        lock.holders.push_back({hit.group, record, position, LockHolder::type, false, false});
      }
      return;
    }
  }

  // Nobody has the object, but a waiter came to the lock through code of the user's own that a
  // method of the type has called, whose receiver is not printed any more: it may be the same
  // object.
  void consider_callbacks() {
    constexpr std::size_t kEnough = 64;
    for (Lock& lock : locks_) {
      if (lock.type.empty() || lock.owner == 0 || !lock.holders.empty()) continue;
      std::size_t looked = 0;
      for (const LockWaiter& waiter : lock.waiters) {
        if (++looked > kEnough) break;
        if (waiter.record == kNone || waiter.caller < 0) continue;
        const int position = below_callback(lock, waiter);
        if (position < 0) continue;
        lock.holders.push_back(
            {waiter.group, waiter.record, position, LockHolder::type, false, true});
      }
    }
  }

  // Where that method stands, -1 if there is none.
  [[nodiscard]] int below_callback(const Lock& lock, const LockWaiter& waiter) const {
    const auto frames = model_.group(waiter.group).frames;
    bool called_back = false;
    for (auto p = static_cast<std::size_t>(waiter.caller) + 1; p < frames.size(); ++p) {
      const bool of_type = method_type(model_.function(frames[p])) == lock.type;
      if (of_type && called_back && !knows_receiver(waiter.record, static_cast<int>(p))) {
        return static_cast<int>(p);
      }
      called_back = called_back || (model_.own(frames[p]) && !of_type);
    }
    return -1;
  }

  // Closures print no receiver, so that nobody who waits says whose field the lock is; it may be
  // one of an object that begins a little before it.
  [[nodiscard]] bool may_be_field_of(const Lock& lock, std::uint32_t record, int position) const {
    bool exact = false;
    const std::uint64_t object = model_.receiver(record, position, &exact);
    return exact && lock.owner == lock.address && object < lock.address &&
           lock.address - object < kFieldRange;
  }

  // The lock may lie apart from its object, which has a pointer to it: that is the object whose
  // method waits.
  void keep_receiver(const Lock& lock, const LockWaiter& waiter) {
    constexpr std::size_t kEnough = 64;
    if (lock.address == 0 || receivers_.size() == kEnough || waiter.record == kNone ||
        waiter.caller < 0) {
      return;
    }
    bool exact = false;
    const std::uint64_t object = model_.receiver(waiter.record, waiter.caller, &exact);
    if (exact && object >= kProgramEnd) receivers_.push_back(object);
  }

  // Waiters of one lock that are methods of different objects share it by a pointer, as sessions
  // share their server's: then the object of whoever else is there says nothing.
  [[nodiscard]] bool is_shared() const {
    return std::any_of(receivers_.begin(), receivers_.end(),
                       [&](std::uint64_t object) { return object != receivers_.front(); });
  }

  [[nodiscard]] bool is_receiver_of_waiters(const Lock& lock, std::uint32_t record,
                                            int position) const {
    // A lock apart from the object may as well be one of several that it keeps, as one for each
    // connection: only who has stood there for minutes, or waits for other goroutines and not for a
    // peer, is hardly at another one.
    const GroupFacts& facts = model_.group(model_.group_of_record(record));
    const bool for_others = is_channel(facts.op) || facts.op == Operation::waitgroup;
    if (lock.owner != lock.address ||
        (!for_others && model_.dump().records[record].minutes < kOldMinutes)) {
      return false;
    }
    bool exact = false;
    const std::uint64_t object = model_.receiver(record, position, &exact);
    return exact && std::find(receivers_.begin(), receivers_.end(), object) != receivers_.end();
  }

  // A stale one (`?`) is what the place held before, unless it is an object whose lock is wanted
  // too.
  [[nodiscard]] bool knows_receiver(std::uint32_t record, int position) const {
    bool exact = false;
    const std::uint64_t receiver = model_.receiver(record, position, &exact);
    return receiver != 0 && (exact || by_owner_.first(receiver) != kNone);
  }

  [[nodiscard]] bool waits_for_owner(std::uint64_t owner, std::uint32_t record) const {
    const std::uint32_t lock = lock_of_.of(record);
    return lock != kNone && locks_[lock].owner == owner;
  }

  const Model& model_;
  std::vector<Lock>& locks_;
  const LockOfRecord lock_of_;
  LocksByOwner by_owner_;
  std::vector<std::uint64_t> receivers_;  // of those who wait for the lock that is looked at
};

}  // namespace

LockOfRecord::LockOfRecord(const Model& model, const std::vector<Lock>& locks)
    : lock_(model.dump().records.size(), kNone) {
  for (std::uint32_t i = 0; i < locks.size(); ++i) {
    for (const LockWaiter& waiter : locks[i].waiters) {
      if (waiter.record != kNone) lock_[waiter.record] = i;
    }
  }
}

void find_holders(const Model& model, std::vector<Lock>& locks) noexcept {
  HolderFinder(model, locks).find();
}

}  // namespace gowhy
