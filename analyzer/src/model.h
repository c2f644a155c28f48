// The model between the groups and the causes: every goroutine gets meaning. Built once from a
// Dump, then only read. Groups here are those of the described (newest) snapshot, in the order of
// the report: by count, then smallest id, then first place. An index into groups() is a "group
// index".
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dump.h"
#include "go_version.h"
#include "operations.h"
#include "roles.h"

namespace gowhy {

/// Program text and data lie lower (0x400000 on Linux, 0x100000000 on macOS), heaps from
/// 0xc000000000.
inline constexpr std::uint64_t kProgramEnd = 1ull << 36;

struct Locks;  // locks.h

/// Printed waits in whole minutes; `known` goroutines print one.
struct Ages {
  std::int32_t min = 0, median = 0, max = 0;
  std::uint64_t known = 0;
};

/// A wait that prints as many minutes is longer than most time-outs. The runtime stamps a wait with
/// the end of the collection before the one that first sees it (work.tstart, runtime/mgcmark.go),
/// so that minutes may be up to two too many; 1 says nothing.
inline constexpr std::int32_t kOldMinutes = 2;

/// The id of the goroutine that runs main.main: it is the first (runtime/proc.go, runtime.main).
inline constexpr std::uint64_t kMainGoroutine = 1;

/// Of these minutes, with the lower median; their order is lost. All 0 for none.
Ages ages_of(std::vector<std::int32_t>& minutes) noexcept;

/// A group of the described snapshot, with what it means.
struct GroupFacts {
  std::uint32_t group = kNone;             ///< index into Dump::groups
  std::uint64_t count = 0;                 ///< goroutines in the described snapshot
  std::span<const std::uint32_t> frames;   ///< frame ids, newest first; elided marks left out
  std::span<const std::uint32_t> records;  ///< indexes into Dump::records, by id; empty in profiles
  Ages ages;
  Operation op = Operation::unknown;
  bool nil_channel = false;        ///< "(nil chan)"
  bool parked_on_channel = false;  ///< a profile hides whether it sends or receives
  bool elided = false;             ///< the middle of the stack is not printed
  std::uint8_t flags = 0;          ///< GroupFlag bits
  int top = -1;       ///< position of the first frame outside runtime, sync and poll machinery
  int site = -1;      ///< position of the first frame of the user's own code, -1 when there is none
  int boundary = -1;  ///< position of the library frame that the site called, -1 when it is the top
  std::uint32_t created_by = kNone;  ///< frame id
  std::string_view state;            ///< the runtime's word, "" in profiles
  std::string_view entry;            ///< the oldest call (Model::entry)
  /// The oldest call of the user's own code, "" if there is none. The wrappers that the compiler
  /// makes of go statements (main.f.gowrap1, main.f·dwrap·1) are left out.
  std::string_view own_entry;
  const Role* role = nullptr;  ///< what it is, when the tables know it
  bool normal = false;         ///< usual in a healthy process, in this number
};

/// Where a function stands: a group and the position in its frames.
struct Hit {
  std::uint32_t group = 0;
  std::uint32_t position = 0;
};

class Model {
 public:
  /// The dump must outlive the model, and so must `own`: rows of rule packs, tried before the
  /// tables. Puts the dump's records in order (record_order.h); nothing else of it changes.
  explicit Model(Dump& dump, std::span<const Role> own = {}) noexcept;
  ~Model();
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  [[nodiscard]] const Dump& dump() const noexcept { return dump_; }
  [[nodiscard]] const std::vector<GroupFacts>& groups() const noexcept { return groups_; }
  [[nodiscard]] const GroupFacts& group(std::uint32_t index) const noexcept {
    return groups_[index];
  }
  /// Group index of a record of the described snapshot, kNone for others.
  [[nodiscard]] std::uint32_t group_of_record(std::uint32_t record) const noexcept;
  /// Whether a record is one of the goroutines of the described snapshot, and so in a group.
  [[nodiscard]] bool counts(const Record& record) const noexcept {
    return record.snapshot == snapshot_index_ && !record.extra && record.group != kNone;
  }
  /// The record of a goroutine of the described snapshot by its number, kNone if it is not there.
  [[nodiscard]] std::uint32_t record_of_id(std::uint64_t id) const noexcept;
  /// Its group index, kNone if it is not there.
  [[nodiscard]] std::uint32_t group_of_id(std::uint64_t id) const noexcept {
    return group_of_record(record_of_id(id));
  }
  /// Group index of an entry of Dump::groups, kNone if it has no goroutine in this snapshot.
  [[nodiscard]] std::uint32_t index_of(std::uint32_t dump_group) const noexcept {
    return dump_group < by_dump_group_.size() ? by_dump_group_[dump_group] : kNone;
  }

