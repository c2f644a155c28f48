// What a log writes in front of every line: a time, a host, a container, a level.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gowhy {

/// The shape of such a prefix, learned from one line and found again in others: numbers and words
/// with digits in them may change, so may the names of months, days and levels; all else must not.
class LogPrefix {
 public:
  /// `prefix` is all that stood before the first character of a dump's line.
  explicit LogPrefix(std::string_view prefix) noexcept;

  /// Length of the prefix of this line, or npos. A line without content may have lost the blanks at
  /// the end of its prefix. Prefixes as long as an earlier one are compared 16 bytes at once.
  [[nodiscard]] std::size_t match(std::string_view line) noexcept;

  /// The same for a text that may go on behind the line, if it begins with the prefix that was
  /// found last; else npos.
  [[nodiscard]] std::size_t match_latest(std::string_view text) const noexcept {
    return matches(samples_[latest_], text) ? samples_[latest_].text.size() : npos;
  }
  [[nodiscard]] std::string_view latest() const noexcept { return samples_[latest_].text; }

  /// Kubernetes' container log (CRI): `TIME stdout|stderr F|P `, where P is a part of a line.
  [[nodiscard]] bool is_cri() const noexcept { return cri_; }
  /// The content stands in quotes, with escapes: `msg="…"`.
  [[nodiscard]] bool is_quoted() const noexcept { return quoted_; }

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  struct Token {
    enum Kind : std::uint8_t { time, digits, word, name, literal, blanks } kind = literal;
    std::string text;
  };
  // A prefix that matched, and where it may differ: digits for digits.
  struct Sample {
    std::string text, digit_mask;
  };
  static constexpr std::size_t kSamples = 4, kLongestSample = 128;

  [[nodiscard]] std::size_t match_tokens(std::string_view line) const noexcept;
  [[nodiscard]] bool matches(const Sample& sample, std::string_view line) const noexcept;
  void remember(std::string_view prefix) noexcept;

  std::vector<Token> tokens_;
  std::array<Sample, kSamples> samples_;
  std::size_t latest_ = 0;
  bool cri_ = false, quoted_ = false;
  bool grep_ = false;  ///< `12:` or `FILE:12:`, which is `12-` on the lines around a match
};

/// Length of the prefix of a line of Kubernetes' container log, 0 if it is none.
std::size_t cri_prefix(std::string_view line) noexcept;

/// True if the text may be the prefix of a log: it ends where a message begins, and is no code.
bool looks_like_prefix(std::string_view text) noexcept;

}  // namespace gowhy
