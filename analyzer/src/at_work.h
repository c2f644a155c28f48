// Goroutines in the middle of something, and those whose waiting is their work.
#pragma once

#include <cstdint>
#include <vector>

#include "model.h"

namespace gowhy {

/// A goroutine that was started on the user's own function, is no main, and is in the middle of
/// something.
bool is_at_work(const Model& model, const GroupFacts& facts) noexcept;

/// All of them: the workers of a pool, which call Done for whoever gave them the work. Go does not
/// print who that was.
std::uint64_t workers_at_work(const Model& model) noexcept;
/// Of them, those that are not in these groups, each of which is named once.
std::uint64_t workers_besides(const Model& model,
                              const std::vector<std::uint32_t>& groups) noexcept;
/// True if there are any.
bool others_at_work(const Model& model, const std::vector<std::uint32_t>& groups) noexcept;

/// `go func() { wg.Wait(); close(out) }()`: a closure in a goroutine of its own, or a function
/// named for that, such as closeAfter, waits until its siblings have ended. It serves none of their
/// channels.
bool only_waits_for_siblings(const Model& model, const GroupFacts& facts) noexcept;

/// It waits in a function such as Wait or Run, or alone and since the process started, and no
/// request has called it: the call lasts as long as the workers that it waits for, and these may
/// expect work for as long as the process.
bool lasts(const Model& model, const GroupFacts& facts) noexcept;

/// It sleeps in a goroutine of the user's own, as one does that keeps a pace.
bool sleeps_on_its_own(const Model& model, const GroupFacts& facts) noexcept;

/// True for a name such as Stop, Close or Shutdown.
bool ends_something(const Function& function) noexcept;

/// True if the goroutine was started by a `go` statement on the user's own function.
bool own_goroutine(const Model& model, const GroupFacts& facts) noexcept;

}  // namespace gowhy
