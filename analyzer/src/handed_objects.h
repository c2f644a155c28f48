// Loops that were given an object: `go sink.Drain(plaza)` is a plain function of another package,
// but its first line of the dump shows the pointer that is the receiver of those who send.
#pragma once

#include <cstdint>
#include <vector>

#include "crowds.h"

namespace gowhy {

/// Goroutines of their own at work, not idle at a channel, of which a function was given the object
/// in whose method the crowd waits; both pointers exact. Only while nobody of the crowd has waited
/// for two minutes: whoever has had so long to receive does not.
std::vector<std::uint32_t> given_object_of(const Model& model, const Crowd& crowd);

}  // namespace gowhy
