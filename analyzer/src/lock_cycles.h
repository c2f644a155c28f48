// Goroutines that wait for one another's locks in a circle.
#pragma once

#include "locks.h"

namespace gowhy {

/// Fills the cycles of locks whose holders are known: up to five locks each, and 16 in all.
void find_cycles(const Model& model, Locks& locks) noexcept;

}  // namespace gowhy
