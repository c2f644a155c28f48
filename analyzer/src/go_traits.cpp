#include "go_traits.h"

#include <algorithm>

namespace gowhy {
namespace {

constexpr int kAny = 63;  // the last slot of MinorCosts
constexpr int kProof = kProofCost;
constexpr int kHint = 6;  // a setting or chance could make it so

// Wait reasons by the release that brought them: runtime/runtime2.go, waitReasonStrings, and
// runtime/traceback.go, gStatusStrings.
struct StateSince {
  std::string_view state;
  Trait trait;
};
constexpr StateSince kStates[] = {
    {"sync.Cond.Wait", {11, kAny, kProof, "`[sync.Cond.Wait]` is a wait reason since Go 1.11"}},
    {"GC assist marking", {11, kAny, kProof, "`[GC assist marking]` is a state since Go 1.11"}},
    {"GC scavenge wait", {13, kAny, kProof, "`[GC scavenge wait]` is a state since Go 1.13"}},
    {"preempted", {14, kAny, kProof, "`[preempted]` is a state since Go 1.14"}},
    {"debug call", {15, kAny, kProof, "`[debug call]` is a state since Go 1.15"}},
    {"sync.Mutex.Lock", {20, kAny, kProof, "`[sync.Mutex.Lock]` is a wait reason since Go 1.20"}},
    {"sync.RWMutex.RLock",
     {20, kAny, kProof, "`[sync.RWMutex.RLock]` is a wait reason since Go 1.20"}},
    {"sync.RWMutex.Lock",
     {20, kAny, kProof, "`[sync.RWMutex.Lock]` is a wait reason since Go 1.20"}},
    {"stopping the world", {20, kAny, kProof, "`[stopping the world]` is a state since Go 1.20"}},
    {"coroutine", {22, kAny, kProof, "`[coroutine]` is a wait reason since Go 1.22"}},
    {"GC weak to strong wait",
     {23, kAny, kProof, "`[GC weak to strong wait]` is a wait reason since Go 1.23"}},
    {"sync.WaitGroup.Wait",
     {24, kAny, kProof, "`[sync.WaitGroup.Wait]` is a wait reason since Go 1.24"}},
    {"synctest.Run", {24, kAny, kProof, "`[synctest.Run]` is a wait reason since Go 1.24"}},
    {"synctest.Wait", {24, kAny, kProof, "`[synctest.Wait]` is a wait reason since Go 1.24"}},
    {"chan receive (synctest)", {24, 24, kProof, "`(synctest)` stands in states of Go 1.24 only"}},
    {"chan send (synctest)", {24, 24, kProof, "`(synctest)` stands in states of Go 1.24 only"}},
    {"select (synctest)", {24, 24, kProof, "`(synctest)` stands in states of Go 1.24 only"}},
    {"cleanup wait", {25, kAny, kProof, "`[cleanup wait]` is a wait reason since Go 1.25"}},
    {"GOMAXPROCS updater (idle)",
     {25, kAny, kProof, "`[GOMAXPROCS updater (idle)]` is a wait reason since Go 1.25"}},
    {"waiting for cgo callback",
     {26, kAny, kProof, "`[waiting for cgo callback]` is a state since Go 1.26"}},
    {"timer goroutine (idle)", {0, 13, kProof, "Go has no timer goroutine since 1.14"}},
};

class Finder {
 public:
  Finder(const Dump& dump, std::uint16_t snapshot, const std::vector<bool>& in_snapshot) noexcept
      : dump_(dump), snapshot_(snapshot), in_snapshot_(in_snapshot) {}

  std::vector<Trait> run() noexcept {
    by_state();
    by_marks();
    by_names();
    by_records();
    return std::move(found_);
  }

 private:
  void add(int from, int to, int cost, std::string_view text) noexcept {
    for (const Trait& trait : found_) {
      if (trait.text == text) return;
    }
    found_.push_back({from, to, cost, text});
  }

  void by_state() noexcept {
    for (const StateSince& row : kStates) {
      std::uint32_t id = dump_.symbols.find_string(row.state);
      if (id == kNone) continue;
      for (std::size_t i = 0; i < dump_.groups.size(); ++i) {
        if (!in_snapshot_[i] || dump_.groups[i].state != id) continue;
        add(row.trait.from, row.trait.to, row.trait.cost, row.trait.text);
        break;
      }
    }
  }

  void by_marks() noexcept {
    for (std::size_t i = 0; i < dump_.groups.size(); ++i) {
      if (!in_snapshot_[i]) continue;
      unsigned flags = dump_.groups[i].flags;
      if (flags & kDurable) add(25, kAny, kProof, "`(durable)` is printed since Go 1.25");
      if (flags & kLeaked) add(26, kAny, kProof, "`(leaked)` is printed since Go 1.26");
    }
    unsigned marks = dump_.snapshots[snapshot_].marks;
    if (marks & kAggregates) {
      add(17, kAny, kProof, "arguments have braces, as since Go 1.17");
    }
    if (marks & kStaleArguments) {
      add(18, kAny, kProof, "arguments have question marks, as since Go 1.18");
    }
    if (marks & kPointers) add(22, kAny, kProof, "headers have `gp=`, as since Go 1.22");
    if (dump_.snapshots[snapshot_].leak_profile) {
      add(26, kAny, kProof, "leak profiles exist since Go 1.26");
    }
    for (const Event& event : dump_.events) {
      if (event.snapshot != snapshot_) continue;
      if (event.message.find("[recovered, repanicked]") != std::string::npos) {
        add(25, kAny, kProof, "`[recovered, repanicked]` is printed since Go 1.25");
      }
    }
  }

