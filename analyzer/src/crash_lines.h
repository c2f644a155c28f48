// What a crash or a failed test prints beside the stacks: panics, fatal errors, signals, registers,
// the list of running tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "dump.h"
#include "format_reader.h"

namespace gowhy {

/// Turns such lines into events of one snapshot. Source: runtime.printpanics, runtime.fatalthrow,
/// runtime.sighandler and dumpregs (panic.go, signal_unix.go, signal_*.go),
/// testing.(*M).startAlarm, net/http.(*conn).serve for recovered panics; Go 1.9 to 1.27.
class CrashLines {
 public:
  /// A line after which goroutines are expected: the first of a crash.
  static bool begins(std::string_view line) noexcept;

  CrashLines(Dump& dump, std::uint16_t snapshot) noexcept : dump_(dump), snapshot_(snapshot) {}

  /// True if the line belongs to the crash and was used. Goroutine headers must not come here.
  bool take(std::string_view line, const LinePlace& place) noexcept;
  /// An empty line: a message of several lines ends.
  void blank() noexcept { in_message_ = false; }
  /// A goroutine's header follows: events that had none yet are its.
  void goroutine(std::uint64_t id) noexcept;
  /// The text ends: a remark of the runtime without the fatal error that follows it is one too.
  void end() noexcept;
  /// A message of several lines is being read.
  [[nodiscard]] bool in_message() const noexcept { return in_message_; }

 private:
  bool begin_event(std::string_view line, const LinePlace& place) noexcept;
  bool continue_message(std::string_view line) noexcept;
  bool take_test_line(std::string_view line) noexcept;
  void add(Event::Kind kind, std::string_view message, const LinePlace& place,
           bool logged = false) noexcept;
  void add_detail(std::string_view line) noexcept;

  Dump& dump_;
  std::string detail_;          // of the event that follows
  LinePlace remark_;            // where it begins
  std::size_t unassigned_ = 0;  // events before it have their goroutine, or never get one
  std::uint32_t message_lines_ = 0;
  std::uint16_t snapshot_;
  bool in_message_ = false, in_tests_ = false;
};

}  // namespace gowhy
