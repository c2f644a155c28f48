// What a cause gives to the diagnosis.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "symbols.h"

namespace gowhy {

enum class Severity : std::uint8_t { info, warning, critical };
enum class Confidence : std::uint8_t { possible, likely, certain };

/// By its word; any other word is `info`.
Severity severity_of(std::string_view word) noexcept;
std::string_view severity_word(Severity severity) noexcept;
std::string_view confidence_word(Confidence confidence) noexcept;

/// A fact with this dump's numbers and names. Begins with a number, a name or "No"; no final stop
/// needed.
struct Evidence {
  bool supports = true;  ///< false: speaks against it, or says what is unknown
  std::string text;
  std::vector<std::uint32_t> records;  ///< goroutines it speaks of (indexes into Dump::records)
};

/// How fast it grows, when births or snapshots tell.
struct Rate {
  double per_minute = 0, since_minutes = 0;
  std::string basis;
};

/// One reason found in this dump. A detector fills what it knows; diagnosis ranks, links,
/// completes.
struct Finding {
  std::string_view cause;  ///< id, static storage
  Confidence confidence = Confidence::possible;
  /// Overrides the severity of the cause's words when set (`info` for "would be normal here").
  std::optional<Severity> severity;

  /// Main evidence: the stuck goroutines. `groups` are group indexes of the model; `records`, if
  /// not empty, narrows them to some goroutines. No other finding may claim the same ones unlinked.
  std::vector<std::uint32_t> groups;
  std::vector<std::uint32_t> records;
  /// Number of goroutines; 0: counted from records or groups. Set it when only a part of a group
  /// counts and the format names no goroutines (profiles).
  std::uint64_t goroutines = 0;

  /// Goroutines that wait only because of this one (waiters of a lock whose holder is the main
  /// evidence): findings about them are explained by this one.
  std::vector<std::uint32_t> victim_groups;

  /// One sentence with this dump's numbers and the user's own names, with a final stop. It is also
  /// the verdict when this finding is the first, unless `verdict` says it better.
  std::string summary;
  std::string verdict;
  /// Whether a restart helps and for how long; "" when nothing sensible can be said.
  std::string restart;

  std::uint32_t site = kNone;        ///< frame id: first own frame where they wait
  std::uint32_t created_at = kNone;  ///< frame id of the creation
  std::vector<Evidence> evidence;    ///< at least one with supports == false
  std::string next;                  ///< the dump or command that would settle it
  std::optional<Rate> rate;

  Finding() = default;
  explicit Finding(std::string_view id) : cause(id) {}
  void supports(std::string text, std::vector<std::uint32_t> of = {}) {
    evidence.push_back({true, std::move(text), std::move(of)});
  }
  void against(std::string text, std::vector<std::uint32_t> of = {}) {
    evidence.push_back({false, std::move(text), std::move(of)});
  }
};

using Findings = std::vector<Finding>;

}  // namespace gowhy
