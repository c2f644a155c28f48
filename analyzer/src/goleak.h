// Leaked goroutines as go.uber.org/goleak reports them in a failed test.
#pragma once

#include <cstdint>
#include <string_view>

#include "dump.h"
#include "format_reader.h"
#include "stack_builder.h"

namespace gowhy {

/// Reads a Go slice of stack.Stack printed by `found unexpected goroutines:\n%s` (goleak leaks.go,
/// internal/stack/stacks.go, v1.0 to v1.3):
///
///     leak_test.go:15: found unexpected goroutines:
///     [Goroutine 7 in state chan receive, with main.run.func1 on top of the stack:
///     main.run.func1()
///     <tab>/home/dev/shop/main.go:12 +0x2c
///     created by main.run in goroutine 6
///     <tab>/home/dev/shop/main.go:11 +0x5f
///      Goroutine 8 in state …
///     ]
///
/// Only the first of the slice has the bracket. The state is all that stood between the brackets of
/// the runtime's header, minutes included. Before v1.3 each stack repeats that header. goleak lists
/// leaked goroutines only, but its word is not the runtime's: kLeaked is not set.
class GoleakReader final : public FormatReader {
 public:
  static bool begins(std::string_view line) noexcept;
  /// Whether it is the line above a list; else a line that begins one is an entry of it.
  static bool is_title(std::string_view line) noexcept;

  GoleakReader(Dump& dump, std::uint16_t snapshot) noexcept;
  Take line(std::string_view line, const LinePlace& place) noexcept override;
  void end() noexcept override;

 private:
  bool open_goroutine(std::string_view line, const LinePlace& place) noexcept;
  void close_goroutine() noexcept;

  Dump& dump_;
  StackBuilder stack_;
  Record record_;
  std::uint64_t end_ = 0, last_line_ = 0;
  std::uint32_t state_ = kNone;
  std::uint16_t snapshot_;
  std::uint8_t flags_ = 0;
  bool titled_ = false, in_goroutine_ = false, complete_ = false;
};

}  // namespace gowhy
