#include "deadlock_report.h"

#include <charconv>

#include "groups.h"
#include "lines.h"
#include "notes.h"

namespace gowhy {
namespace {

constexpr std::string_view kHeader = "POTENTIAL DEADLOCK:";
constexpr std::string_view kHolders = "Other goroutines holding locks:";
constexpr std::string_view kAll = "All current goroutines:";
constexpr std::string_view kTimeout = "Have been trying to lock it again for more than ";
constexpr std::string_view kNow = "Here is what goroutine ";

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

// `goroutine 7 lock 0xc00011c018`, `current goroutine 7 lock 0x…`
bool parse_lock_line(std::string_view line, std::uint64_t& goroutine,
                     std::uint64_t& address) noexcept {
  if (starts(line, "current ")) line.remove_prefix(8);
  if (!starts(line, "goroutine ")) return false;
  line.remove_prefix(10);
  std::size_t used = 0;
  if (!parse_uint(line, goroutine, used) || !starts(line.substr(used), " lock 0x")) return false;
  line.remove_prefix(used + 8);
  std::from_chars(line.data(), line.data() + line.size(), address, 16);
  return true;
}

// `bank/bank.go:21 bank.(*Bank).Transfer { from.mu.Lock() } <<<<<`, or `???` where the source was
// not at hand. The path may hold blanks and colons, so the place ends at the first `:DIGITS ` whose
// rest looks like a call.
bool parse_place_line(std::string_view line, std::string_view& place,
                      std::string_view& function) noexcept {
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos;
       colon = line.find(':', colon + 1)) {
    std::uint64_t number = 0;
    std::size_t used = 0;
    std::string_view rest = line.substr(colon + 1);
    if (colon == 0 || !parse_uint(rest, number, used) || !starts(rest.substr(used), " ")) continue;
    rest.remove_prefix(used + 1);
    std::size_t stop = rest.find(" { ");
    if (stop == std::string_view::npos) stop = rest.find(" ???");
    if (stop == std::string_view::npos || stop == 0) continue;
    place = line.substr(0, colon + 1 + used);
    function = rest.substr(0, stop);
    return function.find('.') != std::string_view::npos;
  }
  return false;
}

}  // namespace

bool DeadlockReportReader::begins(std::string_view line) noexcept {
  return starts(trim(line), kHeader);
}

DeadlockReportReader::DeadlockReportReader(Dump& dump, std::uint16_t snapshot) noexcept
    : dump_(dump), stack_(dump.symbols), first_record_(dump.records.size()), snapshot_(snapshot) {
  Snapshot& mine = dump_.snapshots[snapshot_];
  mine.format = Format::traceback;
  mine.crash = true;
}

void DeadlockReportReader::open_report(std::string_view line, const LinePlace& place) noexcept {
  close_section();
  report_ = dump_.sections.empty() ? 0 : dump_.sections.back().report + 1;
  in_report_ = true;
  holders_ = wants_ = false;
  Event event;
  event.kind = Event::fatal;
  event.message = line;
  event.snapshot = snapshot_;
  event.line = place.number;
  event_ = dump_.events.size();
  dump_.events.push_back(std::move(event));
}

// A line that says what the stack below it is. False if the line is none.
bool DeadlockReportReader::open_section(std::string_view line, const LinePlace& place) noexcept {
  constexpr std::string_view kBefore = "in another goroutine: happened before";
  constexpr std::string_view kAfter = "happened after";
  const bool timeout = starts(line, kTimeout);
  const bool now = starts(line, kNow);
  if (!timeout && !now && line != "happened before" && line != kAfter && line != kBefore &&
      !starts(line, "Previous place where the lock was grabbed")) {
    return false;
  }
  close_section();
  in_section_ = true;
  // "happened after" stands twice; the second is the goroutine that prints.
  present_ = timeout || (line == kAfter && wants_);
  if (line == kBefore) wants_ = true;
  if (line == kAfter && present_) {
    title_ = "in another goroutine: ";
    title_ += line;
  } else {
    title_ = line;
  }
  if (timeout) dump_.events[event_].message += " " + std::string(line);
  record_.offset = place.offset;
  return true;
}

