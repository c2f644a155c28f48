// From lines to the format that understands them, whatever is wrapped around the lines.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "dump.h"
#include "router.h"
#include "text_block.h"
#include "torn_line.h"
#include "unwrap.h"

namespace gowhy {

/// Hands lines to the router. Wrapping is taken off first, also a wrapping inside of another one;
/// lines that were torn by another writer are mended, and several in one are taken apart.
class LineReader {
 public:
  /// Unwrapped text that is read at once; fits a cache of the processor.
  static constexpr std::size_t kBatch = 128u << 10;

  LineReader(Dump& dump, Router& router) noexcept : dump_(dump), router_(router) {}

  /// Forgets all that was learned; a new input begins.
  void open() noexcept;
  /// Reads complete lines, of the input itself or decoded; returns how many.
  std::size_t block(const TextBlock& lines) noexcept { return block(lines, 0); }
  /// The same for lines of a batch, which is empty then.
  void batch(LineBatch& lines) noexcept { read_batch(lines, 0); }
  /// One line, without its newline.
  void line(std::string_view line, const LinePlace& place) noexcept { this->line(line, place, 0); }
  /// The input ends at `end`: what was kept of lines that never went on is read.
  void finish(const LineStart& end) noexcept;

 private:
  static constexpr int kDepth = 4;  // wrapping inside of wrapping

  std::size_t block(const TextBlock& lines, int depth) noexcept;
  std::size_t unwrap_block(const TextBlock& lines, const char*& p, std::size_t index,
                           int depth) noexcept;
  void line(std::string_view line, const LinePlace& place, int depth) noexcept;
  bool split_line(std::string_view line, const LinePlace& place, int depth) noexcept;
  bool expand(std::string_view line, const LinePlace& place, int depth) noexcept;
  bool inner_dump(std::string_view line, const LinePlace& place, int depth) noexcept;
  bool unwrap_line(std::string_view line, const LinePlace& place, int depth) noexcept;
  bool mend(std::string_view line, const LinePlace& place) noexcept;
  bool tear(std::string_view line, std::size_t record, const LinePlace& place) noexcept;
  void read_batch(LineBatch& batch, int depth) noexcept;
  Unwrapper& unwrapper(int depth) noexcept { return unwrappers_[static_cast<std::size_t>(depth)]; }
  LineBatch& inner(int depth) noexcept { return inner_[static_cast<std::size_t>(depth)]; }
  void used_line() noexcept {
    wrapped_ = stripped_ > 0;
    router_.used_line();
  }

  Dump& dump_;
  Router& router_;
  // By depth: what is learnt of lines that were unwrapped holds for such lines alone, so it does
  // not matter how many of them were unwrapped before the first was read.
  std::array<Unwrapper, kDepth + 1> unwrappers_;
  std::array<LineBatch, kDepth> inner_;  // by depth: what was unwrapped there
  TornLine torn_;
  int stripped_ = 0;      // the lines being read were inside of so many wrappings
  bool wrapped_ = false;  // the line that was used last was in one
};

}  // namespace gowhy
