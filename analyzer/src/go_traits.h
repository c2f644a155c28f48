// What a dump shows beside lines and paths that only some releases of Go print.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dump.h"

namespace gowhy {

/// What the others pay where the runtime cannot print it otherwise.
inline constexpr int kProofCost = 40;

/// A fact that bounds the release. Static storage.
struct Trait {
  int from = 0, to = 0;   ///< minors that show it, both included
  int cost = 0;           ///< what the others pay (go_line_votes.h has the scale)
  std::string_view text;  ///< a clause: "creators have no goroutine number, as before Go 1.21"
};

/// Which groups have goroutines, samples or sections in the snapshot.
std::vector<bool> groups_of(const Dump& dump, std::uint16_t snapshot) noexcept;

/// Calls look(frame id) once for each frame of their stacks and each creator.
template <typename Look>
void each_frame(const Dump& dump, const std::vector<bool>& in_snapshot, Look look) noexcept {
  const Symbols& symbols = dump.symbols;
  std::vector<bool> seen(symbols.node_count()), seen_frames(symbols.frame_count());
  const auto once = [&](std::uint32_t frame) {
    if (seen_frames[frame]) return;
    seen_frames[frame] = true;
    look(frame);
  };
  for (std::size_t i = 0; i < dump.groups.size(); ++i) {
    if (!in_snapshot[i]) continue;
    const Group& group = dump.groups[i];
    if (group.created_by != kNone) once(group.created_by);
    for (std::uint32_t node = group.stack; node != 0 && node != kNone && !seen[node];
         node = symbols.node(node).parent) {
      seen[node] = true;
      once(symbols.node(node).frame);
    }
  }
}

/// All traits found. One look at each record; arguments of the first few thousand only.
std::vector<Trait> find_traits(const Dump& dump, std::uint16_t snapshot,
                               const std::vector<bool>& in_snapshot) noexcept;

}  // namespace gowhy
