// Reports of github.com/sasha-s/go-deadlock, a drop-in for sync.Mutex that watches lock order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dump.h"
#include "format_reader.h"
#include "id_set.h"
#include "stack_builder.h"

namespace gowhy {

/// Reads `POTENTIAL DEADLOCK:` (go-deadlock deadlock.go and stacktraces.go, v0.2 to v0.3.9):
///
///     POTENTIAL DEADLOCK: Inconsistent locking. saw this ordering in one goroutine:
///     happened before
///     main.go:21 main.(*Bank).Transfer { from.mu.Lock() } <<<<<
///     …
///     POTENTIAL DEADLOCK: Recursive locking:
///     current goroutine 7 lock 0xc000…
///     …
///     POTENTIAL DEADLOCK:
///     Previous place where the lock was grabbed
///     goroutine 7 lock 0xc000…
///     …
///     Have been trying to lock it again for more than 30s
///     goroutine 8 lock 0xc000…
///     …
///     Here is what goroutine 7 doing now
///     goroutine 7 [chan receive]:
///     …
///
/// What becomes of it:
/// - each report is an Event::fatal (the library's default is to end the process) whose message is
///   the first line, with the time-out if that is the reason, and whose goroutine is the one that
///   wants the lock; the snapshot is a `crash` of format traceback;
/// - each stack is a Section; the title is the line above it, with the goroutine when printed, and
///   the address is that of the lock;
/// - a goroutine whose *present* stack is shown is a Record: who wants the lock (state unknown),
///   the current one of an inversion (id 0, the library prints none), and who is "doing now".
///   Stacks of where a lock was taken are sections only: the goroutine has moved on.
/// Lines are those of the library (one before the return address, and functions with the last
/// element of their package path only).
/// `All current goroutines:` is followed by a whole traceback. Then the Records are taken back, as
/// all their goroutines come again, and the reader says `ended`.
class DeadlockReportReader final : public FormatReader {
 public:
  static bool begins(std::string_view line) noexcept;

  DeadlockReportReader(Dump& dump, std::uint16_t snapshot) noexcept;
  Take line(std::string_view line, const LinePlace& place) noexcept override;
  void end() noexcept override;

 private:
  void open_report(std::string_view line, const LinePlace& place) noexcept;
  bool open_section(std::string_view line, const LinePlace& place) noexcept;
  bool take_lock_line(std::string_view line, const LinePlace& place) noexcept;
  bool take_place(std::string_view line, const LinePlace& place) noexcept;
  Take take_traceback(std::string_view line, const LinePlace& place) noexcept;
  void close_section() noexcept;
  void add_record(const StackBuilder::Stack& read, std::uint32_t group) noexcept;
  void take_back_records() noexcept;

  Dump& dump_;
  StackBuilder stack_;
  IdSet seen_;  // goroutines that have a Record
  std::string title_;
  Record record_;  // of the open section, if it shows where a goroutine is now
  std::uint64_t address_ = 0, end_ = 0;
  std::size_t first_record_ = 0;
  std::size_t event_ = 0;  // index in Dump::events of the open report
  std::uint32_t report_ = 0, state_ = kNone;
  std::uint16_t snapshot_;
  std::uint8_t flags_ = 0;
  bool in_report_ = false, in_section_ = false, present_ = false, wants_ = false;
  bool traceback_ = false, holders_ = false, all_follow_ = false;
};

}  // namespace gowhy
