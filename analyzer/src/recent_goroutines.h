// Goroutines as they were printed lately, so that one that is printed again is compared with the
// text as one piece instead of being taken apart call by call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dump.h"

namespace gowhy {

/// Some of the texts read last, as a tree: each branch looks at one byte in which texts differ.
/// Whatever is forgotten, the reader only loses time.
class RecentGoroutines {
 public:
  /// Digits that differ each time, of an argument that may be a pointer.
  struct Word {
    std::uint16_t end = 0;  ///< behind the last one in the text
    std::uint8_t digits = 0;
    std::uint8_t slot = 0;
    Arg frame_and_slot{0};  ///< its argument, but for the address
  };
  /// What stands behind a header, up to and with the empty line behind the stack, but for the
  /// number of the goroutine that created it.
  struct Text {
    std::uint32_t begin = 0;                         ///< of its pattern
    std::uint32_t head = 0;                          ///< bytes before that number, or all
    std::uint32_t tail = 0;                          ///< bytes behind it
    std::uint32_t digits_begin = 0, digits_end = 0;  ///< bytes that must be digits
    std::uint32_t words_begin = 0, words_end = 0;
    std::uint32_t node = 0;            ///< the stack
    std::uint32_t created_by = kNone;  ///< frame id
    std::uint32_t lines = 0;           ///< without the empty one
  };
  /// A text that was found.
  struct Found {
    const Text* text = nullptr;  ///< null if none was; valid until `keep`
    const char* end = nullptr;   ///< behind the empty line
    std::uint64_t creator = 0;   ///< the number, 0 where none is printed
  };

  /// The text that stands at p, behind a header that says `state`: any number that differs with
  /// what the stack's group needs to know of it. The 16 bytes before p must be readable.
  Found find(std::uint64_t state, const char* p, const char* end) noexcept;
  [[nodiscard]] std::span<const Word> words(const Text& text) const noexcept {
    return {words_.data() + text.words_begin, words_.data() + text.words_end};
  }

  /// Keeps the text [p, end), which was not found, once it has come for the second time. `end` is
  /// behind the empty line; of `text` stack, creator and lines are given.
  void keep(const Symbols& symbols, std::uint64_t state, const char* p, const char* end,
            Text text) noexcept;

 private:
  // 16 bytes of the text, and which of them must be digits.
  struct Digits {
    std::uint16_t at = 0, bits = 0;
  };
  // What is known below a hash: nothing, that a text came once, a text, or a byte to look at.
  struct Place {
    std::uint32_t tag = 0;
    std::uint32_t content = 0xFFFFFFFFu;
  };

  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const noexcept;
  void put(std::uint64_t hash, std::uint32_t content) noexcept;
  std::uint32_t descend(std::uint64_t& hash, const char* p, const char* end) const noexcept;
  Found match(const Text& text, const char* p, const char* end) const noexcept;
  bool add(const Symbols& symbols, std::string_view lines, Text text) noexcept;
  void add_digits(std::string_view pattern) noexcept;
  void branch(std::uint64_t hash, std::uint32_t a, std::uint32_t b) noexcept;
  void grow() noexcept;
  void forget() noexcept;

  std::string patterns_;  // a digit that differs each time is kWild
  std::vector<Text> texts_;
  std::vector<Digits> digits_;
  std::vector<Word> words_;
  std::vector<Place> places_ = std::vector<Place>(1 << 10);
  std::size_t used_places_ = 0;
  std::uint64_t found_ = 0, kept_ = 0;  // bytes
  std::uint32_t refused_ = 0;           // texts that were not kept, since keeping was of no use
};

}  // namespace gowhy
