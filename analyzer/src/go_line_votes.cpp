#include "go_line_votes.h"

#include <algorithm>

#include "sort_by.h"

namespace gowhy {
namespace {

// More than this tell no more; an adversarial dump must not make it slow.
constexpr std::size_t kEnough = 2000;

std::string_view bare_name(std::string_view function) noexcept {
  std::size_t dot = function.rfind('.');
  return dot == std::string_view::npos ? function : function.substr(dot + 1);
}

// The codes of roles by their names.
class RoleCodes {
 public:
  RoleCodes() noexcept {
    for (int code = go_lines::kOperation + 1; code < 256; ++code) {
      const std::string_view role = go_lines::role_name(static_cast<std::uint8_t>(code));
      if (role.empty()) break;
      index_.insert(hash_bytes(role), static_cast<std::uint32_t>(code));
    }
  }
  // kNothing if the table has none of that name.
  [[nodiscard]] std::uint8_t operator[](std::string_view name) const noexcept {
    const std::uint32_t code = index_.find(hash_bytes(name), [&](std::uint32_t value) {
      return go_lines::role_name(static_cast<std::uint8_t>(value)) == name;
    });
    return code == kNone ? go_lines::kNothing : static_cast<std::uint8_t>(code);
  }

 private:
  HashIndex index_;
};

// Gathers the distinct (frame, callee) pairs of the standard library.
class Collector {
 public:
  Collector(const Dump& dump, std::vector<StandardLine>& out) noexcept
      : dump_(dump),
        out_(out),
        seen_nodes_(dump.symbols.node_count()),
        seen_frames_(dump.symbols.frame_count()),
        bases_(dump.symbols.function_count()),
        entries_(dump.symbols.frame_count(), kNotAsked) {}

  void group(const Group& group) noexcept {
    if (group.created_by != kNone && !seen_frames_[group.created_by]) {
      seen_frames_[group.created_by] = true;
      StandardLine line;
      line.created = true;
      add(group.created_by, line);
    }
    for (std::uint32_t node = group.stack; node != 0 && node != kNone && !seen_nodes_[node];
         node = dump_.symbols.node(node).parent) {
      seen_nodes_[node] = true;
      if (out_.size() >= kEnough) return;
      std::uint32_t above = dump_.symbols.node(node).parent;
      StandardLine line;
      if (above == 0 || above == kNone) {
        judge_top(group, line);
      } else {
        judge_callee(dump_.symbols.frame_at(dump_.symbols.node(above).frame), line);
      }
      add(dump_.symbols.node(node).frame, line);
    }
  }

 private:
  // The function that the table names, and the code of that name as a callee.
  struct Base {
    std::string_view name;
    std::uint8_t role = go_lines::kNothing;
  };

  // The newest frame printed. What it waits for is in the state, when there is one (not in
  // profiles).
  void judge_top(const Group& group, StandardLine& line) const noexcept {
    std::string_view state = dump_.symbols.text(group.state);
    line.blocking = state.substr(0, 6) == "select" || state.substr(0, 5) == "chan ";
    line.anywhere = state == "running" || state == "runnable" || state == "preempted" ||
                    state == "syscall" || state == "copystack";
  }

  void judge_callee(const Frame& callee, StandardLine& line) noexcept {
    const Function& function = dump_.symbols.function_at(callee.function);
    if (callee.kind == Frame::elided) return;
    if (function.origin == Origin::runtime || function.name == "panic") {
      line.blocking = function.base == "selectgo" || function.base == "block" ||
                      function.base.substr(0, 8) == "chanrecv" ||
                      function.base.substr(0, 8) == "chansend";
      // A fault, an allocation, a preemption: any line can do that.
      line.anywhere = !line.blocking;
      return;
    }
    const Base& base = base_of(callee.function);
    if (base.name.size() != function.name.size()) return;
    line.called = bare_name(base.name);
    line.role = base.role;
  }

  const Base& base_of(std::uint32_t function) noexcept {
    Base& base = bases_[function];
    if (base.name.data() == nullptr) {
      base.name = go_lines::base_function(dump_.symbols.function_at(function).name);
      if (base.name.data() == nullptr) base.name = std::string_view("");
      base.role = roles_[bare_name(base.name)];
    }
    return base;
  }

  // The table's entry of a frame, kNoEntry if it has none.
  std::uint32_t entry_of(std::uint32_t id, const Frame& frame, std::string_view base) noexcept {
    std::uint32_t& known = entries_[id];
    if (known != kNotAsked) return known;
    go_lines::Entry entry;
    const std::string_view file = dump_.symbols.text(frame.file);
    const bool found = !file.empty() && go_lines::find(base, file, {&entry, 1}) != 0;
    return known = found ? (std::uint32_t{entry.function} << 16) | entry.file : kNoEntry;
  }

