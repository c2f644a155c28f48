#include "reader.h"

#include <algorithm>
#include <optional>
#include <string>

#include "decode.h"
#include "hard_wrap.h"
#include "line_reader.h"
#include "notes.h"
#include "profile_proto.h"
#include "router.h"
#include "text_scan.h"

namespace gowhy {
namespace {

constexpr std::size_t kMark = 32;    // enough to tell UTF-16 from text
constexpr std::size_t kHead = 4096;  // enough to tell a protobuf, UTF-16 and broken lines from text
constexpr std::size_t kLongestLine = 16u << 20;  // longer ones are cut: memory is bounded

}  // namespace

struct Reader::Impl {
  explicit Impl(Dump& given) noexcept : dump(given), router(given), lines(given, router) {}

  void decide() noexcept;
  void bytes(const char* data, std::size_t size) noexcept;
  void text(const char* p, const char* end) noexcept;
  void keep(const char* p, const char* end) noexcept;
  void carried_line(bool complete) noexcept;

  Dump& dump;
  Router router;
  LineReader lines;
  std::unique_ptr<ProfileProtoReader> proto;
  std::optional<Utf16Decoder> utf16;
  std::optional<LineJoiner> joiner;  // where lines were broken
  LineBatch decoded;                 // of utf16 and joiner
  std::string head;                  // the first bytes, until they are enough to decide
  std::string carry;                 // an unfinished line
  std::uint64_t cut = 0;             // bytes of it that were dropped
  LineStart next;                    // where the first line begins that was not read
  bool decided = false, is_open = false;
};

Reader::Reader(Dump& dump) noexcept : impl_(std::make_unique<Impl>(dump)) {}
Reader::~Reader() = default;

void Reader::open(std::string_view name) noexcept {
  if (impl_->is_open) finish();
  Input input;
  input.name = name;
  impl_->dump.inputs.push_back(std::move(input));
  impl_->router.open_input(static_cast<std::uint32_t>(impl_->dump.inputs.size() - 1));
  impl_->lines.open();
  impl_->utf16.reset();
  impl_->joiner.reset();
  impl_->head.clear();
  impl_->carry.clear();
  impl_->cut = 0;
  impl_->next = {0, 1};
  impl_->decided = false;
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
    const std::size_t part = std::min(size, LineReader::kBatch);
    if (utf16) {
      utf16->feed(data, part, decoded);
    } else {
      joiner->feed(data, part, decoded);
    }
    lines.batch(decoded);
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
    const TextBlock block{p, last, next, nullptr};
    const std::size_t count = lines.block(block);
    next = {block.offset(last, count), block.number(count)};
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
  lines.line(carry, place);
  carry.clear();
  cut = 0;
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
    impl.utf16->finish(impl.decoded);
    impl.next = impl.utf16->next();
    impl.lines.batch(impl.decoded);
    if (impl.utf16->dropped() > 0)
      add_note(impl.dump, "long_line", "A line is too long and was cut");
  }
  if (impl.joiner) {
    impl.joiner->finish(impl.decoded);
    impl.next = impl.joiner->next();
    impl.lines.batch(impl.decoded);
  }
  if (!impl.carry.empty()) impl.carried_line(false);
  impl.lines.finish(impl.next);
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
