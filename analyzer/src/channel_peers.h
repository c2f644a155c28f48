// Who would be the other side of the channel at which the holder of a lock waits, but waits for
// that lock.
#pragma once

#include "blocked_holders.h"

namespace gowhy {

/// Goroutines of their own that need the lock before they can serve the holder's channel: they run
/// a loop of the holder's type, or of the type by whose method it sends or receives.
void add_peers(const Model& model, const LockView& view, BlockedHolder& one);

/// A loop that is a plain function has no type to be known by. But if it is the only goroutine that
/// could receive what the holder sends, and waits for the lock itself, nobody else will.
void add_only_loop(const Model& model, const LockView& view, BlockedHolder& one);

}  // namespace gowhy
