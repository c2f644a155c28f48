// Who made the clients of a library: the user's function, where the dump still shows it. A
// constructor has returned long since, so the goroutines that it started name it only when the
// user's own function has the `go` statement. Two more places may show it: a goroutine that is in
// the constructor right now, and the goroutine that made the clients, if it lives
// ("created by … in goroutine N", Go 1.21+).
#pragma once

#include <cstdint>
#include <vector>

#include "library_clients.h"
#include "model.h"

namespace gowhy {

struct ClientMakers {
  enum Kind : std::uint8_t { unknown, creator, constructing, parent };
  Kind kind = unknown;
  /// Frame of the user's own code; without one the creator as printed. kNone if nothing tells.
  std::uint32_t made_at = kNone;
  std::uint32_t constructor = kNone;  ///< frame of the library, for `constructing`
  std::uint64_t goroutines = 0;       ///< in the constructor, or clients whose maker was found
  std::uint64_t makers = 0;           ///< different goroutines that made them, 0 if not printed
  std::uint64_t in_use = 0;           ///< other goroutines in a call of the library
  std::uint64_t own = 0;              ///< goroutines of the user's own code, whatever they do
  /// Clients whose maker lives and stands in the user's own code, or has started a goroutine that
  /// does: somebody is left who has the client in hand. 0 if no makers are printed.
  std::uint64_t attended = 0;
  std::uint64_t living = 0;  ///< goroutines of the clients whose maker lives, wherever it stands
};

/// Who started goroutines of the user's own, ascending ids; with as many 0 as print no creator.
const std::vector<std::uint64_t>& creators_of_own(const Model& model) noexcept;

ClientMakers makers_of(const Model& model, const LibraryClients& library) noexcept;

}  // namespace gowhy
