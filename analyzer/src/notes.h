// Remarks of the readers: what was odd, cut or not understood.
#pragma once

#include <cstdint>
#include <string_view>

#include "dump.h"

namespace gowhy {

/// Adds a remark about a line (1-based, 0 for none), or about `count` of them. Of one code the
/// first places are kept; from then on the last of them counts the rest, so that hostile input
/// cannot fill the memory.
void add_note(Dump& dump, std::string_view code, std::string_view text, std::uint64_t line = 0,
              std::uint64_t count = 1) noexcept;

}  // namespace gowhy
