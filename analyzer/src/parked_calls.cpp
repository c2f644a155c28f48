#include "parked_calls.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "measured_calls.h"
#include "model.h"

namespace gowhy {
namespace {

// chansend lies between chansend1 and chanrecv1 and is longer than this in every release; chanrecv1
// and chanrecv2 are neighbours, 0x20 to 0x40 apart on amd64.
constexpr std::uint64_t kFarApart = 0x200;
// All of them lie in one file: 0xd00 to 0xe60 from chansend1 to chanrecv2 on amd64.
constexpr std::uint64_t kOneFile = 0x4000;

// What the distance of the two calls says by itself, unknown if none that was measured has it, or
// several have that differ. Of a release that is known its own tell, where it has such a distance.
Operation operation_of(const GoVersion& version, const HiddenCalls& call,
                       bool& nil_channel) noexcept {
  const std::uint64_t distance = call.pc[1] - call.pc[2];
  const MeasuredCall* const first = std::lower_bound(
      std::begin(kMeasured), std::end(kMeasured), distance,
      [](const MeasuredCall& one, std::uint64_t wanted) { return one.distance < wanted; });
  const auto find = [&](int oldest, int newest) {
    const MeasuredCall* found = nullptr;
    bool differ = false;
    for (const MeasuredCall* one = first; one != std::end(kMeasured); ++one) {
      if (one->distance != distance) break;
      if (one->minor < oldest || one->minor > newest) continue;
      differ = differ || (found != nullptr && found->kind != one->kind);
      found = one;
    }
    return std::pair{found, differ};
  };
  constexpr int kNewest = 255;
  auto [found, differ] =
      find(version.known ? version.min_minor : 0, version.known ? version.max_minor : kNewest);
  if (found == nullptr) std::tie(found, differ) = find(0, kNewest);
  if (found == nullptr || differ) return Operation::unknown;
  nil_channel = found->kind == MeasuredCall::nil_send || found->kind == MeasuredCall::nil_receive;
  const bool sends = found->kind == MeasuredCall::send || found->kind == MeasuredCall::nil_send;
  return sends ? Operation::chan_send : Operation::chan_receive;
}

std::uint64_t next_address(std::string_view& text) noexcept {
  const std::size_t at = text.find("0x");
  if (at == std::string_view::npos) {
    text = {};
    return 0;
  }
  text.remove_prefix(at + 2);
  std::uint64_t value = 0;
  while (!text.empty()) {
    const char c = text.front();
    const bool digit = c >= '0' && c <= '9', letter = c >= 'a' && c <= 'f';
    if (!digit && !letter) break;
    value = (value << 4) | static_cast<std::uint64_t>(digit ? c - '0' : c - 'a' + 10);
    text.remove_prefix(1);
  }
  return value;
}

// The address of gopark that most records begin with.
std::uint64_t gopark_of(const std::vector<HiddenCalls>& calls) {
  std::unordered_map<std::uint64_t, std::uint64_t> counts;
  std::uint64_t best = 0, most = 0;
  for (const HiddenCalls& call : calls) {
    const std::uint64_t count = ++counts[call.pc[0]];
    if (count > most || (count == most && call.pc[0] < best)) {
      most = count;
      best = call.pc[0];
    }
  }
  return best;
}

struct Channels {
  std::uint64_t sends_to = 0;       // the highest chansend1
  std::uint64_t receives_from = 0;  // the lowest chanrecv1
};

bool begins_in_main(const Model& model, const GroupFacts& facts) {
  return model.entry(facts) == "main.main";
}

// Where sends end and receives begin. Two far places are one of each; with a single one, main
// tells: it waits for the end of the program in a receive.
Channels split(const Model& model, const std::vector<HiddenCalls>& calls, std::uint64_t gopark) {
  std::uint64_t low = UINT64_MAX, high = 0, main_at = 0;
  for (const HiddenCalls& call : calls) {
    if (call.depth != 3 || call.pc[0] != gopark) continue;
    // Locks hide three calls too (gopark, semacquire1, …), but keep a frame of package sync.
    const std::uint32_t index = model.index_of(call.group);
    if (index == kNone || model.group(index).op != Operation::unknown) continue;
    low = std::min(low, call.pc[2]);
    high = std::max(high, call.pc[2]);
    if (begins_in_main(model, model.group(index))) main_at = call.pc[2];
  }
  Channels channels;
  if (high == 0 || high - low > kOneFile) return channels;
  if (high - low > kFarApart) {
    channels.sends_to = low + kFarApart / 2;
    channels.receives_from = high - kFarApart / 2;
  } else if (main_at != 0 || high != low) {
    // Two neighbours are chanrecv1 and chanrecv2; there is one chansend1.
    channels.receives_from = low;
  }
  return channels;
}

// How far behind the entry of its caller's callee gopark is called, at most: near the end of
// chansend or chanrecv, which are of similar length. For a nil channel it is called within the
// first half.
std::uint64_t farthest_of(const std::vector<HiddenCalls>& calls, std::uint64_t gopark) {
  std::uint64_t farthest = 0;
  for (const HiddenCalls& call : calls) {
    if (call.depth == 3 && call.pc[0] == gopark && call.pc[1] > call.pc[2]) {
      farthest = std::max(farthest, call.pc[1] - call.pc[2]);
    }
  }
  return farthest;
}

}  // namespace

void note_hidden_calls(Dump& dump, std::uint32_t group, std::string_view addresses,
                       std::uint64_t first) noexcept {
  HiddenCalls call;
  call.group = group;
  while (!addresses.empty()) {
    const std::uint64_t address = next_address(addresses);
    // A return address is printed with its record, the call before it with its frame.
    if (address == 0 || address == first || address == first + 1) break;
    if (call.depth == 3) return;
    call.pc[call.depth++] = address;
  }
  if (call.depth >= 2 && !addresses.empty()) dump.hidden_calls.push_back(call);
}

void resolve_hidden_calls(const Model& model, std::vector<GroupFacts>& groups) noexcept {
  // A lock or a read hides three calls too; what it is stands in the frames that are not hidden,
  // and that the first of the calls is gopark. Without those most records decide, but one that runs
  // in the runtime, as in mallocgc, hides calls as well.
  std::vector<HiddenCalls> calls;
  std::uint64_t gopark = 0;
  for (const HiddenCalls& call : model.dump().hidden_calls) {
    const std::uint32_t index = model.index_of(call.group);
    if (index == kNone) continue;
    const Operation op = groups[index].op;
    if (op == Operation::unknown) calls.push_back(call);
    if (is_lock_wait(op) || is_io(op)) gopark = call.pc[0];
  }
  if (calls.empty()) return;
  if (gopark == 0) gopark = gopark_of(calls);
  const Channels channels = split(model, calls, gopark);
  const std::uint64_t farthest = farthest_of(calls, gopark);
  for (const HiddenCalls& call : calls) {
    const std::uint32_t index = model.index_of(call.group);
    if (index == kNone || call.pc[0] != gopark) continue;
    GroupFacts& facts = groups[index];
    if (facts.op != Operation::unknown || facts.top < 0) continue;
    if (call.depth == 2) {
      facts.op = Operation::select;
      continue;
    }
    if (channels.receives_from != 0 && call.pc[2] >= channels.receives_from) {
      facts.op = Operation::chan_receive;
    } else if (channels.sends_to != 0 && call.pc[2] <= channels.sends_to) {
      facts.op = Operation::chan_send;
    } else if (const Operation op = operation_of(model.go_version(), call, facts.nil_channel);
               op != Operation::unknown) {
      facts.op = op;
      continue;
    } else {
      facts.parked_on_channel = true;
      continue;
    }
    facts.nil_channel = call.pc[1] > call.pc[2] && (call.pc[1] - call.pc[2]) * 2 < farthest;
  }
}

bool parks_at_nil_channel(const Model& model, const GroupFacts& facts) noexcept {
  if (facts.frames.size() < 2 || model.name(facts.frames[0]) != "runtime.gopark") return false;
  const std::string_view name = model.name(facts.frames[1]);
  const std::uint32_t line = model.dump().symbols.frame_at(facts.frames[1]).line;
  return line > 0 &&
         ((name == "runtime.chansend" && line < 220) || (name == "runtime.chanrecv" && line < 556));
}

}  // namespace gowhy
