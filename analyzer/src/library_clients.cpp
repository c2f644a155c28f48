#include "library_clients.h"

#include <algorithm>
#include <map>

#include "sort_by.h"

namespace gowhy {
namespace {

// How well a row tells the number of clients, 0 for not at all. Clients before operations: a client
// with many subscriptions is one client.
int tells_clients(const Role& role) noexcept {
  switch (role.per) {
    case Role::Per::client:
      return 3;
    case Role::Per::server:
      return 2;
    case Role::Per::operation:
      return 1;
    case Role::Per::connection:
    case Role::Per::process:
      break;
  }
  return 0;
}

}  // namespace

std::vector<LibraryClients> library_clients(const Model& model) noexcept {
  struct Row {
    std::uint64_t goroutines = 0;
    std::vector<std::uint32_t> groups;
  };
  std::map<std::pair<std::string_view, const Role*>, Row> rows;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.role == nullptr || facts.role->module.empty()) continue;
    Row& row = rows[{facts.role->library, facts.role}];
    row.goroutines += facts.count;
    row.groups.push_back(g);
  }
  std::map<std::string_view, LibraryClients> by_library;
  for (const auto& [key, row] : rows) {
    const Role& role = *key.second;
    LibraryClients& library = by_library[key.first];
    library.groups.insert(library.groups.end(), row.groups.begin(), row.groups.end());
    if (tells_clients(role) == 0) continue;
    const std::uint64_t clients = row.goroutines / std::max(role.count, 1u);
    const int tells = tells_clients(role);
    const int told = library.role == nullptr ? 0 : tells_clients(*library.role);
    if (tells > told || (tells == told && clients > library.clients)) {
      library.role = &role;
      library.clients = clients;
      library.counted = row.groups;
    }
  }
  std::vector<LibraryClients> all;
  for (auto& [name, library] : by_library) {
    if (library.role != nullptr && library.clients > 0) all.push_back(std::move(library));
  }
  sort_stably(
      all, [](const LibraryClients& a, const LibraryClients& b) { return a.clients > b.clients; });
  return all;
}

}  // namespace gowhy
