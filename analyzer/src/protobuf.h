// The wire format of protocol buffers, read from untrusted bytes.
//
// protozero would do, but it reports errors by exceptions, which the core is built without.
#pragma once

#include <cstdint>
#include <string_view>

namespace gowhy {

/// Walks over the fields of one message. A malformed field ends the walk and sets `broken`.
/// Source: protobuf.dev/programming-guides/encoding; groups (wire types 3, 4) are malformed here.
class ProtoFields {
 public:
  explicit ProtoFields(std::string_view message) noexcept : rest_(message) {}

  /// Moves to the next field; false at the end.
  bool next() noexcept {
    if (rest_.empty() || broken_) return false;
    std::uint64_t key = 0;
    if (!take_varint(rest_, key)) return fail();
    field_ = key >> 3;
    if (field_ == 0) return fail();
    bytes_ = {};
    number_ = 0;
    is_bytes_ = false;
    switch (key & 7) {
      case 0:
        return take_varint(rest_, number_) || fail();
      case 1:
        return skip(8);
      case 2: {
        std::uint64_t size = 0;
        if (!take_varint(rest_, size) || size > rest_.size()) return fail();
        bytes_ = rest_.substr(0, static_cast<std::size_t>(size));
        rest_.remove_prefix(bytes_.size());
        is_bytes_ = true;
        return true;
      }
      case 5:
        return skip(4);
      default:
        return fail();
    }
  }

  [[nodiscard]] std::uint64_t field() const noexcept { return field_; }
  [[nodiscard]] std::uint64_t number() const noexcept { return number_; }
  [[nodiscard]] bool is_bytes() const noexcept { return is_bytes_; }
  [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }
  [[nodiscard]] bool broken() const noexcept { return broken_; }

  /// Calls `use(number)` for each value of a repeated number, packed or not; false if the packing
  /// is malformed. `use` returns false to stop.
  template <typename Use>
  bool each_number(Use use) const noexcept {
    if (!is_bytes_) {
      use(number_);
      return true;
    }
    std::string_view packed = bytes_;
    while (!packed.empty()) {
      std::uint64_t value = 0;
      if (!take_varint(packed, value)) return false;
      if (!use(value)) break;
    }
    return true;
  }

  static bool take_varint(std::string_view& from, std::uint64_t& value) noexcept {
    // Most numbers are small: the ids of a stack nearly all are.
    if (!from.empty() && static_cast<unsigned char>(from.front()) < 0x80) {
      value = static_cast<unsigned char>(from.front());
      from.remove_prefix(1);
      return true;
    }
    value = 0;
    for (std::size_t i = 0; i < from.size() && i < 10; ++i) {
      const auto byte = static_cast<unsigned char>(from[i]);
      value |= static_cast<std::uint64_t>(byte & 0x7Fu) << (7 * i);
      if (byte < 0x80) {
        from.remove_prefix(i + 1);
        return true;
      }
    }
    return false;
  }

 private:
  bool fail() noexcept {
    broken_ = true;
    return false;
  }
  bool skip(std::size_t size) noexcept {
    if (size > rest_.size()) return fail();
    rest_.remove_prefix(size);
    return true;
  }

  std::string_view rest_, bytes_;
  std::uint64_t field_ = 0, number_ = 0;
  bool is_bytes_ = false, broken_ = false;
};

}  // namespace gowhy
