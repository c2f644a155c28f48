#include "profile_text.h"

#include <algorithm>
#include <cstring>

#include "groups.h"
#include "hex_digits.h"
#include "lines.h"
#include "notes.h"
#include "parked_calls.h"
#include "text_scan.h"

namespace gowhy {
namespace {

constexpr unsigned kKnownBits = 11;
constexpr std::size_t kShortestKnown = 12;  // of a line that is remembered

constexpr std::uint64_t kFew = 10;  // a tenth missing says little of what is not there

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}
bool is_blank(char c) noexcept { return c == ' ' || c == '\t'; }

std::size_t hex_digits(std::string_view text) noexcept {
  std::size_t n = 0;
  while (n < text.size() && is_hex_digit(text[n])) ++n;
  return n;
}

// `NAME profile: total N`; the name of an application's own profile may contain blanks.
bool parse_count_header(std::string_view line, std::string_view& name,
                        std::uint64_t& total) noexcept {
  constexpr std::string_view kMark = " profile: total ";
  const std::size_t mark = line.rfind(kMark);
  if (mark == std::string_view::npos || mark == 0) return false;
  name = line.substr(0, mark);
  // Pasted in bold or as code: `**goroutine profile: total 8`.
  name.remove_prefix(std::min(name.find_first_not_of("*`_>"), name.size()));
  // Behind a log's prefix it is the runtime's own profile: the prefix is taken off first.
  for (std::string_view known : {"goroutine", "goroutineleak"}) {
    if (name.size() <= known.size() || name.substr(name.size() - known.size()) != known) continue;
    const char before = name[name.size() - known.size() - 1];
    if ((before | 32) < 'a' || (before | 32) > 'z') return false;
  }
  const std::string_view digits = line.substr(mark + kMark.size());
  std::size_t used = 0;
  return parse_uint(digits, total, used) && used == digits.size();
}

// `200 @ 0x48c6ea 0x418c9c`; `addresses` is what follows the @.
bool parse_record(std::string_view line, std::uint64_t& count,
                  std::string_view& addresses) noexcept {
  std::size_t used = 0;
  if (!parse_uint(line, count, used)) return false;
  line.remove_prefix(used);
  if (!starts(line, " @")) return false;
  addresses = line.substr(2);
  return addresses.empty() || starts(addresses, " 0x");
}

// What a profile with another header measures, "" if the line is none. Source: pprof.go, writeHeap
// and writeProfileInternal. Without its first line a heap profile begins with a record:
// `1: 4096 [2: 8192] @ 0x…`.
std::string_view other_profile(std::string_view line) noexcept {
  if (starts(line, "heap profile: ") || line.find("] @ 0x") != std::string_view::npos)
    return "heap";
  if (line == "--- contention:") return "block";
  if (line == "--- mutex:") return "mutex";
  return {};
}

// A frame whose record has lost its first line:
// `#\t0x4663d8\tsync.(*Mutex).Lock+0x108\t/x/mutex.go:134`.
bool is_lone_frame(std::string_view line) noexcept {
  return !line.empty() && line[0] == '#' && starts(trim(line.substr(1)), "0x") &&
         line.find(".go:") != std::string_view::npos;
}

// A record whose profile has lost its first line. Only a stack of several addresses is taken for
// one.
bool is_lone_record(std::string_view line) noexcept {
  std::uint64_t count = 0;
  std::string_view addresses;
  if (!parse_record(line, count, addresses)) return false;
  int stack = 0;
  for (; starts(addresses, " 0x"); ++stack) {
    addresses.remove_prefix(3);
    const std::size_t digits = hex_digits(addresses);
    if (digits == 0 || digits > 16) return false;
    addresses.remove_prefix(digits);
  }
  return stack > 1 && addresses.empty();
}

bool is_header(std::string_view line) noexcept {
  std::string_view name;
  std::uint64_t total = 0;
  return parse_count_header(line, name, total) || !other_profile(line).empty();
}

std::uint64_t hex_value(std::string_view digits) noexcept {
  std::uint64_t value = 0;
  for (const char c : digits) {
    value = (value << 4) | static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return value;
}

// Lines of the body of a profile that is not ours: records, comments, rates, nothing.
bool is_foreign_body(std::string_view line) noexcept {
  if (line.empty() || line[0] == '#') return true;
  if (line.find(" @") != std::string_view::npos && line[0] >= '0' && line[0] <= '9') return true;
  return starts(line, "cycles/second=") || starts(line, "sampling period=");
}

// The bytes behind `#\t0x`: most of the address.
std::size_t known_slot(std::string_view line) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, line.data() + 4, sizeof word);
  return static_cast<std::size_t>((word * 0x9E3779B97F4A7C15ull) >> (64 - kKnownBits));
}

}  // namespace

