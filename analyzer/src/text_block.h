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
/// unwrapped have an entry each in `places`.
struct TextBlock {
  const char* begin = nullptr;
  const char* end = nullptr;
  LineStart first;                    ///< of the line at `begin`
  const LinePlace* places = nullptr;  ///< by line, or null

  /// Offset of the line at `p`, which is line `index` of the block.
  [[nodiscard]] std::uint64_t offset(const char* p, std::size_t index) const noexcept {
    return places != nullptr ? places[index].offset
                             : first.offset + static_cast<std::uint64_t>(p - begin);
  }
  [[nodiscard]] std::uint64_t number(std::size_t index) const noexcept {
    return places != nullptr ? places[index].number : first.number + index;
  }
  /// Offset behind line `index`, `next` being the line after it.
  [[nodiscard]] std::uint64_t end_offset(const char* next, std::size_t index) const noexcept {
    return places != nullptr ? places[index].end
                             : first.offset + static_cast<std::uint64_t>(next - begin);
  }
  /// Place of the line [p, next), newline included.
  [[nodiscard]] LinePlace place(const char* p, const char* next, std::size_t index) const noexcept {
    return {number(index), offset(p, index), end_offset(next, index)};
  }
  /// The lines from `p` on, which is line `index`.
  [[nodiscard]] TextBlock from(const char* p, std::size_t index) const noexcept {
    if (p == end) return {p, end, {}, nullptr};
    return {
        p, end, {offset(p, index), number(index)}, places == nullptr ? nullptr : places + index};
  }
};

/// Lines that were unwrapped, to be read as one block.
struct LineBatch {
  std::string text;
  std::vector<LinePlace> places;

  [[nodiscard]] bool empty() const noexcept { return places.empty(); }
  void clear() noexcept {
    text.clear();
    places.clear();
  }
  /// Adds a line, without its newline.
  void add(std::string_view line, const LinePlace& place) noexcept {
    text.append(line).push_back('\n');
    places.push_back(place);
  }
  /// The block of all lines, valid until the next change. Not of an empty batch.
  [[nodiscard]] TextBlock block() const noexcept {
    return {text.data(),
            text.data() + text.size(),
            {places.front().offset, places.front().number},
            places.data()};
  }
};

}  // namespace gowhy
