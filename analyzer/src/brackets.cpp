#include "brackets.h"

#include <string>

#include "lines.h"
#include "unwrap.h"

namespace gowhy {

bool Brackets::parse(std::string_view text, Symbols& symbols, Bracket& bracket) noexcept {
  constexpr std::size_t kLongest = 64;
  if (text.size() > kLongest || text.empty()) return false;
  std::string line("goroutine 1 [");
  line.append(text).append("]:");
  HeaderLine header;
  if (!parse_header(line, header) || !header.labels.empty() || may_be_wrapped(line) ||
      text.find('"') != std::string_view::npos) {
    return false;
  }
  bracket.state = symbols.string(header.state);
  bracket.minutes = header.minutes;
  bracket.in_bubble = header.in_bubble;
  bracket.flags = header.flags;
  bracket.text = symbols.text(symbols.string(text));
  return true;
}

std::int32_t take_minutes(std::string_view& text) noexcept {
  constexpr std::string_view kMinutes = " minutes";
  if (text.size() < kMinutes.size() + 3 || text.back() != 's') return -1;
  const std::size_t end = text.size() - kMinutes.size();
  if (!equal_bytes(text.data() + end, kMinutes.data(), kMinutes.size())) return -1;
  std::size_t begin = end;
  std::int32_t value = 0, unit = 1;
  for (; begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9' && end - begin < 9;
       --begin, unit *= 10) {
    value += (text[begin - 1] - '0') * unit;
  }
  if (begin == end || begin < 2 || text[begin - 1] != ' ' || text[begin - 2] != ',') return -1;
  text = text.substr(0, begin - 2);
  return value;
}

}  // namespace gowhy
