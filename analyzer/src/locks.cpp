#include "locks.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "lock_cycles.h"
#include "lock_holders.h"
#include "lock_owners.h"
#include "sort_by.h"

namespace gowhy {
namespace {

class Builder {
 public:
  explicit Builder(const Model& model) : model_(model) {}

  Locks build() {
    for (std::uint32_t g = 0; g < model_.groups().size(); ++g) add_group(g);
    settle_owners(model_, result_.locks);
    merge_by_owner();
    settle_types(model_, result_.locks);
    merge_writers();
    if (result_.locks.empty()) return std::move(result_);
    find_holders(model_, result_.locks);
    sort_stably(result_.locks, [](const Lock& a, const Lock& b) {
      return a.count != b.count ? a.count > b.count : a.address < b.address;
    });
    find_cycles(model_, result_);
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
                          (!lock.owner_printed || wait.owner > lock.owner);
      lock.owner_printed = lock.owner_printed || wait.has_owner;
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
    for (Lock& lock : result_.locks) {
      const auto found = by_owner_only(lock) ? with_address.find(lock.owner) : with_address.end();
      if (found != with_address.end()) move_waiters(lock, result_.locks[found->second]);
    }
    drop_empty();
  }

  // A writer that waits for readers often prints no address (`(*RWMutex).Lock(0x0?)`). Readers that
  // wait in methods of the same type wait for a writer: if one object alone has such, for this one.
  void merge_writers() {
    std::unordered_map<std::string_view, std::vector<std::size_t>> writers, readers;
    for (std::size_t i = 0; i < result_.locks.size(); ++i) {
      const Lock& lock = result_.locks[i];
      if (lock.type.empty() || !lock.rw) continue;
      const bool unknown = lock.address == 0 && lock.owner == 0;
      const bool waits_for_readers =
          std::all_of(lock.waiters.begin(), lock.waiters.end(), [](const LockWaiter& waiter) {
            return waiter.record != kNone && waiter.op == Operation::wlock_readers;
          });
      if (unknown && waits_for_readers) writers[lock.type].push_back(i);
      const bool has_readers =
          std::any_of(lock.waiters.begin(), lock.waiters.end(),
                      [](const LockWaiter& waiter) { return waiter.op == Operation::rlock; });
      if (!unknown && has_readers) readers[lock.type].push_back(i);
    }
    for (const auto& [type, at] : writers) {
      const auto found = readers.find(type);
      if (at.size() != 1 || found == readers.end() || found->second.size() != 1) continue;
      Lock& from = result_.locks[at.front()];
      if (from.count == 1) move_waiters(from, result_.locks[found->second.front()]);
    }
    drop_empty();
  }

  static void move_waiters(Lock& from, Lock& into) {
    into.waiters.insert(into.waiters.end(), from.waiters.begin(), from.waiters.end());
    into.count += from.count;
    into.rw = into.rw || from.rw;
    from.count = 0;
  }

  void drop_empty() {
    std::vector<Lock>& locks = result_.locks;
    locks.erase(std::remove_if(locks.begin(), locks.end(),
                               [](const Lock& lock) { return lock.count == 0; }),
                locks.end());
  }

  const Model& model_;
  Locks result_;
  HashIndex by_key_;
  std::vector<Key> keys_;  // beside result_.locks, until they are merged
};

}  // namespace

Locks find_locks(const Model& model) noexcept { return Builder(model).build(); }

}  // namespace gowhy
