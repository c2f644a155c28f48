#include "library_clients.h"

#include <algorithm>
#include <map>

namespace gowhy {
namespace {

bool tells_clients(const Role& role) noexcept {
  return role.per == Role::Per::client || role.per == Role::Per::operation;
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
    if (!tells_clients(role)) continue;
    const std::uint64_t clients = row.goroutines / std::max(role.count, 1u);
    // Clients before operations: a client with many subscriptions is one client.
    const bool better = library.role == nullptr || (role.per == Role::Per::client &&
                                                    library.role->per == Role::Per::operation);
    const bool same_kind = library.role != nullptr && library.role->per == role.per;
    if (better || (same_kind && clients > library.clients)) {
      library.role = &role;
      library.clients = clients;
      library.counted = row.groups;
    }
  }
  std::vector<LibraryClients> all;
  for (auto& [name, library] : by_library) {
    if (library.role != nullptr && library.clients > 0) all.push_back(std::move(library));
  }
  std::stable_sort(all.begin(), all.end(), [](const LibraryClients& a, const LibraryClients& b) {
    return a.clients > b.clients;
  });
  return all;
}

}  // namespace gowhy
