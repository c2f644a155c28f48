// Releases before the ones whose lines are known (go_lines.inc): reports of that age are still
// read, and the table would place them anywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dump.h"

namespace gowhy {

struct OldRelease {
  int min_minor = 0;
  int max_minor = 0;  ///< 0 if nothing shows that the dump is so old
  std::string text;   ///< one sentence, with full stop
};

/// `in_snapshot` by group (go_traits.h, groups_of). Linear in the distinct frames.
OldRelease old_release(const Dump& dump, const std::vector<bool>& in_snapshot) noexcept;

/// The same by where the heap begins. An address as high is printed by a newer release with a heap
/// of many gigabytes, but hardly alone: one counts where `no_line_fits` a known release, else it
/// takes three and no other. `snapshot` as in GoVersion.
OldRelease old_release_by_heap(const Dump& dump, std::uint16_t snapshot,
                               bool no_line_fits) noexcept;

}  // namespace gowhy
