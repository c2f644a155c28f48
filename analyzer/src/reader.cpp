#include "reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "decode.h"
#include "escapes.h"
#include "hard_wrap.h"
#include "lines.h"
#include "notes.h"
#include "profile_proto.h"
#include "router.h"
#include "text_scan.h"
#include "torn_line.h"
#include "traceback.h"
#include "unfold.h"
#include "unwrap.h"

namespace gowhy {
namespace {

constexpr std::size_t kMark = 32;    // enough to tell UTF-16 from text
constexpr std::size_t kHead = 4096;  // enough to tell a protobuf, UTF-16 and broken lines from text
constexpr std::size_t kLongestLine = 16u << 20;  // longer ones are cut: memory is bounded
constexpr std::size_t kBatch = 128u << 10;  // unwrapped text that is read at once; fits a cache
constexpr int kDepth = 4;                   // wrapping inside of wrapping

}  // namespace

struct Reader::Impl {
  explicit Impl(Dump& given) noexcept : dump(given), router(given) {}

  void decide() noexcept;
  void bytes(const char* data, std::size_t size) noexcept;
  void text(const char* p, const char* end) noexcept;
  void keep(const char* p, const char* end) noexcept;
  void carried_line(bool complete) noexcept;
  void block(const TextBlock& lines, int depth) noexcept;
  std::size_t unwrap_block(const TextBlock& lines, const char*& p, std::size_t index,
                           int depth) noexcept;
  void line(std::string_view line, const LinePlace& place, int depth) noexcept;
  bool split_line(std::string_view line, const LinePlace& place, int depth) noexcept;
  bool inner_dump(std::string_view line, const LinePlace& place, int depth) noexcept;
  bool unwrap_line(std::string_view line, const LinePlace& place, int depth) noexcept;
  bool mend(std::string_view line, const LinePlace& place) noexcept;
  bool tear(std::string_view line, std::size_t record, const LinePlace& place) noexcept;
  void read_batch(LineBatch& batch, int depth) noexcept;
  Unwrapper& unwrapper(int depth) noexcept { return unwrappers[static_cast<std::size_t>(depth)]; }
  LineBatch& inner(int depth) noexcept { return batches[static_cast<std::size_t>(depth) + 1]; }
  void used_line() noexcept {
    wrapped = stripped > 0;
    router.used_line();
  }

