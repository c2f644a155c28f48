// Who may hold a lock although no printed pointer says so.
//
// From Go 1.17 arguments are passed in registers, and a receiver that is used no more is printed as
// whatever its place holds now (`0x7?`), so a method that locked its own object and then waits
// often shows nothing of that object. Its type is still in its name.
#pragma once

#include <vector>

#include "lock_view.h"

namespace gowhy {

/// Goroutines that wait at a channel inside a method of the lock's type, of which no exact receiver
/// says that it is another object. One for each stack; weaker than any suspect of Lock::holders.
std::vector<LockHolder> unprinted_holders(const Model& model, const LockView& view);

}  // namespace gowhy