  // --- the snapshot ---
  [[nodiscard]] const Snapshot& snapshot() const noexcept { return snapshot_; }
  /// Index of the described snapshot in Dump::snapshots.
  [[nodiscard]] std::uint16_t snapshot_index() const noexcept { return snapshot_index_; }
  [[nodiscard]] std::uint64_t goroutines() const noexcept { return snapshot_.goroutines; }
  [[nodiscard]] bool is_profile() const noexcept {
    return snapshot_.format == Format::profile_text || snapshot_.format == Format::profile_proto;
  }
  /// A few pasted goroutines and not a process: counts mean nothing (contract.md, `fragment`).
  [[nodiscard]] bool fragment() const noexcept { return fragment_; }
  /// The runtime itself says that nothing can go on: "all goroutines are asleep - deadlock!".
  [[nodiscard]] bool all_asleep() const noexcept;
  /// Any goroutine prints minutes: the runtime had stamped waits (two collections had run).
  [[nodiscard]] bool has_minutes() const noexcept { return has_minutes_; }
  /// The longest printed wait of all goroutines, -1 when none prints one.
  [[nodiscard]] std::int32_t oldest_minutes() const noexcept { return oldest_minutes_; }
  /// The largest goroutine id of the snapshot.
  [[nodiscard]] std::uint64_t largest_id() const noexcept { return largest_id_; }
  [[nodiscard]] const GoVersion& go_version() const noexcept { return go_version_; }

  /// Locks with waiters, suspected holders and cycles (locks.h).
  [[nodiscard]] const Locks& locks() const noexcept { return *locks_; }

  /// What several causes ask of the whole model is worked out once: the result of `compute`, which
  /// lives as long as the model.
  template <typename T>
  const T& once(T (*compute)(const Model&)) const {
    const auto key = reinterpret_cast<void (*)()>(compute);
    for (const Answer& answer : answers_) {
      if (answer.key == key) return *static_cast<const T*>(answer.value.get());
    }
    auto value = std::make_shared<const T>(compute(*this));
    const T& result = *value;
    answers_.push_back({key, std::move(value)});
    return result;
  }

  // --- functions ---
  [[nodiscard]] std::uint32_t function_id(std::uint32_t frame) const noexcept {
    return dump_.symbols.frame_at(frame).function;
  }
  [[nodiscard]] const Function& function(std::uint32_t frame) const noexcept {
    return dump_.symbols.function_at(function_id(frame));
  }
  [[nodiscard]] std::string_view name(std::uint32_t frame) const noexcept {
    return function(frame).name;
  }
  /// Origin of a frame by function and file: the user's own code is Origin::main (own_code.h).
  [[nodiscard]] Origin origin(std::uint32_t frame) const noexcept { return origins_[frame]; }
  [[nodiscard]] bool own(std::uint32_t frame) const noexcept {
    return origins_[frame] == Origin::main;
  }
  [[nodiscard]] Special special(std::uint32_t frame) const noexcept {
    return specials_[dump_.symbols.frame_at(frame).function];
  }
  /// All places of any of these functions (exact printed names), by group index.
  [[nodiscard]] std::vector<Hit> find(std::initializer_list<std::string_view> names) const noexcept;
  /// The same for one name; the span lives as long as the model.
  [[nodiscard]] std::span<const Hit> find(std::string_view name) const noexcept;
  /// All places of a function by its id.
  [[nodiscard]] std::span<const Hit> hits_of(std::uint32_t function) const noexcept {
    return {hits_.data() + hit_begin_[function], hits_.data() + hit_begin_[function + 1]};
  }
  /// Position of the first frame with one of these names, -1 if none.
  [[nodiscard]] int position(const GroupFacts& facts,
                             std::initializer_list<std::string_view> names) const noexcept;
  [[nodiscard]] bool has(const GroupFacts& facts,
                         std::initializer_list<std::string_view> names) const noexcept {
    return position(facts, names) >= 0;
  }
  /// The function that created the goroutine, "" when not printed.
  [[nodiscard]] std::string_view creator(const GroupFacts& facts) const noexcept {
    return facts.created_by == kNone ? std::string_view{} : name(facts.created_by);
  }
  /// The frame may be the closure that the compiler makes of a go statement with arguments.
  [[nodiscard]] bool is_go_wrapper(const GroupFacts& facts, std::uint32_t frame) const noexcept;
  /// The oldest call, under which all others run; runtime.goexit and the closure that a go
  /// statement makes are left out. "" without frames.
  [[nodiscard]] std::string_view entry(const GroupFacts& facts) const noexcept {
    return facts.entry;
  }
  [[nodiscard]] std::uint32_t site_frame(const GroupFacts& facts) const noexcept {
    return facts.site < 0 ? kNone : facts.frames[static_cast<std::size_t>(facts.site)];
  }

