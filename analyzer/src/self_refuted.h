// What speaks against a goroutine that seems to wait for a lock of its own.
#pragma once

#include "self_waiters.h"

namespace gowhy {

/// Somebody else is rather the one who has the lock, or a moment later the goroutine goes on.
bool is_refuted(const Model& model, const Lock& lock, const SelfWaiter& suspect) noexcept;

}  // namespace gowhy
