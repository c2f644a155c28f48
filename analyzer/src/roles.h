// Who is who: a plain name for background goroutines of the runtime, the standard library and
// libraries, with how many are usual.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace gowhy {

struct GroupFacts;
class Model;

/// What a goroutine is. Static storage.
struct Role {
  std::string_view name;        ///< "idle HTTP client connection, read side"
  std::string_view library;     ///< "net/http", "go-redis v9"
  std::uint64_t usual = 0;      ///< how many a healthy process has; above it is not `normal`
  bool normal = true;           ///< false: named, but its cause decides whether it is normal
};

/// Sets role and normal of every group.
void assign_roles(const Model& model, std::vector<GroupFacts>& groups) noexcept;

}  // namespace gowhy
