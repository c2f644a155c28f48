// Reads a dump as fast as memory allows, because a dump repeats itself. A goroutine whose stack was
// printed lately is compared as one piece (recent_goroutines.h). Of others the next frame is nearly
// always one that followed there before: the text is compared with the function and the place that
// are expected; only the arguments differ. What is not expected is looked up by its hash, and what
// does not look like a frame at all is left to TracebackReader::line.
//
// Everything here must come out as if the lines had gone through TracebackReader::line; a unit test
// feeds all fixtures both ways.
#include <algorithm>

#include "escapes.h"
#include "frame_match.h"
#include "groups.h"
#include "hex_digits.h"
#include "text_scan.h"
#include "traceback.h"
#include "unfold.h"
#include "unwrap.h"

namespace gowhy {
namespace {

constexpr std::string_view kHeader = "goroutine ";
constexpr std::string_view kCreated = "created by ";
constexpr std::uint64_t kLargestPlainId = (std::uint64_t{1} << 53) - 1;

bool has_blank(std::string_view text) noexcept {
  return text.find(' ') != std::string_view::npos || text.find('\t') != std::string_view::npos;
}

}  // namespace

// One run over a block. All functions that take `p` return where the reading goes on, or null if
// the text there is not for them; they change nothing in that case.
class TracebackReader::Runner {
 public:
  Runner(TracebackReader& reader, const TextBlock& block, Unwrapper& unwrapper) noexcept
      : r_(reader),
        symbols_(reader.dump_.symbols),
        block_(block),
        unwrapper_(unwrapper),
        end_(block.end),
        wrapped_(unwrapper.active()) {}

  Ahead run() noexcept {
    const char* p = block_.begin;
    while (p < end_) {
      const char* next = r_.open_ ? inside(p) : *p == '\n' ? blank(p) : header(p);
      if (next == nullptr) break;
      p = next;
    }
    if (r_.open_ && last_ != nullptr) {
      r_.end_ = block_.end_offset(last_, last_line_ - 1);
    }
    if (lines_ > 0) r_.last_line_ = block_.number(lines_ - 1);
    return {p, lines_, last_ != nullptr};
  }

 private:
  const char* inside(const char* p) noexcept {
    if (r_.created_by_ == kNone && !r_.blank_) {
      if (const char* next = expected(p)) return next;
      if (*p == '\n' || begins_with(p, end_, kCreated) || begins_with(p, end_, kHeader)) {
        return *p == '\n' ? blank(p) : *p == 'c' ? creator(p) : header(p);
      }
      return looked_up(p);
    }
    return *p == '\n' ? blank(p) : header(p);
  }

  // The lines before `next` belong to the open goroutine.
  const char* used(const char* next, std::size_t lines) noexcept {
    lines_ += lines;
    last_ = next;
    last_line_ = lines_;
    return next;
  }

  const char* blank(const char* p) noexcept {
    r_.blank_ = true;
    ++lines_;
    return p + 1;
  }

  // The call that followed here first, or lately behind this call in any stack.
  const char* expected(const char* p) noexcept {
    if (r_.node_ == 0) return nullptr;
    const std::uint32_t child = symbols_.node(r_.node_).first_child;
    const char* const next = child == kNone ? nullptr : call(child, p);
    return next != nullptr ? next : following(p);
  }

  const char* following(const char* p) noexcept {
    const std::uint32_t here = symbols_.node(r_.node_).frame;
    const std::uint32_t follower = symbols_.frame_text(here).follower;
    if (follower == kNone || !may_be(symbols_.frame_text(follower).name, p)) return nullptr;
    const char* const next = match(symbols_.frame_text(follower), p);
    if (next == nullptr) return nullptr;
    return descend(symbols_.child(r_.node_, follower), next);
  }

  // A call whose function has a name of that length.
  bool may_be(std::size_t name, const char* p) const noexcept {
    return static_cast<std::size_t>(end_ - p) > name && p[name] == '(';
  }

