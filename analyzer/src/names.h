// Takes Go's symbol names and file paths apart.
#pragma once

#include <charconv>
#include <cstdint>
#include <string_view>

#include "symbols.h"

namespace gowhy {

/// Parses a printed function name (no arguments). `name` must outlive the result; a decoded
/// package path is stored in `arena`. Total: any text gives a Function with that name.
/// Source: cmd/internal/objabi.PathToPrefix (%2e in the last path element), cmd/compile closure
/// names (.func1, .gowrap1 since 1.22, ·dwrap·1 in 1.17, .deferwrap1), runtime.funcNameForPrint
/// ([...] for type arguments).
Function parse_function_name(std::string_view name, Arena& arena) noexcept;

/// True if the import path belongs to the standard library, by Go's rule that the first element of
/// such a path has no dot, and the list of its top-level folders ("main" and a company's own
/// dot-less module paths are not among them).
bool is_stdlib_package(std::string_view package) noexcept;

/// Splits `file:line` at the last colon followed by digits only; Windows drives and colons in
/// paths stay in the file. Calls `use(file, line)` once; line 0 when there is none.
template <typename Use>
void split_place(std::string_view place, Use use) noexcept {
  std::size_t colon = place.rfind(':');
  if (colon != std::string_view::npos && colon + 1 < place.size()) {
    std::uint32_t line = 0;
    const char* end = place.data() + place.size();
    auto [stop, error] = std::from_chars(place.data() + colon + 1, end, line);
    if (error == std::errc{} && stop == end) {
      use(place.substr(0, colon), line);
      return;
    }
  }
  use(place, 0u);
}

}  // namespace gowhy
