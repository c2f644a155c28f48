// Which goroutines one that waits for others may have started, or work for it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model.h"

namespace gowhy {

/// By id of the goroutine that started them: groups of the user's own goroutines. Only the ids that
/// were asked for.
class StartedBy {
 public:
  StartedBy(const Model& model, const std::vector<std::uint64_t>& ids);
  /// Group indexes, ascending.
  [[nodiscard]] std::vector<std::uint32_t> groups_of(const std::vector<std::uint64_t>& ids) const;

 private:
  struct Start {
    std::uint64_t by = 0;
    std::uint32_t group = 0;
  };
  std::vector<Start> starts_;  // by id
};

/// What the functions of the dump are to one waiting stack; names are compared once for each.
class Kin {
 public:
  Kin(const Model& model, const GroupFacts& facts, const StartedBy& started);

  /// The groups that may be children or relatives, ascending.
  [[nodiscard]] std::vector<std::uint32_t> candidates() const;
  /// By `created by`, its function or its goroutine, or, where a format leaves that out, as a
  /// closure of one of the functions.
  [[nodiscard]] bool is_child(const GroupFacts& facts) const;
  /// Whether those whom its own creator started count as its children.
  [[nodiscard]] bool has_siblings() const noexcept { return siblings_; }
  /// Runs a method of the same type, or is a library's worker that runs a closure of theirs: a
  /// pool's, which calls Done in the end. Or it was started by WaitGroup.Go in the same package, or
  /// by the function around the closure that waits.
  [[nodiscard]] bool is_relative(const GroupFacts& facts) const;

 private:
  // `created by sync.(*WaitGroup).Go in goroutine N` names only the helper and the goroutine.
  [[nodiscard]] bool started_by_waiter(const GroupFacts& facts) const;
  // A helper that does `wg.Add(1); go ...` has returned when Wait is called.
  void add_started(const StartedBy& started);
  [[nodiscard]] bool is_closure_of_caller(std::string_view function) const;
  void find_root(const GroupFacts& facts);

  const Model& model_;
  bool siblings_ = false;
  std::string_view root_;     // function around the closure that started the one that waits, or ""
  std::string_view package_;  // of the line that waits
  std::vector<std::uint32_t> callers_;     // function ids, sorted
  std::vector<bool> same_type_;            // by function id
  std::vector<std::uint32_t> looked_for_;  // of the type, or a closure of a caller
  std::vector<std::uint64_t> ids_;         // of the goroutines that wait, sorted
  std::vector<std::uint32_t> started_;     // groups that they started, ascending
};

}  // namespace gowhy
