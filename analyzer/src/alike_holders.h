// Of several objects of one type each has its lock, and each holder stands at the same lines: one
// finding for all.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>

#include "blocked_holders.h"
#include "finding.h"

namespace gowhy {

class AlikeHolders {
 public:
  /// Both outlive this; between an `add` that says false and the next call the finding is pushed.
  AlikeHolders(const Model& model, Findings& out) noexcept : model_(model), out_(out) {}

  /// True if there is a finding for its like: then this one was added to it, and its first peer.
  bool add(const BlockedHolder& one) noexcept;

  /// Adds to each finding how many more it tells of.
  void say() noexcept;

 private:
  // The frames of the holder and of its own code, what it waits for, and the frame of its peer.
  using Key = std::tuple<std::uint32_t, std::uint32_t, Operation, std::uint32_t>;
  struct Seen {
    std::size_t index;
    std::uint64_t more;
  };
  const Model& model_;
  Findings& out_;
  std::map<Key, Seen> first_;
};

}  // namespace gowhy
