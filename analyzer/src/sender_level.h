// Whether goroutines that wait to send have lost whoever receives, and how sure that is.
#pragma once

#include "leak_verdict.h"
#include "senders.h"

namespace gowhy {

/// Handlers or workers stuck at one send: no coincidence.
inline constexpr std::uint64_t kSeveralSenders = 5;

/// The group of the one loop that waits to send itself while many others wait to send and nobody of
/// the program's own is in the middle of anything: they may wait for it. kNone where there is none,
/// or more than one.
std::uint32_t sending_hub(const Model& model) noexcept;

/// `senders` has its crowd, partners, hub and the verdict by births, ages and creators; the level
/// is what follows from all of them.
LeakVerdict::Level level_of(const Model& model, const StuckSenders& senders) noexcept;

}  // namespace gowhy
