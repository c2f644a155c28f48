// One function that takes two locks, one line behind the other: who waits at the second line has
// the first lock.
#pragma once

#include <cstdint>
#include <vector>

#include "lock_view.h"
#include "model.h"

namespace gowhy {

/// A goroutine that has passed a line at which others wait for a lock, in the same function of the
/// same object, as far as is printed, and waits for another lock itself. Nobody who does not wait
/// is seen who could hold either.
struct LockLine {
  const LockView* held = nullptr;    ///< the lock that it has, and who waits for it
  const LockView* wanted = nullptr;  ///< the lock that it waits for
  LockWaiter holder;                 ///< the goroutine, among those who wait for `wanted`
  std::uint32_t passed = kNone;      ///< frame at which others wait for `held`
  std::uint32_t at = kNone;          ///< frame of the same function on the holder's stack
  bool exact = false;                ///< the object of both calls is printed for sure, and the same
};

/// One for each lock that is held so, of those that somebody has waited for at least two minutes,
/// or in a process that stands still.
const std::vector<LockLine>& lock_lines(const Model& model) noexcept;

}  // namespace gowhy
