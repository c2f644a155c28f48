// Bytes to UTF-8: byte order marks, and UTF-16 as PowerShell's `>` writes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text_block.h"

namespace gowhy {

enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be };

struct EncodingGuess {
  Encoding encoding = Encoding::utf8;
  std::size_t mark = 0;  ///< bytes of the byte order mark
};

/// Judges by the first bytes of an input; 32 are enough. Without a mark, text in which every other
/// byte is NUL is UTF-16.
EncodingGuess guess_encoding(std::string_view head) noexcept;

/// Cuts UTF-16 into lines of UTF-8. Offsets stay those of the bytes that were fed.
class Utf16Decoder {
 public:
  Utf16Decoder(Encoding encoding, std::uint64_t offset) noexcept
      : big_endian_(encoding == Encoding::utf16_be), offset_(offset), start_{offset, 1} {}

  /// Adds the lines that are complete, without their line ends.
  void feed(const char* data, std::size_t size, LineBatch& out) noexcept;
  /// Adds the last line, if it has no line end.
  void finish(LineBatch& out) noexcept;
  /// Where the next line begins.
  [[nodiscard]] LineStart next() const noexcept { return start_; }
  /// Bytes of overlong lines that were left out.
  [[nodiscard]] std::uint64_t dropped() const noexcept { return dropped_; }

 private:
  void unit(std::uint32_t unit, LineBatch& out) noexcept;
  void append(std::uint32_t code) noexcept;

  std::string line_;
  bool big_endian_, has_byte_ = false;
  std::uint8_t byte_ = 0;
  std::uint32_t high_ = 0;  // first half of a surrogate pair
  std::uint64_t offset_ = 0, dropped_ = 0;
  LineStart start_;
};

}  // namespace gowhy
