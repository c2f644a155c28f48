// Whether the text is a frame that is expected: a call or a creator with its place.
#pragma once

#include <cstdint>
#include <string_view>

#include "symbols.h"

namespace gowhy {

/// Behind the two lines of a call of the frame, if they begin at p, or null. `args` is what stood
/// between the parentheses. [p, end) must be readable.
const char* match_call(FrameText& frame, const char* p, const char* end,
                       std::string_view& args) noexcept;

/// The same for a creator, p being behind "created by ". `goroutine` is the number behind "in
/// goroutine", 0 without.
const char* match_creator(FrameText& frame, const char* p, const char* end,
                          std::uint64_t& goroutine) noexcept;

}  // namespace gowhy
