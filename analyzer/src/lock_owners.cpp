#include "lock_owners.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "sort_by.h"

namespace gowhy {
namespace {

constexpr std::size_t kMostNested = 256;

// A method that only passes the call on, as of a type that wraps a sync.Mutex.
bool is_wrapper(const Function& function) noexcept {
  constexpr std::string_view kNames[] = {"Lock", "RLock", "lock", "rLock", "rlock"};
  return !function.receiver.empty() &&
         std::find(std::begin(kNames), std::end(kNames), function.base) != std::end(kNames);
}

bool frame_has_exact_arguments(const Model& model) noexcept {
  return model.go_version().known && model.go_version().max_minor <= 16;
}

// The address of the lock from one argument of the machinery above the caller, 0 if it has none.
std::uint64_t lock_address(const Model& model, Special special, const Arg& arg, Operation op) {
  if (arg.slot() != 0 || arg.address() < 4096) return 0;
  const bool old = frame_has_exact_arguments(model);
  switch (special) {
    case Special::mutex_lock_slow:
      return arg.stale() ? 0 : arg.address();
    case Special::mutex_lock:
    case Special::rw_lock:
    case Special::rw_rlock:
      return old ? arg.address() : 0;
    case Special::semacquire1:
      // Semaphores inside the locks: Mutex.sema +4, RWMutex.writerSem +8, readerSem +12.
      if (arg.stale()) return 0;
      if (op == Operation::lock || op == Operation::wlock_writer) return arg.address() - 4;
      if (op == Operation::rlock) return arg.address() - 12;
      if (op == Operation::wlock_readers) return arg.address() - 8;
      return 0;
    default:
      return 0;
  }
}

/// The locks of one type that goroutines wait for inside a method of another object of the type.
struct Nested {
  std::vector<std::uint64_t> locks;    // addresses waited for
  std::vector<std::uint64_t> objects;  // receivers further down the same stacks
  std::vector<std::size_t> all;        // indexes of all locks of the type
};

// A pointer that lies before the lock may be that of a neighbour on the heap, as a context that the
// caller was given. The receiver of a method of the type that locks, nearer than it, is no
// accident.
void prefer_receiver(Lock& lock, std::uint64_t object) noexcept {
  if (lock.owner == lock.address || object <= lock.owner || object > lock.address) return;
  lock.owner = object;
}

bool only_once(const std::vector<std::uint64_t>& sorted) {
  return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
}

// The sums of both sets differ by their size times the distance: at most one distance can fit.
bool distance_of(Nested& nested, std::uint64_t& distance) {
  sort_numbers(nested.locks);
  sort_numbers(nested.objects);
  const std::size_t size = nested.locks.size();
  if (size < 2 || size > kMostNested || !only_once(nested.locks) || !only_once(nested.objects)) {
    return false;
  }
  distance = nested.locks.front() - nested.objects.front();
  // The same distance for several is that of a field, be the struct as large as it likes.
  if (distance >= (size >= 3 ? kLargestStruct : kFieldRange)) return false;
  for (std::size_t i = 1; i < size; ++i) {
    if (nested.locks[i] - nested.objects[i] != distance) return false;
  }
  return true;
}

// The last of the frames from the caller on that are all of its package.
int end_of_package(const Model& model, const GroupFacts& facts, int caller) noexcept {
  const auto package_at = [&](int i) {
    return model.function(facts.frames[static_cast<std::size_t>(i)]).package;
  };
  int end = caller;
  while (end + 1 < static_cast<int>(facts.frames.size()) &&
         package_at(end + 1) == package_at(caller)) {
    ++end;
  }
  return end;
}

bool is_receiver(const Model& model, const GroupFacts& facts, const Arg& arg) noexcept {
  return arg.slot() == 0 && !arg.stale() &&
         model.function(facts.frames[arg.frame()]).pointer_receiver;
}

// The nearest pointer at or before the lock, among the arguments of the caller and of who called
// it; further down only receivers of the package's methods are looked at.
void find_owner(const Model& model, std::uint32_t record, const GroupFacts& facts, int caller,
                LockWait& wait) {
  const int end = std::max(caller + 1, end_of_package(model, facts, caller));
  std::uint64_t best = kFieldRange;
  for (const Arg& arg : model.args(record)) {
    const int position = static_cast<int>(arg.frame());
    if (position < caller || position > end) continue;
    if (position > caller + 1 && !is_receiver(model, facts, arg)) continue;
    if (arg.address() > wait.address || arg.address() < 4096) continue;
    const std::uint64_t distance = wait.address - arg.address();
    if (distance < best) {
      best = distance;
      wait.owner = arg.address();
      wait.has_owner = true;
    }
  }
}

}  // namespace

int caller_position(const Model& model, const GroupFacts& facts) noexcept {
  for (std::size_t i = 0; i < facts.frames.size(); ++i) {
    if (model.special(facts.frames[i]) != Special::none) continue;
    const bool passes_on = is_wrapper(model.function(facts.frames[i])) &&
                           i + 1 < facts.frames.size() &&
                           model.special(facts.frames[i + 1]) == Special::none;
    return static_cast<int>(passes_on ? i + 1 : i);
  }
  return -1;
}

LockWait wait_of(const Model& model, std::uint32_t record, const GroupFacts& facts, int caller) {
  LockWait wait;
  for (const Arg& arg : model.args(record)) {
    const int position = static_cast<int>(arg.frame());
    if (position >= caller) break;
    const std::uint64_t address = lock_address(
        model, model.special(facts.frames[static_cast<std::size_t>(position)]), arg, facts.op);
    if (address != 0 && wait.address == 0) {
      wait.address = address;
      wait.exact = true;
    }
  }
  if (wait.address != 0) find_owner(model, record, facts, caller, wait);
  if (wait.address == 0) {
    const Function& function = model.function(facts.frames[static_cast<std::size_t>(caller)]);
    bool exact = false;
    const std::uint64_t receiver = model.receiver(record, caller, &exact);
    // What is printed as stale and points into the program is no object.
    const bool pointer = receiver >= (exact ? 4096 : kProgramEnd);
    if (!function.receiver.empty() && pointer) wait.owner = receiver;
  } else if (wait.owner == 0) {
    wait.owner = wait.address;
  }
  return wait;
}

std::uint64_t object_on_stack(const Model& model, std::uint32_t record, std::string_view type,
                              std::size_t from) noexcept {
  const GroupFacts& facts = model.group(model.group_of_record(record));
  if (facts.elided) return 0;
  for (std::size_t p = from; p < facts.frames.size(); ++p) {
    const Function& function = model.function(facts.frames[p]);
    if (!function.pointer_receiver || method_type(function) != type) continue;
    bool exact = false;
    const std::uint64_t object = model.receiver(record, static_cast<int>(p), &exact);
    if (object != 0 && exact) return object;
  }
  return 0;
}

void LocksByOwner::build(const std::vector<Lock>& locks) {
  next_.assign(locks.size(), kNone);
  for (std::uint32_t i = static_cast<std::uint32_t>(locks.size()); i-- > 0;) {
    const std::uint64_t owner = locks[i].owner;
    if (owner == 0) continue;
    const std::uint64_t hash = hash_pair(owner, 0);
    const std::uint32_t at =
        index_.find(hash, [&](std::uint32_t k) { return owners_[k] == owner; });
    if (at == kNone) {
      index_.insert(hash, static_cast<std::uint32_t>(owners_.size()));
      owners_.push_back(owner);
      first_.push_back(i);
    } else {
      next_[i] = first_[at];
      first_[at] = i;
    }
  }
}

std::uint32_t LocksByOwner::first(std::uint64_t owner) const noexcept {
  const std::uint32_t at =
      index_.find(hash_pair(owner, 0), [&](std::uint32_t k) { return owners_[k] == owner; });
  return at == kNone ? kNone : first_[at];
}

void settle_owners(const Model& model, std::vector<Lock>& locks) noexcept {
  std::unordered_map<std::string_view, Nested> by_type;
  for (std::size_t i = 0; i < locks.size(); ++i) {
    Lock& lock = locks[i];
    if (!lock.exact || lock.type.empty()) continue;
    Nested& nested = by_type[lock.type];
    nested.all.push_back(i);
    for (const LockWaiter& waiter : lock.waiters) {
      if (nested.locks.size() > kMostNested) break;
      const auto below = static_cast<std::size_t>(waiter.caller) + 1;
      const std::uint64_t object =
          waiter.record == kNone ? 0 : object_on_stack(model, waiter.record, lock.type, below);
      if (object == 0) continue;
      prefer_receiver(lock, object);
      nested.locks.push_back(lock.address);
      nested.objects.push_back(object);
    }
  }
  for (auto& [type, nested] : by_type) {
    std::uint64_t distance = 0;
    if (!distance_of(nested, distance)) continue;
    for (std::size_t i : nested.all) {
      const std::uint64_t object = locks[i].address - distance;
      // A nearer printed pointer is a struct inside of it; others may be other objects.
      if (std::binary_search(nested.objects.begin(), nested.objects.end(), object)) {
        locks[i].owner = object;
      }
    }
  }
}

void settle_types(const Model& model, std::vector<Lock>& locks) noexcept {
  constexpr std::size_t kMostTypes = 8;
  std::vector<std::pair<std::string_view, std::size_t>> counts;
  for (Lock& lock : locks) {
    if (lock.address == 0) continue;  // these were gathered by their type
    counts.clear();
    std::uint32_t last = kNone;
    for (const LockWaiter& waiter : lock.waiters) {
      if (waiter.group == last || waiter.caller < 0) continue;
      last = waiter.group;
      const auto frames = model.group(waiter.group).frames;
      const std::string_view type =
          method_type(model.function(frames[static_cast<std::size_t>(waiter.caller)]));
      if (type.empty()) continue;
      auto at = std::find_if(counts.begin(), counts.end(),
                             [&](const auto& entry) { return entry.first == type; });
      if (at == counts.end()) {
        if (counts.size() == kMostTypes) continue;
        at = counts.insert(counts.end(), {type, 0});
      }
      ++at->second;
    }
    std::size_t most = 0;
    for (const auto& [type, count] : counts) {
      if (count <= most) continue;
      most = count;
      lock.type = type;
    }
  }
}

}  // namespace gowhy
