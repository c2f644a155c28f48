// Who waits for a lock that it may hold itself, further down its own stack.
#pragma once

#include "locks.h"
#include "model.h"

namespace gowhy {

struct SelfWaiter {
  const Lock* lock = nullptr;
  LockWaiter waiter;
  LockHolder holder;       ///< the same goroutine, in the call that may have taken the lock
  bool neighbour = false;  ///< the outer call handed on what lies beside this lock
  bool again = false;      ///< a callback has led back to the function that locks
  /// Frame of the user's own code, in another package, by which the outer call came back to the
  /// lock, where that tells it from others who stand below such a call. kNone otherwise.
  std::uint32_t through = kNone;
  /// Others wait below a call of the object too, but each call has several of them, which cannot
  /// all have the lock: how many.
  std::uint64_t alike = 0;
};

/// The only goroutine that can hold the lock it waits for; false if there is none, or several.
bool find_self_waiter(const Model& model, const Lock& lock, SelfWaiter& suspect) noexcept;

}  // namespace gowhy
