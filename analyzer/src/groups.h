// Groups, interned: the one way every format makes them, so that equal goroutines of two dumps, or
// of two formats, share a number.
#pragma once

#include <cstdint>

#include "dump.h"

namespace gowhy {

/// The index in dump.groups of the group with the stack, creator, state and flags of `wanted`; it
/// is added if new. `wanted.first_offset` is kept from the first time only. Constant time on
/// average, whatever the number of groups at one stack.
std::uint32_t intern_group(Dump& dump, const Group& wanted) noexcept;

}  // namespace gowhy
