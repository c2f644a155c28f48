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
};
Partners partners_of(const Model& model, const Crowd& crowd) noexcept;

/// Groups that wait at a channel of which only goroutines of these groups could be the other side:
/// all others of that type wait there too. `servers` in ascending order.
std::vector<std::uint32_t> waiters_served_by(const Model& model,
                                             const std::vector<std::uint32_t>& servers) noexcept;

}  // namespace gowhy
