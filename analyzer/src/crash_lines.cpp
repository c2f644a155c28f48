#include "crash_lines.h"

#include <utility>

#include "lines.h"
#include "notes.h"

namespace gowhy {
namespace {

constexpr std::uint32_t kMessageLines = 64;  // an error's text may be anything; a dump follows it
constexpr std::size_t kMessageBytes = 4096;
constexpr std::size_t kEvents = 1000;
constexpr std::size_t kTests = 1000;

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

bool is_upper_or_digit(char c) noexcept { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// "SIGQUIT: quit" (runtime.sigtable): the whole line of a fatal signal.
bool is_signal(std::string_view line) noexcept {
  if (!starts(line, "SIG")) return false;
  std::size_t i = 3;
  while (i < line.size() && is_upper_or_digit(line[i])) ++i;
  return i > 4 && starts(line.substr(i), ": ");
}

// "Exception 0xc0000005 0x0 0x10 0x7ff…" (signal_windows.go, winthrow): the fatal signal of
// Windows.
bool is_exception(std::string_view line) noexcept {
  return starts(line, "Exception 0x") && line.find(" 0x", 12) != std::string_view::npos;
}

// "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x…]" (panic.go, printpanics' end);
// where the runtime has no name for it, on Windows and to Go 1.6, "[signal 0xb code=… …]".
bool is_cause_of_panic(std::string_view line) noexcept {
  return starts(line, "[signal SIG") ||
         (starts(line, "[signal 0x") && line.find(" code=") != std::string_view::npos);
}

// What the runtime prints before "fatal error:" for some of them.
bool is_runtime_remark(std::string_view line) noexcept {
  for (std::string_view text :
       {"runtime: goroutine stack exceeds ", "runtime: sp=", "runtime: out of memory",
        "runtime: VirtualAlloc", "runtime: cannot allocate", "runtime: failed to",
        "runtime: pointer ", "runtime: bad pointer", "runtime: unexpected return pc",
        "runtime: marked free object", "runtime: newstack", "unexpected fault address ",
        "runtime: split stack overflow", "runtime: program exceeds ", "runtime: may need to "}) {
    if (starts(line, text)) return true;
  }
  return false;
}

constexpr std::string_view kServing = "http: panic serving ";
constexpr std::string_view kServing2 = "http2: panic serving ";
constexpr std::string_view kRuntimeError = "runtime error: ";

// A log line of a program that recovered: "… panic in /pay: runtime error: index out of range [2]
// with length 2", perhaps with the first line of the stack in it, or the value that was recovered
// alone. Nothing if it is none.
std::string_view logged_panic(std::string_view line) noexcept {
  const std::size_t at = line.find(kRuntimeError);
  if (at == std::string_view::npos) return {};
  // The runtime's own first line behind the prefix of a log, which is taken off first.
  constexpr std::string_view kPanic = "panic: ";
  if (at > kPanic.size() && line.substr(at - kPanic.size(), kPanic.size()) == kPanic) return {};
  line.remove_prefix(at);
  for (std::string_view end : {": goroutine ", "\"", "\\n", "\x1b"})
    line = line.substr(0, line.find(end));
  // The next field of a record: "… nil pointer dereference kind=recover".
  if (const std::size_t field = line.find('='); field != std::string_view::npos) {
    line = line.substr(0, line.rfind(' ', field));
  }
  while (!line.empty() && (line.back() == ':' || line.back() == ' ')) line.remove_suffix(1);
  return line.substr(0, kMessageBytes);
}

}  // namespace

bool CrashLines::begins(std::string_view line) noexcept {
  line = trim(line);
  return starts(line, "panic: ") || starts(line, "fatal error: ") || is_signal(line) ||
         is_exception(line) || is_cause_of_panic(line) || starts(line, kServing) ||
         starts(line, kServing2) || is_runtime_remark(line) || !logged_panic(line).empty();
}

// Lines that come with a signal or a fatal error; the runtime prints some before and some after.
void CrashLines::add_detail(std::string_view line) noexcept {
  const bool after = unassigned_ < dump_.events.size() && !is_runtime_remark(line);
  std::string& detail = after ? dump_.events.back().detail : detail_;
  if (detail.size() + line.size() >= kMessageBytes) return;
  if (!detail.empty()) detail += "\n";
  detail += line;
}

void CrashLines::add(Event::Kind kind, std::string_view message, const LinePlace& place,
                     bool logged) noexcept {
  // GOTRACEBACK=crash repeats the signal for every thread.
  if (kind == Event::signal && !dump_.events.empty() && dump_.events.back().kind == kind &&
      dump_.events.back().snapshot == snapshot_ && dump_.events.back().message == message) {
    return;
  }
  if (dump_.events.size() >= kEvents) {
    add_note(dump_, "many_events", "More panics, fatal errors and signals than are listed",
             place.number);
    return;
  }
  Event event;
  event.kind = kind;
  event.message = message.substr(0, kMessageBytes);
  event.snapshot = snapshot_;
  event.line = place.number;
  event.detail.swap(detail_);
  event.logged = logged;
  dump_.events.push_back(std::move(event));
  dump_.snapshots[snapshot_].crash = dump_.snapshots[snapshot_].crash || kind != Event::exit;
  in_message_ = true;
  message_lines_ = 0;
}

void CrashLines::goroutine(std::uint64_t id) noexcept {
  in_message_ = in_tests_ = false;
  for (; unassigned_ < dump_.events.size(); ++unassigned_) {
    Event& event = dump_.events[unassigned_];
    if (event.snapshot != snapshot_ || event.goroutine != 0) continue;
    // A signal meets whatever runs, a deadlock is nobody's, and a time-out is the alarm's.
    const bool has_culprit =
        event.kind == Event::panic ||
        (event.kind == Event::fatal && event.message.find("asleep") == std::string::npos);
    if (has_culprit) event.goroutine = id;
  }
}

void CrashLines::end() noexcept {
  if (detail_.empty()) return;
  for (const Event& event : dump_.events) {
    if (event.snapshot == snapshot_) return;
  }
  std::string remark;
  remark.swap(detail_);
  add(Event::fatal, std::string_view(remark).substr(0, remark.find('\n')), remark_);
  dump_.events.back().detail = std::move(remark);
  in_message_ = false;
}

bool CrashLines::begin_event(std::string_view line, const LinePlace& place) noexcept {
  if (starts(line, "panic: ")) {
    const std::string_view message = line.substr(7);
    const bool timed_out = starts(message, "test timed out after ");
    add(timed_out ? Event::test_timeout : Event::panic, message, place);
  } else if (starts(line, "fatal error: ")) {
    add(Event::fatal, line.substr(13), place);
    in_message_ = false;  // runtime.throw is given one line
  } else if (is_signal(line) || is_exception(line)) {
    add(Event::signal, line, place);
    in_message_ = false;
  } else if (is_cause_of_panic(line)) {
    line.remove_prefix(8);
    if (line.back() == ']') line.remove_suffix(1);
    add(Event::signal, line, place);
    in_message_ = false;
  } else if (starts(line, kServing) || starts(line, kServing2)) {
    // net/http recovered it: "http: panic serving 127.0.0.1:41234: boom" and the goroutine's stack.
    line.remove_prefix(line.find("serving ") + 8);
    const std::size_t colon = line.find(": ");
    add(Event::panic, colon == std::string_view::npos ? line : line.substr(colon + 2), place, true);
  } else if (const std::string_view message = logged_panic(line); !message.empty()) {
    if (in_message_) return false;  // a line of an error's own text
    add(Event::panic, message, place, true);
    in_message_ = false;
  } else {
    return false;
  }
  return true;
}

bool CrashLines::continue_message(std::string_view line) noexcept {
  if (!in_message_ || dump_.events.empty()) return false;
  if (starts(line, "goroutine ") || line == "runtime stack:" || ++message_lines_ > kMessageLines) {
    in_message_ = false;
    return false;
  }
  std::string& message = dump_.events.back().message;
  if (message.size() + line.size() < kMessageBytes) message.append("\n").append(line);
  return true;
}

// "running tests:" and its "\tTestName (1m0s)" lines (Go 1.20+), "--- FAIL: TestName (0.02s)".
bool CrashLines::take_test_line(std::string_view line) noexcept {
  if (line == "running tests:") {
    in_tests_ = true;
    in_message_ = false;
    return true;
  }
  const bool failed = starts(line, "--- FAIL: ");
  if (!failed && !in_tests_) return false;
  if (failed) line.remove_prefix(10);
  const std::size_t open = line.rfind(" (");
  if (open == std::string_view::npos || line.back() != ')' || line.find(' ') != open) {
    in_tests_ = false;
    return false;
  }
  if (dump_.running_tests.size() >= kTests) return true;
  RunningTest test;
  test.name = line.substr(0, open);
  test.duration = line.substr(open + 2, line.size() - open - 3);
  dump_.running_tests.push_back(std::move(test));
  return true;
}

bool CrashLines::take(std::string_view line, const LinePlace& place) noexcept {
  line = trim(line);
  if (line.empty()) {
    blank();
    return true;
  }
  // A nested panic is a line of the message of the first: "panic: first\n\tpanic: second".
  if (in_message_ && starts(line, "panic: ")) return continue_message(line);
  if (take_test_line(line)) return true;
  if (begin_event(line, place)) return true;
  if (starts(line, "exit status ")) {
    add(Event::exit, line, place);
    in_message_ = false;
    return true;
  }
  const bool detail =
      starts(line, "PC=0x") || starts(line, "signal arrived during ") || is_runtime_remark(line);
  if (detail) {
    if (detail_.empty()) remark_ = place;
    add_detail(line);
  }
  if (detail || line == "-----" || is_register(line) || line == "FAIL" || starts(line, "FAIL\t") ||
      starts(line, "instruction bytes: ") || starts(line, "rodata ")) {
    in_message_ = false;
    return true;
  }
  return continue_message(line);
}

}  // namespace gowhy
