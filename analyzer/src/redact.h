// Stable pseudonyms for whatever is the user's own, so that a report can be shared.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dump.h"
#include "roles.h"

namespace gowhy {

/// Replaces, in a dump that is completely read and before a model is made of it: packages, types,
/// functions and files of the user's own code and of libraries that the tables do not know, labels,
/// names of inputs and tests, and messages that are not the runtime's. Equal stays equal; numbers
/// follow the first place in the text. Package main keeps its name, `main.main` and `init` theirs;
/// line numbers, states, the standard library and known libraries stay. `own`: rows of rule packs,
/// whose modules are known libraries too.
void redact(Dump& dump, std::span<const Role> own = {}) noexcept;

/// Addresses become 0x1, 0x2, … in the order in which they are first seen.
class AddressNames {
 public:
  /// The text with every 0x… of at least four digits replaced.
  std::string clean(std::string_view text);

 private:
  std::string name_of(const std::string& address);
  std::unordered_map<std::string, std::size_t> numbers_;
};

}  // namespace gowhy
