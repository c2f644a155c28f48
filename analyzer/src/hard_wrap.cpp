#include "hard_wrap.h"

#include <algorithm>
#include <vector>

#include "lines.h"
#include "text_scan.h"

namespace gowhy {
namespace {

constexpr std::size_t kFewestColumns = 40, kMostColumns = 400;
constexpr std::size_t kLongestLine = 1u << 20;

std::string_view without_return(std::string_view line) noexcept {
  while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

std::size_t columns_of(std::string_view line, bool tabs) noexcept {
  std::size_t columns = 0;
  for (const char c : line) {
    if (c == '\t' && tabs) {
      columns = (columns / 8 + 1) * 8;
    } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80) {
      ++columns;
    }
  }
  return columns;
}

// Nothing that goes on in the middle of a line looks like that.
bool begins_line(std::string_view line) noexcept {
  const auto starts = [&](std::string_view with) { return line.substr(0, with.size()) == with; };
  CallLine call;
  return trim(line).empty() || starts("\t") || starts("    ") || starts("goroutine ") ||
         starts("created by ") || is_elided(line) || parse_call(line, call);
}

struct Breaks {
  std::size_t full = 0, broken = 0, marked = 0;  // lines of full width; that go on; with a `=`
};

Breaks breaks_at(const std::vector<std::string_view>& lines, std::size_t columns, bool tabs) {
  Breaks breaks;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (columns_of(lines[i], tabs) != columns) continue;
    ++breaks.full;
    if (begins_line(lines[i + 1])) continue;
    ++breaks.broken;
    breaks.marked += lines[i].back() == '=' ? 1 : 0;
  }
  return breaks;
}

int hex_digit(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// `=3D` is `=`.
void decode_quoted(std::string& line) noexcept {
  std::size_t to = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const int high = line[i] == '=' && i + 2 < line.size() ? hex_digit(line[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(line[i + 2]) : -1;
    line[to++] = low >= 0 ? static_cast<char>(high * 16 + low) : line[i];
    if (low >= 0) i += 2;
  }
  line.resize(to);
}

}  // namespace

HardWrap guess_hard_wrap(std::string_view head) noexcept {
  std::vector<std::string_view> lines;  // from the first header on
  for (const char *p = head.data(), *end = p + head.size(); p < end;) {
    const char* const newline = find_newline(p, end);
    if (newline == end) break;
    const std::string_view line = without_return({p, static_cast<std::size_t>(newline - p)});
    HeaderLine header;
    if (!lines.empty() || (line.substr(0, 10) == "goroutine " && parse_header(line, header))) {
      lines.push_back(line);
    }
    p = newline + 1;
  }
  for (const bool tabs : {false, true}) {
    std::size_t columns = 0;
    for (std::string_view line : lines) columns = std::max(columns, columns_of(line, tabs));
    if (columns < kFewestColumns || columns > kMostColumns) continue;
    constexpr std::size_t kFewest = 3;
    const Breaks breaks = breaks_at(lines, columns, tabs);
    if (breaks.broken < kFewest || breaks.broken * 3 < breaks.full * 2) continue;
    return {columns, tabs, breaks.marked == breaks.broken};
  }
  return {};
}

void LineJoiner::feed(const char* data, std::size_t size, LineBatch& out) noexcept {
  for (const char *p = data, *end = data + size; p < end;) {
    const char* const newline = find_newline(p, end);
    const auto part = static_cast<std::size_t>(newline - p);
    if (line_.size() < kLongestLine) line_.append(p, std::min(part, kLongestLine));
    offset_ += part;
    if (newline == end) return;
    ++offset_;
    end_line(out);
    p = newline + 1;
  }
}

void LineJoiner::end_line(LineBatch& out) noexcept {
  const std::string_view line = without_return(line_);
  const bool goes_on = wrap_.quoted || !begins_line(line);
  if (open_ && (!goes_on || joined_.size() >= kLongestLine)) flush(out);
  const bool marked = wrap_.quoted && !line.empty() && line.back() == '=';
  joined_.append(line.substr(0, line.size() - (marked ? 1 : 0)));
  joined_end_ = offset_;
  ++number_;
  open_ = wrap_.quoted ? marked : columns_of(line, wrap_.tabs) == wrap_.columns;
  line_.clear();
  if (!open_) flush(out);
}

void LineJoiner::flush(LineBatch& out) noexcept {
  if (wrap_.quoted) decode_quoted(joined_);
  out.add(joined_, {start_.number, start_.offset, joined_end_});
  joined_.clear();
  start_ = {joined_end_, number_};
  open_ = false;
}

void LineJoiner::finish(LineBatch& out) noexcept {
  if (!line_.empty()) end_line(out);
  if (open_) flush(out);
}

}  // namespace gowhy