bool ProfileTextReader::begins(std::string_view line) noexcept {
  line = trim(line);
  return is_header(line) || is_lone_record(line) || is_lone_frame(line);
}

ProfileTextReader::ProfileTextReader(Dump& dump, std::uint16_t snapshot) noexcept
    : dump_(dump), stack_(dump.symbols), snapshot_(snapshot) {}

void ProfileTextReader::open_profile(std::string_view line, const LinePlace& place) noexcept {
  opened_ = true;
  first_line_ = place.number;
  std::string_view name;
  if (!is_header(line)) {
    headless_ = true;
    dump_.snapshots[snapshot_].format = Format::profile_text;
    return;
  }
  const bool counts = parse_count_header(line, name, total_);
  if (!counts) name = other_profile(line);
  leaked_ = name == "goroutineleak";
  if (name == "goroutine" || leaked_) {
    Snapshot& snapshot = dump_.snapshots[snapshot_];
    snapshot.format = Format::profile_text;
    snapshot.leak_profile = leaked_;
    snapshot.goroutines = total_;
    return;
  }
  refused_ = true;
  std::string text = "this is a profile of \"";
  text += name;
  text += "\", which does not show goroutines; take /debug/pprof/goroutine instead";
  add_note(dump_, "other_profile", text, place.number);
}

void ProfileTextReader::open_record(std::uint64_t count, std::string_view addresses,
                                    const LinePlace& place) noexcept {
  close_record();
  in_record_ = true;
  parted_ = false;
  count_ = count;
  addresses_ = addresses;
  record_offset_ = place.offset;
  first_pc_ = 0;
  labels_ = kNone;
  stack_.clear();
}

void ProfileTextReader::close_record() noexcept {
  if (!in_record_) return;
  in_record_ = false;
  const StackBuilder::Stack read = stack_.finish();
  Group group;
  group.stack = read.node;
  if (leaked_) group.flags = kLeaked;
  group.first_offset = record_offset_;
  Sample sample;
  sample.group = intern_group(dump_, group);
  sample.count = count_;
  sample.labels = labels_;
  sample.snapshot = snapshot_;
  dump_.samples.push_back(sample);
  note_hidden_calls(dump_, sample.group, addresses_, first_pc_);
  const std::uint64_t room = UINT64_MAX - counted_;
  counted_ += count_ < room ? count_ : room;
}

// The digits of the pc that begins `text` when no blank separates it from the name: the pcs are
// those of the record's first line, less one (a return address names the call before it).
std::size_t ProfileTextReader::address_length(std::string_view text) const noexcept {
  const std::size_t run = hex_digits(text);
  std::string_view rest = addresses_;
  while (starts(rest, " 0x")) {
    rest.remove_prefix(3);
    const std::size_t digits = hex_digits(rest);
    const std::uint64_t address = digits <= 16 ? hex_value(rest.substr(0, digits)) : 0;
    if (digits <= run && digits > 0) {
      const std::uint64_t printed = hex_value(text.substr(0, digits));
      if (printed == address || printed + 1 == address) return digits;
    }
    rest.remove_prefix(digits);
  }
  return run;
}

// What follows the `#` of `#\t0x680ce4\tmain.f+0x44\t/home/dev/main.go:33`, or of `#\t0x680ce4` for
// code without a name.
bool ProfileTextReader::take_frame(std::string_view line) noexcept {
  if (!starts(line, "0x")) return false;
  std::size_t digits = hex_digits(line.substr(2));
  if (digits == 0) return false;
  if (line.size() == digits + 2) {
    stack_.call(line);
    return true;
  }
  const bool apart = is_blank(line[digits + 2]);
  if (!apart) digits = address_length(line.substr(2));
  const std::uint64_t pc = hex_value(line.substr(2, digits));
  if (first_pc_ == 0) first_pc_ = pc;
  line = trim(line.substr(digits + 2));
  // The first +0x after a name is the distance from its entry: names do not contain one.
  const std::size_t plus = line.find("+0x");
  if (plus == std::string_view::npos || plus == 0) return false;
  const std::string_view after = line.substr(plus + 3);
  const std::uint32_t id = frame(line.substr(0, plus), trim(after.substr(hex_digits(after))));
  stack_.push(id);
  // Where the address runs into the name it is the record that tells them apart.
  if (apart) latest_ = {{}, pc, id};
  return true;
}

