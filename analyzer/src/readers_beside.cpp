#include "readers_beside.h"

#include <algorithm>

#include "library_clients.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

// Reads from the network, or from a connection that is no socket (net.Pipe, a stream of a
// multiplexed one): a library's Read that waits for another goroutine. A pipe of package io is no
// connection.
bool reads(const Model& model, const GroupFacts& facts) {
  if (facts.op == Operation::io_read) return facts.site >= 0;
  if (facts.op != Operation::select) return false;
  for (int i = 0; i < facts.site; ++i) {
    const Function& function = model.function(facts.frames[static_cast<std::size_t>(i)]);
    if (function.base == "Read" && function.package != "io") return true;
  }
  return false;
}

constexpr std::uint64_t kFewest = 4, kMostEach = 4;

}  // namespace

std::uint64_t readers_beside(const Model& model, const Crowd& crowd) noexcept {
  const std::string_view creator =
      crowd.created_by == kNone ? std::string_view{} : model.name(crowd.created_by);
  const std::string_view package = model.function(crowd.site).package;
  std::uint64_t readers = 0, of_package = 0;
  for (const GroupFacts& facts : model.groups()) {
    if (!reads(model, facts)) continue;
    bool beside = !creator.empty() ? model.creator(facts) == creator
                                   : model.function(model.site_frame(facts)).package == package;
    for (std::uint32_t frame : facts.frames) {
      beside = beside || (!creator.empty() && model.name(frame) == creator);
    }
    if (beside) readers += facts.count;
    if (facts.op != Operation::io_read || package == "main") continue;
    const Function* const entry = own_entry_function(model, facts);
    if (entry != nullptr && entry->package == package) of_package += facts.count;
  }
  // Each connection has a few channels, and each of these a loop that another function started.
  const bool each = of_package >= kFewest && crowd.count % of_package == 0;
  if (readers < crowd.count && each && crowd.count / of_package <= kMostEach) return crowd.count;
  return readers;
}

bool reads_from_clients(const Model& model, const Crowd& crowd) noexcept {
  constexpr std::uint64_t kNoCoincidence = 8;
  if (crowd.count < kNoCoincidence || crowd.handler) return false;
  const std::vector<LibraryClients>& libraries = model.once(library_clients);
  return std::any_of(libraries.begin(), libraries.end(), [&](const LibraryClients& library) {
    return library.clients == crowd.count && library.role->per != Role::Per::server;
  });
}

}  // namespace gowhy
