// Leak, pool, burst or idle: when goroutines were born tells. Ids grow with time (each P takes 16
// at once: runtime.newproc1, _GoidCacheBatch), printed minutes say since when they wait.
#pragma once

#include <optional>
#include <vector>

#include "finding.h"
#include "model.h"

namespace gowhy {

/// A wait that is longer by these minutes began earlier: printed waits begin at the collection that
/// first saw them, and those are up to 2 minutes apart (runtime/proc.go, forcegcperiod).
inline constexpr std::int32_t kMoved = 2;

struct Births {
  enum Kind : std::uint8_t {
    unknown,  ///< nothing printed tells (profiles, young dumps)
    single,
    leak,      ///< births spread over the process's life, ages from young to old
    together,  ///< born within a short time, equal ages: a pool, or one burst that got stuck
    stuck,     ///< born at different times, waiting since the same time: one incident holds them
    burst,     ///< all young
  };
  Kind kind = unknown;
  std::uint64_t count = 0;
  Ages ages;
  bool contiguous = false;  ///< ids without gaps larger than the id cache of the Ps explains
  /// None was born in the first half of the process's life, by the ids: what was started there has
  /// ended.
  bool late = false;
  /// All are among the last tenth of many goroutines that the process made.
  bool latest = false;
  bool in_a_loop = false;    ///< ids follow each other evenly, as those that one loop starts
  double per_minute = 0;     ///< only for leak
  double since_minutes = 0;  ///< only for leak
  /// "ages spread from 0 to 180 minutes, ids from 34 to 98,122": for an Evidence, "" if unknown.
  std::string words;
};

/// Births of the goroutines of these groups together (or of `records` if not empty).
Births births_of(const Model& model, const std::vector<std::uint32_t>& groups,
                 const std::vector<std::uint32_t>& records = {}) noexcept;

/// Members that began to wait at least 2 minutes after another one did that was born later. What a
/// leak left behind has waited ever since it was born, so its waits fall as its ids rise. Ids of a
/// P that starts few goroutines may be late (_GoidCacheBatch), so close ones are not compared.
std::uint64_t woken_in(const Model& model, const std::vector<std::uint32_t>& groups) noexcept;

/// Goroutines that the process has started since most of these (seven of eight) were born, by the
/// ids: what comes with each request has hardly come for so long. 0 if no ids are printed.
struct Since {
  std::uint64_t before = 0;  ///< ids up to the youngest of most
  std::uint64_t after = 0;   ///< ids since then
};
Since started_since(const Model& model, const std::vector<std::uint32_t>& groups) noexcept;

/// The rate of a leak, nothing for other kinds. With several snapshots their growth decides.
std::optional<Rate> rate_of(const Model& model, const Births& births,
                            const std::vector<std::uint32_t>& groups) noexcept;

/// How a number of goroutines changed over the snapshots of the input.
struct Growth {
  bool known = false;    ///< an earlier snapshot has some of them, too
  bool growing = false;  ///< never falls, last > first, and those of before are still there
  bool moving = false;   ///< fewer than before, or others
  std::vector<std::uint64_t> counts;
};
Growth growth_of(const Model& model, const std::vector<std::uint32_t>& groups) noexcept;

}  // namespace gowhy
