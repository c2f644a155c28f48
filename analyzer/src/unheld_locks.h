// Locks that goroutines wait for although nobody is seen who could hold them.
#pragma once

#include "lock_view.h"
#include "model.h"

namespace gowhy {

/// Somebody who is no waiter of this lock may have it. Go does not print who holds a lock, so
/// whoever has its object, is in a function that takes it or could have taken it before counts.
bool somebody_may_hold(const Model& model, const LockView& view) noexcept;

/// Where no addresses are printed: two goroutines wait in the same call, and all others are idle.
/// Each may have the lock that the other one needs, as in a transfer between two accounts. Ask
/// somebody_may_hold too.
bool may_be_crossed(const Model& model, const LockView& view) noexcept;

}  // namespace gowhy
