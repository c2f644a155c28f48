#include "locks.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "address_filter.h"
#include "lock_owners.h"
#include "logged_stacks.h"
#include "sort_by.h"

namespace gowhy {
namespace {

// Locks whose callers are compared with all goroutines in the same functions.
constexpr std::size_t kMostQueues = 64;

class Builder {
 public:
  explicit Builder(const Model& model) : model_(model) {}

  Locks build() {
    for (std::uint32_t g = 0; g < model_.groups().size(); ++g) add_group(g);
    settle_owners(model_, result_.locks);
    merge_by_owner();
    settle_types(model_, result_.locks);
    if (result_.locks.empty()) return std::move(result_);
    index_waiters();
    find_holders();
    sort_stably(result_.locks, [](const Lock& a, const Lock& b) {
      return a.count != b.count ? a.count > b.count : a.address < b.address;
    });
    index_waiters();
    find_cycles();
    return std::move(result_);
  }

 private:
  // By its address, or its owner's, or else by the type or function that waits for it.
  struct Key {
    enum Kind : std::uint8_t { address, owner, text } kind = text;
    std::uint64_t number = 0;
    std::string_view name;

    bool operator==(const Key& other) const noexcept {
      return kind == other.kind && number == other.number && name == other.name;
    }
  };

  Lock& lock_for(const Key& key) {
    const std::uint64_t hash =
        hash_pair(key.kind, key.kind == Key::text ? hash_bytes(key.name) : key.number);
    std::uint32_t at = by_key_.find(hash, [&](std::uint32_t i) { return keys_[i] == key; });
    if (at == kNone) {
      at = static_cast<std::uint32_t>(keys_.size());
      by_key_.insert(hash, at);
      keys_.push_back(key);
      result_.locks.emplace_back();
    }
    return result_.locks[at];
  }

  void add_group(std::uint32_t g) {
    const GroupFacts& facts = model_.group(g);
    if (!is_lock_wait(facts.op)) return;
    const int caller = caller_position(model_, facts);
    if (caller < 0) return;
    const std::string_view type =
        method_type(model_.function(facts.frames[static_cast<std::size_t>(caller)]));
    const bool rw = facts.op != Operation::lock;
    const Key by_text{Key::text, 0, text_key(facts, caller, type)};
    auto add = [&](const Key& key, const LockWait& wait, std::uint32_t record,
                   std::uint64_t count) {
      Lock& lock = lock_for(key);
      // Another waiter's pointer to the same lock's struct may be the only one printed, or nearer.
      const bool nearer = lock.count > 0 && wait.has_owner && wait.address != 0 &&
                          (lock.owner == lock.address || wait.owner > lock.owner);
      if (lock.count == 0) {
        lock.address = wait.address;
        lock.exact = wait.exact;
        lock.type = type;
      }
      if (lock.count == 0 || nearer) lock.owner = wait.owner;
      lock.rw = lock.rw || rw;
      lock.count += count;
      lock.waiters.push_back({g, record, caller, facts.op});
    };
    for (std::uint32_t record : facts.records) {
      const LockWait wait = wait_of(model_, record, facts, caller);
      const Key key = wait.address != 0 ? Key{Key::address, wait.address, {}}
                      : wait.owner != 0 ? Key{Key::owner, wait.owner, {}}
                                        : by_text;
      add(key, wait, record, 1);
    }
    if (facts.records.empty()) add(by_text, {}, kNone, facts.count);
  }

  std::string_view text_key(const GroupFacts& facts, int caller, std::string_view type) const {
    return !type.empty() ? type : model_.name(facts.frames[static_cast<std::size_t>(caller)]);
  }

  // Readers whose lock address is not printed wait for the lock that lies in their receiver.
  void merge_by_owner() {
    by_key_.clear();
    keys_.clear();
    const auto by_owner_only = [](const Lock& lock) {
      return lock.address == 0 && lock.owner != 0;
    };
    if (std::none_of(result_.locks.begin(), result_.locks.end(), by_owner_only)) return;
    std::unordered_map<std::uint64_t, std::size_t> with_address;
    for (std::size_t i = 0; i < result_.locks.size(); ++i) {
      if (result_.locks[i].address != 0) with_address.emplace(result_.locks[i].owner, i);
    }
    std::vector<Lock> kept;
    for (Lock& lock : result_.locks) {
      const auto found = by_owner_only(lock) ? with_address.find(lock.owner) : with_address.end();
      if (found == with_address.end()) continue;
      Lock& into = result_.locks[found->second];
      into.waiters.insert(into.waiters.end(), lock.waiters.begin(), lock.waiters.end());
      into.count += lock.count;
      into.rw = into.rw || lock.rw;
      lock.count = 0;
    }
    for (Lock& lock : result_.locks) {
      if (lock.count > 0) kept.push_back(std::move(lock));
    }
    result_.locks.swap(kept);
  }

  void find_holders() {
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_type;
    for (std::uint32_t i = 0; i < result_.locks.size(); ++i) {
      const Lock& lock = result_.locks[i];
      if (lock.owner == 0 && !lock.type.empty()) by_type[lock.type].push_back(i);
    }
    by_owner_.build(result_.locks);
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
    for (Lock& lock : result_.locks) {
      sort_stably(lock.holders, [](const LockHolder& a, const LockHolder& b) {
        if (a.waits != b.waits) return !a.waits;
        return a.why != b.why ? a.why < b.why : a.exact > b.exact;
      });
    }
  }

