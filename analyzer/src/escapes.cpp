#include "escapes.h"

#include <algorithm>

#include "lines.h"
#include "text_scan.h"

namespace gowhy {
namespace {

int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_utf8(std::uint32_t code, std::string& out) noexcept {
  const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
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
    put(0xF0 | (code >> 18 & 7));
    put(0x80 | (code >> 12 & 63));
    put(0x80 | (code >> 6 & 63));
    put(0x80 | (code & 63));
  }
}

// \xHH, \uHHHH, \UHHHHHHHH with `at` on the letter; moves it behind. False if digits are missing.
bool take_code(std::string_view text, std::size_t& at, std::string& out) noexcept {
  const std::size_t width = text[at] == 'x' ? 2 : text[at] == 'u' ? 4 : text[at] == 'U' ? 8 : 0;
  if (width == 0 || at + width >= text.size()) return false;
  std::uint32_t code = 0;
  for (std::size_t i = 1; i <= width; ++i) {
    const int digit = hex_digit(text[at + i]);
    if (digit < 0) return false;
    code = code << 4 | static_cast<std::uint32_t>(digit);
  }
  if (text[at] == 'x') {
    out.push_back(static_cast<char>(code));
  } else {
    append_utf8(code, out);
  }
  at += width + 1;
  return true;
}

// What pages and word processors put instead of a space.
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

struct Entity {
  std::string_view name;
  char value;
};
constexpr Entity kEntities[] = {{"lt;", '<'},   {"gt;", '>'},    {"amp;", '&'},
                                {"quot;", '"'}, {"apos;", '\''}, {"nbsp;", ' '}};

// The entity behind the `&` at text[at]: its size without the `&`, 0 if it is none.
std::size_t entity_at(std::string_view text, std::size_t at, std::uint32_t& value) noexcept {
  text.remove_prefix(at + 1);
  for (const Entity& entity : kEntities) {
    if (text.substr(0, entity.name.size()) == entity.name) {
      value = static_cast<unsigned char>(entity.value);
      return entity.name.size();
    }
  }
  if (text.size() < 3 || text[0] != '#') return 0;
  const bool hex = text[1] == 'x' || text[1] == 'X';
  std::size_t i = hex ? 2 : 1;
  value = 0;
  for (; i < text.size() && i < 9 && text[i] != ';'; ++i) {
    const int digit = hex_digit(text[i]);
    if (digit < 0 || (!hex && digit > 9)) return 0;
    value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
  }
  const bool closed = i < text.size() && text[i] == ';' && i > (hex ? 2u : 1u);
  return closed && value > 0 && value < 0x110000 ? i + 1 : 0;
}

}  // namespace

std::size_t unescape_lines(std::string_view text, std::size_t at, bool quoted,
                           std::uint64_t text_offset, LinePlace& line, LineBatch& out,
                           std::string& rest) noexcept {
  const std::uint64_t text_end = line.end;
  while (at < text.size()) {
    const std::size_t special = text.find_first_of(quoted ? "\\\"" : "\\", at);
    const std::size_t end = special == std::string_view::npos ? text.size() : special;
    rest.append(text.substr(at, end - at));
    at = end;
    if (at >= text.size()) break;
    if (text[at] == '"') {
      line.end = text_end;
      return at + 1;
    }
    if (at + 1 >= text.size()) break;
    ++at;
    switch (text[at]) {
      case 'n':
        // A text that was decoded may be longer than it is in the input.
        line.end = std::min(text_offset + at + 1, text_end);
        // The last escape of the text: the rest of the record belongs to the line.
        if (at + 1 >= text.size() || (quoted && text[at + 1] == '"')) line.end = text_end;
        out.add(rest, line);
        rest.clear();
        line.offset = line.end;
        break;
      case 't':
        rest.push_back('\t');
        break;
      case 'r':
        break;
      case 'x':
      case 'u':
      case 'U':
        if (take_code(text, at, rest)) continue;
        rest.push_back(text[at]);
        break;
      default:
        rest.push_back(text[at]);
    }
    ++at;
  }
  line.end = text_end;
  return text.size();
}

std::size_t find_json_string(std::string_view line, std::string_view key) noexcept {
  for (std::size_t at = line.find(key); at != std::string_view::npos; at = line.find(key, at + 1)) {
    if (at == 0 || line[at - 1] != '"') continue;
    std::size_t i = at + key.size();
    if (i >= line.size() || line[i] != '"') continue;
    ++i;
    while (i < line.size() && line[i] == ' ') ++i;
    if (i >= line.size() || line[i] != ':') continue;
    ++i;
    while (i < line.size() && line[i] == ' ') ++i;
    if (i < line.size() && line[i] == '"') return i + 1;
  }
  return std::string_view::npos;
}

std::string_view json_key_at(std::string_view line, std::size_t at) noexcept {
  std::string_view key, text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '"') continue;
    const std::size_t begin = i + 1;
    for (++i; i < line.size() && line[i] != '"'; ++i) {
      if (line[i] == '\\') ++i;
    }
    text = line.substr(begin, i < line.size() ? i - begin : std::string_view::npos);
    if (at >= begin && at < begin + text.size()) return key;
    const std::size_t next = line.find_first_not_of(' ', i + 1);
    key = next != std::string_view::npos && line[next] == ':' ? text : std::string_view{};
  }
  return {};
}

void strip_ansi(std::string_view line, std::string& out) noexcept {
  out.clear();
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\x1b') {
      out.push_back(line[i]);
      continue;
    }
    if (i + 1 < line.size() && line[i + 1] == '[') {
      // Parameters, then one letter.
      for (i += 2; i < line.size() && (line[i] < '@' || line[i] > '~');) ++i;
    }
  }
}

std::size_t zero_width_at(std::string_view line, std::size_t at) noexcept {
  // U+FEFF, U+200B and U+2060, of three bytes each.
  for (std::string_view mark : {"\xEF\xBB\xBF", "\xE2\x80\x8B", "\xE2\x81\xA0"}) {
    if (line.substr(at, mark.size()) == mark) return mark.size();
  }
  return 0;
}

bool has_zero_width(std::string_view line) noexcept {
  if (is_ascii(line)) return false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if ((line[i] == '\xEF' || line[i] == '\xE2') && zero_width_at(line, i) > 0) return true;
  }
  return false;
}

void remove_zero_width(std::string_view line, std::string& out) noexcept {
  out.clear();
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t size = zero_width_at(line, i);
    if (size == 0) out.push_back(line[i]);
    i += std::max<std::size_t>(size, 1);
  }
}

bool has_entities(std::string_view line) noexcept {
  if (line.find(kNoBreakSpace) != std::string_view::npos) return true;
  std::uint32_t value = 0;
  for (std::size_t at = line.find('&'); at != std::string_view::npos; at = line.find('&', at + 1)) {
    if (entity_at(line, at, value) != 0) return true;
  }
  return false;
}

void decode_entities(std::string_view line, std::string& out) noexcept {
  out.clear();
  for (std::size_t i = 0; i < line.size(); ++i) {
    std::uint32_t value = 0;
    const std::size_t size = line[i] == '&' ? entity_at(line, i, value) : 0;
    if (line.substr(i, kNoBreakSpace.size()) == kNoBreakSpace) {
      out.push_back(' ');
      ++i;
    } else if (size == 0) {
      out.push_back(line[i]);
    } else {
      append_utf8(value, out);
      i += size;
    }
  }
}

}  // namespace gowhy