  Dump& dump;
  Router router;
  /// By depth: what is learnt of lines that were unwrapped holds for such lines alone, so it does
  /// not matter how many of them were unwrapped before the first was read.
  std::array<Unwrapper, kDepth + 1> unwrappers;
  TornLine torn;
  std::unique_ptr<ProfileProtoReader> proto;
  std::optional<Utf16Decoder> utf16;
  std::optional<LineJoiner> joiner;           // where lines were broken
  std::array<LineBatch, kDepth + 1> batches;  // by depth
  std::string head;                           // the first bytes, until they are enough to decide
  std::string carry;                          // an unfinished line
  std::uint64_t cut = 0;                      // bytes of it that were dropped
  LineStart next;                             // where the first line begins that was not read
  bool decided = false, is_open = false;
  int stripped = 0;      // the lines being read were inside of so many wrappings
  bool wrapped = false;  // the line that was used last was in one
};

Reader::Reader(Dump& dump) noexcept : impl_(std::make_unique<Impl>(dump)) {}
Reader::~Reader() = default;

void Reader::open(std::string_view name) noexcept {
  if (impl_->is_open) finish();
  Input input;
  input.name = name;
  impl_->dump.inputs.push_back(std::move(input));
  impl_->router.open_input(static_cast<std::uint32_t>(impl_->dump.inputs.size() - 1));
  for (Unwrapper& unwrapper : impl_->unwrappers) unwrapper.reset();
  impl_->utf16.reset();
  impl_->joiner.reset();
  impl_->torn = TornLine();
  impl_->head.clear();
  impl_->carry.clear();
  impl_->cut = 0;
  impl_->next = {0, 1};
  impl_->decided = impl_->wrapped = false;
  impl_->is_open = true;
}

void Reader::feed(const char* data, std::size_t size) noexcept {
  Impl& impl = *impl_;
  if (!impl.is_open || size == 0) return;
  impl.dump.bytes += size;
  impl.dump.inputs.back().bytes += size;
  if (!impl.decided) {
    const std::size_t wanted = kHead - impl.head.size();
    const std::size_t taken = size < wanted ? size : wanted;
    impl.head.append(data, taken);
    data += taken;
    size -= taken;
    if (impl.head.size() < kHead) return;
    impl.decide();
  }
  impl.bytes(data, size);
}

void Reader::Impl::decide() noexcept {
  decided = true;
  if (ProfileProtoReader::looks_like(head)) {
    proto = std::make_unique<ProfileProtoReader>(dump, router.snapshot(0));
    bytes(head.data(), head.size());
    return;
  }
  const EncodingGuess guess = guess_encoding(std::string_view(head).substr(0, kMark));
  next.offset = guess.mark;
  if (guess.encoding != Encoding::utf8) {
    utf16.emplace(guess.encoding, guess.mark);
  } else if (const HardWrap wrap = guess_hard_wrap(head); wrap.columns > 0) {
    joiner.emplace(wrap, guess.mark);
    add_note(dump, "hard_wrap",
             "Lines are broken at column " + std::to_string(wrap.columns) + " and joined again");
  }
  if (head.size() > guess.mark) bytes(head.data() + guess.mark, head.size() - guess.mark);
}

void Reader::Impl::bytes(const char* data, std::size_t size) noexcept {
  if (proto) {
    proto->feed(data, size);
    return;
  }
  if (!utf16 && !joiner) {
    text(data, data + size);
    return;
  }
  while (size > 0) {
    const std::size_t part = size < kBatch ? size : kBatch;
    if (utf16) {
      utf16->feed(data, part, batches[0]);
    } else {
      joiner->feed(data, part, batches[0]);
    }
    read_batch(batches[0], 0);
    data += part;
    size -= part;
  }
}

void Reader::Impl::text(const char* p, const char* end) noexcept {
  if (!carry.empty() || cut > 0) {
    const char* newline = find_newline(p, end);
    keep(p, newline);
    if (newline == end) return;
    carried_line(true);
    p = newline + 1;
  }
  // The lines that are complete, and the rest.
  const char* last = end;
  while (last > p && last[-1] != '\n') --last;
  if (last > p) {
    const LineStart first = next;
    block({p, last, first, nullptr}, 0);
  }
  keep(last, end);
}

void Reader::Impl::keep(const char* p, const char* end) noexcept {
  const auto size = static_cast<std::size_t>(end - p);
  const std::size_t room = kLongestLine > carry.size() ? kLongestLine - carry.size() : 0;
  const std::size_t kept = size < room ? size : room;
  carry.append(p, kept);
  if (kept < size && cut == 0) {
    add_note(dump, "long_line", "A line is longer than 16 MiB; the rest of it is left out",
             next.number);
  }
  cut += size - kept;
}

void Reader::Impl::carried_line(bool complete) noexcept {
  const std::uint64_t size = carry.size() + cut + (complete ? 1 : 0);
  const LinePlace place{next.number, next.offset, next.offset + size};
  next = {place.end, next.number + 1};
  if (!complete) router.expect_cut();
  line(carry, place, 0);
  carry.clear();
  cut = 0;
}

// Reads complete lines. At depth 0 `next` follows.
void Reader::Impl::block(const TextBlock& lines, int depth) noexcept {
  const char* p = lines.begin;
  std::size_t index = 0;
  while (p < lines.end) {
    const char* const before = p;
    if (depth < kDepth && unwrapper(depth).active()) index = unwrap_block(lines, p, index, depth);
    if (p != before) continue;
    if (router.traceback() != nullptr && torn.empty()) {
      const auto ahead = router.traceback()->read_ahead(lines.from(p, index), unwrapper(depth));
      p = ahead.at;
      index += ahead.lines;
      if (ahead.used) used_line();
      if (p != before) continue;
    }
    const char* const newline = find_newline(p, lines.end);
    line({p, static_cast<std::size_t>(newline - p)}, lines.place(p, newline + 1, index), depth);
    ++index;
    p = newline + 1;
  }
  if (depth == 0 && lines.places == nullptr) {
    next = {lines.offset(p, index), lines.number(index)};
  }
}

// Unwraps lines from p on as long as they are wrapped, and reads them. Returns the index of the
// line at which p then stands.
std::size_t Reader::Impl::unwrap_block(const TextBlock& lines, const char*& p, std::size_t index,
                                       int depth) noexcept {
  LineBatch& batch = inner(depth);
  while (batch.text().size() < kBatch) {
    p = unwrapper(depth).strip_alike(lines, p, index, kBatch, batch);
    if (p == lines.end) break;
    const char* const newline = find_newline(p, lines.end);
    const LinePlace place = lines.place(p, newline + 1, index);
    if (!unwrapper(depth).strip({p, static_cast<std::size_t>(newline - p)}, place, batch)) break;
    ++index;
    p = newline + 1;
  }
  ++stripped;
  read_batch(batch, depth + 1);
  --stripped;
  return index;
}

void Reader::Impl::read_batch(LineBatch& batch, int depth) noexcept {
  if (!batch.empty()) block(batch.block(), depth);
  batch.clear();
}

// One line that is not read ahead.
void Reader::Impl::line(std::string_view line, const LinePlace& place, int depth) noexcept {
  if (depth < kDepth) {
    if (!line.empty() && line.back() == '\r') unwrapper(depth).learn_crlf();
    if (unwrapper(depth).active() && unwrap_line(line, place, depth)) return;
  }
  // Only now: the prefix of a log is no other record.
  if (!torn.empty() && mend(line, place)) return;
  if (depth < kDepth) {
    if (!unwrapper(depth).active() && router.again(line, place)) {
      used_line();
      return;
    }
    if (line.find('\x1b') != std::string_view::npos || has_entities(line)) {
      std::string plain;
      if (line.find('\x1b') != std::string_view::npos) {
        strip_ansi(line, plain);
      } else {
        decode_entities(line, plain);
      }
      this->line(plain, place, depth + 1);
      return;
    }
    if (split_line(line, place, depth) || inner_dump(line, place, depth)) return;
  }
  if (router.take(line, place)) {
    if (!trim(line).empty()) used_line();
    return;
  }
  if (depth < kDepth) {
    if (unwrapper(depth).learn(line) && unwrap_line(line, place, depth)) return;
    LineBatch& batch = inner(depth);
    if (Unwrapper::expand(line, place, batch)) {
      read_batch(batch, depth + 1);
      return;
    }
  }
  const std::size_t record = find_record(line);
  if (record != std::string_view::npos && record > 0 && tear(line, record, place)) return;
  // Where the dump has a prefix, a line without one is not of its making.
  const bool outside =
      record == 0 || (wrapped && stripped == 0) || unwrapper(depth).is_other_record(line);
  router.other(line, place, outside);
}

// A record begins inside of the dump's line: what stands before it waits for its rest.
bool Reader::Impl::tear(std::string_view line, std::size_t record,
                        const LinePlace& place) noexcept {
  const std::string_view beginning = line.substr(0, record);
  const bool header = beginning.substr(0, 10) == "goroutine ";
  if (router.traceback() == nullptr || !(header || router.traceback()->inside())) return false;
  if (!torn.hold(beginning, place)) return false;
  add_note(dump, "torn_line", "Two writers wrote into one line", place.number);
  router.other(line.substr(record), place, true);
  return true;
}

// Between the parts of a torn line there are only records. False if the line is not the rest.
bool Reader::Impl::mend(std::string_view line, const LinePlace& place) noexcept {
  const std::size_t record = find_record(line);
  if (record != std::string_view::npos) {
    torn.append(line.substr(0, record));
    router.other(line.substr(record), place, true);
    return true;
  }
  LinePlace begun;
  const std::string whole = torn.join(line, place.end, begun);
  if (router.take(whole, begun)) {
    used_line();
    return true;
  }
  router.other(whole.substr(0, whole.size() - line.size()), begun, false);
  return false;
}

bool Reader::Impl::unwrap_line(std::string_view line, const LinePlace& place, int depth) noexcept {
  LineBatch& batch = inner(depth);
  if (!unwrapper(depth).strip(line, place, batch)) return false;
  ++stripped;
  read_batch(batch, depth + 1);
  --stripped;
  return true;
}

// Several lines of a dump in one: their ends were lost, or are those of a page or an old terminal.
bool Reader::Impl::split_line(std::string_view line, const LinePlace& place, int depth) noexcept {
  LineBatch& batch = inner(depth);
  if (has_inner_return(line)) {
    split_at_returns(line, place, batch);
  } else if (has_tags(line)) {
    split_at_tags(line, place, batch);
  } else if (!unfold(line, place, batch)) {
    return false;
  }
  read_batch(batch, depth + 1);
  return true;
}

// A header that is not at the start of its line: behind a prefix, inside an escaped text, or behind
// what another writer began to write there.
bool Reader::Impl::inner_dump(std::string_view line, const LinePlace& place, int depth) noexcept {
  const std::size_t at = find_inner_header(line);
  if (at == std::string_view::npos && line.find("]:\\n") == std::string_view::npos) return false;
  if (unwrapper(depth).learn(line) && unwrap_line(line, place, depth)) return true;
  LineBatch& batch = inner(depth);
  if (Unwrapper::expand(line, place, batch)) {
    read_batch(batch, depth + 1);
    return true;
  }
  if (at == std::string_view::npos) return false;
  add_note(dump, "torn_line", "Two writers wrote into one line", place.number);
  // A line that was decoded may be longer than it is in the input.
  const std::uint64_t middle = std::min(place.offset + at, place.end);
  const LinePlace first{place.number, place.offset, middle};
  const LinePlace second{place.number, middle, place.end};
  this->line(line.substr(0, at), first, depth + 1);
  this->line(line.substr(at), second, depth + 1);
  return true;
}

void Reader::note(std::string_view code, std::string_view text) noexcept {
  add_note(impl_->dump, code, text);
}

void Reader::finish() noexcept {
  Impl& impl = *impl_;
  if (!impl.is_open) return;
  if (!impl.decided) impl.decide();
  if (impl.proto) impl.proto->end();
  impl.proto.reset();
  if (impl.utf16) {
    impl.utf16->finish(impl.batches[0]);
    impl.next = impl.utf16->next();
    impl.read_batch(impl.batches[0], 0);
    if (impl.utf16->dropped() > 0)
      add_note(impl.dump, "long_line", "A line is too long and was cut");
  }
  if (impl.joiner) {
    impl.joiner->finish(impl.batches[0]);
    impl.next = impl.joiner->next();
    impl.read_batch(impl.batches[0], 0);
  }
  if (!impl.carry.empty()) impl.carried_line(false);
  for (int depth = 0; depth < kDepth; ++depth) {
    impl.unwrapper(depth).flush(impl.inner(depth));
    impl.read_batch(impl.inner(depth), depth + 1);
  }
  if (!impl.torn.empty()) impl.line({}, {impl.next.number, impl.next.offset, impl.next.offset}, 0);
  impl.router.close_input();
  impl.is_open = false;
}

std::uint64_t Reader::bytes() const noexcept { return impl_->dump.bytes; }

std::uint64_t Reader::goroutines() const noexcept {
  std::uint64_t sum = 0;
  for (const Snapshot& snapshot : impl_->dump.snapshots) sum += snapshot.goroutines;
  return sum;
}

}  // namespace gowhy
