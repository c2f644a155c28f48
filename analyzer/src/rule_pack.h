// Rule packs: causes, library rows and exceptions that users bring along as JSON
// (docs/rule-packs.md). Reading and checking; rule_findings.h applies them.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cause.h"
#include "roles.h"
#include "rule_match.h"

namespace gowhy {

/// A cause of a pack. Views point into the pack.
struct OwnCause {
  CauseInfo info;  ///< of category "rules"
  std::string_view pack;
  Confidence confidence = Confidence::likely;
  bool looks = false;  ///< false: only library rows name it, there is no match
  RuleMatch match;
  std::string_view summary;  ///< with {goroutines}, {oldest}, {site}, {creator}, {with}
  std::string_view next, restart;
  std::string words;  ///< JSON object: normalWhen, explanation, confirm, fix, references
};

/// A known finding that is not to be reported.
struct IgnoreRule {
  std::string_view pack, cause, reason;  ///< `cause` is a pattern
  RuleMatch match;
};

/// One pack, checked. Not copyable: its rows point into it.
struct RulePack {
  Arena texts;
  std::string_view name;
  std::vector<Role> roles;
  std::vector<OwnCause> causes;
  std::vector<IgnoreRule> ignored;
};

/// All packs of an analysis, in the order in which they were given.
class RulePacks {
 public:
  /// Reads and checks a pack. Returns "" or what is wrong with its first faulty field, as in
  /// "line 12: causes[0].match.minGoroutines: a number is wanted"; then nothing of it is used.
  std::string add(std::string_view json) noexcept;

  [[nodiscard]] bool empty() const noexcept { return packs_.empty(); }
  /// The library rows of all packs. Valid until the next add().
  [[nodiscard]] std::span<const Role> roles() const noexcept { return roles_; }
  [[nodiscard]] const std::vector<std::unique_ptr<RulePack>>& packs() const noexcept {
    return packs_;
  }
  /// nullptr if no pack has a cause of this id.
  [[nodiscard]] const OwnCause* find(std::string_view id) const noexcept;

 private:
  std::vector<std::unique_ptr<RulePack>> packs_;
  std::vector<Role> roles_;
};

}  // namespace gowhy