  // The call that leads to a node below this one.
  const char* call(std::uint32_t child, const char* p) noexcept {
    FrameText& frame = symbols_.frame_text(symbols_.node(child).frame);
    if (!may_be(frame.name, p)) return nullptr;
    const char* const next = match(frame, p);
    if (next != nullptr) r_.node_ = child;
    return next == nullptr ? nullptr : used(next, 2);
  }

  // To a child that was not expected.
  const char* descend(std::uint32_t child, const char* next) noexcept {
    if (r_.node_ != 0) {
      symbols_.frame_text(symbols_.node(r_.node_).frame).follower = symbols_.node(child).frame;
    }
    r_.node_ = child;
    return used(next, 2);
  }

  // A call of the frame at p: both its lines. Keeps the arguments if it is.
  const char* match(FrameText& frame, const char* p) noexcept {
    std::string_view args;
    const char* const next = match_call(frame, p, end_, args);
    if (next == nullptr || are_wrapped(p, next)) return nullptr;
    if (!frame.inlined) keep_args(args, frame);
    return next;
  }

  // Two lines that are expected may have been read before it was known that they are wrapped.
  bool are_wrapped(const char* p, const char* next) noexcept {
    if (!wrapped_) return false;
    const char* const newline = find_newline(p, next);
    return unwrapper_.knows({p, static_cast<std::size_t>(newline - p)}) ||
           unwrapper_.knows({newline + 1, static_cast<std::size_t>(next - newline - 2)});
  }

  void keep_args(std::string_view args, const FrameText& frame) noexcept {
    r_.keep_args(args, frame.kept_words, end_);
    constexpr std::uint8_t kBoth = kAggregates | kStaleArguments;
    if ((r_.dump_.snapshots[r_.snapshot_].marks & kBoth) != kBoth) r_.mark_args(args);
  }

  bool is_wrapped(std::string_view line) noexcept {
    return may_be_wrapped(line) || unwrapper_.knows(line);
  }

  // Two lines that begin at p, if both are in the block.
  struct Pair {
    std::string_view first, place;
    const char* next = nullptr;
  };
  bool take_pair(const char* p, Pair& out) const noexcept {
    const char* const newline = find_newline(p, end_);
    if (newline == end_) return false;
    const char* const second = find_newline(newline + 1, end_);
    if (second == end_) return false;
    out.first = {p, static_cast<std::size_t>(newline - p)};
    out.place = {newline + 1, static_cast<std::size_t>(second - newline - 1)};
    out.next = second + 1;
    return true;
  }

  // A frame that was not expected: interned by its text.
  const char* looked_up(const char* p) noexcept {
    Pair lines;
    if (*p == ' ' || *p == '\t' || !take_pair(p, lines)) return nullptr;
    FramesByPlace::Bucket& met = r_.frames_.at(lines.place);
    for (std::uint32_t id : met) {
      if (id == kNone) break;
      FrameText& frame = symbols_.frame_text(id);
      if (frame.kind != Frame::call || !may_be(frame.name, p)) continue;
      if (const char* next = match(frame, p)) return descend(symbols_.child(r_.node_, id), next);
    }
    CallLine call;
    std::string_view place;
    if (zero_width_at(lines.first, 0) > 0 || !parse_call(lines.first, call) ||
        !parse_place(lines.place, place) || is_wrapped(lines.first) || is_folded(lines.first) ||
        is_wrapped(lines.place) || (has_blank(place) && is_folded(lines.place))) {
      return nullptr;
    }
    const std::uint32_t frame =
        symbols_.frame(symbols_.function(call.name), place, Frame::call, call.inlined);
    FramesByPlace::keep(met, frame);
    if (!call.inlined) keep_args(call.args, symbols_.frame_text(frame));
    return descend(symbols_.child(r_.node_, frame), lines.next);
  }