  void consider(std::uint32_t index, std::uint32_t g, std::uint32_t record, int position,
                const Arg& arg, int waits_at) {
    const GroupFacts& facts = model_.group(g);
    if (position >= static_cast<int>(facts.frames.size())) return;
    const std::uint32_t frame = facts.frames[static_cast<std::size_t>(position)];
    if (model_.special(frame) != Special::none) return;
    // The reader of a library's connection rests there, with nothing in its hands.
    if (facts.op == Operation::io_read && facts.role != nullptr) return;
    const bool waits_for_this = waits_at >= 0 && waits_for(index, record);
    // The frame that now calls Lock on this very object has not got it yet.
    if (waits_for_this && position <= waits_at) return;
    Lock& lock = result_.locks[index];
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
        Lock& lock = result_.locks[index];
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
    for (Lock& lock : result_.locks) {
      if (lock.owner == 0 || (lock.count < 2 && lock.owner != lock.address)) continue;
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
    if (is_lock_wait(facts.op)) return;
    const int position = static_cast<int>(hit.position);
    // Of one stack a receiver is printed for all, or it is stale in nearly all.
    constexpr std::size_t kEnough = 64;
    for (std::uint32_t record : facts.records.first(std::min(kEnough, facts.records.size()))) {
      if (knows_receiver(record, position) && !may_be_field_of(lock, record, position) &&
          !is_receiver_of_waiters(record, position)) {
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
    if (lock.owner != lock.address || receivers_.size() == kEnough || waiter.record == kNone ||
        waiter.caller < 0) {
      return;
    }
    bool exact = false;
    const std::uint64_t object = model_.receiver(waiter.record, waiter.caller, &exact);
    if (exact && object >= kProgramEnd) receivers_.push_back(object);
  }

  [[nodiscard]] bool is_receiver_of_waiters(std::uint32_t record, int position) const {
    // A lock apart from the object may as well be one of several that it keeps, as one for each
    // connection: only who has stood there for minutes is hardly at another one.
    if (model_.dump().records[record].minutes < kOldMinutes) return false;
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

  void index_waiters() {
    lock_of_record_.assign(model_.dump().records.size(), kNone);
    for (std::uint32_t i = 0; i < result_.locks.size(); ++i) {
      for (const LockWaiter& waiter : result_.locks[i].waiters) {
        if (waiter.record != kNone) lock_of_record_[waiter.record] = i;
      }
    }
  }

  [[nodiscard]] bool waits_for(std::uint32_t index, std::uint32_t record) const {
    return lock_of(record) == index;
  }

  [[nodiscard]] bool waits_for_owner(std::uint64_t owner, std::uint32_t record) const {
    const std::uint32_t lock = lock_of(record);
    return lock != kNone && result_.locks[lock].owner == owner;
  }

  // The lock that a goroutine waits for, kNone if it does not.
  [[nodiscard]] std::uint32_t lock_of(std::uint32_t record) const {
    return record == kNone ? kNone : lock_of_record_[record];
  }

  void find_cycles() {
    for (std::uint32_t i = 0; i < result_.locks.size(); ++i) {
      if (!result_.locks[i].holders.empty()) walk_from(i);
      if (result_.cycles.size() >= 16) return;
    }
  }

  // A holder that waits for another lock leads on; back at the first lock the cycle is closed. Only
  // cycles that begin at their smallest lock are kept, so each is found once.
  void walk_from(std::uint32_t first) {
    std::vector<std::uint32_t> path{first};
    std::vector<LockHolder> holders;
    walk(first, first, path, holders);
  }

  bool walk(std::uint32_t first, std::uint32_t at, std::vector<std::uint32_t>& path,
            std::vector<LockHolder>& holders) {
    std::size_t tried = 0;
    for (const LockHolder& holder : result_.locks[at].holders) {
      if (!holder.waits || holder.record == kNone || holder.why == LockHolder::type) continue;
      if (++tried > 8) return false;
      const std::uint32_t next = lock_of(holder.record);
      if (next == kNone || next < first || next == at) continue;
      holders.push_back(holder);
      if (next == first && path.size() >= 2) {
        keep(path, holders);
        return true;
      }
      const bool seen = std::find(path.begin(), path.end(), next) != path.end();
      if (!seen && path.size() < 5) {
        path.push_back(next);
        if (walk(first, next, path, holders)) return true;
        path.pop_back();
      }
      holders.pop_back();
    }
    return false;
  }

  void keep(const std::vector<std::uint32_t>& path, const std::vector<LockHolder>& holders) {
    LockCycle cycle;
    cycle.exact = true;
    for (std::size_t i = 0; i < path.size(); ++i) {
      const Lock& lock = result_.locks[path[i]];
      // Whoever may hold lock i and waits for lock i+1.
      const LockHolder& holder = holders[i];
      cycle.locks.push_back(path[(i + 1) % path.size()]);
      const GroupFacts& facts = model_.group(holder.group);
      cycle.waiters.push_back(
          {holder.group, holder.record, caller_position(model_, facts), facts.op});
      bool others = false;
      for (const LockHolder& other : lock.holders) others = others || !other.waits;
      cycle.exact = cycle.exact && lock.exact && holder.exact && !others;
    }
    result_.cycles.push_back(std::move(cycle));
  }

  const Model& model_;
  Locks result_;
  HashIndex by_key_;
  std::vector<Key> keys_;                      // beside result_.locks, until they are merged
  std::vector<std::uint32_t> lock_of_record_;  // kNone for those that wait for none
  LocksByOwner by_owner_;
  std::vector<std::uint64_t> receivers_;  // of those who wait for the lock that is looked at
};

}  // namespace

Locks find_locks(const Model& model) noexcept { return Builder(model).build(); }

}  // namespace gowhy
