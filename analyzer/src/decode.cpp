#include "decode.h"

namespace gowhy {
namespace {

constexpr std::size_t kLongestLine = 1u << 20;
constexpr std::uint32_t kReplacement = 0xFFFD;

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

}  // namespace

EncodingGuess guess_encoding(std::string_view head) noexcept {
  if (starts(head, "\xEF\xBB\xBF")) return {Encoding::utf8, 3};
  if (starts(head, "\xFF\xFE")) return {Encoding::utf16_le, 2};
  if (starts(head, "\xFE\xFF")) return {Encoding::utf16_be, 2};
  std::size_t even = 0, odd = 0;
  const std::size_t pairs = head.size() / 2;
  for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
    even += head[i] == '\0' && head[i + 1] != '\0';
    odd += head[i] != '\0' && head[i + 1] == '\0';
  }
  if (pairs >= 4 && odd * 10 >= pairs * 9) return {Encoding::utf16_le, 0};
  if (pairs >= 4 && even * 10 >= pairs * 9) return {Encoding::utf16_be, 0};
  return {};
}

void Utf16Decoder::feed(const char* data, std::size_t size, LineBatch& out) noexcept {
  for (std::size_t i = 0; i < size; ++i) {
    const auto byte = static_cast<std::uint8_t>(data[i]);
    ++offset_;
    if (!has_byte_) {
      byte_ = byte;
      has_byte_ = true;
      continue;
    }
    has_byte_ = false;
    const auto first = static_cast<std::uint32_t>(byte_), second = static_cast<std::uint32_t>(byte);
    unit(big_endian_ ? first << 8 | second : second << 8 | first, out);
  }
}

void Utf16Decoder::unit(std::uint32_t unit, LineBatch& out) noexcept {
  if (high_ != 0) {
    const std::uint32_t high = high_;
    high_ = 0;
    if (unit >= 0xDC00 && unit < 0xE000) {
      append(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
      return;
    }
    append(kReplacement);
  }
  if (unit == '\n') {
    if (!line_.empty() && line_.back() == '\r') line_.pop_back();
    out.add(line_, {start_.number, start_.offset, offset_});
    line_.clear();
    start_ = {offset_, start_.number + 1};
  } else if (unit >= 0xD800 && unit < 0xDC00) {
    high_ = unit;
  } else {
    append(unit >= 0xDC00 && unit < 0xE000 ? kReplacement : unit);
  }
}

void Utf16Decoder::append(std::uint32_t code) noexcept {
  if (line_.size() >= kLongestLine) {
    ++dropped_;
    return;
  }
  const auto put = [&](std::uint32_t byte) { line_.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 63));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 63));
    put(0x80 | (code & 63));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 63));
    put(0x80 | (code >> 6 & 63));
    put(0x80 | (code & 63));
  }
}

void Utf16Decoder::finish(LineBatch& out) noexcept {
  if (line_.empty()) return;
  out.add(line_, {start_.number, start_.offset, offset_});
  line_.clear();
  start_ = {offset_, start_.number + 1};
}

}  // namespace gowhy
