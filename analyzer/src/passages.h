// Passages of stacks as they were printed lately, so that frames that come again are compared with
// the text as one piece instead of being taken apart line by line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "symbols.h"

namespace gowhy {

/// A few of the texts read last. Whatever is forgotten, the reader only loses time.
class Passages {
 public:
  /// A word of an argument list that may be a pointer; its digits differ each time.
  struct Word {
    std::uint32_t end = 0;  ///< behind its last digit in the text
    std::uint8_t frame = 0, slot = 0, digits = 0;
    bool stale = false;
  };
  /// A call: both its lines, and the node of the stack that ends with it.
  struct Step {
    std::uint32_t begin = 0, end = 0;  ///< in the text
    std::uint32_t node = kNone;
    std::uint32_t words_begin = 0, words_end = 0;  ///< of its Words
    std::uint32_t last = 0;                        ///< the last step of its passage
  };
  /// A call that was read by itself.
  struct Read {
    const char* end = nullptr;
    std::uint32_t node = kNone;
  };

  /// The step that ends at `node`, or kNone.
  [[nodiscard]] std::uint32_t step_to(std::uint32_t node) const noexcept {
    const Place& place = places_[node % kNodes];
    return place.node == node ? place.step : kNone;
  }
  [[nodiscard]] const Step& step(std::uint32_t id) const noexcept { return steps_[id]; }
  [[nodiscard]] const Word& word(std::uint32_t id) const noexcept { return words_[id]; }

  /// How many bytes at the start of [p, end) are those of the passage from `step` on, whatever the
  /// digits of its arguments are.
  [[nodiscard]] std::size_t agree(const Step& step, const char* p, const char* end) const noexcept;
  void replayed(std::size_t bytes) noexcept { replayed_ += bytes; }
  void read_singly(std::size_t bytes) noexcept { singly_ += bytes; }
  /// Looking for passages pays: where stacks do not come again, it is in vain.
  [[nodiscard]] bool help() const noexcept { return singly_ <= replayed_ * 4 + kFirstText * 4; }

  /// Keeping more is likely to be of use.
  [[nodiscard]] bool wanted() const noexcept { return kept_ <= replayed_ / 2 + kFirstText; }
  /// Keeps the calls that stand from `text` on and were read one by one.
  void keep(const Symbols& symbols, const char* text, const std::vector<Read>& calls) noexcept;

 private:
  struct Place {
    std::uint32_t node = kNone, step = kNone;
  };
  static constexpr std::size_t kNodes = 1 << 13;
  static constexpr std::size_t kFirstText = 1u << 17;

  void forget() noexcept;
  bool keep_call(const Symbols& symbols, const char* begin, const Read& call) noexcept;

  std::string text_;  // a digit that differs each time is kWild
  std::vector<Step> steps_;
  std::vector<Word> words_;
  std::vector<Place> places_ = std::vector<Place>(kNodes);  // by node, the latest
  std::uint64_t kept_ = 0, replayed_ = 0, singly_ = 0;      // bytes
};

}  // namespace gowhy