  // `created by F[ in goroutine N]` and its place.
  const char* creator(const char* p) noexcept {
    const std::uint32_t group = symbols_.node(r_.node_).last_group;
    if (group != kNone && r_.dump_.groups[group].created_by != kNone) {
      const std::uint32_t frame = r_.dump_.groups[group].created_by;
      if (const char* next = creator_is(frame, p + kCreated.size())) return next;
    }
    Pair lines;
    if (!take_pair(p, lines)) return nullptr;
    FramesByPlace::Bucket& met = r_.frames_.at(lines.place);
    for (std::uint32_t id : met) {
      if (id == kNone || symbols_.frame_text(id).kind != Frame::created_by) continue;
      if (const char* next = creator_is(id, p + kCreated.size())) return next;
    }
    CreatedLine created;
    std::string_view place;
    if (!parse_created(lines.first, created) || !parse_place(lines.place, place) ||
        is_wrapped(lines.first) || is_folded(lines.first) || is_wrapped(lines.place) ||
        (has_blank(place) && is_folded(lines.place))) {
      return nullptr;
    }
    const std::uint32_t frame =
        symbols_.frame(symbols_.function(created.name), place, Frame::created_by, false);
    FramesByPlace::keep(met, frame);
    r_.created_by_ = frame;
    r_.record_.creator = created.goroutine;
    return used(lines.next, 2);
  }

  const char* creator_is(std::uint32_t frame, const char* p) noexcept {
    std::uint64_t number = 0;
    const char* const next = match_creator(symbols_.frame_text(frame), p, end_, number);
    if (next == nullptr || are_wrapped(p - kCreated.size(), next)) return nullptr;
    r_.created_by_ = frame;
    r_.record_.creator = number;
    return used(next, 2);
  }

  // Behind ` gp=0xc0000061c0 m=nil` or ` gp=0x… m=3 mp=0x…`, if they stand at q: a crash or SIGQUIT
  // prints them for every goroutine (runtime.goroutineheader, Go 1.22). The first is read as a
  // line.
  const char* after_pointers(const char* q, const char* newline) const noexcept {
    if ((r_.dump_.snapshots[r_.snapshot_].marks & kPointers) == 0) return q;
    if (!begins_with(q, newline, " gp=0x")) return q;
    const char* const p = skip_registers(q, newline);
    return *p == '[' && p[-1] == ' ' ? p - 1 : q;
  }

  // A goroutine's header; the goroutine before it is closed.
  const char* header(const char* p) noexcept {
    if (!begins_with(p, end_, kHeader)) return nullptr;
    const char* q = p + kHeader.size();
    std::uint64_t id = 0;
    const char* const digits = q;
    while (q < end_ && is_digit(*q) && q - digits < 16) {
      id = id * 10 + static_cast<std::uint64_t>(*q++ - '0');
    }
    if (q == digits || end_ - q < 6 || id == 0 || id > kLargestPlainId) return nullptr;
    const char* const newline = find_newline(q, end_);
    if (newline == end_ || newline - q < 4 || newline[-1] != ':') return nullptr;
    q = after_pointers(q, newline);
    if (newline - q < 4) return nullptr;
    const bool plain = q[0] == ' ' && q[1] == '[' && newline[-2] == ']';
    // All that is rare, and ids that come again, are judged line by line.
    if (!plain) return nullptr;
    std::string_view text(q + 2, static_cast<std::size_t>(newline - 2 - (q + 2)));
    const std::int32_t minutes = take_minutes(text);
    Bracket* const bracket = r_.brackets_.find(text, symbols_);
    if (bracket == nullptr || !r_.ids_.add(id)) return nullptr;
    close();
    r_.crash_.goroutine(id);
    Record& record = r_.record_;
    record = Record{};
    record.id = id;
    record.offset = block_.offset(p, lines_);
    record.snapshot = r_.snapshot_;
    record.args = static_cast<std::uint32_t>(r_.dump_.args.size());
    record.minutes = minutes >= 0 ? minutes : bracket->minutes;
    record.in_bubble = bracket->in_bubble;
    r_.state_ = bracket->state;
    r_.flags_ = bracket->flags;
    r_.node_ = 0;
    r_.created_by_ = r_.pending_ = kNone;
    r_.open_ = true;
    r_.blank_ = r_.cut_ = false;
    ++r_.block_;
    return repeated_goroutine(used(newline + 1, 1));
  }

