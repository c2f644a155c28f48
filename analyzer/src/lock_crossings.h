// Lock cycles that pointers alone do not close: a receiver was printed stale (`?`), or the format
// has no addresses. What is left are the types and the arguments of the frames below the waiting
// call.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "locks.h"
#include "model.h"

namespace gowhy {

struct LockCrossing {
  enum Why : std::uint8_t {
    argument,  ///< waits for the lock of an object that was handed to a method of the same type
    types,     ///< methods of two or more types call each other in opposite order
    method     ///< a method calls another one of its type, and more than one goroutine is in it
  } why = types;
  std::vector<std::uint32_t> groups;   ///< group indexes of those who wait for each other
  std::vector<std::uint32_t> records;  ///< the same goroutines, empty in profiles
  std::uint64_t goroutines = 0;
  std::vector<std::uint32_t> callers;  ///< frame ids of the waiting calls
  std::vector<std::uint32_t> below;    ///< frame ids of the methods that may hold a lock meanwhile
  std::vector<std::uint32_t> victims;  ///< all groups that wait for locks of these types
};

/// Empty when find_locks() has closed cycles, or when somebody who does not wait is inside a method
/// of one of the types: then the locks may be merely busy.
std::vector<LockCrossing> lock_crossings(const Model& model) noexcept;

}  // namespace gowhy
