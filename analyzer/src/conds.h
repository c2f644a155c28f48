// The sync.Conds that goroutines wait at, rebuilt from pointers, and from which functions.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model.h"

namespace gowhy {

/// A Cond at which methods of one type wait.
struct Cond {
  std::uint64_t address = 0;  ///< of its list of waiters, 0 if not printed: all of the type then
  std::string_view type;      ///< "main.(*Queue)": type of the methods that call Wait
  std::vector<std::uint32_t> groups;   ///< group indexes of the waiters, each once
  std::vector<std::uint32_t> records;  ///< of the waiters, empty in profiles
  std::uint64_t count = 0;
  std::int32_t oldest = -1;  ///< printed minutes of the waiter that waits longest
};

/// Both sides of a queue: some wait to put something in, others to take something out.
struct TwoSides {
  const Cond* cond = nullptr;
  /// Each side has a Cond of its own, and nobody in the process is at work.
  const Cond* other = nullptr;
  std::uint32_t put = kNone, take = kNone;  ///< frame ids of the methods that wait
  std::uint64_t putting = 0, taking = 0;    ///< goroutines in each
};

/// In the middle of something, and waits neither at a Cond nor for a lock: it may come to the Cond.
bool may_come_to_cond(const Model& model, const GroupFacts& facts) noexcept;

/// Those of methods; linear in the waiters.
const std::vector<Cond>& conds(const Model& model) noexcept;

/// A queue is never full and empty at once, so nobody of the two sides waits rightly, unless
/// somebody who was just woken is about to go on: none while anybody else is in a method of the
/// type.
const std::vector<TwoSides>& two_sided_conds(const Model& model) noexcept;

}  // namespace gowhy
