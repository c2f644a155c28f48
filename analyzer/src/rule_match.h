// What a rule pack may ask of goroutines, and which goroutines of a dump fit.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model.h"

namespace gowhy {

/// The conditions of `match` (docs/rule-packs.md). All that are given must hold; of a list of
/// patterns one is enough. `*` stands for any text, but in `(*T)`.
struct RuleMatch {
  std::vector<std::string> functions, packages, files;  ///< of any frame of the stack
  std::vector<std::string> states;                      ///< the runtime's word, none in profiles
  std::vector<std::string> creators;                    ///< the function with the `go` statement
  std::vector<std::string> roles;                       ///< names from the tables and from packs
  std::vector<std::pair<std::string, std::string>> labels;  ///< key, pattern of its value
  std::int32_t min_wait_minutes = -1;  ///< of the goroutine itself; -1: also without minutes
  /// How many goroutines must fit, all groups together.
  std::uint64_t min_goroutines = 1;
  std::uint64_t max_goroutines = std::numeric_limits<std::uint64_t>::max();
  std::vector<RuleMatch> with;     ///< at most one: other goroutines that must be there
  std::vector<RuleMatch> without;  ///< at most one: and that must not
};

/// Functions, files and labels as the dump has them: rules speak of those, and redaction renames
/// them. Views into the symbols' arena, which keeps old names; taken before the renaming.
class PrintedNames {
 public:
  PrintedNames() = default;
  explicit PrintedNames(const Symbols& symbols);
  [[nodiscard]] const Function& function(std::uint32_t id) const noexcept { return functions_[id]; }
  [[nodiscard]] std::string_view text(std::uint32_t id) const noexcept {
    return id == kNone ? std::string_view{} : strings_[id];
  }

 private:
  std::vector<Function> functions_;
  std::vector<std::string_view> strings_;
};

/// Goroutines that fit a match. `records` as in Finding: empty when whole groups fit.
struct Matched {
  std::vector<std::uint32_t> groups, records;
  std::uint64_t goroutines = 0;
  std::uint64_t related = 0;  ///< goroutines that fit `with`
};

/// All goroutines of the described snapshot that fit; none when a number or a relation does not
/// hold.
Matched find_matching(const Model& model, const PrintedNames& names,
                      const RuleMatch& match) noexcept;

/// True if each of these goroutines fits, and their number and the relations do: `records`, or all
/// of `groups` where the format has no records. False for a match that asks something of
/// goroutines when there are none.
bool all_match(const Model& model, const PrintedNames& names, const RuleMatch& match,
               const std::vector<std::uint32_t>& groups, const std::vector<std::uint32_t>& records,
               std::uint64_t goroutines) noexcept;

}  // namespace gowhy
