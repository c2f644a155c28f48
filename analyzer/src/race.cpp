#include "race.h"

#include <charconv>

#include "groups.h"
#include "lines.h"
#include "notes.h"

namespace gowhy {
namespace {

constexpr std::string_view kRule = "==================";
constexpr std::string_view kWarning = "WARNING: DATA RACE";
// Two accesses, where the memory comes from and two creations are five; more only in hostile text.
constexpr std::size_t kMaxParts = 64;

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

bool ends(std::string_view text, std::string_view with) noexcept {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

std::uint64_t parse_address(std::string_view text) noexcept {
  std::uint64_t value = 0;
  if (!starts(text, "0x")) return 0;
  text.remove_prefix(2);
  std::from_chars(text.data(), text.data() + text.size(), value, 16);
  return value;
}

// `… by goroutine 8:`, `… by main goroutine:`; 0 if neither.
std::uint64_t goroutine_at_end(std::string_view line) noexcept {
  if (ends(line, "main goroutine:")) return 1;
  const std::size_t at = line.rfind("goroutine ");
  std::uint64_t id = 0;
  std::size_t used = 0;
  if (at == std::string_view::npos || !parse_uint(line.substr(at + 10), id, used)) return 0;
  return id;
}

bool is_access(std::string_view line) noexcept {
  for (std::string_view word :
       {"Read at 0x", "Write at 0x", "Previous read at 0x", "Previous write at 0x",
        // Without the address, as to Go 1.6.
        "Read by ", "Write by ", "Previous read by ", "Previous write by "}) {
    if (starts(line, word)) return goroutine_at_end(line) != 0;
  }
  return false;
}

}  // namespace

bool RaceReader::begins(std::string_view line) noexcept {
  line = trim(line);
  return line == kWarning || is_access(line);
}

RaceReader::RaceReader(Dump& dump, std::uint16_t snapshot) noexcept
    : dump_(dump), stack_(dump.symbols), snapshot_(snapshot) {
  dump_.snapshots[snapshot_].format = Format::race;
}

void RaceReader::open_report(const LinePlace& place) noexcept {
  in_report_ = true;
  first_line_ = place.number;
  parts_.clear();
}

// A line that names the stack below it.
bool RaceReader::open_part(std::string_view line, const LinePlace& place) noexcept {
  Part part;
  if (is_access(line)) {
    part.kind = Part::access;
    part.goroutine = goroutine_at_end(line);
    const std::size_t at = line.find("0x");
    if (at != std::string_view::npos) part.address = parse_address(line.substr(at));
  } else if (starts(line, "Goroutine ") && line.find(" created at:") != std::string_view::npos) {
    part.kind = Part::creation;
    std::size_t used = 0;
    if (!parse_uint(line.substr(10), part.goroutine, used)) part.goroutine = 0;
  } else if (starts(line, "Heap block of size ") || starts(line, "Global var ")) {
    const std::size_t at = line.find(" at 0x");
    part.goroutine = goroutine_at_end(line);
    if (at != std::string_view::npos) part.address = parse_address(line.substr(at + 4));
  } else {
    return false;
  }
  close_part();
  part.title = line.back() == ':' ? line.substr(0, line.size() - 1) : line;
  part.offset = place.offset;
  part.end = place.end;
  if (parts_.size() < kMaxParts) {
    parts_.push_back(std::move(part));
    in_part_ = true;
  }
  return true;
}

void RaceReader::close_part() noexcept {
  if (in_part_) parts_.back().stack = stack_.finish().node;
  stack_.clear();
  in_part_ = false;
}

// The frame that started a goroutine: the newest call of its "created at" stack.
std::uint32_t RaceReader::creator_of(std::uint64_t goroutine) const noexcept {
  for (const Part& part : parts_) {
    if (part.kind != Part::creation || part.goroutine != goroutine || part.stack == 0) continue;
    std::uint32_t node = part.stack;
    const Symbols& symbols = dump_.symbols;
    while (symbols.node(node).parent != 0) node = symbols.node(node).parent;
    const Frame& frame = symbols.frame_at(symbols.node(node).frame);
    return dump_.symbols.frame(frame.function, frame.place, Frame::created_by, false);
  }
  return kNone;
}

void RaceReader::add_record(const Part& part, std::uint32_t group) noexcept {
  Record record;
  record.id = part.goroutine;
  record.offset = part.offset;
  record.length = length_between(part.offset, part.end);
  record.group = group;
  record.snapshot = snapshot_;
  record.args = static_cast<std::uint32_t>(dump_.args.size());
  record.extra = !seen_.add(part.goroutine);
  if (!record.extra) ++dump_.snapshots[snapshot_].goroutines;
  dump_.records.push_back(record);
}

// "DATA RACE: Write at 0x… by goroutine 8, Previous read at 0x… by main goroutine"
std::string RaceReader::message() const noexcept {
  std::string text = "DATA RACE";
  const char* separator = ": ";
  for (const Part& part : parts_) {
    if (part.kind != Part::access) continue;
    text += separator;
    text += part.title;
    separator = ", ";
  }
  return text;
}

void RaceReader::close_report(bool complete) noexcept {
  if (!in_report_) return;
  close_part();
  in_report_ = false;
  const std::uint32_t report = dump_.sections.empty() ? 0 : dump_.sections.back().report + 1;
  Event event;
  event.kind = Event::race;
  event.message = message();
  event.snapshot = snapshot_;
  event.line = first_line_;
  bool failed = false;
  for (const Part& part : parts_) {
    Group group;
    group.stack = part.stack;
    group.first_offset = part.offset;
    if (part.kind == Part::access) group.created_by = creator_of(part.goroutine);
    Section section;
    section.title = part.title;
    section.group = intern_group(dump_, group);
    section.report = report;
    section.address = part.address;
    dump_.sections.push_back(std::move(section));
    failed = failed || !part.restored;
    if (part.kind != Part::access) continue;
    if (event.goroutine == 0) event.goroutine = part.goroutine;
    add_record(part, dump_.sections.back().group);
  }
  dump_.events.push_back(std::move(event));
  if (failed) {
    add_note(dump_, "race_stack_lost",
             "the race detector could not restore a stack: its history was too short "
             "(GORACE=\"history_size=7\" keeps more)",
             first_line_);
  }
  if (!complete) {
    add_note(dump_, "truncated_race", "the race report ends before its closing line", first_line_);
  }
}

Take RaceReader::line(std::string_view line, const LinePlace& place) noexcept {
  const std::string_view text = trim(line);
  if (text == kWarning) {
    close_report(false);
    open_report(place);
    return Take::taken;
  }
  if (!in_report_) {
    // The runtime adds "Found 2 data race(s)" at the end (runtime/race, __tsan_fini).
    if (text == kRule || text.empty() || ends(text, " data race(s)")) return Take::taken;
    if (!is_access(text)) return begins_traceback(text) ? Take::ended : Take::foreign;
    open_report(place);  // its first lines were not copied
  }
  if (text == kRule) {
    close_report(true);
    return Take::taken;
  }
  if (text.empty() || open_part(text, place)) return Take::taken;
  if (in_part_) parts_.back().end = place.end;
  if (text == "[failed to restore the stack]") {
    if (in_part_) parts_.back().restored = false;
    return Take::taken;
  }
  if (stack_.take(line)) return Take::taken;
  return begins_traceback(text) ? Take::ended : Take::foreign;
}

void RaceReader::end() noexcept { close_report(false); }

}  // namespace gowhy
