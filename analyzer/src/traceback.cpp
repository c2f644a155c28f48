#include "traceback.h"

#include <algorithm>

#include "groups.h"
#include "notes.h"
#include "text_scan.h"
#include "torn_line.h"

namespace gowhy {
namespace {

constexpr std::uint64_t kLargestJsonId = (std::uint64_t{1} << 53) - 1;
constexpr std::uint64_t kPprofLimit = 64u << 20;
constexpr std::size_t kSnapshots = 512;  // memory of the comparison grows with their number

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

}  // namespace

bool TracebackReader::begins(std::string_view line) noexcept {
  HeaderLine header;
  if (parse_header(line, header) || CrashLines::begins(line)) return true;
  CreatedLine created;
  return parse_created(line, created);
}

TracebackReader::TracebackReader(Dump& dump, std::uint16_t snapshot) noexcept
    : dump_(dump), crash_(dump, snapshot), snapshot_(snapshot) {
  dump_.snapshots[snapshot_].format = Format::traceback;
}

Take TracebackReader::line(std::string_view text, const LinePlace& place) noexcept {
  const std::string_view line = trim(text);
  if (line.empty()) {
    blank_ = true;
    crash_.blank();
    return Take::taken;
  }
  last_line_ = place.number;
  HeaderLine header;
  if (parse_header(line, header)) return take_header(header, place);
  if (crash_.in_message() && crash_.take(line, place)) return Take::taken;
  if (take_frame_line(line, text, place)) {
    end_ = place.end;
    blank_ = false;
    return Take::taken;
  }
  if (take_section(line, place)) return Take::taken;
  if (!crash_section_ && CrashLines::begins(line) && !starts(line, "[signal ") &&
      dump_.snapshots[snapshot_].goroutines > 0) {
    // Several panics of one goroutine each are one story; a crash after a whole dump is another.
    const bool same = dump_.snapshots[snapshot_].crash && since_crash_ <= 1;
    if (!same && dump_.snapshots.size() < kSnapshots) return Take::ended;
    since_crash_ = 0;
  }
  if (crash_.take(line, place)) {
    crash_section_ = crash_section_ || line == "-----";
    return Take::taken;
  }
  if (take_c_function(line, place)) return Take::taken;
  if (blank_) cut_ = true;
  block_ = 0;
  return Take::foreign;
}

// A header whose id came before begins another dump, unless the text says otherwise.
bool TracebackReader::other_dump(std::uint64_t id) const noexcept {
  if (id == 0 || crash_section_ || !ids_.has(id)) return false;
  // Stacks logged one by one (debug.Stack in a recover) are no dumps of the process.
  if (largest_block_ <= 1) return false;
  // Two writers at once: the goroutine before was not finished.
  const bool torn = open_ && !blank_ && created_by_ == kNone && record_.id != 1;
  return !torn && dump_.snapshots.size() < kSnapshots;
}

Take TracebackReader::take_header(const HeaderLine& header, const LinePlace& place) noexcept {
  if (other_dump(header.id)) return Take::ended;
  if (open_ && pending_ != kNone && !blank_) ++headers_below_;
  close();
  crash_.goroutine(header.id);
  open_goroutine(header.id, place);
  state_ = dump_.symbols.string(header.state);
  flags_ = header.flags;
  record_.minutes = header.minutes;
  record_.in_bubble = header.in_bubble;
  if (header.pointers) {
    std::uint8_t& marks = dump_.snapshots[snapshot_].marks;
    marks = static_cast<std::uint8_t>(marks | kPointers);
  }
  if (!header.labels.empty()) {
    const std::string labels = labels_to_json(header.labels);
    if (!labels.empty()) record_.labels = dump_.symbols.string(labels);
  }
  if (header.id_too_large || header.id > kLargestJsonId) {
    add_note(dump_, "large_id", "A goroutine id is above 2^53 and is not listed", place.number);
  }
  // Goroutine 0 is a thread's scheduler stack; other repeats are sections of GOTRACEBACK=crash.
  record_.extra = header.id_too_large ? false : header.id == 0 || !ids_.add(header.id);
  return Take::taken;
}

void TracebackReader::open_goroutine(std::uint64_t id, const LinePlace& place) noexcept {
  record_ = Record{};
  record_.id = id;
  record_.offset = place.offset;
  record_.snapshot = snapshot_;
  record_.args = static_cast<std::uint32_t>(dump_.args.size());
  node_ = 0;
  state_ = created_by_ = pending_ = kNone;
  flags_ = 0;
  end_ = place.end;
  open_ = true;
  blank_ = cut_ = false;
  ++block_;
}

// A stack without its header: pasted in parts, or the header is damaged.
void TracebackReader::open_headless(const LinePlace& place) noexcept {
  close();
  crash_.goroutine(0);
  open_goroutine(0, place);
  ++headless_;
  add_note(dump_, "missing_header", "A stack has no header line: its goroutine is unknown",
           place.number);
}

bool TracebackReader::take_frame_line(std::string_view line, std::string_view text,
                                      const LinePlace& place) noexcept {
  std::string_view file_line;
  if (open_ && pending_ != kNone && parse_place(text, file_line)) {
    settle(file_line);
    return true;
  }
  if (open_ && !c_function_.empty()) {
    const bool bare = starts(line, "pc=0x");
    if (bare || (line.find(" pc=0x") != std::string_view::npos && parse_place(text, file_line))) {
      pending_ = dump_.symbols.function(c_function_);
      pending_kind_ = Frame::call;
      pending_inlined_ = false;
      c_function_.clear();
      settle(bare ? std::string_view{} : file_line);
      return true;
    }
  }
  CreatedLine created;
  if (parse_created(line, created)) {
    if (!open_ || created_by_ != kNone) open_headless(place);
    settle({});
    pending_ = dump_.symbols.function(created.name);
    pending_kind_ = Frame::created_by;
    pending_inlined_ = false;
    record_.creator = created.goroutine;
    return true;
  }
  CallLine call;
  if (parse_call(line, call)) {
    take_call(call, place);
    return true;
  }
  if (open_ && is_elided(line)) {
    settle({});
    const std::uint32_t mark = dump_.symbols.function("...additional frames elided...");
    node_ = dump_.symbols.child(node_, dump_.symbols.frame(mark, {}, Frame::elided, false));
    return true;
  }
  return open_ &&
         (line == "goroutine running on other thread; stack unavailable" || is_place_rest(line));
}

void TracebackReader::take_call(const CallLine& call, const LinePlace& place) noexcept {
  const bool after_creator =
      created_by_ != kNone || (pending_ != kNone && pending_kind_ == Frame::created_by);
  if (!open_ || after_creator || cut_) open_headless(place);
  settle({});
  pending_ = dump_.symbols.function(call.name);
  pending_kind_ = Frame::call;
  pending_inlined_ = call.inlined;
  if (call.inlined) return;
  const unsigned wanted = dump_.symbols.function_at(pending_).kept_words;
  keep_args(call.args, wanted, call.args.data() + call.args.size());
  mark_args(call.args);
}

// "[originating from goroutine N]:" (GODEBUG=tracebackancestors) and "runtime stack:" are stacks of
// another goroutine, printed with this one.
bool TracebackReader::take_section(std::string_view line, const LinePlace& place) noexcept {
  constexpr std::string_view kAncestor = "[originating from goroutine ";
  std::uint64_t id = 0;
  std::size_t used = 0;
  if (starts(line, kAncestor)) {
    if (!parse_uint(line.substr(kAncestor.size()), id, used)) return false;
  } else if (line != "runtime stack:") {
    return false;
  }
  close();
  open_goroutine(id, place);
  record_.extra = true;
  return true;
}

// C functions of a program that lets the runtime see them (runtime.printOneCgoTraceback): a bare
// name, then "\tfile:line pc=0x…"; where the symbolizer knows no name, "non-Go function" and
// "\tpc=0x…"; where there is no symbolizer, "non-Go function at pc=0x…" on a line.
bool TracebackReader::take_c_function(std::string_view line, const LinePlace& place) noexcept {
  if (!open_ || blank_) return false;
  if (starts(line, "non-Go function at pc=0x")) {
    settle({});
    pending_ = dump_.symbols.function("non-Go function");
    pending_kind_ = Frame::call;
    pending_inlined_ = false;
    settle({});
    end_ = place.end;
    return true;
  }
  if (!c_function_.empty()) {
    add_note(dump_, "unknown_line", "A line inside a goroutine was not understood", c_line_);
    c_function_.clear();
  }
  // C calls stand on top of the Go calls; nothing of them follows the creator.
  const char first = line.front();
  const bool word =
      first == '_' || (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  const bool name =
      (word && line.find_first_of(" \t=") == std::string_view::npos) || line == "non-Go function";
  if (!name || line.size() > 512 || created_by_ != kNone) return false;
  settle({});
  c_function_ = line;
  c_line_ = place.number;
  return true;
}

void TracebackReader::settle(std::string_view file_line) noexcept {
  if (pending_ == kNone) return;
  has_places_ = has_places_ || !file_line.empty();
  const std::uint32_t frame =
      dump_.symbols.frame(pending_, file_line, pending_kind_, pending_inlined_);
  if (pending_kind_ == Frame::created_by) {
    created_by_ = frame;
  } else {
    node_ = dump_.symbols.child(node_, frame);
  }
  pending_ = kNone;
}

void TracebackReader::keep_args(std::string_view args, unsigned wanted,
                                const char* readable) noexcept {
  const unsigned frame = dump_.symbols.node(node_).depth;
  if (frame >= kFramesWithArgs) return;
  each_argument_word(args, wanted, readable,
                     [&](unsigned slot, const char*, unsigned count, std::uint64_t value,
                         bool stale) { keep_word(frame, slot, count, value, stale); });
}

void TracebackReader::mark_args(std::string_view args) noexcept {
  std::uint8_t& marks = dump_.snapshots[snapshot_].marks;
  const auto mark = [&](char c, TextMark bit) {
    if ((marks & bit) == 0 && args.find(c) != std::string_view::npos) {
      marks = static_cast<std::uint8_t>(marks | bit);
    }
  };
  mark('{', kAggregates);
  mark('?', kStaleArguments);
}

void TracebackReader::close() noexcept {
  if (!open_) return;
  settle({});
  if (!c_function_.empty()) {
    add_note(dump_, "unknown_line", "A line inside a goroutine was not understood", c_line_);
    c_function_.clear();
  }
  Group group;
  group.stack = node_;
  group.created_by = created_by_;
  group.state = state_;
  group.flags = flags_;
  group.first_offset = record_.offset;
  close_into(intern_group(dump_, group));
}

void TracebackReader::close_into(std::uint32_t group) noexcept {
  record_.group = group;
  record_.length = length_between(record_.offset, end_);
  record_.arg_count = std::min(dump_.args.size() - record_.args, Record::kMostArgs) & 0x3FFFu;
  add_in_place(dump_.records, record_);
  if (!record_.extra) {
    ++dump_.snapshots[snapshot_].goroutines;
    ++since_crash_;
  }
  largest_block_ = std::max(largest_block_, block_);
  open_ = false;
}

// The runtime prints every stack to its end: who created the goroutine, or its own or the program's
// main, an initialization, or what C called.
bool TracebackReader::ends_early() const noexcept {
  if (created_by_ != kNone || record_.id == 0 || record_.extra || node_ == 0) return false;
  const Frame& oldest = dump_.symbols.frame_at(dump_.symbols.node(node_).frame);
  if (oldest.kind != Frame::call) return false;
  const Function& function = dump_.symbols.function_at(oldest.function);
  return function.package != "main" && function.origin != Origin::runtime &&
         !starts(function.base, "init") && !starts(function.name, "_cgo");
}

// Log consoles and exports list the newest line first: each header then stands right behind the
// call that it should stand before, whose stack has no header before it.
void TracebackReader::judge_order() noexcept {
  const std::uint64_t goroutines = dump_.snapshots[snapshot_].goroutines + (open_ ? 1 : 0);
  const bool most = headers_below_ > 0 && headers_below_ * 3 >= goroutines;
  if (!has_places_ || !most || headless_ < headers_below_) return;
  dump_.snapshots[snapshot_].newest_first = true;
  add_note(dump_, "newest_first",
           "The lines stand in reverse order, the newest first: turn them round, as "
           "`tac FILE | gowhy` does",
           last_line_);
}

void TracebackReader::end() noexcept {
  crash_.end();
  judge_order();
  if (!open_) return;
  // A call without its place, or a creator without, is where the text was cut; then the name of the
  // creator is not sure to be whole.
  const bool half = pending_ != kNone;
  if (half && pending_kind_ == Frame::created_by) pending_ = kNone;
  const bool empty =
      ends_early() || (created_by_ == kNone && node_ == 0 && !record_.extra && !half);
  close();
  if (!half && !empty && !cut_short_) return;
  const std::uint64_t size = end_ - dump_.snapshots[snapshot_].offset;
  if (size + 4096 > kPprofLimit && size <= kPprofLimit) {
    add_note(dump_, "dump_limit",
             "The dump ends at 64 MiB, where runtime/pprof stops: goroutines are missing",
             last_line_);
  } else {
    add_note(dump_, "truncated_goroutine", "The last goroutine is cut", last_line_);
    dump_.snapshots[snapshot_].cut = true;
  }
}

}  // namespace gowhy
