// The regular expressions of the query language: . [] [^] * + ? | () ^ $ \d \w \s. (std::regex is
// slow, throws, and costs more than the budget of the wasm; expressions come from the page's
// address and from rule packs, so that none may run for long.)
#pragma once

#include <string_view>

namespace gowhy {

/// True if the expression finds a match anywhere in the text, or if it gives up: no input makes it
/// run for long. Both are in lower case where case is not to matter.
bool regex_finds(std::string_view pattern, std::string_view text) noexcept;

}  // namespace gowhy
