#include "operations.h"

#include <algorithm>
#include <iterator>

namespace gowhy {
namespace {

struct Named {
  std::string_view name;
  Special special;
};

// Sorted by name. internal/sync has held the mutex since Go 1.24; runtime_SemacquireRWMutex exists
// since 1.20, runtime_SemacquireWaitGroup since 1.24 (sync/runtime.go). io.Copy between two TCP
// connections drains one into a pipe and pumps the pipe into the other (splice_linux.go).
constexpr Named kNamed[] = {
    {"internal/poll.(*FD).Accept", Special::fd_accept},
    {"internal/poll.(*FD).Pread", Special::fd_read},
    {"internal/poll.(*FD).Pwrite", Special::fd_write},
    {"internal/poll.(*FD).Read", Special::fd_read},
    {"internal/poll.(*FD).ReadFrom", Special::fd_read},
    {"internal/poll.(*FD).ReadFromInet4", Special::fd_read},
    {"internal/poll.(*FD).ReadFromInet6", Special::fd_read},
    {"internal/poll.(*FD).ReadMsg", Special::fd_read},
    {"internal/poll.(*FD).ReadMsgInet4", Special::fd_read},
    {"internal/poll.(*FD).ReadMsgInet6", Special::fd_read},
    {"internal/poll.(*FD).WaitWrite", Special::fd_connect},
    {"internal/poll.(*FD).Write", Special::fd_write},
    {"internal/poll.(*FD).WriteMsg", Special::fd_write},
    {"internal/poll.(*FD).WriteTo", Special::fd_write},
    {"internal/poll.(*FD).WriteToInet4", Special::fd_write},
    {"internal/poll.(*FD).WriteToInet6", Special::fd_write},
    {"internal/poll.(*FD).Writev", Special::fd_write},
    {"internal/poll.SendFile", Special::fd_write},
    {"internal/poll.runtime_Semacquire", Special::semacquire_other},
    {"internal/poll.runtime_pollWait", Special::poll_wait},
    {"internal/poll.sendFile", Special::fd_write},
    {"internal/poll.spliceDrain", Special::fd_read},
    {"internal/poll.splicePump", Special::fd_write},
    {"internal/sync.(*Mutex).Lock", Special::mutex_lock},
    {"internal/sync.(*Mutex).lockSlow", Special::mutex_lock_slow},
    {"internal/sync.runtime_SemacquireMutex", Special::semacquire_mutex},
    {"net.runtime_pollWait", Special::poll_wait},
    {"runtime.chanrecv", Special::chan_receive},
    {"runtime.chanrecv1", Special::chan_receive},
    {"runtime.chanrecv2", Special::chan_receive},
    {"runtime.chansend", Special::chan_send},
    {"runtime.chansend1", Special::chan_send},
    {"runtime.coroswitch", Special::coroutine},
    {"runtime.coroswitch_m", Special::coroutine},
    {"runtime.selectgo", Special::select_go},
    {"runtime.selectnbrecv", Special::chan_receive},
    {"runtime.selectnbsend", Special::chan_send},
    {"runtime.semacquire1", Special::semacquire1},
    {"sync.(*Cond).Wait", Special::cond_wait},
    {"sync.(*Mutex).Lock", Special::mutex_lock},
    {"sync.(*Mutex).lockSlow", Special::mutex_lock_slow},
    {"sync.(*Once).Do", Special::once_do},
    {"sync.(*Once).doSlow", Special::once_do},
    {"sync.(*RWMutex).Lock", Special::rw_lock},
    {"sync.(*RWMutex).RLock", Special::rw_rlock},
    {"sync.(*WaitGroup).Wait", Special::wg_wait},
    {"sync.runtime_Semacquire", Special::semacquire_other},
    {"sync.runtime_SemacquireMutex", Special::semacquire_mutex},
    {"sync.runtime_SemacquireRWMutex", Special::semacquire_rw},
    {"sync.runtime_SemacquireRWMutexR", Special::semacquire_rw},
    {"sync.runtime_SemacquireWaitGroup", Special::semacquire_other},
    {"sync.runtime_notifyListWait", Special::cond_wait},
    {"time.Sleep", Special::sleep},
};

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

// A lock word ("sync.Mutex.Lock", "semacquire") names the semaphore, the frames whose it is.
// RWMutex.Lock takes its inner Mutex w against other writers, then waits at writerSem for the
// readers (sync/rwmutex.go, every version): which of the two shows in what stands above it.
Operation lock_operation(const std::vector<Special>& specials, Operation otherwise) noexcept {
  bool mutex = false;
  bool semaphore = false;
  for (Special special : specials) {
    switch (special) {
      case Special::rw_lock:
        if (mutex) return Operation::wlock_writer;
        return semaphore ? Operation::wlock_readers : Operation::wlock;
      case Special::rw_rlock:
        return Operation::rlock;
      case Special::once_do:
        return Operation::once;
      case Special::wg_wait:
        return Operation::waitgroup;
      case Special::cond_wait:
        return Operation::cond;
      case Special::mutex_lock:
      case Special::mutex_lock_slow:
        // RWMutex.Lock and Once take a Mutex of their own first: the frames below decide.
        mutex = true;
        otherwise = Operation::lock;
        break;
      case Special::semacquire_mutex:
      case Special::semacquire_rw:
      case Special::semacquire_other:
        semaphore = true;
        break;
      case Special::none:
        return otherwise;  // the caller of the lock: what lies below is another story
      default:
        break;
    }
  }
  return otherwise;
}

Operation io_operation(const std::vector<Special>& specials, Operation otherwise) noexcept {
  for (Special special : specials) {
    if (special == Special::fd_read) return Operation::io_read;
    if (special == Special::fd_write) return Operation::io_write;
    if (special == Special::fd_accept) return Operation::io_accept;
    if (special == Special::fd_connect) return Operation::io_connect;
  }
  return otherwise;
}

// Profiles have no state. debug=0 keeps the runtime's frames, debug=1 drops the leading ones.
Operation from_frames(const std::vector<Special>& specials) noexcept {
  for (Special special : specials) {
    switch (special) {
      case Special::chan_send:
        return Operation::chan_send;
      case Special::chan_receive:
        return Operation::chan_receive;
      case Special::select_go:
        return Operation::select;
      case Special::sleep:
        return Operation::sleep;
      case Special::coroutine:
        return Operation::coroutine;
      case Special::cond_wait:
        return Operation::cond;
      case Special::poll_wait:
        return io_operation(specials, Operation::io_wait);
      case Special::semacquire1:
      case Special::semacquire_mutex:
      case Special::semacquire_rw:
      case Special::semacquire_other:
      case Special::rw_lock:
      case Special::rw_rlock:
      case Special::wg_wait:
        return lock_operation(specials, Operation::semaphore);
      case Special::syscall_frame:
        return Operation::syscall;
      // Above no semaphore it runs or was preempted there: it spins, or takes the lock just now.
      case Special::mutex_lock:
      case Special::mutex_lock_slow:
      case Special::none:
        return Operation::unknown;
      default:
        break;
    }
  }
  return Operation::unknown;
}

}  // namespace

Special special_of(std::string_view function) noexcept {
  const auto* found =
      std::lower_bound(std::begin(kNamed), std::end(kNamed), function,
                       [](const Named& named, std::string_view name) { return named.name < name; });
  if (found != std::end(kNamed) && found->name == function) return found->special;
  if (starts(function, "syscall.") || starts(function, "internal/runtime/syscall") ||
      starts(function, "runtime/internal/syscall")) {
    return Special::syscall_frame;
  }
  if (starts(function, "runtime.") || starts(function, "internal/runtime/") ||
      starts(function, "runtime/internal/")) {
    return Special::runtime_internal;
  }
  if (starts(function, "iter.Pull")) return Special::coroutine;
  return Special::none;
}

Operation operation_of(std::string_view state, const std::vector<Special>& specials) noexcept {
  if (state.empty()) return from_frames(specials);
  if (starts(state, "chan send")) return Operation::chan_send;
  if (starts(state, "chan receive")) return Operation::chan_receive;
  if (state == "select (no cases)") return Operation::select_none;
  if (starts(state, "select")) return Operation::select;
  if (state == "sleep") return Operation::sleep;
  if (state == "sync.WaitGroup.Wait") return Operation::waitgroup;
  if (state == "sync.Cond.Wait") return Operation::cond;
  if (state == "sync.RWMutex.RLock") return Operation::rlock;
  if (state == "sync.RWMutex.Lock") return Operation::wlock_readers;
  if (state == "sync.Mutex.Lock") {
    Operation op = lock_operation(specials, Operation::lock);
    return op == Operation::wlock || op == Operation::wlock_readers ? Operation::wlock_writer : op;
  }
  if (state == "semacquire") return lock_operation(specials, Operation::semaphore);
  if (state == "IO wait") return io_operation(specials, Operation::io_wait);
  if (state == "syscall") return Operation::syscall;
  if (state == "running") return Operation::running;
  if (state == "runnable" || state == "preempted" || state == "copystack") {
    return Operation::runnable;
  }
  if (state == "coroutine") return Operation::coroutine;
  if (starts(state, "GC ") || starts(state, "garbage collection")) {
    return state == "GC scavenge wait" || state == "GC sweep wait" || state == "GC worker (idle)"
               ? Operation::idle_runtime
               : Operation::gc;
  }
  if (state == "finalizer wait" || state == "force gc (idle)" || state == "cleanup wait" ||
      state == "trace reader (blocked)" || state == "idle" || state == "wait for GC cycle" ||
      state == "GOMAXPROCS updater (idle)" || state == "timer goroutine (idle)") {
    return Operation::idle_runtime;
  }
  return Operation::unknown;
}

std::string_view doing_words(Operation op, bool plural) noexcept {
  switch (op) {
    case Operation::unknown:
      return plural ? "stand" : "stands";
    case Operation::running:
      return plural ? "run" : "runs";
    case Operation::runnable:
      return plural ? "are ready to run" : "is ready to run";
    case Operation::chan_send:
      return plural ? "wait to send on a channel" : "waits to send on a channel";
    case Operation::chan_receive:
      return plural ? "wait to receive from a channel" : "waits to receive from a channel";
    case Operation::select:
      return plural ? "wait in a select" : "waits in a select";
    case Operation::select_none:
      return plural ? "are in a select without cases" : "is in a select without cases";
    case Operation::lock:
      return plural ? "wait for a mutex" : "waits for a mutex";
    case Operation::rlock:
      return plural ? "wait for a read lock" : "waits for a read lock";
    case Operation::wlock:
    case Operation::wlock_readers:
    case Operation::wlock_writer:
      return plural ? "wait for a write lock" : "waits for a write lock";
    case Operation::once:
      return plural ? "wait for a sync.Once" : "waits for a sync.Once";
    case Operation::cond:
      return plural ? "wait for a sync.Cond" : "waits for a sync.Cond";
    case Operation::waitgroup:
      return plural ? "wait for a WaitGroup" : "waits for a WaitGroup";
    case Operation::semaphore:
      return plural ? "wait for a semaphore of the runtime"
                    : "waits for a semaphore of the runtime";
    case Operation::sleep:
      return plural ? "sleep" : "sleeps";
    case Operation::io_read:
      return plural ? "wait to read" : "waits to read";
    case Operation::io_write:
      return plural ? "wait to write" : "waits to write";
    case Operation::io_accept:
      return plural ? "wait for connections" : "waits for connections";
    case Operation::io_connect:
      return plural ? "wait to be connected" : "waits to be connected";
    case Operation::io_wait:
      return plural ? "wait for input or output" : "waits for input or output";
    case Operation::syscall:
      return plural ? "are in a system call" : "is in a system call";
    case Operation::coroutine:
      return plural ? "wait to be resumed" : "waits to be resumed";
    case Operation::gc:
      return plural ? "help the garbage collector" : "helps the garbage collector";
    case Operation::idle_runtime:
      return plural ? "are idle parts of the runtime" : "is an idle part of the runtime";
  }
  return "";
}

}  // namespace gowhy
