// Panics and those fatal errors whose message names the mistake: one row of panics.def each, and
// panic_custom for every message that is not the runtime's.
//
// runtime.gopanic runs the deferred functions on top of the panicking frames and, when none
// recovers, prints the chain of panics, oldest first (printpanics, panic.go), and the goroutine. So
// what is below the oldest `panic(` frame did it; frames above belong to deferred functions. The
// frame of gopanic itself is left out when nothing ran on top (traceback.go, showframe).
// "[recovered]" says that a deferred function caught it and panicked again; Go 1.25 joins two equal
// panics to
// "[recovered, repanicked]". Fatal errors (runtime.throw, runtime.fatal) have no such chain.
#include <algorithm>
#include <iterator>
#include <map>

#include "crash.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kLoggedStacks = 4;  // of other panics of the same log

enum Kind : std::uint8_t { any, panic };
enum Match : std::uint8_t { starts, contains, equals };

struct Row {
  std::string_view id;
  Kind kind;
  Match match;
  std::string_view text, did, unknown, next;
};

constexpr Row kRows[] = {
#define PANIC(id, kind, match, text, did, unknown, next) \
  {#id, Kind::kind, Match::match, text, did, unknown, next},
#include "panics.def"
#undef PANIC
};

constexpr Row kCustom = {"panic_custom",
                         Kind::panic,
                         Match::contains,
                         "",
                         "panicked",
                         "1 message was written by the program or a library: only its author knows "
                         "what else it implies",
                         "Read the condition around {place}, and who passed its arguments"};

// Go 1.2 put it before what are plain errors today: "runtime error: send on closed channel".
constexpr std::string_view kOldMark = "runtime error: ";

bool begins(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

constexpr Row kUnnamed = {
    "panic_custom",
    Kind::panic,
    Match::equals,
    "",
    "panicked",
    "1 line is missing: the message of the panic, which the runtime prints "
    "above the stacks, and with it what was wrong",
    "Look in the log above the stacks for the line that begins with `panic:`, "
    "and paste it with them"};

bool fits(const Row& row, const Crash& crash) noexcept {
  if (row.kind == Kind::panic && crash.kind != Event::panic) return false;
  const std::string_view text = crash.text();
  switch (row.match) {
    case Match::starts:
      return begins(text, row.text) ||
             (begins(text, kOldMark) && begins(text.substr(kOldMark.size()), row.text));
    case Match::contains:
      return text.find(row.text) != std::string_view::npos;
    case Match::equals:
      return text == row.text;
  }
  return false;
}

// 32-bit releases up to Go 1.15 made an unaligned 64-bit operation crash like a nil pointer
// (sync/atomic, "MOVL 0, AX // crash with nil ptr deref"): the address is then not nil.
bool is_old_unaligned(const Model& model, const Crash& crash) noexcept {
  if (crash.group == kNone || crash.record == kNone) return false;
  const GroupFacts& facts = model.group(crash.group);
  for (std::size_t i = 0; i < facts.frames.size() && i < 4; ++i) {
    const Function& function = model.function(facts.frames[i]);
    if (function.package.find("atomic") == std::string_view::npos) continue;
    if (function.base.find("64") == std::string_view::npos) continue;
    const std::uint64_t address = model.receiver(crash.record, static_cast<int>(i));
    if (address % 8 != 0) return true;
  }
  return false;
}

const Row* row_of(const Model& model, const Crash& crash) noexcept {
  if (crash.kind != Event::panic && crash.kind != Event::fatal) return nullptr;
  if (crash.unannounced) return &kUnnamed;
  const Row* found = nullptr;
  for (const Row& row : kRows) {
    if (!fits(row, crash)) continue;
    found = &row;
    break;
  }
  if (found != nullptr && found->id == "panic_nil_dereference" && is_old_unaligned(model, crash)) {
    for (const Row& row : kRows) {
      if (row.id == "atomic_unaligned_64bit") return &row;
    }
  }
  if (found == nullptr && crash.kind == Event::panic && !belongs_elsewhere(model, crash)) {
    found = &kCustom;
  }
  return found;
}

std::string with_place(std::string_view text, const std::string& place) {
  std::string result(text);
  const std::size_t at = result.find("{place}");
  if (at != std::string::npos) result.replace(at, 7, place);
  return result;
}

void explain_chain(const Crash& crash, Finding& finding) {
  for (std::size_t i = 1; i < crash.chain.size(); ++i) {
    Crash later;
    later.chain.push_back(crash.chain[i]);
    const bool again = crash.chain[i].text == crash.text();
    finding.supports(
        number(i + 1) + ". panic of the chain: " +
        (crash.chain[i - 1].recovered
             ? again
                   ? "a deferred function caught the first one and raised it again"
                   : "a deferred function caught the one before and raised " + quoted_message(later)
             : "a deferred function panicked by itself on the way out: " + quoted_message(later)));
  }
  if (crash.chain.size() == 1 && crash.chain.front().recovered) {
    finding.supports(
        "1 deferred function caught the panic and raised it again; the frames above "
        "`panic` are its own");
  }
}

void explain_fault(const Crash& crash, Finding& finding) {
  const Fault fault = fault_of(crash);
  if (!fault.known || finding.cause != "panic_nil_dereference") return;
  if (fault.address == 0) {
    finding.supports("0x0 is the address of the access: the pointer itself was nil");
  } else if (fault.address < 4096) {
    finding.supports(hex(fault.address) + " is the address of the access: a field " +
                     number(fault.address) + " bytes behind a nil pointer");
  }
}

std::string summary(const Model& model, const Row& row, const Crash& crash, std::size_t times) {
  const std::uint32_t frame = crash_frame(model, crash);
  std::string text =
      frame == kNone ? "A goroutine that is not printed " : place(model, frame) + " ";
  text += std::string(row.did);
  if (!crash.unannounced) text += ": " + quoted_message(crash);
  if (crash.site > crash.at && crash.at >= 0) {
    // What the program called, not the innermost helper that noticed.
    const auto called = static_cast<std::size_t>(crash.site - 1);
    text += ", in " + code(short_name(model.name(model.group(crash.group).frames[called])));
  }
  if (times > 1) text += ", " + number(times) + " times in this text";
  return text + consequence(model, crash) + ".";
}

void report(const Model& model, const Row& row, const std::vector<Crash>& crashes, Findings& out) {
  const Crash& first = crashes.front();
  const std::uint32_t frame = crash_frame(model, first);
  Finding finding(row.id);
  finding.confidence = Confidence::certain;
  for (const Crash& crash : crashes) {
    if (crash.group == kNone) continue;
    finding.groups.push_back(crash.group);
    if (crash.record != kNone) finding.records.push_back(crash.record);
  }
  finding.summary = summary(model, row, first, crashes.size());
  finding.site = frame;
  if (first.group != kNone) finding.created_at = model.group(first.group).created_by;
  if (first.unannounced) {
    finding.supports("1 running goroutine has `panic` as its newest frame: nobody recovered it",
                     finding.records);
  } else {
    finding.supports(quoted_message(first) + " is what the " +
                         (first.kind == Event::fatal ? "runtime" : "panic") + " says",
                     finding.records);
  }
  if (frame != kNone && first.site >= 0) {
    finding.supports(place(model, frame) + " is the newest frame of the program's own code" +
                     (first.at > 0 ? " below what ran because of it" : ""));
  }
  explain_fault(first, finding);
  explain_chain(first, finding);
  finding.against(std::string(row.unknown));
  finding.next = with_place(row.next, frame == kNone ? "the crash" : place(model, frame));
  // Beside a whole dump a panic that was recovered is an older story, and seldom the one asked for.
  if (first.logged && model.goroutines() > crashes.size() + kLoggedStacks) {
    finding.severity = Severity::warning;
  }
  if (!first.logged) finding.restart = "A restart helps until the same happens again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_panic_custom(const Model& model, Findings& out) noexcept {
  // The same line may panic for many requests: one finding for each row and place.
  std::map<std::pair<const Row*, std::uint32_t>, std::vector<Crash>> by_place;
  for (const Crash& crash : crashes_of(model)) {
    const Row* row = row_of(model, crash);
    if (row != nullptr) by_place[{row, crash_frame(model, crash)}].push_back(crash);
  }
  for (const auto& [key, crashes] : by_place) report(model, *key.first, crashes, out);
}

}  // namespace gowhy::cause
