// The waiters of one lock, found by goroutine.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "locks.h"
#include "sort_by.h"

namespace gowhy {

/// There may be as many as goroutines, and as many suspects.
class LockWaiters {
 public:
  explicit LockWaiters(const Lock& lock) {
    sorted_.reserve(lock.waiters.size());
    for (const LockWaiter& waiter : lock.waiters) sorted_.push_back(&waiter);
    if (!std::is_sorted(sorted_.begin(), sorted_.end(), before)) {
      sort_stably(sorted_, before);
    }
  }

  /// Null if that one does not wait for the lock.
  [[nodiscard]] const LockWaiter* of(std::uint32_t group, std::uint32_t record) const {
    const LockWaiter wanted{group, record};
    const auto found = std::lower_bound(sorted_.begin(), sorted_.end(), &wanted, before);
    return found == sorted_.end() || before(&wanted, *found) ? nullptr : *found;
  }

 private:
  static bool before(const LockWaiter* a, const LockWaiter* b) {
    return a->group != b->group ? a->group < b->group : a->record < b->record;
  }
  std::vector<const LockWaiter*> sorted_;
};

}  // namespace gowhy
