// Who waits in WaitGroup.Wait, and which goroutines could still call Done.
#pragma once

#include <vector>

#include "at_work.h"
#include "model.h"

namespace gowhy {

struct WaitingCall {
  std::uint32_t group = 0;              ///< waits in Wait, called by the user's own code
  std::vector<std::uint32_t> alone;     ///< records without any goroutine that they started left
  std::vector<std::uint32_t> children;  ///< groups started by the waiting functions, still there
  std::uint64_t child_count = 0;
  /// Groups of goroutines of their own that run a method of the same type, started elsewhere, and
  /// of a library's that run a closure of the waiting functions.
  std::vector<std::uint32_t> relatives;
  std::uint64_t relative_count = 0;
  std::uint64_t stranger_count = 0;  ///< such as are of other objects, by their receivers
  /// Goroutines that are further on in the function that waits: callers of one key share what the
  /// first of them gets, as in a cache's Do, and that one calls Done when it has it.
  std::uint64_t leader_count = 0;
  bool creators_printed = false;  ///< no profile, and some goroutine shows who started it
  bool by_id = false;             ///< children are told by `in goroutine N`, Go 1.21+
};

/// One for each group that waits. Linear in goroutines for each distinct waiting stack.
const std::vector<WaitingCall>& waiting_calls(const Model& model) noexcept;
/// That of the group; null if it does not wait in Wait.
const WaitingCall* waiting_call_of(const Model& model, std::uint32_t group) noexcept;
/// True if some call waits for goroutines of the group: it sees them end, or is stuck itself.
bool is_waited_for(const Model& model, std::uint32_t group) noexcept;

}  // namespace gowhy
