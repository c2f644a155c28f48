// Who holds a lock while it waits for something that is no lock. Two causes ask this.
#pragma once

#include <vector>

#include "finding.h"
#include "lock_view.h"

namespace gowhy {

struct BlockedHolder {
  const LockView* view = nullptr;
  LockHolder holder;
  /// Waiters of the lock that would serve the holder's channel, and why: they run a loop of the
  /// holder's type, or of the type by whose method it sends or receives; or nobody else could.
  std::vector<LockWaiter> peers;
  enum PeerBy : std::uint8_t { own_type, asked_type, alone } peer_by = own_type;
  /// Somebody who does not need the lock can let the holder go on.
  bool served = false;
  bool io = false;  ///< it waits for the network or the disk, or for goroutines that all do
  Confidence confidence = Confidence::possible;
  /// It waits for goroutines that it started, and all of those wait for the lock: nothing else says
  /// that it holds it.
  std::uint64_t children = 0;
  /// Waiters of the lock, if most of them, that were born before the goroutines that it started and
  /// waits for: it got the lock while they waited, or they came later than they were born.
  std::uint64_t older = 0;
  bool busy = false;  ///< young, or a wait that ends by itself: slow and not stuck
};

/// A loop that waits for its next job, tick or connection in its outermost function: it has no
/// reason to hold the lock of its type meanwhile, nor anything else that is for one job.
bool is_idle_loop(const Model& model, const GroupFacts& facts) noexcept;

/// Such a loop, unless it waits in a method of the lock's own object: that one may have locked it.
bool merely_idles(const Model& model, const LockHolder& holder) noexcept;

/// It merely idles, as far as its stack says; but it has the very object, its function ends
/// something by its name, as no loop does, and it has waited at its channel for as long as they
/// have at the lock.
bool waits_as_long(const Model& model, const LockView& view, const LockHolder& holder) noexcept;

/// The network, the disk or an HTTP answer: what ends by itself more often than not.
bool waits_for_io(const GroupFacts& facts) noexcept;

/// Nobody has the object of the lock, as with a lock of a package; but one goroutine waits in
/// WaitGroup.Wait for others of which every one waits for this lock. Its group index, else kNone.
std::uint32_t waits_for_waiters(const Model& model, const LockView& view) noexcept;

/// The most probable holder of each lock that has waiters and whose holder waits.
const std::vector<BlockedHolder>& blocked_holders(const Model& model) noexcept;

}  // namespace gowhy
