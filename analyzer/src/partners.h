// Who may still bring what a crowd waits for.
#pragma once

#include <cstdint>
#include <vector>

#include "crowds.h"

namespace gowhy {

/// Goroutines that may still bring what a crowd waits for.
struct Partners {
  /// Goroutines of their own (no handlers) that run a method of the type in which the crowd waits,
  /// or that are in the same function behind the place where it waits and so may hold what it
  /// wants.
  std::vector<std::uint32_t> servers;
  std::uint64_t server_count = 0;
  /// Of these, goroutines that wait for work themselves and so are busy with nothing.
  std::uint64_t idle = 0;
  /// Of the idle ones, those in a select: a ticker may be one of its cases, and bring it in time.
  std::uint64_t in_select = 0;
  /// Goroutines still in the call that started the crowd, or started by the call in which it waits.
  std::vector<std::uint32_t> callers;
  std::uint64_t caller_count = 0;
  std::uint64_t children = 0;  ///< of these, the ones started by the call in which it waits
  /// Of a crowd that sends: goroutines of their own that run a method of the type at which it
  /// waits, and wait to send themselves, at another place. They receive nothing meanwhile.
  std::vector<std::uint32_t> held_up;
  std::uint64_t held_up_count = 0;
  /// Of a crowd that sends: others that run the same loop and wait to receive, so from another
  /// channel: chansend hands a value to a receiver that waits and does not park.
  std::uint64_t resting = 0;
};
/// Worked out once for each crowd; lives as long as the model.
const Partners& partners_of(const Model& model, const Crowd& crowd) noexcept;

/// Groups that wait at a channel of which only goroutines of these groups could be the other side:
/// all others of that type wait there too. `servers` in ascending order.
std::vector<std::uint32_t> waiters_served_by(const Model& model,
                                             const std::vector<std::uint32_t>& servers) noexcept;

}  // namespace gowhy
