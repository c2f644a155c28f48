#include "goleak.h"

#include <string>

#include "groups.h"
#include "lines.h"
#include "notes.h"

namespace gowhy {
namespace {

constexpr std::string_view kTitle = "found unexpected goroutines:";
constexpr std::string_view kTop = " on top of the stack:";

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}
bool ends(std::string_view text, std::string_view with) noexcept {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

// The runtime's header that an entry was made of, "" if the line is no entry. goleak takes what
// follows the id, without `[` before and `]` behind it (parseGoStackHeader): "chan receive, 2
// minutes", but also "chan receive] {user: bob}" (Go 1.27) and "gp=0xc000… m=nil [select"
// (GOTRACEBACK=system).
std::string header_of(std::string_view line) noexcept {
  if (starts(line, "[")) line.remove_prefix(1);
  if (!starts(line, "Goroutine ") || !ends(line, kTop)) return {};
  line.remove_prefix(10);
  const std::size_t in_state = line.find(" in state ");
  const std::size_t with = line.rfind(", with ");
  if (in_state == std::string_view::npos || with == std::string_view::npos) return {};
  if (with < in_state + 10) return {};
  const std::string_view state = line.substr(in_state + 10, with - in_state - 10);
  std::string header = "goroutine ";
  header += line.substr(0, in_state);
  header += starts(state, "gp=") ? " " : " [";
  header += state;
  header += ends(state, "}") ? ":" : "]:";
  return header;
}

}  // namespace

bool GoleakReader::begins(std::string_view line) noexcept {
  line = trim(line);
  HeaderLine header;
  return is_title(line) || parse_header(header_of(line), header);
}

bool GoleakReader::is_title(std::string_view line) noexcept { return ends(trim(line), kTitle); }

GoleakReader::GoleakReader(Dump& dump, std::uint16_t snapshot) noexcept
    : dump_(dump), stack_(dump.symbols), snapshot_(snapshot) {
  dump_.snapshots[snapshot_].format = Format::goleak;
}

bool GoleakReader::open_goroutine(std::string_view line, const LinePlace& place) noexcept {
  const std::string text = header_of(line);
  HeaderLine header;
  if (!parse_header(text, header)) return false;
  close_goroutine();
  in_goroutine_ = true;
  stack_.clear();
  record_ = Record{};
  record_.id = header.id;
  record_.offset = place.offset;
  record_.minutes = header.minutes;
  record_.in_bubble = header.in_bubble;
  record_.snapshot = snapshot_;
  record_.args = static_cast<std::uint32_t>(dump_.args.size());
  const std::string labels = labels_to_json(header.labels);
  if (!labels.empty()) record_.labels = dump_.symbols.string(labels);
  state_ = dump_.symbols.string(header.state);
  flags_ = header.flags;
  return true;
}

void GoleakReader::close_goroutine() noexcept {
  if (!in_goroutine_) return;
  in_goroutine_ = false;
  const StackBuilder::Stack read = stack_.finish();
  Group group;
  group.stack = read.node;
  group.created_by = read.created_by;
  group.state = state_;
  group.flags = flags_;
  group.first_offset = record_.offset;
  record_.group = intern_group(dump_, group);
  record_.creator = read.creator;
  record_.length = length_between(record_.offset, end_);
  dump_.records.push_back(record_);
  ++dump_.snapshots[snapshot_].goroutines;
}

Take GoleakReader::line(std::string_view line, const LinePlace& place) noexcept {
  const std::string_view text = trim(line);
  if (complete_) return text.empty() ? Take::taken : Take::ended;
  if (is_title(text)) {
    if (titled_) return Take::ended;
    titled_ = true;
    return Take::taken;
  }
  last_line_ = place.number;
  if (text == "]") {
    complete_ = true;
    close_goroutine();
    return Take::taken;
  }
  if (open_goroutine(text, place)) {
    titled_ = true;
    end_ = place.end;
    return Take::taken;
  }
  if (!in_goroutine_) return begins_traceback(text) ? Take::ended : Take::foreign;
  if (text.empty()) return Take::taken;
  HeaderLine header;
  if (parse_header(text, header)) {
    if (header.id != record_.id || !stack_.empty()) return Take::ended;
    end_ = place.end;
    return Take::taken;
  }
  if (!stack_.take(line)) return begins_traceback(text) ? Take::ended : Take::foreign;
  end_ = place.end;
  return Take::taken;
}

void GoleakReader::end() noexcept {
  close_goroutine();
  if (!complete_) {
    dump_.snapshots[snapshot_].cut = true;
    add_note(dump_, "truncated_goleak", "the list of goleak ends before its closing bracket",
             last_line_);
  }
}

}  // namespace gowhy
