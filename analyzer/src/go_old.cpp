#include "go_old.h"

#include "go_traits.h"

namespace gowhy {
namespace {

bool ends_with(std::string_view text, std::string_view end) noexcept {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// The folder of runtime.park and of net/http was /src/pkg until Go 1.4 moved it to /src.
bool is_in_pkg(std::string_view file, std::string_view package) noexcept {
  const std::size_t at = file.find("src/pkg/");
  if (at == std::string_view::npos || package.empty()) return false;
  return file.substr(at + 8, package.size()) == package;
}

// Go 1.5 translated the runtime from C: to 1.4 a part of it stood in .c and .goc files. Files of
// runtime/cgo are C still.
bool is_c_of_runtime(std::string_view file) noexcept {
  const std::size_t base = file.find_last_of("/\\");
  if (base == std::string_view::npos || !ends_with(file.substr(0, base), "runtime")) return false;
  return ends_with(file, ".goc") || ends_with(file, ".c");
}

// Closures were "func·011" until Go 1.5 called them "func1".
bool is_dotted_closure(std::string_view name) noexcept {
  constexpr std::string_view kMark = "func\xc2\xb7";
  const std::size_t at = name.rfind(kMark);
  if (at == std::string_view::npos || at + kMark.size() >= name.size()) return false;
  const char next = name[at + kMark.size()];
  return next >= '0' && next <= '9';
}

}  // namespace

OldRelease old_release(const Dump& dump, const std::vector<bool>& in_snapshot) noexcept {
  const Symbols& symbols = dump.symbols;
  OldRelease found;
  const auto look = [&](std::uint32_t id) {
    const Frame& frame = symbols.frame_at(id);
    const Function& function = symbols.function_at(frame.function);
    const std::string_view file =
        frame.file == kNone ? std::string_view{} : symbols.text(frame.file);
    const bool standard = function.origin == Origin::stdlib || function.origin == Origin::runtime;
    if (standard && is_in_pkg(file, function.package)) {
      found = {1, 3, "The standard library lies in src/pkg, as before Go 1.4."};
    } else if (found.max_minor == 0 && standard && is_c_of_runtime(file)) {
      found = {1, 4, "A part of the runtime is written in C, as before Go 1.5."};
    } else if (found.max_minor == 0 && is_dotted_closure(function.name)) {
      found = {1, 4, "Closures are called `func·001`, as before Go 1.5."};
    }
  };
  each_frame(dump, in_snapshot, look);
  return found;
}

// mallocinit (runtime/malloc.go) took the arena at 0x00c0<<32; what came first in it moved the
// objects: 0xc200000000 to Go 1.4 (0x00c2<<32), 0xc820000000 in Go 1.5 and 1.6, 0xc420000000 later.
OldRelease old_release_by_heap(const Dump& dump, std::uint16_t snapshot,
                               bool no_line_fits) noexcept {
  constexpr std::size_t kRecords = 4096;
  const std::size_t enough = no_line_fits ? 1 : 3;
  std::size_t c2 = 0, c82 = 0, others = 0, looked = 0;
  for (const Record& record : dump.records) {
    if (record.snapshot != snapshot) continue;
    if (++looked > kRecords) break;
    for (std::uint32_t i = record.args; i < record.args + record.arg_count; ++i) {
      const std::uint64_t address = dump.args[i].address();
      if (address >> 36 != 0xc) continue;  // not of the heap
      if (address >> 28 == 0xc20 || address >> 28 == 0xc21) {
        ++c2;
      } else if (address >> 28 == 0xc82) {
        ++c82;
      } else {
        ++others;
      }
    }
  }
  if (others > 0 || (c2 > 0 && c82 > 0)) return {};
  if (c2 >= enough) return {1, 4, "The heap begins at 0xc200000000, as to Go 1.4."};
  if (c82 >= enough) return {5, 6, "The heap begins at 0xc820000000, as in Go 1.5 and 1.6."};
  return {};
}

}  // namespace gowhy
