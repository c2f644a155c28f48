#include "frame_match.h"

#include <algorithm>

#include "hex_digits.h"
#include "text_equal.h"
#include "text_scan.h"

namespace gowhy {
namespace {

constexpr std::string_view kIn = " in goroutine ";

// ` +0x1d`, ` fp=0x… sp=0x… pc=0x…` or nothing, and the end of the line.
const char* after_any_place(const char* q, const char* end) noexcept {
  if (*q == '\n') return q + 1;
  if (end - q < 6 || q[0] != ' ') return nullptr;
  if (q[1] == '+') {
    if (q[2] != '0' || q[3] != 'x') return nullptr;
    for (q += 4; q < end && is_hex_digit(*q);) ++q;
    if (q[-1] == 'x' || q == end) return nullptr;
    if (*q == '\n') return q + 1;
    if (end - q < 6) return nullptr;
  }
  if (q[0] != ' ' || q[1] != 'f' || q[2] != 'p' || q[3] != '=' || q[4] != '0' || q[5] != 'x') {
    return nullptr;
  }
  // Anything else in the line may be what another writer wrote into it.
  q = skip_registers(q, end);
  return q == end || *q != '\n' ? nullptr : q + 1;
}

// What stands behind a place: nearly always what stood there last, since it is the same call.
const char* after_place(const char* q, const char* end, FrameText& frame) noexcept {
  constexpr std::size_t kRest = FrameText::kRest;
  const bool whole = static_cast<std::size_t>(end - q) >= kRest;
  if (whole && frame.rest_size != 0 && equal_heads(q, frame.rest(), frame.rest_size)) {
    return q + frame.rest_size;
  }
  const char* const next = after_any_place(q, end);
  if (whole && next != nullptr && static_cast<std::size_t>(next - q) <= kRest) {
    std::copy(q, q + kRest, frame.rest());
    frame.rest_size = static_cast<std::uint8_t>(next - q);
  }
  return next;
}

}  // namespace

const char* match_call(FrameText& frame, const char* p, const char* end,
                       std::string_view& args) noexcept {
  const std::size_t name = frame.name, place = frame.place;
  // Behind the name there are at least parentheses, a newline, a tab and a newline.
  if (static_cast<std::size_t>(end - p) < name + place + 8) return nullptr;
  if (p[name] != '(' || !equal_bytes(p, frame.text, name) || place == 0) return nullptr;
  const char* const first = p + name + 1;
  const char* const close = skip_arguments(first, end);
  if (end - close < 2 || *close != ')' || close[1] != '\n') return nullptr;
  const bool inlined = close - first == 3 && first[0] == '.' && first[1] == '.' && first[2] == '.';
  if (inlined != frame.inlined) return nullptr;
  const char* q = close + 2;
  while (q < end && (*q == '\t' || *q == ' ')) ++q;
  if (static_cast<std::size_t>(end - q) <= place) return nullptr;
  if (!equal_bytes(q, frame.text + name, place)) return nullptr;
  args = {first, static_cast<std::size_t>(close - first)};
  return after_place(q + place, end, frame);
}

const char* match_creator(FrameText& frame, const char* p, const char* end,
                          std::uint64_t& goroutine) noexcept {
  const std::size_t name = frame.name, place = frame.place;
  // Enough for the longest number, so that the digits need no check against the end.
  if (place == 0 || static_cast<std::size_t>(end - p) < name + place + 48) return nullptr;
  if (!equal_bytes(p, frame.text, name)) return nullptr;
  p += name;
  std::uint64_t number = 0;
  if (*p == ' ') {
    if (!equal_bytes(p, kIn.data(), kIn.size())) return nullptr;
    p += kIn.size();
    const char* const digits = p;
    while (is_digit(*p) && p - digits < 18) {
      number = number * 10 + static_cast<std::uint64_t>(*p++ - '0');
    }
    if (p == digits) return nullptr;
  }
  if (*p != '\n') return nullptr;
  ++p;
  while (*p == '\t') ++p;
  if (static_cast<std::size_t>(end - p) <= place) return nullptr;
  if (!equal_bytes(p, frame.text + name, place)) return nullptr;
  goroutine = number;
  return after_place(p + place, end, frame);
}

}  // namespace gowhy