  /// The frame outside the machinery of runtime, sync and poll that waits, kNone if there is none.
  [[nodiscard]] std::uint32_t top_frame(const GroupFacts& facts) const noexcept {
    return facts.top < 0 ? kNone : facts.frames[static_cast<std::size_t>(facts.top)];
  }

  // --- arguments ---
  /// The arguments kept of a record, newest frame first. Arg::frame() is the position in the frames
  /// as printed, which equals the position in GroupFacts::frames unless `elided`.
  [[nodiscard]] std::span<const Arg> args(std::uint32_t record) const noexcept {
    const Record& r = dump_.records[record];
    if (r.arg_count == 0) return {};
    return {dump_.args.data() + r.args, r.arg_count};
  }
  /// The first argument (the receiver of a method) of a frame, 0 if unknown. `exact` is false when
  /// it was printed with `?`. A method of a generic type has no receiver among its arguments since
  /// Go 1.20: first comes its dictionary, which lies in the program and is all its objects' own.
  [[nodiscard]] std::uint64_t receiver(std::uint32_t record, int position,
                                       bool* exact = nullptr) const noexcept;

 private:
  struct Answer {
    void (*key)();
    std::shared_ptr<const void> value;
  };

  [[nodiscard]] std::string_view entry_of(const GroupFacts& facts) const noexcept;
  [[nodiscard]] std::string_view own_entry_of(const GroupFacts& facts) const noexcept;
  void find_snapshot() noexcept;
  void collect_groups() noexcept;
  void sort_groups() noexcept;
  void collect_frames() noexcept;
  void index_functions() noexcept;
  void index_ids() noexcept;
  void give_meaning(GroupFacts& facts) noexcept;
  void measure_ages() noexcept;
  void judge_fragment() noexcept;

  const Dump& dump_;
  Snapshot snapshot_;
  std::uint16_t snapshot_index_ = 0;
  std::vector<GroupFacts> groups_;
  std::vector<std::uint32_t> by_dump_group_;
  std::vector<std::uint32_t> frame_pool_;
  std::vector<std::uint32_t> record_pool_;   // 0, 1, 2 …: a group's records are a part of it
  std::vector<std::uint32_t> record_by_id_;  // by goroutine id, when ids are few enough for that
  std::vector<std::pair<std::uint64_t, std::uint32_t>> ids_;  // sorted by id, when they are not
  std::vector<Origin> origins_;                               // by frame id
  std::vector<Special> specials_;                             // by function id
  std::vector<std::uint32_t> hit_begin_;                      // by function id, into hits_
  std::vector<Hit> hits_;
  GoVersion go_version_;
  std::unique_ptr<Locks> locks_;
  mutable std::vector<Answer> answers_;
  bool fragment_ = false, has_minutes_ = false;
  std::int32_t oldest_minutes_ = -1;
  std::uint64_t largest_id_ = 0;
};

}  // namespace gowhy
