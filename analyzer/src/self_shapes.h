// Which of those who wait for a lock below a call of its object is the odd one.
#pragma once

#include <cstdint>
#include <vector>

#include "self_waiters.h"

namespace gowhy {

/// Waiters below a call of the object, by the function of that call.
class SelfShapes {
 public:
  void add(const SelfWaiter& one, std::uint32_t function) {
    for (Shape& shape : shapes_) {
      if (shape.function != function) continue;
      ++shape.count;
      return;
    }
    if (shapes_.size() <= kMostShapes) shapes_.push_back({one, function, 1});
  }

  /// The one below a call of which there is no other, where all other calls have several: they
  /// queue for what one of them would have.
  [[nodiscard]] bool odd_one(SelfWaiter& suspect) const {
    const Shape* odd = nullptr;
    std::uint64_t others = 0;
    for (const Shape& shape : shapes_) {
      if (shape.count > 1) {
        others += shape.count;
      } else if (odd != nullptr) {
        return false;
      } else {
        odd = &shape;
      }
    }
    if (odd == nullptr || others < kFewestAlike || shapes_.size() > kMostShapes) return false;
    suspect = odd->first;
    suspect.alike = others;
    return true;
  }

 private:
  static constexpr std::uint64_t kFewestAlike = 4;
  static constexpr std::size_t kMostShapes = 32;  // more are compared with nothing
  struct Shape {
    SelfWaiter first;
    std::uint32_t function = kNone;
    std::uint64_t count = 0;
  };
  std::vector<Shape> shapes_;
};

}  // namespace gowhy
