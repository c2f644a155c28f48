// Finds places in JSON text without parsing it into a tree: the words of the causes are taken apart
// lazily with it, and errors in rule packs get their line.
#pragma once

#include <cstddef>
#include <string_view>

namespace gowhy {

inline constexpr std::size_t kNoPlace = std::string_view::npos;

/// The first place at or behind `at` that is not white space; the size of the text if there is
/// none.
std::size_t skip_space(std::string_view json, std::size_t at) noexcept;

/// The place behind the string that begins at `at`, kNoPlace if it has no end.
std::size_t skip_string(std::string_view json, std::size_t at) noexcept;

/// The place behind the value that begins at `at`, kNoPlace if it has no end.
std::size_t skip_value(std::string_view json, std::size_t at) noexcept;

/// Where the value of a path like `causes[0].match.functions` begins, or the innermost value around
/// it that is there. `json` must be valid; keys of the path must not hold `.`, `[` or escapes.
std::size_t place_of(std::string_view json, std::string_view path) noexcept;

/// The 1-based line of a place.
std::size_t line_at(std::string_view text, std::size_t place) noexcept;

}  // namespace gowhy
