#include "unwrap.h"

#include <algorithm>
#include <utility>

#include "escapes.h"
#include "json_scan.h"
#include "lines.h"
#include "text_scan.h"
#include "unfold.h"

namespace gowhy {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kPrefixes = 8, kJsonLogs = 4;
constexpr std::size_t kLongestPartial = 1u << 20;

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

// First words of a dump's lines. A weak one is found in ordinary messages too.
struct Mark {
  std::string_view text;
  bool weak;
};
constexpr Mark kMarks[] = {
    {"[signal SIG", false},  // before the signals: they stand in it
    {"SIGQUIT: quit", false},
    {"SIGABRT: abort", false},
    {"SIGSEGV: segmentation violation", false},
    {"SIGBUS: bus error", false},
    {"SIGFPE: floating-point exception", false},
    {"SIGILL: illegal instruction", false},
    {"SIGTRAP: trace trap", false},
    {"SIGSYS: bad system call", false},
    {"WARNING: DATA RACE", false},
    {"goroutine profile: total ", false},
    {"goroutineleak profile: total ", false},
    {"POTENTIAL DEADLOCK:", false},
    {"[originating from goroutine ", false},
    {"http: panic serving ", false},
    {"runtime stack:", false},
    {"runtime: failed to create new OS thread", false},
    {"runtime: goroutine stack exceeds ", false},
    {"unexpected fault address 0x", false},
    {"Exception 0xc0000005 0x", false},
    {"fatal error: ", true},
    {"panic: ", true},
    {"created by ", true},
    {"found unexpected goroutines:", true},
    {"--- FAIL: ", true},
    {"=== RUN ", true},
};

// `Goroutine 7 - User: …`, `[Goroutine 7 in state …`: a debugger's list, goleak's.
std::size_t find_listed_goroutine(std::string_view line) noexcept {
  for (std::size_t at = line.find("Goroutine "); at != npos; at = line.find("Goroutine ", at + 1)) {
    std::size_t i = at + 10;
    while (i < line.size() && is_digit(line[i])) ++i;
    if (i == at + 10) continue;
    if (starts(line.substr(i), " - User: ") || starts(line.substr(i), " - Runtime: ") ||
        starts(line.substr(i), " - Start: ") || starts(line.substr(i), " in state ")) {
      const bool marked = at >= 2 && line.substr(at - 2, 2) == "* ";
      return at > 0 && line[at - 1] == '[' ? at - 1 : marked ? at - 2 : at;
    }
  }
  return npos;
}

std::size_t find_mark(std::string_view line) noexcept {
  std::size_t at = find_inner_header(line);
  if (at != npos) return at;
  at = find_listed_goroutine(line);
  if (at != npos && at > 0) return at;
  for (const Mark& mark : kMarks) {
    at = line.find(mark.text);
    if (at == npos) continue;
    if (at == 0) return npos;
    // Words of a message alone are no log: a time or a bar must stand before them.
    const std::string_view before = line.substr(0, at);
    const bool log = before.find_first_of("0123456789|>{") != npos;
    if (!mark.weak || log) return at;
  }
  return npos;
}

constexpr std::string_view kWhy = "runtime error: ";

bool says_why(std::string_view text) noexcept { return text.find(kWhy) != npos; }

// What a recovered panic said stands in the same record before its stack: it becomes a line of its
// own, without what would be taken for a wrapping again.
bool add_message(std::string_view before, const LinePlace& place, LineBatch& out) noexcept {
  const std::size_t at = before.find(kWhy);
  if (at == npos) return false;
  out.add("recovered: " + std::string(before.substr(at)), place);
  return true;
}

}  // namespace

std::size_t find_inner_header(std::string_view line) noexcept {
  for (std::size_t at = line.find("goroutine ", 1); at != npos;
       at = line.find("goroutine ", at + 1)) {
    std::size_t i = at + 10;
    while (i < line.size() && is_digit(line[i])) ++i;
    if (i == at + 10) continue;
    const std::string_view rest = line.substr(i);
    if (!starts(rest, " [") && !starts(rest, " gp=0x")) continue;
    const std::size_t close = rest.find(']');
    if (close == npos || close + 1 >= rest.size()) continue;
    if (rest[close + 1] != ':' && rest[close + 1] != ' ') continue;
    // Indentation is no wrapping.
    return line.find_first_not_of(" \t") == at ? npos : at;
  }
  return npos;
}

bool may_be_wrapped(std::string_view line) noexcept {
  const char* const end = line.data() + line.size();
  for (const char* p = find_wrapping(line.data(), end); p != end; p = find_wrapping(p + 1, end)) {
    if (*p == '\xC2' || *p == '<') {
      if (*p == '<' ? has_tags(line) : has_entities(line)) return true;
      continue;
    }
    if (*p != ']') return true;
    const bool header = end - p > 1 && (p[1] == ':' || p[1] == ' ');
    if (header && (find_inner_header(line) != npos || line.find("]:\\n") != npos)) return true;
  }
  return false;
}

