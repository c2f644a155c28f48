// The readers of connections beside whom a crowd of loops lives.
#pragma once

#include <cstdint>

#include "crowds.h"

namespace gowhy {

/// Goroutines that read from a connection and were started by the same function, or in the function
/// that started the crowd: the loops live as long as those. Without creators, as in profiles: those
/// of the same package. The crowd's own number where it is a small multiple of the readers of its
/// package, as of the channels that each connection has.
std::uint64_t readers_beside(const Model& model, const Crowd& crowd) noexcept;

/// As many clients or subscriptions of a library live as the crowd has members: each member reads,
/// as it seems, what one of these brings, and lives as long as that.
bool reads_from_clients(const Model& model, const Crowd& crowd) noexcept;

}  // namespace gowhy
