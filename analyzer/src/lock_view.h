// What the causes about locks ask of a lock that goroutines wait for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "locks.h"
#include "model.h"

namespace gowhy {

struct LockView {
  const Lock* lock = nullptr;
  std::vector<std::uint32_t> groups;   ///< of the waiters, each once
  std::vector<std::uint32_t> callers;  ///< function ids that called Lock, sorted
  std::int32_t oldest = -1;            ///< printed minutes of the waiter that waits longest
  bool young = false;  ///< the dump prints minutes, but none of the waiters has waited that long
  /// Suspects that do not wait for a lock themselves, strongest first.
  std::vector<LockHolder> free;
  /// Suspects that are among the waiters and may wait for themselves, by group and record.
  std::vector<LockHolder> self;
  /// A goroutine that runs or is ready to run stands at the lock or in a function that takes it:
  /// the lock is being handed over, or its holder computes.
  bool moving = false;
  std::vector<std::uint32_t> runners;  ///< groups of those
  bool logger = false;  ///< a lock of a logging package: whoever writes the log has it
};

/// Of the locks with most waiters, at most 64: more findings than anybody reads, and each is
/// compared with all groups.
const std::vector<LockView>& lock_views(const Model& model) noexcept;

/// log, slog, zap, zerolog and others: what they write is a log line.
bool is_logging_package(std::string_view package) noexcept;

/// A profile prints no states: a waiter that Unlock has woken and that has not run since
/// (sync/mutex.go, unlockSlow: runtime_Semrelease makes it runnable) has the same stack as the
/// others. So the lock may just change hands, which under load takes as long as what is done under
/// it.
inline bool may_change_hands(const Model& model) noexcept {
  return model.is_profile() && !model.snapshot().leak_profile;
}
inline constexpr std::string_view kChangesHands =
    "No states are printed in a profile: one of these may have been woken just now, and then the "
    "lock changes hands";

/// The suspect that this waiter itself is, nullptr if it is none.
const LockHolder* own_hold(const LockView& view, const LockWaiter& waiter) noexcept;

/// Groups that have a function which called Lock on their stack, each once.
std::vector<std::uint32_t> users_of(const Model& model, const LockView& view) noexcept;

/// Where the function of one waiter that called Lock stands on the group's stack, kNone if nowhere.
std::uint32_t locked_frame(const Model& model, const LockView& view,
                           const GroupFacts& facts) noexcept;
inline bool in_locked_function(const Model& model, const LockView& view,
                               const GroupFacts& facts) noexcept {
  return locked_frame(model, view, facts) != kNone;
}

/// "the lock of `main.(*Coupons)`" or "a lock that is taken in `main.redeem` (main.go:7)".
std::string lock_words(const Model& model, const Lock& lock);

/// The same where the place stands beside it: "the lock of `main.(*Coupons)`" or "a lock".
std::string lock_of_type(const Lock& lock);

/// First frame of the user's own code of a waiter, or the one that called Lock.
std::uint32_t waiter_site(const Model& model, const LockWaiter& waiter) noexcept;

/// The places where most waiters stand, most frequent first: "`a` (x.go:1) and `b` (x.go:2)".
std::string waiter_places(const Model& model, const Lock& lock);

/// Minutes of a holder's wait, -1 if not printed.
std::int32_t minutes_of(const Model& model, const LockHolder& holder) noexcept;

/// "goroutine 38" or "1 goroutine".
std::string holder_name(const Model& model, const LockHolder& holder);

std::uint32_t holder_frame(const Model& model, const LockHolder& holder) noexcept;

/// The line of the user's own code at which a holder stands, without one that which has the lock.
std::uint32_t standing_at(const Model& model, const LockHolder& holder) noexcept;

}  // namespace gowhy