// Whose lock it is: completes the section just opened, or opens one of the list of holders and the
// first of a recursive locking, which have no line of their own.
bool DeadlockReportReader::take_lock_line(std::string_view line, const LinePlace& place) noexcept {
  std::uint64_t goroutine = 0, address = 0;
  if (!parse_lock_line(line, goroutine, address)) return false;
  const bool current = starts(line, "current ");
  if (current || holders_) {
    close_section();
    in_section_ = true;
    present_ = current;
    title_ = current ? "wants the lock" : "holds a lock";
    record_.offset = place.offset;
  }
  if (!in_section_) return false;
  title_ += ", ";
  title_ += line.substr(0, line.find(" lock "));
  address_ = address;
  record_.id = goroutine;
  if (present_) dump_.events[event_].goroutine = goroutine;
  if (goroutine == 0) {
    // Its goid package reads the id from runtime.g at an offset per release, and else gives 0.
    add_note(dump_, "deadlock_goid",
             "go-deadlock does not know this Go release: it takes all goroutines for number 0, so "
             "what it calls the same goroutine may be two",
             place.number);
  }
  return true;
}

bool DeadlockReportReader::take_place(std::string_view line, const LinePlace& place) noexcept {
  std::string_view file_line, function;
  if (!in_section_ || !parse_place_line(line, file_line, function)) return false;
  stack_.call(function);
  stack_.place(file_line);
  end_ = place.end;
  return true;
}

// "Here is what goroutine 7 doing now": one goroutine as the runtime prints it.
Take DeadlockReportReader::take_traceback(std::string_view line, const LinePlace& place) noexcept {
  HeaderLine header;
  if (parse_header(line, header)) {
    if (!stack_.empty()) return Take::ended;
    traceback_ = true;
    present_ = true;
    record_.id = header.id;
    record_.minutes = header.minutes;
    record_.offset = place.offset;
    state_ = dump_.symbols.string(header.state);
    flags_ = header.flags;
    end_ = place.end;
    return Take::taken;
  }
  if (!stack_.take(line)) return Take::foreign;
  end_ = place.end;
  return Take::taken;
}

void DeadlockReportReader::close_section() noexcept {
  if (in_section_) {
    const StackBuilder::Stack read = stack_.finish();
    Group group;
    group.stack = read.node;
    group.created_by = read.created_by;
    group.state = state_;
    group.flags = flags_;
    group.first_offset = record_.offset;
    Section section;
    section.title = title_;
    section.group = intern_group(dump_, group);
    section.report = report_;
    section.address = address_;
    dump_.sections.push_back(std::move(section));
    if (present_ && read.node != 0) add_record(read, dump_.sections.back().group);
  }
  stack_.clear();
  title_.clear();
  record_ = Record{};
  state_ = kNone;
  flags_ = 0;
  address_ = 0;
  in_section_ = present_ = traceback_ = false;
}

void DeadlockReportReader::add_record(const StackBuilder::Stack& read,
                                      std::uint32_t group) noexcept {
  record_.group = group;
  record_.creator = read.creator;
  record_.snapshot = snapshot_;
  record_.length = length_between(record_.offset, end_);
  record_.args = static_cast<std::uint32_t>(dump_.args.size());
  record_.extra = record_.id != 0 && !seen_.add(record_.id);
  if (!record_.extra) ++dump_.snapshots[snapshot_].goroutines;
  dump_.records.push_back(record_);
}

void DeadlockReportReader::take_back_records() noexcept {
  close_section();
  dump_.records.resize(first_record_);
  seen_.clear();
  dump_.snapshots[snapshot_].goroutines = 0;
  all_follow_ = true;
}

Take DeadlockReportReader::line(std::string_view line, const LinePlace& place) noexcept {
  const std::string_view text = trim(line);
  if (begins(text)) {
    open_report(text, place);
    return Take::taken;
  }
  if (text.empty()) return Take::taken;
  if (all_follow_ || !in_report_) {
    return begins_traceback(text) ? Take::ended : Take::foreign;
  }
  if (text == kAll) {
    take_back_records();
    return Take::taken;
  }
  if (text == kHolders) {
    close_section();
    holders_ = true;
    return Take::taken;
  }
  if (open_section(text, place) || take_lock_line(text, place)) return Take::taken;
  if (in_section_ && starts(title_, kNow)) {
    const Take take = take_traceback(line, place);
    if (take != Take::foreign) return take;
  } else if (take_place(text, place)) {
    return Take::taken;
  }
  return begins_traceback(text) ? Take::ended : Take::foreign;
}

void DeadlockReportReader::end() noexcept { close_section(); }

}  // namespace gowhy