  // Names that the compiler gives to the wrappers of `go f(x)` and `defer f(x)`, and generics.
  void by_names() noexcept {
    std::vector<bool> seen(dump_.symbols.function_count());
    std::vector<bool> seen_node(dump_.symbols.node_count());
    for (std::size_t i = 0; i < dump_.groups.size(); ++i) {
      if (!in_snapshot_[i]) continue;
      for (std::uint32_t node = dump_.groups[i].stack;
           node != 0 && node != kNone && !seen_node[node]; node = dump_.symbols.node(node).parent) {
        seen_node[node] = true;
        std::uint32_t function = dump_.symbols.frame_at(dump_.symbols.node(node).frame).function;
        if (seen[function]) continue;
        seen[function] = true;
        by_name(dump_.symbols.function_at(function).name);
      }
    }
  }

  void by_name(std::string_view name) noexcept {
    if (name.find("·dwrap·") != std::string_view::npos) {
      add(17, 17, kProof, "`·dwrap·` wrappers are of Go 1.17 only");
    } else if (name.find(".gowrap") != std::string_view::npos) {
      add(22, kAny, kProof, "`gowrap` wrappers exist since Go 1.22");
    } else if (name.find(".deferwrap") != std::string_view::npos) {
      add(22, kAny, kProof, "`deferwrap` wrappers exist since Go 1.22");
    } else if (name.find('[') != std::string_view::npos) {
      add(18, kAny, kProof, "generic functions exist since Go 1.18");
    }
  }

  void by_records() noexcept {
    if (dump_.snapshots[snapshot_].format != Format::traceback) return;
    std::uint32_t timer = dump_.symbols.find_function("time.goFunc");
    std::size_t with = 0, without = 0, looked = 0;
    for (const Record& record : dump_.records) {
      if (record.snapshot != snapshot_ || record.group == kNone) continue;
      const Group& group = dump_.groups[record.group];
      if (record.labels != kNone) {
        add(26, kAny, kProof, "headers have labels, as since Go 1.26");
      }
      if (record.in_bubble) add(24, kAny, kProof, "headers name bubbles, as since Go 1.24");
      if (record.creator != 0) {
        ++with;
      } else if (group.created_by != kNone && !record.extra) {
        // A timer starts its function from the scheduler's own stack, which is no goroutine.
        if (dump_.symbols.frame_at(group.created_by).function != timer) ++without;
      }
      if (++looked <= kArgRecords) count_arguments(record);
    }
    if (with > without) {
      add(21, kAny, kProof, "creators have goroutine numbers, as since Go 1.21");
    } else if (without > 0) {
      add(0, 20, without > 1 ? kProof : kHint,
          "creators have no goroutine numbers, as before Go 1.21");
    }
    by_addresses();
  }

  void count_arguments(const Record& record) noexcept {
    for (std::uint32_t i = record.args; i < record.args + record.arg_count; ++i) {
      const Arg& arg = dump_.args[i];
      std::uint64_t address = arg.address();
      if (arg.stale() || arg.slot() != 0) continue;
      if (address >= 0xc420000000 && address < 0xc500000000) ++in_c42_;
      if (address >> 32 == 0xc0) ++in_c0_;
    }
  }

  // runtime/malloc.go, mallocinit: arenas began at 0x00c0<<32 up to 1.25; to 1.10 the heap's
  // bitmap came first, so that objects began at 0xc42…; 1.26 chooses the base at random.
  void by_addresses() noexcept {
    if (in_c42_ > in_c0_) {
      add(0, 10, kHint, "the heap begins at 0xc42…, as to Go 1.10");
    } else if (in_c0_ > 0) {
      add(11, 25, kHint, "the heap begins at 0xc000…, as in Go 1.11 to 1.25");
    }
  }

  static constexpr std::size_t kArgRecords = 4096;

  const Dump& dump_;
  std::uint16_t snapshot_;
  const std::vector<bool>& in_snapshot_;
  std::vector<Trait> found_;
  std::size_t in_c42_ = 0, in_c0_ = 0;
};

}  // namespace

std::vector<bool> groups_of(const Dump& dump, std::uint16_t snapshot) noexcept {
  std::vector<bool> out(dump.groups.size());
  auto mark = [&](std::uint32_t group) {
    if (group < out.size()) out[group] = true;
  };
  for (const Record& record : dump.records) {
    if (record.snapshot == snapshot) mark(record.group);
  }
  for (const Sample& sample : dump.samples) {
    if (sample.snapshot == snapshot) mark(sample.group);
  }
  // The stacks of races and deadlock reports are sections, which carry no snapshot.
  if (std::find(out.begin(), out.end(), true) == out.end()) {
    for (const Section& section : dump.sections) mark(section.group);
  }
  return out;
}

std::vector<Trait> find_traits(const Dump& dump, std::uint16_t snapshot,
                               const std::vector<bool>& in_snapshot) noexcept {
  return Finder(dump, snapshot, in_snapshot).run();
}

}  // namespace gowhy
