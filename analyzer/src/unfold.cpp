#include "unfold.h"

#include <algorithm>
#include <string>

#include "lines.h"
#include "text_scan.h"

namespace gowhy {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

// The part [begin, end) of a line that stands at `place`. A line that was decoded may be longer
// than it is in the input.
LinePlace part_of(const LinePlace& place, std::size_t begin, std::size_t end) noexcept {
  return {place.number, std::min(place.offset + begin, place.end),
          std::min(place.offset + end, place.end)};
}

// A place in a line: where its path begins, and where its end is, ` +0x1d` included.
struct Place {
  std::size_t begin = npos, end = npos;
};

Place find_place(std::string_view line, std::size_t from) noexcept {
  for (std::size_t at = from; (at = line.find(".go:", at)) != npos; ++at) {
    std::size_t end = at + 4;
    while (end < line.size() && is_digit(line[end])) ++end;
    if (end == at + 4 || (end < line.size() && !is_blank(line[end]))) continue;
    std::size_t begin = at;
    while (begin > from && !is_blank(line[begin - 1])) --begin;
    constexpr std::string_view kOffset = " +0x";
    if (line.substr(end, kOffset.size()) == kOffset) {
      end += kOffset.size();
      while (end < line.size() && !is_blank(line[end])) ++end;
    }
    return {begin, end};
  }
  return {};
}

std::size_t header_end(std::string_view text) noexcept {
  if (text.substr(0, 10) != "goroutine ") return npos;
  const std::size_t close = text.find("]:");
  HeaderLine header;
  return close != npos && parse_header(text.substr(0, close + 2), header) ? close + 2 : npos;
}

bool is_call_or_creator(std::string_view text) noexcept {
  CallLine call;
  CreatedLine created;
  return parse_call(text, call) || parse_created(text, created);
}

class Unfolder {
 public:
  Unfolder(std::string_view line, const LinePlace& place, LineBatch& out) noexcept
      : line_(line), place_(place), out_(out) {}

  // What stands before a place: headers, and the call.
  void add_calls(std::size_t begin, std::size_t end) noexcept {
    while (begin < end && is_blank(line_[begin])) ++begin;
    const std::size_t header = header_end(line_.substr(begin, end - begin));
    if (header != npos) {
      add(begin, begin + header);
      add_calls(begin + header, end);
    } else if (begin < end) {
      add(begin, end);
    }
  }

  void add(std::size_t begin, std::size_t end) noexcept {
    out_.add(trim(line_.substr(begin, end - begin)), part_of(place_, begin, end));
  }

  void add_place(const Place& place) noexcept {
    std::string text("\t");
    text.append(line_.substr(place.begin, place.end - place.begin));
    out_.add(text, part_of(place_, place.begin, place.end));
  }

 private:
  std::string_view line_;
  LinePlace place_;
  LineBatch& out_;
};

// <br>, </span>, <p class="x">: the size of the tag at `at`, 0 if it is none of these.
std::size_t tag_at(std::string_view line, std::size_t at, bool& ends_line) noexcept {
  std::size_t i = at + 1;
  const bool closing = i < line.size() && line[i] == '/';
  if (closing) ++i;
  std::size_t end = i;
  while (end < line.size() && ((line[end] | 32) >= 'a' && (line[end] | 32) <= 'z')) ++end;
  const std::string_view name = line.substr(i, end - i);
  struct Tag {
    std::string_view name;
    bool line;
  };
  constexpr Tag kTags[] = {{"br", true},  {"p", true},     {"div", true},  {"li", true},
                           {"tr", true},  {"span", false}, {"td", false},  {"code", false},
                           {"pre", true}, {"b", false},    {"font", false}};
  for (const Tag& tag : kTags) {
    if (tag.name != name) continue;
    // Attributes have a blank before them; a type parameter does not.
    if (end < line.size() && line[end] == ' ') {
      const std::size_t close = line.find('>', end);
      if (close == npos || close - end > 256) return 0;
      end = close;
    } else if (end < line.size() && line[end] == '/') {
      ++end;
    }
    if (end >= line.size() || line[end] != '>') return 0;
    ends_line = tag.line && (closing || name == "br");
    return end + 1 - at;
  }
  return 0;
}

}  // namespace

bool is_folded(std::string_view line) noexcept {
  const Place place = find_place(line, 0);
  if (place.begin == npos || place.begin < 2) return false;
  const std::string_view before = trim(line.substr(0, place.begin));
  if (before.empty()) return false;
  const std::size_t header = header_end(before);
  return is_call_or_creator(header == npos ? before : trim(before.substr(header)));
}

bool unfold(std::string_view line, const LinePlace& place, LineBatch& out) noexcept {
  if (!is_folded(line)) return false;
  Unfolder unfolder(line, place, out);
  std::size_t from = 0;
  for (Place found = find_place(line, 0); found.begin != npos; found = find_place(line, from)) {
    unfolder.add_calls(from, found.begin);
    unfolder.add_place(found);
    from = found.end;
  }
  unfolder.add_calls(from, line.size());
  return true;
}

bool has_tags(std::string_view line) noexcept {
  bool ends_line = false;
  for (std::size_t at = line.find('<'); at != npos; at = line.find('<', at + 1)) {
    if (tag_at(line, at, ends_line) != 0) return true;
  }
  return false;
}

void split_at_tags(std::string_view line, const LinePlace& place, LineBatch& out) noexcept {
  std::string text;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < line.size();) {
    bool ends_line = false;
    const std::size_t size = line[i] == '<' ? tag_at(line, i, ends_line) : 0;
    if (size == 0) {
      text.push_back(line[i++]);
      continue;
    }
    i += size;
    if (!ends_line) continue;
    out.add(text, part_of(place, begin, i));
    text.clear();
    begin = i;
  }
  if (!text.empty() || begin == 0) out.add(text, part_of(place, begin, line.size()));
}

bool has_inner_return(std::string_view line) noexcept {
  while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line.find('\r') != npos;
}

void split_at_returns(std::string_view line, const LinePlace& place, LineBatch& out) noexcept {
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find('\r', begin), line.size());
    out.add(line.substr(begin, end - begin), part_of(place, begin, end + 1));
    begin = end + 1;
  }
}

}  // namespace gowhy
