#include "delve.h"

#include <string>

#include "groups.h"
#include "hex_digits.h"
#include "lines.h"
#include "notes.h"
#include "text_scan.h"

namespace gowhy {
namespace {

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}
bool ends(std::string_view text, std::string_view with) noexcept {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

std::string_view without_prompt(std::string_view line) noexcept {
  line = trim(line);
  while (starts(line, "(dlv)")) line = trim(line.substr(5));
  return line;
}

// `Goroutine 22 - User: ./main.go:33 main.f (0x680ce5) [chan send]` behind an optional `* `.
struct GoroutineLine {
  std::uint64_t id = 0;
  std::string_view name;      // User, Runtime, Go, Start
  std::string_view location;  // ./main.go:33 main.f
  std::string_view wait;      // chan send 4001353214211
  bool on_thread = false;
};

bool parse_goroutine(std::string_view line, GoroutineLine& out) noexcept {
  if (starts(line, "* ")) line.remove_prefix(2);
  if (!starts(line, "Goroutine ")) return false;
  line.remove_prefix(10);
  out = GoroutineLine{};
  std::size_t used = 0;
  if (!parse_uint(line, out.id, used) || !starts(line.substr(used), " - ")) return false;
  line.remove_prefix(used + 3);
  for (std::string_view name : {"User", "Runtime", "Go", "Start"}) {
    if (starts(line, name) && starts(line.substr(name.size()), ": ")) out.name = name;
  }
  if (out.name.empty()) return false;
  line.remove_prefix(out.name.size() + 2);
  if (ends(line, "]")) {
    const std::size_t open = line.rfind(" [");
    if (open == std::string_view::npos) return false;
    out.wait = line.substr(open + 2, line.size() - open - 3);
    line = line.substr(0, open);
  }
  const std::size_t thread = line.rfind(" (thread ");
  if (thread != std::string_view::npos && ends(line, ")")) {
    out.on_thread = true;
    line = line.substr(0, thread);
  }
  const std::size_t pc = line.rfind(" (0x");
  if (pc == std::string_view::npos || !ends(line, ")")) return false;
  out.location = line.substr(0, pc);
  return true;
}

// `file:line function`; the function may hold blanks (type arguments), so the place ends at the
// first `:DIGITS `.
bool split_location(std::string_view location, std::string_view& place,
                    std::string_view& function) noexcept {
  for (std::size_t colon = location.find(':'); colon != std::string_view::npos;
       colon = location.find(':', colon + 1)) {
    std::uint64_t number = 0;
    std::size_t used = 0;
    const std::string_view rest = location.substr(colon + 1);
    if (!parse_uint(rest, number, used) || !starts(rest.substr(used), " ")) continue;
    place = location.substr(0, colon + 1 + used);
    function = rest.substr(used + 1);
    return !function.empty();
  }
  return false;
}

// `3  0x0000000000680ce5 in main.f`; api.PrintStack (service/api/prettyprint.go).
bool parse_stack_frame(std::string_view line, std::string_view& function) noexcept {
  std::uint64_t number = 0;
  std::size_t used = 0;
  if (!parse_uint(line, number, used)) return false;
  line = line.substr(used);
  if (!starts(line, " ")) return false;
  line = trim(line);
  if (!starts(line, "0x")) return false;
  std::size_t digits = 2;
  while (digits < line.size() && is_hex_digit(line[digits])) ++digits;
  if (!starts(line.substr(digits), " in ")) return false;
  function = line.substr(digits + 4);
  return !function.empty();
}

bool parse_total(std::string_view line, std::uint64_t& total) noexcept {
  constexpr std::string_view kTotal = "Total: ";
  std::size_t used = 0;
  return starts(line, kTotal) && parse_uint(line.substr(kTotal.size()), total, used) &&
         used == line.size() - kTotal.size();
}

// `[206 goroutines]`
bool parse_end(std::string_view line, std::uint64_t& count) noexcept {
  std::size_t used = 0;
  return starts(line, "[") && parse_uint(line.substr(1), count, used) &&
         line.substr(1 + used) == " goroutines]";
}

}  // namespace

bool DelveReader::begins(std::string_view line) noexcept {
  GoroutineLine parsed;
  return parse_goroutine(without_prompt(line), parsed);
}

DelveReader::DelveReader(Dump& dump, std::uint16_t snapshot) noexcept
    : dump_(dump),
      stack_(dump.symbols),
      where_(dump.symbols),
      group_first_(dump.records.size()),
      snapshot_(snapshot) {
  dump_.snapshots[snapshot_].format = Format::delve;
}

// Term.formatPath replaces the working directory by a dot. From the root that makes
// `.usr/local/go`.
void DelveReader::place_in(StackBuilder& stack, std::string_view file_line) noexcept {
  const bool from_root = file_line.size() > 1 && file_line[0] == '.' && file_line[1] != '/' &&
                         file_line[1] != '\\' && file_line[1] != '.';
  if (!from_root) {
    stack.place(file_line);
    return;
  }
  std::string absolute(file_line);
  absolute[0] = '/';
  stack.place(absolute);
}

void DelveReader::open_goroutine(std::string_view line, const LinePlace& place) noexcept {
  close_goroutine();
  GoroutineLine parsed;
  if (!parse_goroutine(line, parsed)) return;
  in_goroutine_ = true;
  ++listed_;
  stack_.clear();
  where_.clear();
  record_ = Record{};
  record_.id = parsed.id;
  record_.offset = place.offset;
  record_.snapshot = snapshot_;
  record_.args = static_cast<std::uint32_t>(dump_.args.size());
  state_ = kNone;
  flags_ = 0;
  if (!parsed.wait.empty()) take_wait(parsed.wait, place);
  std::string_view file_line, function;
  if (!split_location(parsed.location, file_line, function)) return;
  // Where it was started (-g) is no frame of its own; what it began with (-s) is its oldest.
  if (parsed.name == "Go") {
    where_.created_by(function);
  } else {
    if (parsed.name == "Start") where_.elided();
    where_.call(function);
  }
  place_in(where_, file_line);
}

// `chan send`, `chan send 4001353214211`, `select (durable)`, `unknown wait reason 36
// 4001353214211`
void DelveReader::take_wait(std::string_view bracket, const LinePlace& place) noexcept {
  constexpr std::string_view kUnknown = "unknown wait reason ";
  const bool unknown = starts(bracket, kUnknown);
  const std::size_t blank = bracket.rfind(' ');
  std::uint64_t since = 0;
  std::size_t used = 0;
  // The first number of an unknown reason is its own.
  const bool number = blank != std::string_view::npos && (!unknown || blank >= kUnknown.size());
  if (number && parse_uint(bracket.substr(blank + 1), since, used) &&
      blank + 1 + used == bracket.size()) {
    bracket = bracket.substr(0, blank);
    if (since < oldest_wait_) oldest_wait_ = since;
    if (since > newest_wait_) newest_wait_ = since;
  }
  if (unknown) {
    // The numbers of runtime.waitReason (runtime2.go) change from release to release.
    std::string text = "this Delve is older than the program's Go: ";
    text += bracket;
    text += "; a newer Delve names it";
    add_note(dump_, "delve_wait_reason", text, place.number);
    return;
  }
  constexpr std::string_view kDurableMark = " (durable)";
  if (ends(bracket, kDurableMark)) {
    bracket.remove_suffix(kDurableMark.size());
    flags_ = kDurable;
  }
  state_ = dump_.symbols.string(bracket);
}

// A line below a goroutine's own. False if it is none.
bool DelveReader::take_stack_line(std::string_view line) noexcept {
  std::string_view function;
  if (parse_stack_frame(line, function)) {
    stack_.call(function);
    return true;
  }
  if (starts(line, "at ") && stack_.wants_place()) {
    place_in(stack_, line.substr(3));
    return true;
  }
  if (line == "(truncated)") {  // -t DEPTH reached
    stack_.elided();
    return true;
  }
  constexpr std::string_view kLabels = "Labels: ";
  if (starts(line, kLabels)) {
    line.remove_prefix(kLabels.size());
    if (ends(line, " more)")) line = line.substr(0, line.rfind("... ("));
    const std::string json = labels_to_json(line);
    if (!json.empty()) record_.labels = dump_.symbols.string(json);
    return true;
  }
  // Of `stack -full` and `-defer` and of unreadable frames; they say nothing about the wait.
  return starts(line, "defer ") || starts(line, "deferred by ") || starts(line, "at ") ||
         starts(line, "error: ") || starts(line, "frame: ") ||
         line.find(" = ") != std::string_view::npos;
}

void DelveReader::close_goroutine() noexcept {
  if (!in_goroutine_) return;
  in_goroutine_ = false;
  const StackBuilder::Stack where = where_.finish();
  const StackBuilder::Stack read = stack_.finish();
  Group group;
  group.stack = read.node != 0 ? read.node : where.node;
  group.created_by = where.created_by;
  group.state = state_;
  group.flags = flags_;
  group.first_offset = record_.offset;
  record_.group = intern_group(dump_, group);
  record_.length = length_between(record_.offset, end_);
  record_.extra = !seen_.add(record_.id);
  if (!record_.extra) ++dump_.snapshots[snapshot_].goroutines;
  dump_.records.push_back(record_);
}

// Which group the goroutines belong to that a Delve group counts but does not print: that of most
// of the printed ones. `-group label` puts the most different stacks together; then nothing is
// known of the others, and they have no frames.
std::uint32_t DelveReader::group_of_the_rest(std::size_t first, std::size_t printed) noexcept {
  // The server prints five of a group (api.maxGroupMembers); looking at some decides.
  const std::size_t looked_at = printed < 16 ? printed : 16;
  for (std::size_t i = 0; i < looked_at; ++i) {
    std::size_t alike = 0;
    for (std::size_t j = 0; j < looked_at; ++j) {
      if (dump_.records[first + j].group == dump_.records[first + i].group) ++alike;
    }
    if (2 * alike > looked_at) return dump_.records[first + i].group;
  }
  Group unknown;
  unknown.first_offset = dump_.records[first].offset;
  return intern_group(dump_, unknown);
}

void DelveReader::close_group(std::uint64_t total) noexcept {
  close_goroutine();
  grouped_ = after_total_ = true;
  const std::size_t first = group_first_;
  group_first_ = dump_.records.size();
  const std::size_t printed = group_first_ - first;
  if (printed == 0 || total <= printed) return;
  Sample sample;
  sample.group = group_of_the_rest(first, printed);
  sample.count = total - printed;
  sample.snapshot = snapshot_;
  dump_.samples.push_back(sample);
  std::uint64_t& goroutines = dump_.snapshots[snapshot_].goroutines;
  const std::uint64_t room = UINT64_MAX - goroutines;
  goroutines += sample.count < room ? sample.count : room;
  not_printed_ += sample.count;
}

Take DelveReader::line(std::string_view line, const LinePlace& place) noexcept {
  const std::string_view text = without_prompt(line);
  const bool prompt = text.size() < trim(line).size();
  if (complete_) return text.empty() ? Take::taken : Take::ended;
  GoroutineLine parsed;
  if (parse_goroutine(text, parsed)) {
    if (prompt && listed_ > 0) return Take::ended;
    open_goroutine(text, place);
    after_total_ = false;
  } else if (prompt || begins_traceback(text)) {
    return Take::ended;
  } else if (std::uint64_t count = 0; parse_total(text, count)) {
    close_group(count);
  } else if (parse_end(text, count)) {
    close_goroutine();
    complete_ = true;
    expected_ = count;
  } else if (starts(text, "Goroutine (unreadable ")) {
    add_note(dump_, "unreadable_goroutine", "Delve could not read a goroutine", place.number);
  } else if (in_goroutine_ && !text.empty()) {
    if (!take_stack_line(text)) return Take::foreign;
  } else if (!text.empty()) {
    // Behind a total: the name of the next group, or "Too many groups".
    if (!after_total_) return Take::foreign;
    after_total_ = false;
  }
  last_line_ = place.number;
  end_ = place.end;
  return Take::taken;
}

void DelveReader::end() noexcept {
  close_goroutine();
  if (!grouped_ && (!complete_ || listed_ < expected_)) {
    dump_.snapshots[snapshot_].cut = true;
    add_note(dump_, "truncated_delve", "the list of goroutines ends before its last line",
             last_line_);
  }
  if (not_printed_ > 0) {
    add_note(dump_, "delve_groups",
             "Delve prints the first goroutines of a group; " + std::to_string(not_printed_) +
                 " more are counted, with the stack of most of the printed ones if there is one");
  }
  if (newest_wait_ >= oldest_wait_) {
    constexpr std::uint64_t kMinute = 60'000'000'000;
    add_note(dump_, "delve_wait_clock",
             "the numbers behind the states are the runtime's clock when the waits began, not "
             "durations; the first and the last are " +
                 std::to_string((newest_wait_ - oldest_wait_) / kMinute) + " minutes apart");
  }
}

}  // namespace gowhy
