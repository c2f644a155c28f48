// Calls that end something of a library, such as Close, or wait for its end, and wait there for its
// goroutines.
#pragma once

#include <cstdint>
#include <vector>

#include "model.h"
#include "waits.h"

namespace gowhy {

struct LibraryEnd {
  std::uint32_t frame = kNone;  ///< the library's function that waits, by one of its lines
  Waits waits;
  /// Of those that wait goroutines that the library started itself: it waits for its own end.
  std::uint64_t own = 0;
  std::vector<std::uint32_t> workers;  ///< groups that the package started and that do not wait so
  std::uint64_t worker_count = 0;
};

/// In WaitGroup.Wait, called by a function of a module that ends something or is named Wait. One
/// for each function.
std::vector<LibraryEnd> library_ends(const Model& model) noexcept;

}  // namespace gowhy
