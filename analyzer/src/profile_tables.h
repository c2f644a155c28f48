// The tables of a pprof profile: strings, functions, and the frames of each pc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "symbols.h"

namespace gowhy {

/// What the samples of a profile.proto refer to, by the numbers they use. Every number is checked;
/// one that leads nowhere is counted. The bytes and the Symbols must outlive the tables.
class ProfileTables {
 public:
  explicit ProfileTables(Symbols& symbols) noexcept : symbols_(symbols) {}

  /// Reads the tables of a whole profile: Go writes the strings behind the samples. False if the
  /// bytes end within a field; what stands before it is kept.
  bool index(std::string_view profile) noexcept;

  /// "" if there is no such string.
  [[nodiscard]] std::string_view string(std::uint64_t at) noexcept;

  /// The frames of a location, innermost first; at least one, but none if there is no such
  /// location. Valid until the next call.
  [[nodiscard]] std::span<const std::uint32_t> frames(std::uint64_t location_id) noexcept;
  /// The frame of a location that has just one and was asked for before, or kNone: what nearly
  /// every step of a stack needs.
  [[nodiscard]] std::uint32_t known_frame(std::uint64_t location_id) const noexcept {
    return location_id < known_.size() ? known_[static_cast<std::size_t>(location_id)] : kNone;
  }

  /// True while text that the samples make (places, labels) stays in proportion to the profile: a
  /// long string may be referred to from many places.
  [[nodiscard]] bool afford(std::size_t text_bytes) noexcept;

  /// Indexes of the strings that name a column of the samples and its unit.
  struct ValueType {
    std::uint64_t type = 0, unit = 0;
  };
  [[nodiscard]] const std::vector<ValueType>& sample_types() const noexcept {
    return sample_types_;
  }
  /// 0 unless the profile is the difference of two (`?seconds=`).
  [[nodiscard]] std::uint64_t duration_nanos() const noexcept { return duration_nanos_; }
  /// References to what is not there.
  [[nodiscard]] std::uint64_t wild() const noexcept { return wild_; }

 private:
  struct FunctionEntry {
    std::uint64_t id = 0, name = 0, file = 0;  // name and file are indexes of strings
    std::uint32_t symbol = kNone;              // made when first used
  };
  struct LocationEntry {
    std::uint64_t id = 0;
    std::string_view message;
    std::uint32_t first = kNone;  // of its frames in the pool, kNone until first used
    std::uint32_t count = 0;
  };

  void index_value_type(std::string_view message) noexcept;
  void index_function(std::string_view message) noexcept;
  void index_location(std::string_view message) noexcept;
  void resolve(LocationEntry& entry) noexcept;
  [[nodiscard]] std::uint32_t frame_of(std::string_view message, bool inlined) noexcept;

  Symbols& symbols_;
  std::vector<std::string_view> strings_;
  std::vector<ValueType> sample_types_;
  std::vector<FunctionEntry> functions_;  // by id
  std::vector<LocationEntry> locations_;  // by id
  std::vector<std::uint32_t> known_;      // the frames of known_frame(), by location id
  std::vector<std::uint32_t> pool_;       // frame ids of the locations used
  std::string scratch_;
  std::size_t text_left_ = 0;
  std::uint64_t duration_nanos_ = 0, wild_ = 0;
};

}  // namespace gowhy