  void add(std::uint32_t id, StandardLine line) noexcept {
    const Frame& frame = dump_.symbols.frame_at(id);
    if (frame.kind == Frame::elided || frame.line == 0) return;
    const Function& function = dump_.symbols.function_at(frame.function);
    if (function.origin != Origin::stdlib && function.origin != Origin::runtime) return;
    const std::string_view base = base_of(frame.function).name;
    if (base.empty()) return;
    const std::uint32_t entry = entry_of(id, frame, base);
    if (entry == kNoEntry) return;
    line.entry = {static_cast<std::uint16_t>(entry >> 16), static_cast<std::uint16_t>(entry)};
    line.frame = id;
    line.closure = base.size() != function.name.size();
    out_.push_back(line);
  }

  static constexpr std::uint32_t kNotAsked = kNone, kNoEntry = kNone - 1;

  const Dump& dump_;
  std::vector<StandardLine>& out_;
  std::vector<bool> seen_nodes_, seen_frames_;
  RoleCodes roles_;
  std::vector<Base> bases_;             // by function id; no data until asked for
  std::vector<std::uint32_t> entries_;  // by frame id, packed
};

// By function, so that the table is walked once; the same line under several stacks votes once.
std::vector<StandardLine> lines_of(const Dump& dump, const std::vector<bool>& in_snapshot) {
  std::vector<StandardLine> all;
  Collector collector(dump, all);
  for (std::size_t i = 0; i < dump.groups.size() && all.size() < kEnough; ++i) {
    if (in_snapshot[i]) collector.group(dump.groups[i]);
  }
  sort_by(all, [](const StandardLine& line) {
    return (std::uint64_t{line.entry.function} << 32) | line.frame;
  });
  std::vector<StandardLine> distinct;
  for (const StandardLine& line : all) {
    // Of the same place only a few differ.
    auto same = distinct.rbegin();
    while (same != distinct.rend() && same->frame == line.frame &&
           (same->called != line.called || same->blocking != line.blocking ||
            same->anywhere != line.anywhere)) {
      ++same;
    }
    if (same == distinct.rend() || same->frame != line.frame) distinct.push_back(line);
  }
  return distinct;
}

bool starts_goroutine(std::uint8_t code) noexcept {
  std::string_view role = go_lines::role_name(code);
  return role.substr(0, 2) == "go" && (role.size() == 2 || role[2] == ' ');
}

int cost_of(const go_lines::Body& body, int line, const StandardLine& vote) noexcept {
  if (body.lines == nullptr) return kAbsent;
  const std::vector<std::uint8_t>& lines = *body.lines;
  int offset = line - body.start;
  int last = static_cast<int>(lines.size()) - 1;
  if (offset < 0 || offset > last) {
    int distance = offset < 0 ? -offset : offset - last;
    return distance <= 60 ? kMoved : kFar;  // how far patch releases usually move lines
  }
  std::uint8_t code = lines[static_cast<std::size_t>(offset)];
  if (vote.anywhere) return 0;
  if (code == go_lines::kNothing) return kNoCall;
  if (vote.created) {
    // Without a go statement it is a call that starts one: iter.Pull makes a coroutine.
    bool fits =
        starts_goroutine(code) || std::none_of(lines.begin(), lines.end(), starts_goroutine);
    return fits ? 0 : kNoCall;
  }
  // The wrapper of `go f(x)` stands at the go statement.
  if (starts_goroutine(code)) return vote.closure ? 0 : kNoCall;
  if (vote.blocking) {
    return code == go_lines::kOperation || go_lines::role_name(code)[0] == '[' ? 0 : kOtherCall;
  }
  if (vote.called.empty()) return 0;
  if (code == go_lines::kOperation) {
    // Where another line is told to call it, this one does not.
    bool told = vote.role != go_lines::kNothing &&
                std::find(lines.begin(), lines.end(), vote.role) != lines.end();
    return told ? kNoCall : 0;
  }
  return code == vote.role ? 0 : kOtherCall;
}

}  // namespace

LineVotes vote_by_lines(const Dump& dump, const std::vector<bool>& in_snapshot) noexcept {
  const auto releases = go_lines::releases();
  LineVotes out;
  out.release_cost.assign(releases.size(), 0);
  go_lines::Walker walker;
  for (const StandardLine& printed : lines_of(dump, in_snapshot)) {
    LineVote vote{printed, {}};
    vote.cost.fill(kAbsent);
    const auto bodies = walker.body(vote.entry);
    const auto line = static_cast<int>(dump.symbols.frame_at(vote.frame).line);
    int cost = 0;
    for (std::size_t r = 0; r < releases.size(); ++r) {
      // Most patch releases left the function as it was.
      const bool as_before =
          r > 0 && bodies[r].lines == bodies[r - 1].lines && bodies[r].start == bodies[r - 1].start;
      if (!as_before) cost = cost_of(bodies[r], line, vote);
      out.release_cost[r] += cost;
      int& least = vote.cost[releases[r].minor];
      least = std::min(least, cost);
    }
    out.votes.push_back(vote);
  }
  return out;
}

}  // namespace gowhy
