// One line of a traceback, taken apart. Lines come without their newline and without any wrapping.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gowhy {

/// `goroutine 7 gp=0x… m=3 mp=0x… [chan receive (leaked), 12 minutes, locked to thread] {k: v}:`
/// Source: runtime.goroutineheader (traceback.go), Go 1.9 to 1.27.
struct HeaderLine {
  std::uint64_t id = 0;
  bool pointers = false;      ///< `gp=0x…` was there
  bool id_too_large = false;  ///< does not fit 64 bits; id is then 0
  std::string_view state;     ///< without flags and minutes
  std::int32_t minutes = -1;
  std::uint8_t flags = 0;   ///< GroupFlag bits
  bool in_bubble = false;   ///< of synctest
  std::string_view labels;  ///< the text between { and }, "" without
};

/// `pkg.(*T).Method(0xc000…, …)`
struct CallLine {
  std::string_view name, args;
  bool inlined = false;
};

/// `created by F in goroutine N`
struct CreatedLine {
  std::string_view name;
  std::uint64_t goroutine = 0;
};

/// True and `out` filled if the line is a goroutine header. Leading blanks are allowed.
bool parse_header(std::string_view line, HeaderLine& out) noexcept;
bool parse_call(std::string_view line, CallLine& out) noexcept;
bool parse_created(std::string_view line, CreatedLine& out) noexcept;

/// `\tfile:line +0x1d fp=… sp=… pc=…`; gives `file:line`. An unindented line must end in a source
/// file's line to be taken for one.
bool parse_place(std::string_view line, std::string_view& place) noexcept;

/// `...additional frames elided...`, `...11077 frames elided...`
bool is_elided(std::string_view line) noexcept;

/// Register lines of a fatal signal (`rax    0x0`), amd64, 386, arm64 and others.
bool is_register(std::string_view line) noexcept;

/// Without blanks, tabs and carriage returns at both ends.
std::string_view trim(std::string_view line) noexcept;

/// The label text of a header (Go 1.27 `user: bob, "k-1": "a b"`, Go 1.26 `"k": "v"`) or of
/// debug=1 (`"k":"v"`) as a JSON object with sorted keys as printed; "" if it is no label list.
std::string labels_to_json(std::string_view text) noexcept;

/// Decimal digits at the start of text; false if there are none or they do not fit.
bool parse_uint(std::string_view text, std::uint64_t& value, std::size_t& used) noexcept;

}  // namespace gowhy