  // The stack that begins at p, up to the empty line behind it, if it was printed lately; else p.
  const char* repeated_goroutine(const char* p) noexcept {
    stack_ = nullptr;
    if (wrapped_) return p;
    const RecentGoroutines::Found found = r_.recent_.find(printed_state(), p, end_);
    if (found.text == nullptr) {
      stack_ = p;
      stack_line_ = lines_;
      return p;
    }
    keep_words(*found.text, p);
    r_.node_ = found.text->node;
    r_.created_by_ = found.text->created_by;
    r_.record_.creator = found.creator;
    return used(found.end - 1, found.text->lines);
  }

  [[nodiscard]] std::uint64_t printed_state() const noexcept {
    return (std::uint64_t{r_.state_} << 8) | r_.flags_;
  }

  void keep_words(const RecentGoroutines::Text& text, const char* p) noexcept {
    std::vector<Arg>& args = r_.dump_.args;
    const auto words = r_.recent_.words(text);
    std::size_t size = args.size();
    make_room(args, words.size());
    args.resize(size + words.size());
    for (const RecentGoroutines::Word& word : words) {
      const std::uint64_t value = hex_before(p + word.end, word.digits);
      args[size] = Arg(word.frame_and_slot.packed | value);
      size += r_.keeps(word.slot, word.digits, value) ? 1 : 0;
    }
    args.resize(size);
  }

  // The open goroutine's stack was read call by call: it may come again.
  void keep_goroutine() noexcept {
    if (stack_ == nullptr || last_ == end_ || *last_ != '\n') return;
    const std::size_t lines = last_line_ - stack_line_;
    if (lines != 2u * symbols_.node(r_.node_).depth + (r_.created_by_ == kNone ? 0u : 2u)) return;
    RecentGoroutines::Text text;
    text.node = r_.node_;
    text.created_by = r_.created_by_;
    text.lines = static_cast<std::uint32_t>(lines);
    r_.recent_.keep(symbols_, printed_state(), stack_, last_ + 1, text);
    stack_ = nullptr;
  }

  void close() noexcept {
    if (!r_.open_) return;
    keep_goroutine();
    if (last_ != nullptr) r_.end_ = block_.end_offset(last_, last_line_ - 1);
    StackNode& node = symbols_.node(r_.node_);
    if (node.last_group != kNone) {
      const Group& group = r_.dump_.groups[node.last_group];
      if (group.created_by == r_.created_by_ && group.state == r_.state_ &&
          group.flags == r_.flags_ && group.stack == r_.node_) {
        r_.close_into(node.last_group);
        return;
      }
    }
    r_.close();
  }

  TracebackReader& r_;
  Symbols& symbols_;
  const TextBlock& block_;
  Unwrapper& unwrapper_;
  const char* const end_;
  const bool wrapped_;          // lines may be wrapped in a way that is known
  const char* last_ = nullptr;  // behind the last line of the open goroutine
  std::size_t last_line_ = 0, lines_ = 0;
  const char* stack_ = nullptr;  // of the open goroutine, where it was not printed lately
  std::size_t stack_line_ = 0;
};

TracebackReader::Ahead TracebackReader::read_ahead(const TextBlock& block,
                                                   Unwrapper& unwrapper) noexcept {
  if (pending_ != kNone || cut_ || !c_function_.empty() || crash_.in_message()) {
    return {block.begin, 0, false};
  }
  return Runner(*this, block, unwrapper).run();
}

}  // namespace gowhy
