// Locks rebuilt from pointers: who waits for which lock, and who may hold it.
//
// A lock's address is exact in `lockSlow(0x…)` in every release, in all frames to Go 1.16, and in
// SIGQUIT's `semacquire1`; elsewhere only the receiver of the method that locks is known, which
// names the struct that the lock is a field of. Both make the same Lock here. A holder is never
// printed by Go: whoever has that struct as receiver or argument further down its stack, and does
// not wait at the same place, is a suspect.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "methods.h"
#include "model.h"

namespace gowhy {

struct LockWaiter {
  std::uint32_t group = 0;       ///< group index
  std::uint32_t record = kNone;  ///< index into Dump::records, kNone in profiles
  int caller = -1;               ///< position of the frame that called Lock or RLock
  Operation op = Operation::lock;
};

struct LockHolder {
  std::uint32_t group = 0;
  std::uint32_t record = kNone;
  int position = -1;  ///< the frame that may have taken the lock
  enum Why : std::uint8_t {
    receiver,  ///< a method of the same object is on its stack
    argument,  ///< the object was handed to a function on its stack
    type,      ///< a method of the same type is on its stack; the object is not known
  } why = type;
  bool exact = false;  ///< the pointer was printed without `?`
  bool waits = false;  ///< it waits itself for a lock (this one or another)
};

struct Lock {
  std::uint64_t address = 0;   ///< of the lock itself, 0 if only the owner is known
  std::uint64_t owner = 0;     ///< receiver or argument that the lock is a field of, 0 if unknown
  bool owner_printed = false;  ///< by a pointer of one who waits; at offset 0 it is the address
  bool exact = false;          ///< address is exact
  bool rw = false;             ///< a sync.RWMutex
  std::string_view type;  ///< "main.(*Coupons)": type of the methods that lock it, "" for functions
  std::vector<LockWaiter> waiters;  ///< by group, then record
  std::uint64_t count = 0;          ///< goroutines that wait; in profiles more than waiters.size()
  /// Suspected holders, strongest first; those that only wait at a first lock call are not listed.
  std::vector<LockHolder> holders;
};

/// A closed cycle: goroutine i waits for lock i, which goroutine i+1 may hold.
struct LockCycle {
  std::vector<LockWaiter> waiters;
  std::vector<std::uint32_t> locks;  ///< indexes into Locks::locks
  bool exact = false;  ///< all addresses and pointers were exact, and nobody else may hold them
};

struct Locks {
  std::vector<Lock> locks;  ///< most waiters first
  std::vector<LockCycle> cycles;
};

/// Linear in goroutines and kept arguments; cycles of up to five locks.
Locks find_locks(const Model& model) noexcept;

}  // namespace gowhy
