// Whether goroutines that wait to send have lost whoever receives, and how sure that is.
#pragma once

#include "leak_verdict.h"
#include "senders.h"

namespace gowhy {

/// Handlers or workers stuck at one send: no coincidence.
inline constexpr std::uint64_t kSeveralSenders = 5;

/// `senders` has its crowd, partners and the verdict by births, ages and creators; the level is
/// what follows from all of them.
LeakVerdict::Level level_of(const Model& model, const StuckSenders& senders) noexcept;

}  // namespace gowhy
