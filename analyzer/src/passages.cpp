#include "passages.h"

#include <algorithm>
#include <string_view>

#include "argument_words.h"
#include "text_scan.h"

namespace gowhy {
namespace {

constexpr std::size_t kMostText = 1u << 20;  // as much as a cache of the processor holds
constexpr char kEnd = '\0';                  // between two passages

// Any digits may stand instead of those from `at` on; returns where they end.
std::size_t make_wild(std::string_view lines, std::size_t at, char* pattern) noexcept {
  for (; is_hex_digit(lines[at]); ++at) pattern[at] = kWild;
  return at;
}

}  // namespace

std::size_t Passages::agree(const Step& step, const char* p, const char* end) const noexcept {
  const std::size_t size = std::min(text_.size() - step.begin, static_cast<std::size_t>(end - p));
  return equal_but_digits(p, text_.data() + step.begin, size);
}

void Passages::forget() noexcept {
  text_.clear();
  steps_.clear();
  words_.clear();
  std::fill(places_.begin(), places_.end(), Place{});
}

void Passages::keep(const Symbols& symbols, const char* text,
                    const std::vector<Read>& calls) noexcept {
  const auto size = static_cast<std::size_t>(calls.back().end - text);
  if (size > kMostText / 4) return;
  if (text_.size() + size > kMostText) forget();
  kept_ += size;
  const std::size_t text_before = text_.size(), words_before = words_.size();
  const auto first = static_cast<std::uint32_t>(steps_.size());
  for (const Read& call : calls) {
    if (!keep_call(symbols, text, call)) {
      text_.resize(text_before);
      words_.resize(words_before);
      steps_.resize(first);
      return;
    }
    text = call.end;
  }
  text_.push_back(kEnd);
  const auto last = static_cast<std::uint32_t>(steps_.size()) - 1;
  for (std::uint32_t i = first; i <= last; ++i) {
    steps_[i].last = last;
    places_[steps_[i].node % kNodes] = {steps_[i].node, i};
  }
}

// False where the call cannot be told from a pattern.
bool Passages::keep_call(const Symbols& symbols, const char* begin, const Read& call) noexcept {
  const std::string_view lines(begin, static_cast<std::size_t>(call.end - begin));
  for (const char c : lines) {
    if (is_wild(c) || c == kEnd) return false;
  }
  const std::size_t newline = lines.find('\n'), open = lines.rfind('(', newline);
  if (newline == std::string_view::npos || open == std::string_view::npos) return false;
  const std::string_view args = lines.substr(open + 1, newline - open - 1);
  Step step;
  step.begin = static_cast<std::uint32_t>(text_.size());
  step.end = step.begin + static_cast<std::uint32_t>(lines.size());
  step.node = call.node;
  step.words_begin = static_cast<std::uint32_t>(words_.size());
  text_.append(lines);
  char* const pattern = text_.data() + step.begin;
  for (std::size_t i = open + 3; i < newline; ++i) {
    if (lines[i - 2] == '0' && lines[i - 1] == 'x') i = make_wild(lines, i, pattern);
  }
  const StackNode& node = symbols.node(call.node);
  const unsigned frame = node.depth - 1u;
  const unsigned wanted = frame < kFramesWithArgs ? symbols.frame_text(node.frame).kept_words : 0;
  each_argument_word(
      args, wanted, call.end,
      [&](unsigned slot, const char* digits, unsigned count, std::uint64_t, bool stale) {
        if (!may_be_pointer(count)) return;
        words_.push_back({static_cast<std::uint32_t>(digits - begin) + count + step.begin,
                          static_cast<std::uint8_t>(frame), static_cast<std::uint8_t>(slot),
                          static_cast<std::uint8_t>(count), stale});
      });
  step.words_end = static_cast<std::uint32_t>(words_.size());
  steps_.push_back(step);
  return true;
}

}  // namespace gowhy
