// The report JSON of contract: written group by group, so that no tree of it is ever in memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cause_words.h"
#include "diagnosis.h"
#include "gowhy/gowhy.h"
#include "model.h"

namespace gowhy {

/// The report as one line of JSON with a final newline, and where each group of the model stands in
/// its `groups` (kNone if it is not listed).
struct Written {
  std::string json;
  std::vector<std::uint32_t> place_of_group;
};

Written write_report(const Model& model, const Diagnosis& diagnosis, const Options& options,
                     const CauseWords& words) noexcept;

}  // namespace gowhy
