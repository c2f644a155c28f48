// Causes look, diagnosis decides: ranks findings, links what is explained by something else, drops
// what says less about the same goroutines, and words the verdict.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cause.h"
#include "finding.h"
#include "model.h"

namespace gowhy {

struct Diagnosed {
  Finding finding;
  const CauseInfo* info = nullptr;
  Severity severity = Severity::info;
  std::uint64_t goroutines = 0;
  std::uint64_t held_up = 0;  ///< these, and those in other groups that wait behind them
  std::int32_t oldest = -1;   ///< longest printed wait, minutes
  int rank = 0;               ///< how much the cause says; of two about the same, the higher stays
  int explained_by = -1;      ///< index in Diagnosis::findings
};

struct Diagnosis {
  std::vector<Diagnosed> findings;  ///< roots first, each followed by what it explains
  std::string verdict;              ///< one sentence
  std::string restart;              ///< one sentence, "" when nothing can be said
  std::vector<Note> notes;          ///< what rule packs have silenced
};

struct Rules;  // rule_findings.h

/// Runs all detectors on the model and decides. Linear in findings times groups. `rules` may be
/// nullptr; it must outlive the diagnosis.
Diagnosis diagnose(const Model& model, const Rules* rules = nullptr) noexcept;

/// All goroutines of the finding, as indexes into Dump::records; empty in profiles.
std::vector<std::uint32_t> records_of(const Model& model, const Finding& finding) noexcept;

}  // namespace gowhy
