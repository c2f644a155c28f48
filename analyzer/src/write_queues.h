// Goroutines that queue to write to one descriptor.
//
// internal/poll.FD has a lock of its own: (*FD).Write takes writeLock for the whole write
// (fd_unix.go: "if err := fd.writeLock()", released by defer), and who comes meanwhile waits in
// (*fdMutex).rwlock at a semaphore (fd_mutex.go), with the state `semacquire` and no sync.Mutex. So
// a logger without a lock, such as zerolog or fmt.Println, queues there. The fdMutex is the first
// field of the FD: the receivers of both methods are one address.
#pragma once

#include <cstdint>
#include <vector>

#include "model.h"

namespace gowhy {

struct WriteQueue {
  std::uint64_t address = 0;          ///< of the FD, 0 if not printed
  std::uint32_t writer = kNone;       ///< group of the one in write, kNone if it is not seen
  std::uint32_t record = kNone;       ///< of the writer, kNone in profiles
  std::vector<std::uint32_t> groups;  ///< of those who wait behind it, each once
  std::uint64_t count = 0;            ///< of those
  std::int32_t oldest = -1;           ///< longest printed minutes of all of them
};

/// Longest queue first; linear in the goroutines that wait there or write.
const std::vector<WriteQueue>& write_queues(const Model& model) noexcept;

}  // namespace gowhy
