// Applies rule packs to a model: findings of own causes, and exceptions.
#pragma once

#include <vector>

#include "diagnosis.h"
#include "rule_pack.h"

namespace gowhy {

/// The packs of an analysis and the names as the dump printed them.
struct Rules {
  RulePacks packs;
  PrintedNames names;
};

/// Adds a finding for each own cause that fits.
void find_own_causes(const Model& model, const Rules& rules, Findings& out) noexcept;

/// Takes out of `all` what a pack knows and wants ignored, and adds a note for each to `notes`.
/// What was explained by such a finding stays, on its own.
void drop_ignored(const Model& model, const Rules& rules, std::vector<Diagnosed>& all,
                  std::vector<Note>& notes) noexcept;

}  // namespace gowhy
