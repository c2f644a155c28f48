#include "wording.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace gowhy {

std::string number(std::uint64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string count_of(std::uint64_t value, std::string_view noun, std::string_view plural) {
  std::string text = number(value) + " ";
  if (value == 1) return text.append(noun);
  if (!plural.empty()) return text.append(plural);
  return text.append(noun).append("s");
}

std::string time_span(std::int64_t minutes) {
  if (minutes < 180)
    return count_of(static_cast<std::uint64_t>(std::max<std::int64_t>(minutes, 0)), "minute");
  constexpr std::int64_t kHour = 60, kDay = 24 * kHour;
  if (minutes < 2 * kDay) return number(static_cast<std::uint64_t>(minutes / kHour)) + " h";
  return count_of(static_cast<std::uint64_t>(minutes / kDay), "day");
}

std::string decimal(double value) {
  if (value >= 100) return number(static_cast<std::uint64_t>(std::llround(value)));
  char text[32];
  std::snprintf(text, sizeof text, value >= 10 ? "%.0f" : value >= 1 ? "%.1f" : "%.2g", value);
  return text;
}

std::string file_line(const Model& model, std::uint32_t frame) {
  if (frame == kNone) return {};
  const Frame& f = model.dump().symbols.frame_at(frame);
  std::string_view file = model.dump().symbols.text(f.file);
  const std::size_t slash = file.find_last_of("/\\");
  if (slash != std::string_view::npos) file.remove_prefix(slash + 1);
  if (file.empty()) return {};
  std::string text(file);
  if (f.line != 0) text += ":" + std::to_string(f.line);
  return text;
}

std::string place(const Model& model, std::uint32_t frame) {
  if (frame == kNone) return "an unknown place";
  const std::string where = file_line(model, frame);
  return code(short_name(model.name(frame))) + (where.empty() ? "" : " (" + where + ")");
}

std::string_view short_name(std::string_view function) noexcept {
  // Type arguments may hold slashes; the package ends before any bracket.
  const std::size_t bracket = function.find_first_of("[(");
  std::size_t slash = function.substr(0, bracket).rfind('/');
  if (slash == std::string_view::npos) return function;
  // "v3" of github.com/go-ldap/ldap/v3 says nothing alone.
  std::size_t digits = slash + 1;
  while (digits + 1 < function.size() && function[digits + 1] >= '0' &&
         function[digits + 1] <= '9') {
    ++digits;
  }
  const bool ended =
      digits > slash + 1 && digits + 1 < function.size() && function[digits + 1] == '.';
  const bool major = ended && slash > 0 && function[slash + 1] == 'v';
  if (major) {
    const std::size_t before = function.rfind('/', slash - 1);
    slash = before == std::string_view::npos ? slash : before;
  }
  return function.substr(slash + 1);
}

std::string_view short_package(std::string_view function) noexcept {
  const std::string_view name = short_name(function);
  const std::size_t folder = name.rfind('/', name.find('('));
  return name.substr(0, name.find('.', folder == name.npos ? 0 : folder));
}

std::string code(std::string_view name) {
  // A dot in the last element of an import path is %2e in a symbol's name (cmd/internal/objabi,
  // PathToPrefix): nobody writes nats%2ego in Go.
  constexpr std::string_view kDot = "%2e";
  std::string text = "`";
  for (std::size_t dot = name.find(kDot); dot != std::string_view::npos; dot = name.find(kDot)) {
    text.append(name.substr(0, dot)).append(".");
    name.remove_prefix(dot + kDot.size());
  }
  return text.append(name).append("`");
}

std::string list_of(const std::vector<std::string>& items, std::size_t most) {
  std::string text;
  const std::size_t shown = std::min(items.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  if (items.size() > shown) text += " and " + number(items.size() - shown) + " more";
  return text;
}

std::string hex(std::uint64_t address) {
  char text[24];
  std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(address));
  return text;
}

std::string from_absence(const Model& model, std::string_view conclusion, std::string_view question,
                         bool sure) {
  if (model.fragment())
    return ": whether " + std::string(question) + ", only the whole dump shows.";
  if (model.is_profile() && !sure) {
    return ": whether " + std::string(question) +
           ", a profile does not show; `debug=2` shows more.";
  }
  return std::string(conclusion) + (sure ? "." : ", as it seems.");
}

std::string more_behind(std::uint64_t count) {
  return "; " + number(count) + " more " + (count == 1 ? "waits" : "wait") + " behind them";
}

std::string waiting_at_served_channels(std::uint64_t count) {
  return count_of(count, "goroutine") + (count == 1 ? " waits" : " wait") +
         " at a channel that only these serve";
}

std::string oldest_for(std::int32_t minutes, std::uint64_t count) {
  if (minutes <= 0) return {};
  return (count == 1 ? ", for " : ", the oldest for ") + time_span(minutes);
}

std::string without_ages(const Model& model, std::string_view looks_the_same) {
  return (model.is_profile() ? "No ages are printed in a profile: "
                             : "No waits print a minute, which Go counts from the next garbage "
                               "collection on: ") +
         std::string(looks_the_same);
}

std::string_view doing_of(const Model& model, const GroupFacts& facts, bool plural) {
  const bool own = facts.site >= 0 && facts.site == facts.top;
  if (facts.op == Operation::select && !own) {
    if (model.has(facts,
                  {"net/http.(*persistConn).roundTrip", "net/http.(*http2ClientConn).RoundTrip",
                   "net/http.(*http2ClientConn).roundTrip",
                   "golang.org/x/net/http2.(*ClientConn).RoundTrip",
                   "golang.org/x/net/http2.(*ClientConn).roundTrip",
                   "net/http/internal/http2.(*ClientConn).roundTrip"})) {
      return plural ? "wait for the answer to an HTTP request"
                    : "waits for the answer to an HTTP request";
    }
    if (model.has(facts, {"net/http.(*Transport).getConn"})) {
      return plural ? "wait for an HTTP connection" : "waits for an HTTP connection";
    }
    if (model.has(facts, {"database/sql.(*DB).conn"})) {
      return plural ? "wait for a database connection" : "waits for a database connection";
    }
  }
  return doing_words(facts.op, plural);
}

}  // namespace gowhy
