#include "reader.h"

#include <string>

#include "notes.h"
#include "profile_proto.h"
#include "router.h"
#include "text_scan.h"
#include "traceback.h"

namespace gowhy {
namespace {

constexpr std::size_t kHead = 32;                // enough to tell a protobuf from text
constexpr std::size_t kLongestLine = 16u << 20;  // longer ones are cut: memory is bounded

}  // namespace

struct Reader::Impl {
  explicit Impl(Dump& given) noexcept : dump(given), router(given) {}

  void decide() noexcept;
  void text(const char* p, const char* end) noexcept;
  void line(std::string_view line, std::size_t raw_size) noexcept;
  void keep(const char* p, const char* end) noexcept;

  Dump& dump;
  Router router;
  std::unique_ptr<ProfileProtoReader> proto;
  std::string head;   // the first bytes, until they are enough to decide
  std::string carry;  // an unfinished line
  std::uint64_t cut = 0;  // bytes of it that were dropped
  std::uint64_t offset = 0, number = 0;
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
  impl_->head.clear();
  impl_->carry.clear();
  impl_->offset = impl_->number = impl_->cut = 0;
  impl_->decided = false;
  impl_->is_open = true;
}

void Reader::Impl::decide() noexcept {
  decided = true;
  if (ProfileProtoReader::looks_like(head)) {
    proto = std::make_unique<ProfileProtoReader>(dump, router.snapshot(0));
    proto->feed(head.data(), head.size());
    return;
  }
  text(head.data(), head.data() + head.size());
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
  if (impl.proto) {
    impl.proto->feed(data, size);
  } else {
    impl.text(data, data + size);
  }
}

void Reader::Impl::text(const char* p, const char* end) noexcept {
  if (!carry.empty()) {
    const char* newline = find_newline(p, end);
    keep(p, newline);
    if (newline == end) return;
    line(carry, carry.size() + cut + 1);
    carry.clear();
    cut = 0;
    p = newline + 1;
  }
  while (p < end) {
    if (router.traceback() != nullptr) {
      const auto ahead = router.traceback()->read_ahead({p, end, {offset, number + 1}, nullptr});
      offset += static_cast<std::uint64_t>(ahead.at - p);
      number += ahead.lines;
      p = ahead.at;
    }
    const char* newline = find_newline(p, end);
    if (newline == end) {
      keep(p, end);
      return;
    }
    const auto size = static_cast<std::size_t>(newline - p);
    line({p, size}, size + 1);
    p = newline + 1;
  }
}

void Reader::Impl::keep(const char* p, const char* end) noexcept {
  const auto size = static_cast<std::size_t>(end - p);
  const std::size_t room = kLongestLine > carry.size() ? kLongestLine - carry.size() : 0;
  const std::size_t kept = size < room ? size : room;
  carry.append(p, kept);
  if (kept < size && cut == 0) {
    add_note(dump, "long_line", "A line is longer than 16 MiB; the rest of it is left out",
             number + 1);
  }
  cut += size - kept;
}

void Reader::Impl::line(std::string_view line, std::size_t raw_size) noexcept {
  const LinePlace place{++number, offset, offset + raw_size};
  offset += raw_size;
  if (number == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
  if (!router.take(line, place)) router.other(line, place);
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
  if (!impl.carry.empty()) {
    impl.line(impl.carry, impl.carry.size() + impl.cut);
    impl.carry.clear();
  }
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
