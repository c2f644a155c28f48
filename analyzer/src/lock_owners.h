// Which lock a goroutine waits for, and which object the lock lies in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "locks.h"

namespace gowhy {

/// A lock is rarely further than this behind the start of its struct.
inline constexpr std::uint64_t kFieldRange = 1024;
/// And never further than this, where other pointers say that it is a field.
inline constexpr std::uint64_t kLargestStruct = 64u << 10;

struct LockWait {
  std::uint64_t address = 0, owner = 0;
  bool exact = false;
  bool has_owner = false;  ///< a printed pointer, and not only the lock's own address
};

/// The frame that called into package sync; the lock machinery is above it. -1 if there is none.
int caller_position(const Model& model, const GroupFacts& facts) noexcept;

/// Which object the lock belongs to: the nearest pointer at or before it among the caller's own
/// arguments; without an address the receiver.
LockWait wait_of(const Model& model, std::uint32_t record, const GroupFacts& facts, int caller);

/// The receiver of the newest method of the type, from position `from` down, whose receiver is a
/// pointer and printed for certain; 0 if there is none or the middle of the stack is not printed.
std::uint64_t object_on_stack(const Model& model, std::uint32_t record, std::string_view type,
                              std::size_t from = 0) noexcept;

/// The locks of a list by the struct that they are fields of; those whose owner is unknown are left
/// out. A struct may have several, and there may be as many structs as goroutines.
class LocksByOwner {
 public:
  void build(const std::vector<Lock>& locks);
  /// The first lock of a struct, kNone if it has none; next() leads to the others, in their order.
  [[nodiscard]] std::uint32_t first(std::uint64_t owner) const noexcept;
  [[nodiscard]] std::uint32_t next(std::uint32_t lock) const noexcept { return next_[lock]; }
  /// Each struct once, in no order.
  [[nodiscard]] const std::vector<std::uint64_t>& owners() const noexcept { return owners_; }

 private:
  HashIndex index_;  // into owners_
  std::vector<std::uint64_t> owners_;
  std::vector<std::uint32_t> first_;  // beside owners_
  std::vector<std::uint32_t> next_;   // by lock
};

/// Goroutines that wait inside a method of one object for the lock of another one of the same type
/// print the first object and the address of the second lock. If all of them wait for one another,
/// the set of locks is the set of objects moved by the place of the lock in its struct, and no
/// other distance fits: then each lock gets its object. Call it before holders are looked for.
void settle_owners(const Model& model, std::vector<Lock>& locks) noexcept;

/// A lock that others reach through an embedded field (`s.Lock()` in a function of another package)
/// is still one of the type whose methods take it: each lock with an address gets the type of most
/// of the stacks that wait for it, the first of equals.
void settle_types(const Model& model, std::vector<Lock>& locks) noexcept;

}  // namespace gowhy
