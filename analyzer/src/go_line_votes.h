// How well each release of Go explains the lines at which a dump shows the standard library.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "dump.h"
#include "go_lines.h"

namespace gowhy {

/// Indexed by minor release; the table's newest must stay below.
inline constexpr int kMinors = 64;
using MinorCosts = std::array<int, kMinors>;

/// What a release pays for a line that it does not have as printed.
inline constexpr int kOtherCall = 1;  ///< an operation, though another callee is told there
inline constexpr int kNoCall = 3;     ///< inside the function, where nothing is called
inline constexpr int kMoved = 5;      ///< near the function: a patch release could explain it
inline constexpr int kFar = 8;
inline constexpr int kAbsent = 10;  ///< there is no such function

/// One line of the standard library in a dump, and what it does there.
struct StandardLine {
  std::uint32_t frame = 0;
  go_lines::Entry entry;
  std::string_view called;                 ///< bare name of the callee when known, else ""
  std::uint8_t role = go_lines::kNothing;  ///< the code of that name, if it has one
  bool blocking = false;                   ///< it waits for a channel right there
  bool anywhere = false;  ///< stopped or panicked: any line of the body is possible
  bool closure = false;
  bool created = false;  ///< a "created by" frame
};

/// Such a line, and how the minors judge it.
struct LineVote : StandardLine {
  MinorCosts cost{};  ///< the least of the minor's releases
};

struct LineVotes {
  std::vector<LineVote> votes;
  std::vector<int> release_cost;  ///< by release of the table, over all votes
};

/// Reads the frames of all groups that have goroutines in the snapshot (`in_snapshot`, by group).
/// Linear in their distinct stack nodes; at most a few thousand votes are kept.
LineVotes vote_by_lines(const Dump& dump, const std::vector<bool>& in_snapshot) noexcept;

}  // namespace gowhy
