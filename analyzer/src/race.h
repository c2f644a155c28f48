// Reports of the race detector (`go test -race`, `go run -race`).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dump.h"
#include "format_reader.h"
#include "id_set.h"
#include "stack_builder.h"

namespace gowhy {

/// Reads `WARNING: DATA RACE` up to the closing line of `=`. Source: ThreadSanitizer's
/// compiler-rt/lib/tsan/rtl/tsan_report.cpp, the part for Go (Go 1.9 to 1.27 link the same text):
///
///     WARNING: DATA RACE
///     Write at 0x00c000014108 by goroutine 8:
///       main.main.func1()
///           /home/dev/shop/main.go:10 +0x3a
///
///     Previous read at 0x00c000014108 by main goroutine:
///       [failed to restore the stack]
///
///     Goroutine 8 (running) created at:
///       main.main()
///           /home/dev/shop/main.go:9 +0x8f
///     ==================
///
/// Every titled stack is a Section; several reports are one snapshot and differ in Section::report.
/// An access is also a Record of its goroutine, created by the top of that goroutine's "created at"
/// stack. A goroutine met before is `extra`. The main goroutine is 1.
class RaceReader final : public FormatReader {
 public:
  static bool begins(std::string_view line) noexcept;

  RaceReader(Dump& dump, std::uint16_t snapshot) noexcept;
  Take line(std::string_view line, const LinePlace& place) noexcept override;
  void end() noexcept override;

 private:
  // A titled stack of the open report.
  struct Part {
    enum Kind : std::uint8_t { access, creation, other };
    Kind kind = other;
    std::string title;
    std::uint64_t goroutine = 0, address = 0, offset = 0, end = 0;
    std::uint32_t stack = 0;
    bool restored = true;
  };

  void open_report(const LinePlace& place) noexcept;
  void close_report(bool complete) noexcept;
  bool open_part(std::string_view line, const LinePlace& place) noexcept;
  void close_part() noexcept;
  void add_record(const Part& part, std::uint32_t group) noexcept;
  [[nodiscard]] std::uint32_t creator_of(std::uint64_t goroutine) const noexcept;
  [[nodiscard]] std::string message() const noexcept;

  Dump& dump_;
  StackBuilder stack_;
  std::vector<Part> parts_;
  IdSet seen_;  // goroutines that have a Record
  std::uint64_t first_line_ = 0;
  std::uint16_t snapshot_;
  bool in_report_ = false, in_part_ = false;
};

}  // namespace gowhy
