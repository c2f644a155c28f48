// Sends of an answer that nobody waits for any more, told from those of a stage or of a queue.
#pragma once

#include "crowds.h"

namespace gowhy {

/// An answer goes to a channel that was made for it. The field of an object that all use is none:
/// the send stands in a method of a type that is neither the caller's nor the goroutine's own.
bool sends_to_shared_object(const Model& model, const Crowd& crowd) noexcept;

/// Each goroutine of the crowd, which does not send to a shared object, was started by a call of
/// its own, to send it one value.
bool is_late_answer(const Model& model, const Crowd& crowd, const Creators& creators) noexcept;

}  // namespace gowhy