// The line that take_frame has just read.
void ProfileTextReader::remember(std::string_view line) noexcept {
  const bool plain = line.find_first_of("&\\\x1b") == std::string_view::npos &&
                     line.find("goroutine ") == std::string_view::npos;
  if (latest_.frame == kNone || line.size() < kShortestKnown || !plain) return;
  if (known_.empty()) known_.resize(std::size_t{1} << kKnownBits);
  KnownLine& known = known_[known_slot(line)];
  known = latest_;
  known.text = line;
}

bool ProfileTextReader::again(std::string_view line, const LinePlace& place) noexcept {
  if (!in_record_ || known_.empty() || line.size() < kShortestKnown) return false;
  const KnownLine& known = known_[known_slot(line)];
  if (known.text.size() != line.size() ||
      !equal_bytes(known.text.data(), line.data(), line.size())) {
    return false;
  }
  last_line_ = place.number;
  if (first_pc_ == 0) first_pc_ = known.pc;
  stack_.push(known.frame);
  return true;
}

std::uint32_t ProfileTextReader::frame(std::string_view name, std::string_view place) noexcept {
  Symbols& symbols = dump_.symbols;
  const std::uint64_t hash = hash_pair(hash_bytes(name), hash_bytes(place));
  std::uint32_t id = frames_.find(hash, [&](std::uint32_t i) {
    const Frame& known = symbols.frame_at(i);
    return known.place == place && symbols.function_at(known.function).name == name;
  });
  if (id != kNone) return id;
  id = symbols.frame(symbols.function(name), place, Frame::call, false);
  frames_.insert(hash, id);
  return id;
}

// A line that begins with `#`: a frame or labels.
bool ProfileTextReader::take_comment(std::string_view line) noexcept {
  if (!in_record_) return false;
  constexpr std::string_view kLabels = "# labels: {";
  if (!starts(line, kLabels)) return take_frame(trim(line.substr(1)));
  const std::size_t close = line.rfind('}');
  if (close == std::string_view::npos || close < kLabels.size()) return false;
  const std::string json = labels_to_json(line.substr(kLabels.size(), close - kLabels.size()));
  if (!json.empty()) labels_ = dump_.symbols.string(json);
  return true;
}

Take ProfileTextReader::line(std::string_view line, const LinePlace& place) noexcept {
  const std::string_view whole = line;
  line = trim(line);
  if (!opened_) {
    open_profile(line, place);
    if (!headless_) return Take::taken;
  }
  // Records end where the next begins: a copy may have lost blank lines or gained some.
  if (line.empty()) return Take::taken;
  if (refused_) {
    if (is_foreign_body(line)) return Take::taken;
    return is_header(line) ? Take::ended : Take::foreign;
  }
  last_line_ = place.number;
  if (line[0] == '#') {
    latest_.frame = kNone;
    // One stack was copied without the line that says how many goroutines have it.
    const bool lone = headless_ && (!in_record_ || parted_);
    if (lone) open_record(1, {}, place);
    if (!take_comment(line)) {
      in_record_ = in_record_ && !lone;
      return Take::foreign;
    }
    remember(whole);
    return Take::taken;
  }
  // Markdown takes a leading `#` for its own and drops it.
  if (in_record_ && starts(line, "0x")) return take_frame(line) ? Take::taken : Take::foreign;
  std::uint64_t count = 0;
  std::string_view addresses;
  if (!parse_record(line, count, addresses)) {
    parted_ = addresses_.empty();  // what follows the words of a post is another stack
    return is_header(line) ? Take::ended : Take::foreign;
  }
  open_record(count, addresses, place);
  return Take::taken;
}

void ProfileTextReader::end() noexcept {
  if (!opened_ || refused_) return;
  close_record();
  Snapshot& snapshot = dump_.snapshots[snapshot_];
  if (headless_) {
    snapshot.goroutines = counted_;
    snapshot.cut = true;
    add_note(dump_, "truncated_profile",
             "the first line of the profile is missing, which tells how many goroutines there were",
             first_line_);
    return;
  }
  if (counted_ == total_) return;
  std::string text = "the profile says " + std::to_string(total_) +
                     " goroutines, its records hold " + std::to_string(counted_);
  if (counted_ < total_) {
    text += "; the end is missing";
    snapshot.cut = total_ - counted_ > total_ / kFew;
  } else {
    snapshot.goroutines = counted_;
  }
  add_note(dump_, "truncated_profile", text, last_line_ != 0 ? last_line_ : first_line_);
}

}  // namespace gowhy
