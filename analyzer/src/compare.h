// `compare` of the report: what changed over several snapshots of one process.
#pragma once

#include <cstdint>
#include <vector>

#include "diagnosis.h"
#include "report_parts.h"

namespace gowhy {

/// null with a single snapshot. `findings` are those of the report, in its order; `place_of_group`
/// says where the report lists a group.
Json compare_json(const Model& model, const std::vector<const Diagnosed*>& findings,
                  const std::vector<std::uint32_t>& place_of_group);

/// growing: never falls and last > first; the words of the contract.
std::string_view trend_of(const std::vector<std::uint64_t>& counts) noexcept;

}  // namespace gowhy
