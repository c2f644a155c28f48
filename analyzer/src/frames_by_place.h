// The frames that were met lately, by where they are.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "symbols.h"

namespace gowhy {

/// One place has one frame, mostly: the one met there last is as good as expected. What is found
/// must be compared with the text, since places share buckets.
class FramesByPlace {
 public:
  /// Two frames, the one met last first; kNone where there is none.
  using Bucket = std::array<std::uint32_t, 2>;

  FramesByPlace() noexcept { buckets_.fill({kNone, kNone}); }

  /// The bucket of a place as it is printed, `\tfile:line +0x1d`. The end of the path and the line
  /// tell places apart well enough.
  Bucket& at(std::string_view place_line) noexcept {
    constexpr std::size_t kOffset = 12, kEnough = 32;  // bytes
    std::size_t end = place_line.size();
    for (std::size_t i = end, stop = end > kOffset ? end - kOffset : 0; i > stop; --i) {
      if (place_line[i - 1] == '+') {
        end = i - 1;
        break;
      }
    }
    const std::size_t begin = end > kEnough ? end - kEnough : 0;
    return buckets_[hash_bytes(place_line.substr(begin, end - begin)) % buckets_.size()];
  }

  /// The frame was met last in the bucket.
  static void keep(Bucket& bucket, std::uint32_t frame) noexcept {
    if (bucket[0] != frame) bucket = {frame, bucket[0]};
  }

 private:
  std::array<Bucket, 1 << 13> buckets_;
};

}  // namespace gowhy
