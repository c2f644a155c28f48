// What stands in the brackets of the headers, taken apart once for all goroutines that print it.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "symbols.h"
#include "text_scan.h"

namespace gowhy {

/// `[select, locked to thread]`, taken apart.
struct Bracket {
  std::string_view text;
  std::uint32_t state = kNone;
  std::int32_t minutes = -1;
  std::uint8_t flags = 0;
  bool in_bubble = false;
};

/// Takes `, 12 minutes` off the end of the text: with it there would be too many different ones.
/// Returns the number, or -1 without.
std::int32_t take_minutes(std::string_view& text) noexcept;

/// The brackets met lately, by hash.
class Brackets {
 public:
  /// Null if the text is not of the usual kind: it is to be judged line by line. Valid until
  /// another text takes its place.
  Bracket* find(std::string_view text, Symbols& symbols) noexcept {
    Bracket& bracket = latest_[place_of(text)];
    const bool known = bracket.text.size() == text.size() && !text.empty() &&
                       equal_bytes(bracket.text.data(), text.data(), text.size());
    return known || parse(text, symbols, bracket) ? &bracket : nullptr;
  }

 private:
  static constexpr std::size_t kCount = 128;

  // There are few of them, and they differ at their ends.
  static std::size_t place_of(std::string_view text) noexcept {
    std::uint64_t first = 0, last = 0;
    if (text.size() >= 8) {
      std::memcpy(&first, text.data(), 8);
      std::memcpy(&last, text.data() + text.size() - 8, 8);
    } else if (!text.empty()) {
      std::memcpy(&first, text.data(), text.size());
    }
    return static_cast<std::size_t>(((first ^ (last << 1)) * 0x9E3779B97F4A7C15ull) >> 57) % kCount;
  }
  static bool parse(std::string_view text, Symbols& symbols, Bracket& bracket) noexcept;

  std::array<Bracket, kCount> latest_;
};

}  // namespace gowhy
