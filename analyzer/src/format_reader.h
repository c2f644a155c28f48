// What every format of a dump has in common for the reader: it is fed unwrapped lines and says
// which of them are its own. One class per format (traceback, profile_text, race, goleak, delve);
// the reader asks `begins` of each in turn and hands lines to the one that is open.
#pragma once

#include <cstdint>
#include <string_view>

namespace gowhy {

/// Where a line stands in the decoded input.
struct LinePlace {
  std::uint64_t number = 0;  ///< 1-based
  std::uint64_t offset = 0;  ///< of its first byte, wrapping included
  std::uint64_t end = 0;     ///< offset behind its newline
};

/// Bytes from the start of a text to its end, for Record::length. A line that came in parts with
/// others in between may end before it begins.
inline std::uint32_t length_between(std::uint64_t offset, std::uint64_t end) noexcept {
  if (end <= offset) return 0;
  return end - offset < 0xFFFFFFFFu ? static_cast<std::uint32_t>(end - offset) : 0xFFFFFFFFu;
}

/// What a format says of a line.
enum class Take : std::uint8_t {
  taken,    ///< belongs to the format and was used
  foreign,  ///< does not belong here (a log line in between); the format stays open
  ended     ///< the format was over before this line; the reader looks at the line anew
};

/// Implemented by each format; the Dump it fills is given to its constructor.
class FormatReader {
 public:
  virtual ~FormatReader() = default;
  /// The line comes without newline, carriage return and any wrapping; valid during the call only.
  virtual Take line(std::string_view line, const LinePlace& place) noexcept = 0;
  /// True, and the line is used, if it has been here before and nothing in it needs unwrapping. A
  /// profile has few different lines and many of each.
  virtual bool again(std::string_view, const LinePlace&) noexcept { return false; }
  /// The input or the dump ends; what is half read is kept, with a note.
  virtual void end() noexcept = 0;
};

}  // namespace gowhy
