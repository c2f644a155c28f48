// bytes → decode → unwrap → lines → goroutines → groups: fills a Dump from one or more inputs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "dump.h"

namespace gowhy {

/// Reads inputs, one after the other, in chunks split anywhere. Keeps no text beyond the unfinished
/// line. Memory grows with the number of different stacks and with 64 bytes per goroutine.
class Reader {
 public:
  explicit Reader(Dump& dump) noexcept;
  ~Reader();

  void open(std::string_view name) noexcept;
  void feed(const char* data, std::size_t size) noexcept;
  /// A remark of the platform about the open input.
  void note(std::string_view code, std::string_view text) noexcept;
  void finish() noexcept;

  [[nodiscard]] std::uint64_t bytes() const noexcept;
  [[nodiscard]] std::uint64_t goroutines() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gowhy