namespace {

// rsyslog writes the control characters of a message as `#` and three octal digits
// ($EscapeControlCharactersOnReceive): a whole dump in one line.
bool expand_octal(std::string_view line, const LinePlace& place, LineBatch& out) noexcept {
  constexpr std::string_view kNewline = "#012", kTab = "#011";
  std::size_t at = find_mark(line);
  if (at == npos && starts(line, "goroutine ")) at = 0;
  if (at == npos || line.find(kNewline, at) == npos) return false;
  // What the crash said stands before the first header, in the same line.
  for (const Mark& mark : kMarks) at = std::min(at, line.find(mark.text));
  LinePlace current = place;
  current.offset = std::min(place.offset + at, place.end);
  for (std::size_t end = at; end != npos && at < line.size();) {
    end = line.find(kNewline, at);
    std::string text(line.substr(at, end == npos ? npos : end - at));
    for (std::size_t tab = text.find(kTab); tab != npos; tab = text.find(kTab, tab + 1)) {
      text.replace(tab, kTab.size(), "\t");
    }
    at = end == npos ? line.size() : end + kNewline.size();
    current.end = std::min(place.offset + at, place.end);
    out.add(text, current);
    current.offset = current.end;
  }
  out.add({}, current);
  return true;
}

}  // namespace

void Unwrapper::reset() noexcept { *this = Unwrapper(); }

bool Unwrapper::strip(std::string_view line, const LinePlace& place, LineBatch& out) noexcept {
  const bool returned = !line.empty() && line.back() == '\r';
  if (returned) line.remove_suffix(1);
  for (JsonLog& log : json_) {
    if (strip_json(log, line, place, out)) return true;
  }
  if (!prefixes_.empty() && strip_prefix(line, place, out)) return true;
  if (!crlf_ || !returned) return false;
  out.add(line, place);
  return true;
}

const char* Unwrapper::strip_alike(const TextBlock& lines, const char* p, std::size_t& index,
                                   std::size_t most, LineBatch& out) const noexcept {
  if (!json_.empty() || prefixes_.empty() || partial_.set) return p;
  const LogPrefix& prefix = prefixes_.front();
  if (prefix.is_quoted() || says_why(prefix.latest())) return p;
  while (p < lines.end && out.text().size() < most) {
    const std::size_t size = prefix.match_latest({p, static_cast<std::size_t>(lines.end - p)});
    if (size == LogPrefix::npos || p[size] == '#') break;
    if (prefix.is_cri() && p[size - 2] == 'P') break;
    const char* const content = p + size;
    const char* const newline = out.copy(content, lines.end);
    if (newline == nullptr || newline[-1] == '\r') break;
    out.keep(static_cast<std::size_t>(newline - content), lines.place(p, newline + 1, index));
    ++index;
    p = newline + 1;
  }
  return p;
}

bool Unwrapper::knows(std::string_view line) noexcept {
  for (LogPrefix& prefix : prefixes_) {
    if (prefix.match(line) != LogPrefix::npos) return true;
  }
  for (const JsonLog& log : json_) {
    if (text_in_record(log, line) != npos) return true;
  }
  return crlf_ && !line.empty() && line.back() == '\r';
}

void Unwrapper::Partial::append(std::string_view part, const LinePlace& at) noexcept {
  if (!set) place = at;
  place.end = at.end;
  set = true;
  if (text.size() < kLongestPartial) text.append(part.substr(0, kLongestPartial));
}

void Unwrapper::Partial::finish(LineBatch& out) noexcept {
  if (!set) return;
  out.add(text, place);
  text.clear();
  set = false;
}

void Unwrapper::flush(LineBatch& out) noexcept {
  for (JsonLog& log : json_) log.partial.finish(out);
  partial_.finish(out);
}

std::size_t Unwrapper::text_in_record(const JsonLog& log, std::string_view line) noexcept {
  const std::size_t brace = line.find_first_not_of(" \t");
  return brace == npos || line[brace] != '{' ? npos : find_json_string(line, log.key);
}

// Docker's json-file and `go test -json` cut the stream anywhere: a text ends its line only with an
// escaped newline. Records of other logs are lines, or several of them.
bool Unwrapper::strip_json(JsonLog& log, std::string_view line, const LinePlace& place,
                           LineBatch& out) noexcept {
  const std::size_t value = text_in_record(log, line);
  if (value == npos) return false;
  const std::size_t first_end = line.find("\\n", value);
  // A record with a whole stack; its message may stand before it (zap, slog) or behind (zerolog).
  const bool several = first_end != npos && line.substr(first_end + 2, 1) != "\"";
  if (first_end != npos && !add_message(line.substr(0, value), place, out) && several) {
    const std::size_t end = skip_string(line, value - 1);
    if (end != kNoPlace) add_message(line.substr(end), place, out);
  }
  // Docker's part of a line that goes on has 16 KiB (daemon/logger/copier.go, defaultBufSize); a
  // shorter one without a newline is another shipper's, and a whole line.
  constexpr std::size_t kDockerPart = 16'000;
  const bool part = first_end != npos || line.size() >= kDockerPart;
  const bool stream = (log.key == "log" && part) || log.key == "Output";
  Partial& partial = log.partial;
  std::string rest;
  rest.swap(partial.text);
  LinePlace current = place;
  if (partial.set) {
    current.offset = partial.place.offset;
    current.number = partial.place.number;
    partial.set = false;
  }
  const std::size_t before = out.places.size();
  unescape_lines(line, value, true, place.offset, current, out, rest);
  if (stream) {
    if (!rest.empty()) partial.append(rest, current);
  } else if (!rest.empty() || out.places.size() == before) {
    out.add(rest, current);
  }
  if (several && !stream) out.add({}, current);
  return true;
}

