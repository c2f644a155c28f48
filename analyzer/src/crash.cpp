#include "crash.h"

#include <algorithm>
#include <utility>

#include "wording.h"

namespace gowhy {
namespace {

constexpr std::string_view kPanicFrame = "panic";  // printed as "panic(…)", without its package
constexpr std::string_view kServe = "net/http.(*conn).serve";
constexpr std::size_t kQuoted = 120;

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

bool take_end(std::string_view& text, std::string_view end) noexcept {
  if (text.size() < end.size() || text.substr(text.size() - end.size()) != end) return false;
  text.remove_suffix(end.size());
  return true;
}

Panic parse_panic(std::string_view text) noexcept {
  Panic panic;
  // "[recovered, repanicked]" is one line for two equal panics since Go 1.25 (printpanics).
  for (std::string_view mark : {" [recovered]", " [recovered, repanicked]", " [goexit]"}) {
    if (take_end(text, mark) && mark != " [goexit]") panic.recovered = true;
  }
  // A pool that throws on what one of its goroutines panicked with prints that panic again, with
  // the stack behind it: sourcegraph/conc, panics.(*Recovered).String, "panic:
  // %v\nstacktrace:\n%s".
  constexpr std::string_view kAgain = "panic: ";
  if (starts(text, kAgain)) text.remove_prefix(kAgain.size());
  panic.text = text;
  return panic;
}

// A message may have several lines; one that begins with "panic: " is the next panic of the chain.
std::vector<Panic> parse_chain(std::string_view message) {
  std::vector<Panic> chain;
  constexpr std::string_view kNext = "\npanic: ";
  for (;;) {
    const std::size_t end = message.find(kNext);
    chain.push_back(parse_panic(message.substr(0, end)));
    if (end == std::string_view::npos) return chain;
    message.remove_prefix(end + kNext.size());
  }
}

bool is_panic_frame(std::string_view name) noexcept {
  return name == kPanicFrame || name == "runtime.gopanic";
}

// The oldest call of panic: what is below it panicked first, what is above are deferred functions
// that ran because of it (runtime.gopanic calls them on the same stack).
int oldest_panic(const Model& model, const GroupFacts& facts) noexcept {
  for (std::size_t i = facts.frames.size(); i-- > 0;) {
    if (is_panic_frame(model.name(facts.frames[i]))) return static_cast<int>(i);
  }
  return -1;
}

void place_crash(const Model& model, Crash& crash) noexcept {
  if (crash.group == kNone) return;
  const GroupFacts& facts = model.group(crash.group);
  const int end = static_cast<int>(facts.frames.size());
  // A panic that the stack printer left out stands above the first frame.
  int at = crash.kind == Event::panic ? oldest_panic(model, facts) + 1 : 0;
  while (at < end &&
         model.special(facts.frames[static_cast<std::size_t>(at)]) == Special::runtime_internal) {
    ++at;
  }
  if (at >= end) return;
  crash.at = at;
  for (int i = at; i < end && crash.site < 0; ++i) {
    if (model.own(facts.frames[static_cast<std::size_t>(i)])) crash.site = i;
  }
}

// The goroutines of the events of the snapshot, found in one pass: by id, else the first printed.
class Goroutines {
 public:
  explicit Goroutines(const Model& model) : model_(model) {
    const Dump& dump = model.dump();
    for (const Event& event : dump.events) {
      if (event.snapshot == model.snapshot_index()) found_.push_back({event.goroutine, kNone});
    }
    std::sort(found_.begin(), found_.end());
    if (found_.empty()) return;
    for (std::uint32_t i = 0; i < dump.records.size(); ++i) see(i);
  }
  [[nodiscard]] std::uint32_t record_of(const Event& event) const {
    const auto at = std::lower_bound(found_.begin(), found_.end(),
                                     std::pair<std::uint64_t, std::uint32_t>{event.goroutine, 0});
    return at == found_.end() || at->first != event.goroutine ? kNone : at->second;
  }

