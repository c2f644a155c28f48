#include "router.h"

#include <algorithm>
#include <type_traits>

#include "deadlock_report.h"
#include "delve.h"
#include "goleak.h"
#include "lines.h"
#include "notes.h"
#include "profile_text.h"
#include "race.h"
#include "stack_builder.h"
#include "traceback.h"

namespace gowhy {
namespace {

constexpr std::size_t kSnapshots = 4096;
constexpr std::size_t kLongestCall = 4096;

bool is_fence(std::string_view line) noexcept {
  return line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~";
}

// What stands around a dump and says nothing: Markdown fences, HTML's frame, rulers, the dots of
// somebody who left a part out.
bool is_decoration(std::string_view line) noexcept {
  line = trim(line);
  if (line.empty() || is_fence(line)) return true;
  if (line.front() == '<' && line.back() == '>') return true;
  return line == ">" || line.find_first_not_of("=-*_#.[]") == std::string_view::npos;
}

// The first line below the head of what `go tool pprof` prints of a profile: -top, -tree and -peek,
// and -traces (github.com/google/pprof, internal/report/report.go, reportLabels and printTraces).
bool is_pprof_report(std::string_view line) noexcept {
  for (const std::string_view first :
       {"Showing nodes accounting for ", "-----------+------------------------------------"}) {
    if (line.substr(0, first.size()) == first) return true;
  }
  return false;
}

// The fence of a post on the line of the dump itself: "```panic: boom", "`fatal error: fault".
// Nothing if there is none, or if it closes in the middle of a sentence.
std::string_view behind_fence(std::string_view line) noexcept {
  line = trim(line);
  std::size_t marks = 0;
  while (marks < line.size() && line[marks] == '`') ++marks;
  if (marks == 0 || marks > 3) return {};
  line.remove_prefix(marks);
  while (!line.empty() && line.back() == '`') line.remove_suffix(1);
  return line.find('`') == std::string_view::npos ? line : std::string_view{};
}

}  // namespace

Router::Router(Dump& dump) noexcept : dump_(dump) {}
Router::~Router() = default;

void Router::open_input(std::uint32_t input) noexcept {
  input_ = input;
  other_lines_ = first_other_ = 0;
  pprof_report_ = false;
  cut_ = after_fence_ = false;
  call_.clear();
  dump_.inputs[input].first_snapshot = static_cast<std::uint16_t>(dump_.snapshots.size());
}

std::uint16_t Router::snapshot(std::uint64_t offset) noexcept {
  const std::size_t first = dump_.inputs[input_].first_snapshot;
  if (dump_.snapshots.size() > first) {
    const Snapshot& last = dump_.snapshots.back();
    // Events alone are the introduction of what follows.
    const bool empty =
        last.goroutines == 0 && (last.format == Format::none || last.format == Format::traceback);
    if (empty || dump_.snapshots.size() >= kSnapshots) {
      return static_cast<std::uint16_t>(dump_.snapshots.size() - 1);
    }
  }
  Snapshot made;
  made.input = input_;
  made.offset = offset;
  dump_.snapshots.push_back(made);
  return static_cast<std::uint16_t>(dump_.snapshots.size() - 1);
}

void Router::close_format() noexcept {
  if (format_) format_->end();
  format_.reset();
  traceback_ = nullptr;
}

template <typename Format>
bool Router::open_if_begins(std::string_view line, const LinePlace& place) noexcept {
  if (!Format::begins(line)) return false;
  close_format();
  auto made = std::make_unique<Format>(dump_, snapshot(place.offset));
  if constexpr (std::is_same_v<Format, TracebackReader>) traceback_ = made.get();
  format_ = std::move(made);
  format_->line(line, place);
  return true;
}

// goleak's lists repeat the runtime's headers, so it is asked before the traceback. A list pasted
// from inside its first entry reads as a dump until its second: both are one list.
bool Router::begin_goleak(std::string_view line, const LinePlace& place) noexcept {
  if (!GoleakReader::begins(line)) return false;
  bool goes_on = traceback_ != nullptr && !GoleakReader::is_title(line);
  close_format();
  goes_on = goes_on && dump_.snapshots.back().goroutines > 0 && !dump_.snapshots.back().crash;
  if (goes_on) dump_.snapshots.back().cut = true;
  const std::uint16_t index =
      goes_on ? static_cast<std::uint16_t>(dump_.snapshots.size() - 1) : snapshot(place.offset);
  format_ = std::make_unique<GoleakReader>(dump_, index);
  format_->line(line, place);
  return true;
}

bool Router::begin(std::string_view line, const LinePlace& place) noexcept {
  return begin_goleak(line, place) || open_if_begins<RaceReader>(line, place) ||
         open_if_begins<DeadlockReportReader>(line, place) ||
         open_if_begins<DelveReader>(line, place) ||
         open_if_begins<ProfileTextReader>(line, place) ||
         open_if_begins<TracebackReader>(line, place);
}

// A call and its place, without a header before them: a stack pasted in part.
bool Router::begin_headless(std::string_view line, const LinePlace& place) noexcept {
  std::string_view file_line;
  if (!call_.empty() && parse_place(line, file_line)) {
    close_format();
    auto made = std::make_unique<TracebackReader>(dump_, snapshot(call_place_.offset));
    traceback_ = made.get();
    format_ = std::move(made);
    format_->line(call_, call_place_);
    call_.clear();
    if (other_lines_ > 0) --other_lines_;
    format_->line(line, place);
    return true;
  }
  CallLine call;
  call_.clear();
  if (traceback_ == nullptr && line.size() < kLongestCall && parse_call(line, call)) {
    call_ = line;
    call_place_ = place;
  }
  return false;
}

bool Router::take(std::string_view line, const LinePlace& place) noexcept {
  if (format_) {
    switch (format_->line(line, place)) {
      case Take::taken:
        return true;
      case Take::ended:
        close_format();
        break;
      case Take::foreign:
        break;
    }
  }
  if (begin(line, place) || begin_headless(line, place)) return true;
  const std::string_view inner = behind_fence(line);
  if (inner.empty()) return false;
  return begins_traceback(inner) ? take(inner, place) : begin(inner, place);
}

void Router::other(std::string_view line, const LinePlace& place, bool outside) noexcept {
  if (!pprof_report_ && is_pprof_report(line)) {
    pprof_report_ = true;
    add_note(dump_, "pprof_report",
             "this is a report of `go tool pprof`, which has functions but no stacks with their "
             "lines; give the goroutine profile itself, or /debug/pprof/goroutine?debug=2",
             place.number);
  }
  if (is_decoration(line)) {
    after_fence_ = after_fence_ || is_fence(trim(line));
    return;
  }
  if (!outside && !after_fence_ && traceback_ != nullptr && traceback_->inside()) {
    if (cut_) {
      traceback_->cut_short();
    } else {
      add_note(dump_, "unknown_line", "A line inside a goroutine was not understood", place.number);
    }
    return;
  }
  if (other_lines_++ == 0) first_other_ = place.number;
}

void Router::close_input() noexcept {
  close_format();
  Input& input = dump_.inputs[input_];
  if (dump_.snapshots.size() > input.first_snapshot) {
    const auto last = static_cast<std::uint16_t>(dump_.snapshots.size() - 1);
    const bool used = dump_.snapshots.back().goroutines > 0 ||
                      dump_.snapshots.back().leak_profile || !dump_.sections.empty() ||
                      std::any_of(dump_.events.begin(), dump_.events.end(),
                                  [&](const Event& event) { return event.snapshot == last; }) ||
                      std::any_of(dump_.records.begin(), dump_.records.end(),
                                  [&](const Record& record) { return record.snapshot == last; });
    if (!used) dump_.snapshots.pop_back();
  }
  input.snapshots = static_cast<std::uint16_t>(dump_.snapshots.size() - input.first_snapshot);
  if (input.snapshots > 0 && other_lines_ > 0) {
    add_note(dump_, "other_text", "Lines that are not part of a dump", first_other_, other_lines_);
  }
}

}  // namespace gowhy
