// Lines in memory, one after the other, and where each of them stands in the input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "format_reader.h"

namespace gowhy {

/// Where a line begins in the input.
struct LineStart {
  std::uint64_t offset = 0;
  std::uint64_t number = 0;  ///< 1-based
};

/// A view of lines. Those of the input itself lie there as they lie in memory; those that were
/// unwrapped have an entry each in `starts`, and one more for the end.
struct TextBlock {
  const char* begin = nullptr;
  const char* end = nullptr;
  LineStart first;                    ///< of the line at `begin`
  const LineStart* starts = nullptr;  ///< by line, or null

  /// Offset of the line at `p`, which is line `index` of the block.
  [[nodiscard]] std::uint64_t offset(const char* p, std::size_t index) const noexcept {
    return starts != nullptr ? starts[index].offset
                             : first.offset + static_cast<std::uint64_t>(p - begin);
  }
  [[nodiscard]] std::uint64_t number(std::size_t index) const noexcept {
    return starts != nullptr ? starts[index].number : first.number + index;
  }
  /// Place of the line [p, next), newline included.
  [[nodiscard]] LinePlace place(const char* p, const char* next, std::size_t index) const noexcept {
    return {number(index), offset(p, index), offset(next, index + 1)};
  }
};

/// Lines that were unwrapped, to be read as one block.
struct LineBatch {
  std::string text;
  std::vector<LineStart> starts;

  [[nodiscard]] bool empty() const noexcept { return starts.empty(); }
  void clear() noexcept {
    text.clear();
    starts.clear();
  }
  /// Adds a line, without its newline.
  void add(std::string_view line, const LineStart& start) noexcept {
    text.append(line).push_back('\n');
    starts.push_back(start);
  }
  /// The block of all lines; `end` is where the input goes on. Valid until the next change.
  TextBlock block(const LineStart& end) noexcept {
    starts.push_back(end);
    return {text.data(), text.data() + text.size(), starts.front(), starts.data()};
  }
};

}  // namespace gowhy