 private:
  void see(std::uint32_t index) {
    const Record& record = model_.dump().records[index];
    if (record.snapshot != model_.snapshot_index() || record.group == kNone ||
        model_.index_of(record.group) == kNone) {
      return;
    }
    keep(record.id, index);
    if (!record.extra) keep(0, index);  // an event without an id: the first goroutine in the text
  }
  void keep(std::uint64_t id, std::uint32_t index) {
    const std::vector<Record>& records = model_.dump().records;
    auto at = std::lower_bound(found_.begin(), found_.end(),
                               std::pair<std::uint64_t, std::uint32_t>{id, 0});
    for (; at != found_.end() && at->first == id; ++at) {
      if (at->second == kNone || records[index].offset < records[at->second].offset) {
        at->second = index;
      }
    }
  }
  const Model& model_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> found_;
};

bool says_watchdog(std::string_view text) noexcept {
  for (std::string_view word : {"watchdog", "Watchdog", "WatchDog", "deadman", "Deadman"}) {
    if (text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

// The first goroutine below a panic is the one that panicked, and it runs; where another stands
// first, a part of the text is missing. Stacks without a state, as some handlers print them, pass.
bool may_have_panicked(const Model& model, const GroupFacts& facts) noexcept {
  return facts.op == Operation::running || facts.state.empty() || oldest_panic(model, facts) >= 0;
}

bool is_second_half(const Event& event) noexcept {
  return event.kind == Event::signal && event.message.find(" code=") != std::string::npos;
}

// The line before it, "panic: …" or "fatal error: …", is not in the text.
bool stands_alone(const std::vector<Event>& events, std::size_t i) noexcept {
  return i == 0 || events[i - 1].snapshot != events[i].snapshot ||
         (events[i - 1].kind != Event::panic && events[i - 1].kind != Event::fatal);
}

// What the runtime made of the signal: a fault in the first page is its panic about a nil pointer
// (signal_unix.go, sigpanic: "gp.sigcode1 < 0x1000"), unless C code met it.
void read_alone(const Model& model, Crash& crash) noexcept {
  constexpr std::uint64_t kFirstPage = 0x1000;
  crash.fault = crash.text();
  const Fault fault = fault_of(crash);
  if (!fault.known || fault.address >= kFirstPage || in_c(model, crash)) return;
  crash.kind = Event::panic;
  crash.chain = {{"runtime error: invalid memory address or nil pointer dereference", false}};
}

// A paste that begins at the stack, below the message. gopanic calls fatalpanic itself when nobody
// recovers (panic.go), so its frame is the newest; while a deferred function runs, or prints the
// stack and recovers, that function's is.
void add_unannounced(const Model& model, std::vector<Crash>& crashes) {
  if (model.snapshot().format != Format::traceback) return;
  for (std::uint32_t i = 0; i < model.groups().size(); ++i) {
    const GroupFacts& facts = model.group(i);
    if (facts.op != Operation::running || facts.frames.empty() || facts.records.empty() ||
        !is_panic_frame(model.name(facts.frames.front()))) {
      continue;
    }
    Crash crash;
    crash.group = i;
    crash.record = facts.records.front();
    crash.chain.emplace_back();
    crash.unannounced = true;
    place_crash(model, crash);
    // The alarm of a test binary panics too, and says nothing of where the test is.
    if (crash.site >= 0) crashes.push_back(std::move(crash));
  }
}

std::vector<Crash> find_crashes(const Model& model) {
  std::vector<Crash> crashes;
  const std::vector<Event>& events = model.dump().events;
  if (events.empty()) {
    add_unannounced(model, crashes);
    return crashes;
  }
  const Goroutines goroutines(model);
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    if (event.snapshot != model.snapshot_index()) continue;
    if (is_second_half(event) && !stands_alone(events, i)) continue;
    if (event.kind == Event::race || event.kind == Event::exit) continue;
    Crash crash;
    crash.kind = event.kind;
    crash.logged = event.logged;
    crash.detail = event.detail;
    crash.chain = event.kind == Event::panic ? parse_chain(event.message)
                                             : std::vector<Panic>{{event.message, false}};
    if (i + 1 < events.size() && is_second_half(events[i + 1])) crash.fault = events[i + 1].message;
    crash.record = goroutines.record_of(event);
    if (crash.record != kNone) {
      crash.group = model.index_of(model.dump().records[crash.record].group);
    }
    if (crash.group != kNone && crash.kind == Event::panic &&
        !may_have_panicked(model, model.group(crash.group))) {
      crash.group = crash.record = kNone;
    }
    if (crash.group != kNone) {
      // What a log line says must be seen in the stack that follows it.
      if (event.logged && oldest_panic(model, model.group(crash.group)) < 0) continue;
    } else if (event.logged) {
      continue;
    }
    if (is_second_half(event)) read_alone(model, crash);
    place_crash(model, crash);
    crashes.push_back(std::move(crash));
  }
  return crashes;
}

}  // namespace

const std::vector<Crash>& crashes_of(const Model& model) noexcept {
  return model.once(find_crashes);
}

std::uint32_t crash_frame(const Model& model, const Crash& crash) noexcept {
  if (crash.group == kNone) return kNone;
  const int position = crash.site >= 0 ? crash.site : crash.at;
  return position < 0 ? kNone : model.group(crash.group).frames[static_cast<std::size_t>(position)];
}

Fault fault_of(const Crash& crash) noexcept {
  for (std::string_view text : {crash.fault, crash.detail}) {
    const std::size_t at = text.find("addr=0x");
    if (at == std::string_view::npos) continue;
    Fault fault{true, 0};
    for (char c : text.substr(at + 7)) {
      if (c >= '0' && c <= '9') {
        fault.address = fault.address * 16 + static_cast<std::uint64_t>(c - '0');
      } else if (c >= 'a' && c <= 'f') {
        fault.address = fault.address * 16 + static_cast<std::uint64_t>(c - 'a' + 10);
      } else {
        break;
      }
    }
    return fault;
  }
  return {};
}

bool has_main_goroutine(const Model& model) noexcept {
  for (const GroupFacts& facts : model.groups()) {
    if (!facts.records.empty() && model.dump().records[facts.records.front()].id == 1) return true;
    // To Go 1.3 ids were handed out in blocks and main's was 16.
    if (model.has(facts, {"main.main", "runtime.main"})) return true;
  }
  return false;
}

bool main_has_left(const Model& model) noexcept {
  // In a text that was cut main may stand in the part that is missing; to Go 1.3 it was not
  // goroutine 1.
  const GoVersion& go = model.go_version();
  return !has_main_goroutine(model) && !model.fragment() && !(go.known && go.max_minor < 4);
}

std::string_view test_of(const Model& model, const GroupFacts& facts) noexcept {
  for (std::size_t i = 1; i < facts.frames.size(); ++i) {
    if (model.name(facts.frames[i]) == "testing.tRunner") return model.name(facts.frames[i - 1]);
  }
  return {};
}

bool is_watchdog(const Model& model, const Crash& crash) noexcept {
  if (crash.kind != Event::panic) return false;
  if (says_watchdog(crash.text())) return true;
  const std::uint32_t frame = crash_frame(model, crash);
  return frame != kNone && says_watchdog(model.function(frame).base);
}

bool belongs_elsewhere(const Model& model, const Crash& crash) noexcept {
  for (std::string_view text :
       {"deadlock: all goroutines in bubble", "deadlock: main bubble goroutine",
        "checkptr: ", "runtime error: cgo argument has Go pointer", "runtime error: cgo result"}) {
    if (starts(crash.text(), text)) return true;
  }
  return is_watchdog(model, crash);
}

bool in_c(const Model& model, const Crash& crash) noexcept {
  // On Windows it is "external code" since Go 1.20 (signal_windows.go, winthrow).
  for (std::string_view text :
       {"signal arrived during cgo execution", "signal arrived during external code execution"}) {
    if (crash.detail.find(text) != std::string_view::npos) return true;
  }
  return crash.group != kNone && model.has(model.group(crash.group), {"runtime.cgocall"});
}

std::string consequence(const Model& model, const Crash& crash) {
  if (crash.group == kNone) return ", and the process ended";
  const GroupFacts& facts = model.group(crash.group);
  if (crash.logged && model.has(facts, {kServe})) {
    return ", which `net/http` recovered: the request failed and the process lives";
  }
  if (crash.logged) {
    // A command prints what its main goroutine recovered, and ends.
    const bool main = crash.record != kNone && model.dump().records[crash.record].id == 1;
    return main ? ", which was recovered and logged"
                : ", which was recovered and logged: the process lives";
  }
  const std::string_view test = test_of(model, facts);
  if (!test.empty()) {
    return ", and the test binary ended in " + code(short_name(test));
  }
  return ", and the process ended";
}

std::string quoted_message(const Crash& crash) {
  const std::string_view text = crash.text();
  std::string line(text.substr(0, text.find('\n')));
  const bool cut = line.size() > kQuoted;
  if (cut) {
    std::size_t end = kQuoted;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0u) == 0x80u) --end;
    line.resize(end);
  }
  // A backtick would end the quotation.
  std::replace(line.begin(), line.end(), '`', '\'');
  constexpr std::string_view kError = "runtime error: ";
  if (starts(line, kError)) line.erase(0, kError.size());
  return "`" + line + (cut ? "…`" : "`");
}

}  // namespace gowhy
