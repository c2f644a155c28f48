// The runtime asks the system for memory in large pieces; when it gets none it ends the process:
// "runtime: out of memory: cannot allocate N-byte block (M in use)", "fatal error: out of memory"
// (runtime/mcache.go and malloc.go), or "runtime: cannot allocate memory" and "out of memory
// (stack…)". The goroutine on top asked last. With a large block it is the one that needs so much;
// with a small one it only met what others had filled. A kernel that kills the process prints
// nothing.
#include <algorithm>

#include "crash.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "out_of_memory";
constexpr std::uint64_t kLarge = 32u << 20;  // half of a heap arena (64 MB): no ordinary object

constexpr std::string_view kTexts[] = {"out of memory",
                                       "runtime: out of memory",
                                       "runtime: cannot allocate memory",
                                       "cannot allocate memory",
                                       "runtime: cannot map pages in arena address space",
                                       "out of memory (stackalloc)",
                                       "out of memory allocating heap arena map",
                                       "out of memory allocating heap arena metadata",
                                       "persistentalloc: size == 0"};

// The number that stands before `after`, 0 if there is none.
std::uint64_t number_before(std::string_view text, std::string_view after) noexcept {
  std::size_t end = text.find(after);
  if (end == std::string_view::npos) return 0;
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
  std::uint64_t value = 0;
  for (; begin < end && value < UINT64_MAX / 16; ++begin) {
    value = value * 10 + static_cast<std::uint64_t>(text[begin] - '0');
  }
  return value;
}

std::string megabytes(std::uint64_t bytes) {
  if (bytes < 1'000'000) return count_of(bytes, "byte");
  return number((bytes + 500'000) / 1'000'000) + " MB";
}

void report(const Model& model, const Crash& crash, Findings& out) {
  const std::uint64_t block = number_before(crash.detail, "-byte block");
  const std::uint64_t in_use = number_before(crash.detail, " in use");
  const std::uint32_t frame = crash_frame(model, crash);
  const bool own = crash.site >= 0;
  Finding finding(kId);
  finding.confidence = Confidence::certain;
  finding.site = frame;
  if (crash.group != kNone) finding.groups.push_back(crash.group);
  if (crash.record != kNone) finding.records.push_back(crash.record);
  finding.summary = "The system gave no more memory";
  if (own) finding.summary += " when " + place(model, frame) + " asked for it";
  if (block > 0) finding.summary += ": a block of " + megabytes(block);
  if (in_use > 0) finding.summary += (block > 0 ? ", with " : ": ") + megabytes(in_use) + " in use";
  finding.summary += consequence(model, crash) + ".";
  finding.supports(quoted_message(crash) + " is what the runtime says when the system refuses",
                   finding.records);
  if (block >= kLarge && own) {
    finding.supports(megabytes(block) + " in one block is no ordinary object: " +
                     place(model, frame) + " itself needs so much");
    finding.against("No stacks show what else fills the memory; a heap profile does");
  } else {
    finding.against(
        "1 goroutine asked last, which is often innocent: what fills the memory is not in "
        "the text");
  }
  if (model.goroutines() > 1000) {
    finding.supports(number(model.goroutines()) +
                     " goroutines hold memory too, each at least 2 KB "
                     "and whatever they refer to");
  }
  finding.next =
      "Take heap profiles while it grows: `go tool pprof -top http://HOST/debug/pprof/heap`";
  finding.restart =
      "A restart frees the memory until it is full again; save a heap profile before that.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_out_of_memory(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    if (crash.kind != Event::fatal) continue;
    const bool known = std::any_of(std::begin(kTexts), std::end(kTexts),
                                   [&](std::string_view text) { return crash.text() == text; });
    if (known) report(model, crash, out);
  }
}

}  // namespace gowhy::cause
