// Who holds a lock while it waits for something that is no lock. Two causes ask this.
#pragma once

#include <vector>

#include "finding.h"
#include "lock_view.h"

namespace gowhy {

struct BlockedHolder {
  const LockView* view = nullptr;
  LockHolder holder;
  /// Waiters of the lock that would serve the holder's channel: they run a loop of the same type.
  std::vector<LockWaiter> peers;
  /// Somebody who does not need the lock can let the holder go on.
  bool served = false;
  Confidence confidence = Confidence::possible;
  bool busy = false;  ///< young, or a wait that ends by itself: slow and not stuck
};

/// The network, the disk or an HTTP answer: what ends by itself more often than not.
bool waits_for_io(const GroupFacts& facts) noexcept;

/// The most probable holder of each lock that has waiters and whose holder waits.
const std::vector<BlockedHolder>& blocked_holders(const Model& model) noexcept;

}  // namespace gowhy