bool Unwrapper::strip_prefix(std::string_view line, const LinePlace& place,
                             LineBatch& out) noexcept {
  for (std::size_t i = 0; i < prefixes_.size(); ++i) {
    const std::size_t size = prefixes_[i].match(line);
    if (size == LogPrefix::npos) continue;
    if (i > 0) std::swap(prefixes_[0], prefixes_[i]);
    const LogPrefix& prefix = prefixes_[0];
    std::string_view content = line.substr(size);
    if (prefix.is_quoted()) {
      if (line.find("\\n", size) != npos) add_message(line.substr(0, size), place, out);
      std::string rest;
      LinePlace current = place;
      unescape_lines(line, size, true, place.offset, current, out, rest);
      const bool several = current.offset != place.offset;
      if (!rest.empty() || !several) out.add(rest, current);
      if (several) out.add({}, current);
      return true;
    }
    if (prefix.is_cri() && line[size - 2] == 'P') {
      partial_.append(content, place);
      return true;
    }
    // By the first byte: most lines need no more.
    const char first = content.empty() ? '\0' : content.front();
    if ((first == 'g' && starts(content, "goroutine ")) ||
        (first == '{' && starts(content, "{\""))) {
      add_message(line.substr(0, size), place, out);
    }
    // rsyslog writes a tab as #011.
    while (first == '#' && starts(content, "#011")) content.remove_prefix(4);
    if (partial_.set) {
      partial_.append(content, place);
      partial_.finish(out);
    } else {
      out.add(content, place);
    }
    return true;
  }
  return false;
}

bool Unwrapper::learn_prefix(std::string_view prefix) noexcept {
  if (!looks_like_prefix(prefix) || prefix.find("_test.go:") != npos) return false;
  return keep_prefix(prefix);
}

void Unwrapper::learn_start(std::string_view line) noexcept {
  keep_prefix(line.substr(0, zero_width_at(line, 0)));
}

bool Unwrapper::keep_prefix(std::string_view prefix) noexcept {
  for (LogPrefix& known : prefixes_) {
    if (known.match(prefix) == prefix.size()) return false;
  }
  prefixes_.insert(prefixes_.begin(), LogPrefix(prefix));
  if (prefixes_.size() > kPrefixes) prefixes_.pop_back();
  return true;
}

bool Unwrapper::learn_json(std::string_view line, std::size_t at) noexcept {
  const std::string_view key = json_key_at(line, at);
  if (key.empty()) return false;
  for (const JsonLog& log : json_) {
    if (log.key == key) return false;
  }
  if (json_.size() >= kJsonLogs) json_.erase(json_.begin());
  json_.emplace_back();
  json_.back().key = key;
  return true;
}

bool Unwrapper::learn(std::string_view line) noexcept {
  while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  const std::size_t at = find_mark(line);
  if (at == npos || at == 0) return false;
  // What stands around all else comes first.
  if (const std::size_t size = cri_prefix(line); size > 0) {
    return learn_prefix(line.substr(0, size));
  }
  const std::size_t brace = line.find("{\"");
  if (brace < at) {
    const std::string_view before = line.substr(0, brace);
    const bool behind_prefix = before.find_first_not_of(" \t") != npos;
    if (behind_prefix ? learn_prefix(before) : learn_json(line, at)) return true;
  }
  return learn_prefix(line.substr(0, at));
}

bool Unwrapper::expand(std::string_view line, const LinePlace& place, LineBatch& out) noexcept {
  if (line.find("\\n") == npos) return expand_octal(line, place, out);
  std::size_t at = find_mark(line);
  if (at == npos && starts(line, "goroutine ")) at = 0;
  if (at == npos || line.find("\\n", at) == npos) return false;
  // The quote that opens the text; an escaped one belongs to a text that is quoted twice.
  const std::size_t quote = line.substr(0, at).rfind('"');
  const bool quoted = quote != npos;
  const bool panicked = add_message(line.substr(0, at), place, out);
  std::string rest;
  LinePlace current = place;
  unescape_lines(line,
                 panicked ? at
                 : quoted ? quote + 1
                          : 0,
                 quoted, place.offset, current, out, rest);
  // The quote that closes a text whose beginning was taken for a prefix, and the fields behind it.
  if (!rest.empty() && rest.front() != '"') out.add(rest, current);
  out.add({}, current);
  return true;
}

bool Unwrapper::is_other_record(std::string_view line) const noexcept {
  return !json_.empty() && !line.empty() && line.front() == '{' && line.back() == '}';
}

}  // namespace gowhy
