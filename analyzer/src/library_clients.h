// How many clients of each library there must be: goroutines of which a library starts a known
// number for each client, counted. The general form of the duplicated Transport.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model.h"
#include "roles.h"

namespace gowhy {

struct LibraryClients {
  const Role* role = nullptr;          ///< the row that tells the number best
  std::uint64_t clients = 0;           ///< at least so many
  std::vector<std::uint32_t> counted;  ///< groups of that row
  std::vector<std::uint32_t> groups;   ///< groups of all rows of the library
};

/// One entry for each library of which goroutines per client or per operation are there, most
/// clients first. A row per client decides before one per server or per operation; of equal ones
/// the largest number.
std::vector<LibraryClients> library_clients(const Model& model) noexcept;

}  // namespace gowhy
