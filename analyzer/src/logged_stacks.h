// Stacks that a recovered panic left in the log, above the dump that was taken later.
#pragma once

#include <cstdint>
#include <vector>

#include "model.h"

namespace gowhy {

/// Group indexes, sorted. These are no goroutines of the dump that follows: each has gone on or
/// ended since, and by its stack it holds nothing and moves nothing.
const std::vector<std::uint32_t>& logged_stacks(const Model& model) noexcept;

}  // namespace gowhy
