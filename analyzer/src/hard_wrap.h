// Lines that a terminal, a mail or a PDF broke at a fixed column: the next line goes on where the
// one before it ended.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text_block.h"

namespace gowhy {

/// Where lines were broken.
struct HardWrap {
  std::size_t columns = 0;  ///< 0: they were not
  bool tabs = false;        ///< a tab went to the next column that is divided by 8
  /// Quoted-printable, as in a mail's source (RFC 2045, 6.7): `=` ends a line that goes on, and
  /// other bytes are `=3D` and the like.
  bool quoted = false;
};

/// Judges by the beginning of an input, 4 KB of it. Only a dump whose first goroutine stands at the
/// start of a line is looked at: its longest lines are all of one width, and what follows them does
/// not begin as a line of a dump does.
HardWrap guess_hard_wrap(std::string_view head) noexcept;

/// Joins such lines again. Offsets stay those of the bytes that were fed.
class LineJoiner {
 public:
  LineJoiner(HardWrap wrap, std::uint64_t offset) noexcept
      : wrap_(wrap), offset_(offset), start_{offset, 1}, number_(1) {}

  /// Adds the lines that are complete.
  void feed(const char* data, std::size_t size, LineBatch& out) noexcept;
  void finish(LineBatch& out) noexcept;
  /// Where the next line begins.
  [[nodiscard]] LineStart next() const noexcept { return {offset_, number_}; }

 private:
  void end_line(LineBatch& out) noexcept;
  void flush(LineBatch& out) noexcept;

  HardWrap wrap_;
  std::string line_;    // of the input, unfinished
  std::string joined_;  // that may go on
  std::uint64_t offset_ = 0, joined_end_ = 0;
  LineStart start_;  // of joined_
  std::uint64_t number_ = 1;
  bool open_ = false;
};

}  // namespace gowhy
