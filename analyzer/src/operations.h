// What a goroutine does right now: the runtime's word where it is printed, the frames where not.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dump.h"

namespace gowhy {

enum class Operation : std::uint8_t {
  unknown,  ///< a profile hides it (debug=1 drops the runtime frames of channel operations)
  running,
  runnable,
  chan_send,
  chan_receive,
  select,
  select_none,    ///< select {} : nothing can ever wake it
  lock,           ///< sync.Mutex
  rlock,          ///< (*RWMutex).RLock
  wlock_readers,  ///< (*RWMutex).Lock, waits for readers to leave
  wlock_writer,   ///< (*RWMutex).Lock, waits for another writer (told by state since Go 1.20)
  wlock,          ///< (*RWMutex).Lock, which of both is not known
  once,           ///< a second caller of sync.Once.Do waits for the first
  cond,
  waitgroup,
  semaphore,  ///< the runtime's own: GC, stop the world, fdMutex; not the user's lock
  sleep,
  io_read,
  io_write,
  io_accept,
  io_connect,
  io_wait,  ///< poller, direction not known
  syscall,
  coroutine,     ///< iter.Pull, since Go 1.23
  gc,            ///< GC assist, marking, sweep
  idle_runtime,  ///< finalizer, scavenger and other system goroutines
};

/// Functions of the runtime and the standard library at which waiting is recognised.
enum class Special : std::uint8_t {
  none,
  runtime_internal,  ///< runtime.* and internal/runtime/*: never where a program "is"
  mutex_lock,        ///< sync.(*Mutex).Lock
  mutex_lock_slow,   ///< sync.(*Mutex).lockSlow, internal/sync.(*Mutex).lockSlow
  semacquire_mutex,  ///< sync.runtime_SemacquireMutex and its siblings
  semacquire_rw,     ///< sync.runtime_SemacquireRWMutex[R]
  semacquire_other,  ///< sync.runtime_Semacquire, sync.runtime_SemacquireWaitGroup
  semacquire1,       ///< runtime.semacquire1: first argument is the semaphore, exact
  rw_lock,
  rw_rlock,
  once_do,  ///< (*Once).Do, (*Once).doSlow
  wg_wait,
  cond_wait,
  chan_send,     ///< runtime.chansend, chansend1
  chan_receive,  ///< runtime.chanrecv, chanrecv1, chanrecv2
  select_go,
  sleep,
  poll_wait,  ///< internal/poll.runtime_pollWait, to Go 1.8 net.runtime_pollWait
  fd_read,
  fd_write,
  fd_accept,
  fd_connect,
  syscall_frame,
  coroutine,
};

/// The meaning of a function by its printed name; none for most.
Special special_of(std::string_view function) noexcept;

/// True for an operation in which a goroutine takes a lock of package sync.
constexpr bool is_lock_wait(Operation op) noexcept {
  return op == Operation::lock || op == Operation::rlock || op == Operation::wlock ||
         op == Operation::wlock_readers || op == Operation::wlock_writer;
}
constexpr bool is_io(Operation op) noexcept {
  return op == Operation::io_read || op == Operation::io_write || op == Operation::io_accept ||
         op == Operation::io_connect || op == Operation::io_wait;
}
constexpr bool is_channel(Operation op) noexcept {
  return op == Operation::chan_send || op == Operation::chan_receive || op == Operation::select;
}
/// Waits for something that other goroutines of the program must do.
constexpr bool is_blocked(Operation op) noexcept {
  return op != Operation::unknown && op != Operation::running && op != Operation::runnable &&
         op != Operation::gc && op != Operation::idle_runtime;
}

/// "is sending on a channel", "waits for a lock": completes a sentence about goroutines.
std::string_view doing_words(Operation op, bool plural) noexcept;

/// `state` is the runtime's word, "" in profiles; `specials` the meaning of each frame, newest
/// first.
Operation operation_of(std::string_view state, const std::vector<Special>& specials) noexcept;

}  // namespace gowhy
