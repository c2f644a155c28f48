// debug=1: the text form of a goroutine or goroutineleak profile.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dump.h"
#include "format_reader.h"
#include "stack_builder.h"

namespace gowhy {

/// Reads `NAME profile: total N` and its records (runtime/pprof.printCountProfile and
/// printStackRecord, pprof.go, Go 1.9 to 1.27):
///
///     goroutine profile: total 206
///     200 @ 0x48c6ea 0x418c9c 0x418897 0x680ce5 0x493741
///     # labels: {"k":"v", "k2":"v2"}
///     #<tab>0x680ce4<tab>main.(*Shipping).Quote.func1+0x44<tab>/home/dev/shop/main.go:33
///     <blank>
///
/// Tabs may have become blanks or be lost. Every record is a Sample. Profiles that count something
/// else (threadcreate, heap, block, mutex, an application's own) get a note and no samples.
class ProfileTextReader final : public FormatReader {
 public:
  /// The first line of a profile in its text form, goroutine or not, or of a record of one that was
  /// pasted without it.
  static bool begins(std::string_view line) noexcept;

  ProfileTextReader(Dump& dump, std::uint16_t snapshot) noexcept;
  Take line(std::string_view line, const LinePlace& place) noexcept override;
  bool again(std::string_view line, const LinePlace& place) noexcept override;
  void end() noexcept override;

 private:
  void open_profile(std::string_view line, const LinePlace& place) noexcept;
  void open_record(std::uint64_t count, std::string_view addresses,
                   const LinePlace& place) noexcept;
  void close_record() noexcept;
  bool take_frame(std::string_view line) noexcept;
  bool take_comment(std::string_view line) noexcept;
  void remember(std::string_view line) noexcept;
  [[nodiscard]] std::uint32_t frame(std::string_view name, std::string_view place) noexcept;
  [[nodiscard]] std::size_t address_length(std::string_view text) const noexcept;

  /// A line that was a frame, as it stands in the text.
  struct KnownLine {
    std::string text;
    std::uint64_t pc = 0;
    std::uint32_t frame = kNone;
  };

  Dump& dump_;
  StackBuilder stack_;
  std::vector<KnownLine> known_;  // by the bytes that differ most, the latest of each
  KnownLine latest_;              // pc and frame of the line that take_frame has just read
  HashIndex frames_;              // by name and place: a profile has few, and many lines of each
  std::string addresses_;         // of the open record, as printed
  std::uint64_t total_ = 0, counted_ = 0, count_ = 0, record_offset_ = 0, first_line_ = 0;
  std::uint64_t last_line_ = 0, first_pc_ = 0;
  std::uint32_t labels_ = kNone;
  std::uint16_t snapshot_;
  bool opened_ = false, headless_ = false, refused_ = false, in_record_ = false, leaked_ = false;
  bool parted_ = false;  // from the record before, which has no first line, by other text
};

}  // namespace gowhy
