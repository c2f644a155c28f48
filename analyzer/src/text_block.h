// Lines in memory, one after the other, and where each of them stands in the input.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "format_reader.h"
#include "text_copy.h"

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

/// Lines that were unwrapped, to be read as one block. Their text is no std::string: that of libc++
/// is compiled for size and slow for short lines.
class LineBatch {
 public:
  std::vector<LinePlace> places;

  [[nodiscard]] bool empty() const noexcept { return places.empty(); }
  /// All lines with their newlines, valid until the next change.
  [[nodiscard]] std::string_view text() const noexcept { return {text_.get(), size_}; }
  void clear() noexcept {
    size_ = 0;
    places.clear();
  }
  /// Adds a line, without its newline.
  void add(std::string_view line, const LinePlace& place) noexcept {
    if (capacity_ - size_ <= line.size()) grow(line.size() + 1);
    char* const to = text_.get() + size_;
    copy_bytes(line.data(), to, line.size());
    to[line.size()] = '\n';
    size_ += line.size() + 1;
    places.push_back(place);
  }
  /// Copies what is in front of the first newline in [p, end) behind the last line, which it
  /// becomes with keep(). Returns the newline, or null for a long line, which is none for this.
  const char* copy(const char* p, const char* end) noexcept {
    constexpr std::size_t kLongest = 32u << 10;
    if (capacity_ - size_ < kLongest + 16) grow(kLongest + 16);
    return copy_to_newline(p, end, text_.get() + size_, kLongest);
  }
  void keep(std::size_t copied, const LinePlace& place) noexcept {
    text_[size_ + copied] = '\n';
    size_ += copied + 1;
    places.push_back(place);
  }
  /// The block of all lines, valid until the next change. Not of an empty batch.
  [[nodiscard]] TextBlock block() const noexcept {
    return {text_.get(),
            text_.get() + size_,
            {places.front().offset, places.front().number},
            places.data()};
  }

 private:
  void grow(std::size_t room) noexcept {
    const std::size_t capacity = std::max(capacity_ * 2, size_ + room + 4096);
    std::unique_ptr<char[]> larger(new char[capacity]);  // not cleared: it is filled
    if (size_ > 0) std::memcpy(larger.get(), text_.get(), size_);
    text_ = std::move(larger);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> text_;
  std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace gowhy
