// Goroutines of a library that the tables do not know, or of its operations, as subscriptions, each
// left behind by a call that is over.
#pragma once

#include <vector>

#include "crowds.h"
#include "model.h"

namespace gowhy {

struct LeftByCalls {
  Crowd crowd;  ///< `site` is the library's frame in which they wait
  Creators creators;
};

/// Crowds without any code of the user's own, of which each member was started by another goroutine
/// and none of those is left, nor anybody in a call of that library; most members first. Linear in
/// the goroutines.
std::vector<LeftByCalls> left_by_calls(const Model& model) noexcept;

}  // namespace gowhy
