// Holders of locks of which no printed object tells: what is left are addresses nearby, lines
// passed and closures.
#pragma once

#include <vector>

#include "lock_holders.h"
#include "locks.h"

namespace gowhy {

/// Adds to the locks that have no holder, or none but those who wait for the very lock.
void find_objectless_holders(const Model& model, const LockOfRecord& lock_of,
                             std::vector<Lock>& locks) noexcept;

/// The reader of a library's connection rests there, with nothing in its hands.
bool rests_at_connection(const GroupFacts& facts) noexcept;

/// The first waiter has waited for minutes: one alone else meets somebody in passing.
bool waits_long(const Model& model, const Lock& lock) noexcept;

}  // namespace gowhy
