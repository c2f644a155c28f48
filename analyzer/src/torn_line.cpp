#include "torn_line.h"

#include <utility>

#include "text_scan.h"

namespace gowhy {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kLongestTorn = 1 << 16;

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

// True if the text has digits where the shape has 0, and its other characters; '-' and 'T' stand
// for what different logs write there.
bool has_shape(std::string_view text, std::string_view shape) noexcept {
  if (text.size() < shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const char c = text[i];
    const bool fits = shape[i] == '0'   ? is_digit(c)
                      : shape[i] == '-' ? c == '-' || c == '/'
                      : shape[i] == 'T' ? c == 'T' || c == ' '
                                        : c == shape[i];
    if (!fits) return false;
  }
  return true;
}

// `level=error`, `  service=billing`, but not the `pc=0x…` of a dump.
bool is_field(std::string_view line) noexcept {
  std::size_t i = line.find_first_not_of(" \t");
  if (i == npos) return false;
  const std::string_view text = line.substr(i);
  for (i = 0; i < text.size() && (is_letter(text[i]) || text[i] == '_' || text[i] == '.');) ++i;
  if (i == 0 || i + 1 >= text.size() || text[i] != '=' || text[i + 1] == ' ') return false;
  return text.substr(i + 1, 2) != "0x";
}

bool begins_record(std::string_view line) noexcept {
  if (starts(line, "{\"") && line.back() == '}') return true;
  if (starts(line, "[GIN] ")) return true;
  const bool level = !line.empty() && std::string_view("IWEF").find(line.front()) != npos;
  if (level && has_shape(line.substr(1), "0000 00:00:00.")) return true;  // klog
  if (is_field(line)) return true;
  if (has_shape(line, "00:00:00 ") || has_shape(line, "00:00:00.")) return true;
  // zerolog's console: 9:37AM, 10:37PM.
  for (std::string_view shape : {"0:00", "00:00"}) {
    if (!has_shape(line, shape)) continue;
    const std::string_view half = line.substr(shape.size(), 3);
    if (half == "AM " || half == "PM ") return true;
  }
  // syslog: Nov 23 10:00:00, Nov  3 10:00:00.
  return line.size() > 15 && is_letter(line[0]) && is_letter(line[2]) && line[3] == ' ' &&
         has_shape(line.substr(6), " 00:00:00 ");
}

// Before the date of a record there may be the bracket, quote or key that belong to it.
std::size_t with_opening(std::string_view line, std::size_t date) noexcept {
  for (std::string_view opening : {"time=\"", "time=", "ts=", "t=", "\x1b[90m", "["}) {
    const std::size_t size = opening.size();
    if (date >= size && line.substr(date - size, size) == opening) return date - size;
  }
  return date;
}

}  // namespace

std::size_t find_record(std::string_view line) noexcept {
  if (begins_record(line)) return 0;
  for (std::size_t i = line.find_first_of("-/", 4); i != npos;
       i = line.find_first_of("-/", i + 1)) {
    if (!has_shape(line.substr(i - 4), "0000-00-00T00:00")) continue;
    return with_opening(line, i - 4);
  }
  if (line.empty() || line.back() != '}') return npos;
  return line.find("{\"");
}

bool is_place_rest(std::string_view line) noexcept {
  const std::size_t pc = line.rfind("pc=0x");
  return pc != npos && line.find_first_not_of("0123456789abcdefx spc=") == npos;
}

bool TornLine::hold(std::string_view beginning, const LinePlace& place) noexcept {
  bool fits = false;
  for (std::string_view word : {"goroutine ", "created by "}) {
    fits = fits || starts(beginning, word) || starts(word, beginning);
  }
  // A place, or a call: no blank before its arguments.
  fits =
      fits || starts(beginning, "\t") || beginning.substr(0, beginning.find('(')).find(' ') == npos;
  if (!fits || beginning.size() > kLongestTorn) return false;
  text_ = beginning;
  place_ = place;
  held_ = true;
  return true;
}

void TornLine::append(std::string_view part) noexcept {
  if (text_.size() < kLongestTorn) text_.append(part.substr(0, kLongestTorn));
}

std::string TornLine::join(std::string_view rest, std::uint64_t end, LinePlace& place) noexcept {
  append(rest);
  place = {place_.number, place_.offset, end};
  held_ = false;
  return std::exchange(text_, {});
}

}  // namespace gowhy
