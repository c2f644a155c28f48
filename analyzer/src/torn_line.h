// Two writers on one pipe: log records stand between the lines of a dump, and in the middle of
// them, because the runtime writes a line in pieces (runtime.printstring and its like, print.go).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "format_reader.h"

namespace gowhy {

/// Where a log record begins in the line: 0, inside of it, or npos. A record begins with a date and
/// a time, with klog's header, with a brace, or as the fields of logfmt.
std::size_t find_record(std::string_view line) noexcept;

/// The rest of a place after a record: `f8 sp=0x… pc=0x…`. It says nothing about a goroutine.
bool is_place_rest(std::string_view line) noexcept;

/// The beginning of a dump's line that a record interrupted, until its rest comes.
class TornLine {
 public:
  [[nodiscard]] bool empty() const noexcept { return !held_; }

  /// Holds the beginning. False, and nothing is held, if no line of a dump begins like that.
  bool hold(std::string_view beginning, const LinePlace& place) noexcept;
  /// It was interrupted again.
  void append(std::string_view part) noexcept;
  /// The whole line, with `rest` that ends at `end`; nothing is held any more.
  std::string join(std::string_view rest, std::uint64_t end, LinePlace& place) noexcept;

 private:
  std::string text_;
  LinePlace place_;
  bool held_ = false;
};

}  // namespace gowhy
