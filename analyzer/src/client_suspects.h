// Whether a library's clients are more than a program needs, and whether somebody has them in hand.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "births.h"
#include "client_makers.h"
#include "finding.h"
#include "library_clients.h"
#include "model.h"

namespace gowhy {

/// So many clients of another library one client may hold: google-cloud-go opens up to four gRPC
/// connections for each of its clients.
inline constexpr std::uint64_t kMostClientsInside = 4;

struct ClientSuspect {
  const LibraryClients* library = nullptr;
  std::uint64_t usual = 0;  ///< clients in a healthy process, with those that other clients hold
  Births births;
  Growth growth;
  ClientMakers makers;
  std::optional<Confidence> confidence;       ///< that they are too many; none if they are not
  std::vector<const LibraryClients*> inside;  ///< what its clients hold
};

/// One for each of `libraries`, which must outlive them.
std::vector<ClientSuspect> client_suspects(const Model& model,
                                           const std::vector<LibraryClients>& libraries) noexcept;

/// A handler that makes a client is a goroutine of its own each time; a pool has one maker.
bool made_by_many(const ClientSuspect& one) noexcept;

/// Each was made by another goroutine, and hardly any of those is left, nor one that they started:
/// nobody can receive from these subscriptions or end them.
bool left_behind(const ClientSuspect& one) noexcept;

/// Streams of which hardly any is read or written at this moment. Fewer are enough where nobody is
/// left who could.
bool nobody_uses(const ClientSuspect& one) noexcept;

/// True if the table says that each client of `outer` holds some of the library named `inner`.
bool uses(const Role& outer, std::string_view inner) noexcept;

}  // namespace gowhy
