// Who may hold a lock that others wait for: Go never prints it.
#pragma once

#include <cstdint>
#include <vector>

#include "locks.h"

namespace gowhy {

/// Which lock each goroutine waits for.
class LockOfRecord {
 public:
  LockOfRecord(const Model& model, const std::vector<Lock>& locks);
  /// Index of the lock, kNone if it waits for none or the record is none.
  [[nodiscard]] std::uint32_t of(std::uint32_t record) const noexcept {
    return record == kNone ? kNone : lock_[record];
  }

 private:
  std::vector<std::uint32_t> lock_;
};

/// Fills the holders of all locks, whose owners and types are settled (lock_owners.h).
void find_holders(const Model& model, std::vector<Lock>& locks) noexcept;

}  // namespace gowhy
