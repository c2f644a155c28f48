// Answers about crowds that several causes ask for, each worked out once.
#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "crowds.h"

namespace gowhy {

/// One answer of type T for each crowd; a crowd is the same if its wait, place and groups are.
/// Answers live as long as this does, which `Model::once` keeps.
template <typename T>
class ByCrowd {
 public:
  static ByCrowd none(const Model&) { return {}; }

  const T& of(const Crowd& crowd, const Model& model,
              T (*compute)(const Model&, const Crowd&)) const {
    std::size_t& latest = latest_.try_emplace(crowd.site, kNoneBefore).first->second;
    for (std::size_t i = latest; i != kNoneBefore; i = known_[i]->before) {
      const Crowd& other = known_[i]->crowd;
      if (other.op == crowd.op && other.handler == crowd.handler &&
          other.created_by == crowd.created_by && other.groups == crowd.groups) {
        return known_[i]->answer;
      }
    }
    known_.push_back(std::make_unique<const Known>(Known{crowd, compute(model, crowd), latest}));
    latest = known_.size() - 1;
    return known_.back()->answer;
  }

 private:
  struct Known {
    Crowd crowd;
    T answer;
    std::size_t before;  // the one found earlier at the same frame
  };
  static constexpr auto kNoneBefore = static_cast<std::size_t>(-1);
  mutable std::vector<std::unique_ptr<const Known>> known_;
  mutable std::unordered_map<std::uint32_t, std::size_t> latest_;  // by the frame of the wait
};

}  // namespace gowhy
