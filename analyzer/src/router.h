// Hands unwrapped lines to the format they belong to, and keeps account of those that belong to
// none.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "dump.h"
#include "format_reader.h"

namespace gowhy {

class TracebackReader;

/// One Router reads all inputs, one after the other. Every dump it meets becomes a Snapshot.
class Router {
 public:
  explicit Router(Dump& dump) noexcept;
  ~Router();

  void open_input(std::uint32_t input) noexcept;
  /// The input ends; what is half read is kept, with a note.
  void close_input() noexcept;

  /// True if the line was used: by the open format, or as the beginning of a dump.
  bool take(std::string_view line, const LinePlace& place) noexcept;
  /// True if the open format has used the same line before, and uses it again.
  bool again(std::string_view line, const LinePlace& place) noexcept {
    return format_ != nullptr && format_->again(line, place);
  }
  /// A line that neither was taken nor could be unwrapped: it is counted. `outside` when it cannot
  /// belong to the dump, wherever it stands.
  void other(std::string_view line, const LinePlace& place, bool outside) noexcept;
  /// A line that is not empty was used, be it ahead.
  void used_line() noexcept { after_fence_ = false; }
  /// The next line is the last and has no line end: it may be cut.
  void expect_cut() noexcept { cut_ = true; }

  /// The traceback that is open, if the open format is one.
  [[nodiscard]] TracebackReader* traceback() const noexcept { return traceback_; }

  /// A Snapshot for a dump that begins at `offset`; dumps without goroutines before it are
  /// continued.
  std::uint16_t snapshot(std::uint64_t offset) noexcept;

 private:
  bool begin(std::string_view line, const LinePlace& place) noexcept;
  bool begin_headless(std::string_view line, const LinePlace& place) noexcept;
  void close_format() noexcept;
  bool begin_goleak(std::string_view line, const LinePlace& place) noexcept;
  template <typename Format>
  bool open_if_begins(std::string_view line, const LinePlace& place) noexcept;

  Dump& dump_;
  std::unique_ptr<FormatReader> format_;
  TracebackReader* traceback_ = nullptr;
  std::string call_;  // the line before, if it looks like a call: a stack may begin there
  LinePlace call_place_;
  std::uint64_t other_lines_ = 0, first_other_ = 0;
  bool pprof_report_ = false;  // it was said that this is one
  std::uint32_t input_ = 0;
  bool cut_ = false, after_fence_ = false;
};

}  // namespace gowhy
