#include "go_line_votes.h"

#include <algorithm>
#include <tuple>

#include "sort_by.h"

namespace gowhy {
namespace {

// More than this tell no more; an adversarial dump must not make it slow.
constexpr std::size_t kEnough = 2000;

std::string_view bare_name(std::string_view function) noexcept {
  std::size_t dot = function.rfind('.');
  return dot == std::string_view::npos ? function : function.substr(dot + 1);
}

// Gathers the distinct (frame, callee) pairs of the standard library.
class Collector {
 public:
  Collector(const Dump& dump, std::vector<LineVote>& out) noexcept
      : dump_(dump),
        out_(out),
        seen_nodes_(dump.symbols.node_count()),
        seen_frames_(dump.symbols.frame_count()),
        bases_(dump.symbols.function_count()) {}

  void group(const Group& group) noexcept {
    if (group.created_by != kNone && !seen_frames_[group.created_by]) {
      seen_frames_[group.created_by] = true;
      LineVote vote;
      vote.created = true;
      add(group.created_by, vote);
    }
    for (std::uint32_t node = group.stack; node != 0 && node != kNone && !seen_nodes_[node];
         node = dump_.symbols.node(node).parent) {
      seen_nodes_[node] = true;
      if (out_.size() >= kEnough) return;
      std::uint32_t above = dump_.symbols.node(node).parent;
      LineVote vote;
      if (above == 0 || above == kNone) {
        judge_top(group, vote);
      } else {
        judge_callee(dump_.symbols.frame_at(dump_.symbols.node(above).frame), vote);
      }
      add(dump_.symbols.node(node).frame, vote);
    }
  }

 private:
  // The newest frame printed. What it waits for is in the state, when there is one (not in
  // profiles).
  void judge_top(const Group& group, LineVote& vote) const noexcept {
    std::string_view state = dump_.symbols.text(group.state);
    vote.blocking = state.substr(0, 6) == "select" || state.substr(0, 5) == "chan ";
    vote.anywhere = state == "running" || state == "runnable" || state == "preempted" ||
                    state == "syscall" || state == "copystack";
  }

  void judge_callee(const Frame& callee, LineVote& vote) noexcept {
    const Function& function = dump_.symbols.function_at(callee.function);
    if (callee.kind == Frame::elided) return;
    if (function.origin == Origin::runtime || function.name == "panic") {
      vote.blocking = function.base == "selectgo" || function.base == "block" ||
                      function.base.substr(0, 8) == "chanrecv" ||
                      function.base.substr(0, 8) == "chansend";
      // A fault, an allocation, a preemption: any line can do that.
      vote.anywhere = !vote.blocking;
      return;
    }
    std::string_view base = base_of(callee.function);
    if (base.size() == function.name.size()) vote.called = bare_name(base);
  }

  std::string_view base_of(std::uint32_t function) noexcept {
    std::string_view& base = bases_[function];
    if (base.data() == nullptr) {
      base = go_lines::base_function(dump_.symbols.function_at(function).name);
      if (base.data() == nullptr) base = std::string_view("");
    }
    return base;
  }

  void add(std::uint32_t id, LineVote vote) noexcept {
    const Frame& frame = dump_.symbols.frame_at(id);
    if (frame.kind == Frame::elided || frame.line == 0) return;
    const Function& function = dump_.symbols.function_at(frame.function);
    if (function.origin != Origin::stdlib && function.origin != Origin::runtime) return;
    std::string_view base = base_of(frame.function);
    std::string_view file = dump_.symbols.text(frame.file);
    if (base.empty() || file.empty()) return;
    if (go_lines::find(base, file, {&vote.entry, 1}) == 0) return;
    vote.frame = id;
    vote.closure = base.size() != function.name.size();
    out_.push_back(vote);
  }

  const Dump& dump_;
  std::vector<LineVote>& out_;
  std::vector<bool> seen_nodes_, seen_frames_;
  std::vector<std::string_view> bases_;  // by function id; no data until asked for
};

// The code of a role by its name, kNothing if the table has none of that name.
std::uint8_t role_code(std::string_view name) noexcept {
  for (int code = go_lines::kOperation + 1; code < 256; ++code) {
    std::string_view role = go_lines::role_name(static_cast<std::uint8_t>(code));
    if (role.empty()) break;
    if (role == name) return static_cast<std::uint8_t>(code);
  }
  return go_lines::kNothing;
}

bool starts_goroutine(std::uint8_t code) noexcept {
  std::string_view role = go_lines::role_name(code);
  return role.substr(0, 2) == "go" && (role.size() == 2 || role[2] == ' ');
}

int cost_of(const go_lines::Body& body, int line, const LineVote& vote,
            std::uint8_t called) noexcept {
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
    bool told = called != go_lines::kNothing &&
                std::find(lines.begin(), lines.end(), called) != lines.end();
    return told ? kNoCall : 0;
  }
  return code == called ? 0 : kOtherCall;
}

}  // namespace

LineVotes vote_by_lines(const Dump& dump, const std::vector<bool>& in_snapshot) noexcept {
  LineVotes out;
  Collector collector(dump, out.votes);
  for (std::size_t i = 0; i < dump.groups.size() && out.votes.size() < kEnough; ++i) {
    if (in_snapshot[i]) collector.group(dump.groups[i]);
  }
  // By function, so that the table is walked once; the same line under several stacks votes once.
  auto key = [](const LineVote& v) {
    return std::tie(v.entry.function, v.frame, v.called, v.blocking, v.anywhere);
  };
  sort_stably(out.votes, [&](const LineVote& a, const LineVote& b) { return key(a) < key(b); });
  out.votes.erase(
      std::unique(out.votes.begin(), out.votes.end(),
                  [&](const LineVote& a, const LineVote& b) { return key(a) == key(b); }),
      out.votes.end());

  auto releases = go_lines::releases();
  out.release_cost.assign(releases.size(), 0);
  go_lines::Walker walker;
  for (LineVote& vote : out.votes) {
    auto bodies = walker.body(vote.entry);
    std::uint8_t called = role_code(vote.called);
    auto line = static_cast<int>(dump.symbols.frame_at(vote.frame).line);
    vote.cost.fill(kAbsent);
    for (std::size_t r = 0; r < releases.size(); ++r) {
      int cost = cost_of(bodies[r], line, vote, called);
      out.release_cost[r] += cost;
      int& least = vote.cost[releases[r].minor];
      least = std::min(least, cost);
    }
  }
  return out;
}

}  // namespace gowhy
