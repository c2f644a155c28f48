// Whether a crowd of waiting goroutines is a leak, a pool or in use, and what says so.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "births.h"
#include "crowds.h"
#include "finding.h"
#include "model.h"

namespace gowhy {

struct LeakVerdict {
  enum Level : std::uint8_t { none, possible, likely, proven } level = none;
  /// Some have been woken while others, born later, went on to wait: the crowd gets its work.
  bool in_use = false;
  Births births;
  Growth growth;
  Creators creators;
  std::vector<Evidence> evidence;  ///< both directions
};

/// The end of a summary where `in_use` is set.
inline constexpr std::string_view kInUse =
    ": some were woken since they began, so they are in use.";

/// Nothing but their number speaks, in a profile, which tells neither ages nor creators: a pool at
/// rest prints the same.
bool is_open_in_profile(const Model& model, const LeakVerdict& verdict) noexcept;
/// The end of a summary then.
inline constexpr std::string_view kProfileTellsNot =
    "; which, a profile does not tell: `debug=2` shows more.";

/// `pool` is the largest number of equal, quietly waiting goroutines that is taken for a pool when
/// nothing printed tells when and by whom they were made.
LeakVerdict judge_leak(const Model& model, const Crowd& crowd, std::uint64_t pool) noexcept;

/// Fills groups, site, created_at, confidence, rate and the evidence of the verdict.
void fill(const Model& model, const Crowd& crowd, const LeakVerdict& verdict, Finding& finding);

}  // namespace gowhy
