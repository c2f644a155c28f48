// The lines of the standard library in every release of Go, from 1.9 on: what a function does at a
// line, and which releases have it there. The table is go_lines.inc, written by scripts/go-lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gowhy {

/// Minor releases of Go 1, both included; {0, 0} is any.
struct VersionRange {
  int min_minor = 0;
  int max_minor = 0;
};

/// What a function of the standard library does at a line: "[select]", "[chan receive]",
/// "[chan send]", "go f", or the bare name of the callee ("Peek"), for the calls that are told
/// apart (scripts/lib/golines/functions.txt). Closures count as their function. Where patch
/// releases of a minor disagree the newest is believed; where minors do, it is "". A line that no
/// release of the range has is taken for the nearest role, unless two are about as near. "" if
/// unknown. Static storage. Cost: a few microseconds.
std::string_view role_at(std::string_view function, std::uint32_t line,
                         VersionRange range) noexcept;

namespace go_lines {

struct Release {
  std::uint8_t minor, patch;
};
/// All releases of the table, oldest first.
std::span<const Release> releases() noexcept;

/// The function as the table names it: closures, wrappers and type arguments taken off. A closure
/// inside an inlined function has parts of another function in its name: "" then, as its line is
/// that function's.
std::string_view base_function(std::string_view function) noexcept;

/// A function as one release has it.
struct Body {
  const std::vector<std::uint8_t>* lines = nullptr;  ///< a code per line; null where absent
  int start = 0;                                     ///< line of the declaration
};
inline constexpr std::uint8_t kNothing = 0;    ///< no operation in that line
inline constexpr std::uint8_t kOperation = 1;  ///< one without a role; others are roles
/// The role of a code, "" for the two above and behind the last.
std::string_view role_name(std::uint8_t code) noexcept;

/// A function of the table: its number and that of its file. The same name may stand in several
/// files, of several systems or releases.
struct Entry {
  std::uint16_t function = 0, file = 0;
};
/// The entries of a name (as base_function gives it); `file` is the file's path or its last part,
/// "" for any. At most `out.size()` are written; returns how many.
std::size_t find(std::string_view name, std::string_view file, std::span<Entry> out) noexcept;

/// Walks the table, decoding as little as the order of the calls allows: ascending functions cost
/// one pass in all.
class Walker {
 public:
  Walker() noexcept;
  /// The bodies of a function, one per release. Valid until the next call.
  std::span<const Body> body(Entry entry) noexcept;

 private:
  void open(std::uint16_t file) noexcept;
  void read_function() noexcept;
  void read_shape(std::vector<std::uint8_t>& lines,
                  const std::vector<std::uint8_t>* before) noexcept;
  void read_runs() noexcept;
  std::uint32_t number() noexcept;
  int signed_number() noexcept;

  std::size_t at_ = 0;  // next byte of the table
  int file_ = -1;       // the open file
  int next_ = 0;        // the function that at_ stands before
  std::vector<std::vector<std::uint8_t>> shapes_;
  std::vector<Body> bodies_;  // by release
  std::vector<int> ends_;     // by release: last line of the function before
};

}  // namespace go_lines
}  // namespace gowhy
