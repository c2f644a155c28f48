#include "names.h"

#include <cstring>
#include <string>

#include "text_scan.h"

namespace gowhy {
namespace {

// First path elements of the standard library of Go 1.9 to 1.27 (go list std), sorted.
constexpr std::string_view kStdlibRoots[] = {
    "archive", "bufio",    "builtin", "bytes",   "cmp",      "compress", "container", "context",
    "crypto",  "database", "debug",   "embed",   "encoding", "errors",   "expvar",    "flag",
    "fmt",     "go",       "hash",    "html",    "image",    "index",    "internal",  "io",
    "iter",    "log",      "maps",    "math",    "mime",     "net",      "os",        "path",
    "plugin",  "reflect",  "regexp",  "runtime", "simd",     "slices",   "sort",      "strconv",
    "strings", "structs",  "sync",    "syscall", "testing",  "text",     "time",      "unicode",
    "unique",  "unsafe",   "uuid",    "vendor",  "weak"};

bool digits_only(std::string_view text) noexcept {
  if (text.empty()) return false;
  for (char c : text) {
    if (!is_digit(c)) return false;
  }
  return true;
}

// funcN, gowrapN, deferwrapN or a bare number: a part that the compiler made, not a name.
bool is_compiler_part(std::string_view part) noexcept {
  for (std::string_view word : {"func", "gowrap", "deferwrap", "dwrap"}) {
    if (part.size() > word.size() && part.substr(0, word.size()) == word &&
        digits_only(part.substr(word.size()))) {
      return true;
    }
  }
  return digits_only(part);
}

// The bytes before the import path of a copy in somebody's vendor folder. The standard library's
// own copies begin with vendor/ and stay part of it.
std::uint16_t vendor_folder(std::string_view package) noexcept {
  constexpr std::string_view kFolder = "/vendor/";
  const std::size_t at = package.rfind(kFolder);
  if (at == std::string_view::npos || at > 0x7FFF) return 0;
  const std::size_t size = at + kFolder.size();
  // A byte that is written in three would make it longer than what is decoded.
  if (package.substr(0, size).find('%') != std::string_view::npos) return 0;
  return static_cast<std::uint16_t>(size);
}

std::string_view decode_package(std::string_view package, Arena& arena) noexcept {
  if (package.find('%') == std::string_view::npos) return package;
  std::string out;
  auto hex = [](char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  for (std::size_t i = 0; i < package.size(); ++i) {
    if (package[i] == '%' && i + 2 < package.size() && hex(package[i + 1]) >= 0 &&
        hex(package[i + 2]) >= 0) {
      out.push_back(static_cast<char>(hex(package[i + 1]) * 16 + hex(package[i + 2])));
      i += 2;
    } else {
      out.push_back(package[i]);
    }
  }
  return arena.copy(out);
}

// The type name of "*T[...]" or "T[...]".
std::string_view bare_type(std::string_view type) noexcept {
  if (!type.empty() && type[0] == '*') type.remove_prefix(1);
  return type.substr(0, type.find('['));
}

int count_closures(std::string_view base) noexcept {
  int count = 0;
  while (!base.empty()) {
    std::size_t dot = base.find('.');
    if (is_compiler_part(base.substr(0, dot))) ++count;
    if (dot == std::string_view::npos) break;
    base.remove_prefix(dot + 1);
  }
  return count;
}

// "T.Method" is a value receiver's method; "run.func1" and "init.0" are plain functions. A closure
// of a function inlined into another ("main.run.func1", Go 1.21+) has the same shape as a method's
// closure; a capital first letter decides there.
void split_value_receiver(std::string_view rest, Function& f) noexcept {
  std::size_t end = rest.find_first_of(".[");
  std::size_t dot = rest.find('.');
  if (end != std::string_view::npos && rest[end] == '[') {
    std::size_t close = rest.find(']', end);
    dot = close == std::string_view::npos ? close : rest.find('.', close);
  }
  if (dot == std::string_view::npos || dot + 1 >= rest.size()) return;
  std::string_view first = rest.substr(0, end);
  std::string_view after = rest.substr(dot + 1);
  std::size_t next_dot = after.find('.');
  std::string_view second = after.substr(0, next_dot);
  if (second.empty() || is_compiler_part(second) || first == "init" || first == "glob") return;
  bool capital = first[0] >= 'A' && first[0] <= 'Z';
  if (!capital && next_dot != std::string_view::npos) return;
  f.receiver = first;
  f.base = after;
}

Origin origin_of(const Function& f) noexcept {
  if (f.package == "runtime" || f.package.substr(0, 8) == "runtime/" ||
      f.package.substr(0, 17) == "internal/runtime/") {
    // runtime/pprof, runtime/debug and runtime/trace are ordinary library code.
    if (f.package == "runtime" || f.package.substr(0, 16) == "runtime/internal" ||
        f.package.substr(0, 17) == "internal/runtime/") {
      return Origin::runtime;
    }
    return Origin::stdlib;
  }
  if (f.package.empty()) return f.name == "panic" ? Origin::runtime : Origin::unknown;
  if (f.base.substr(0, 6) == "_Cfunc" || f.base.substr(0, 8) == "_C2func_" ||
      f.base.substr(0, 5) == "_cgo_" || f.base.substr(0, 7) == "_cgoexp") {
    return is_stdlib_package(f.package) ? Origin::stdlib : Origin::cgo;
  }
  if (is_stdlib_package(f.package)) return Origin::stdlib;
  return Origin::unknown;
}

// Which arguments of a function are worth keeping: those that say which lock, channel, connection
// or client it is. Of the standard library that is the receiver, and what the runtime's own waiting
// functions are given; of the user's code any word may be it.
std::uint8_t kept_words_of(const Function& f) noexcept {
  if (f.name == "panic") return 2;
  if (f.origin != Origin::stdlib && f.origin != Origin::runtime) return 6;
  // Which context a server has for its end tells whether the end has a time limit, and what a
  // connection is fed from whether the other way is read.
  if (f.pointer_receiver) {
    const bool three = (f.base == "Shutdown" && f.receiver == "Server") ||
                       (f.base == "readFrom" && f.receiver == "TCPConn");
    return three ? 3 : 1;
  }
  for (std::string_view start :
       {"runtime.chanrecv", "runtime.chansend", "runtime.selectnb", "runtime.semacquire",
        "runtime.coroswitch", "sync.runtime_", "internal/sync.runtime_", "internal/sync.fatal",
        "iter.Pull", "sync/atomic.", "runtime/internal/atomic."}) {
    if (f.name.substr(0, start.size()) == start) return 1;
  }
  return 0;
}

}  // namespace

bool is_stdlib_package(std::string_view package) noexcept {
  std::string_view root = package.substr(0, package.find('/'));
  // External test packages print as "net/http_test".
  for (std::string_view known : kStdlibRoots) {
    if (root == known) return true;
  }
  return false;
}

Function parse_function_name(std::string_view name, Arena& arena) noexcept {
  Function f;
  f.name = name;
  f.generic = name.find('[') != std::string_view::npos;
  std::size_t limit = name.find_first_of("([");
  std::size_t slash = name.substr(0, limit).rfind('/');
  std::size_t dot = name.find('.', slash == std::string_view::npos ? 0 : slash);
  if (dot == std::string_view::npos || (limit != std::string_view::npos && dot > limit)) {
    f.base = name;
    f.origin = origin_of(f);
    f.kept_words = kept_words_of(f);
    return f;
  }
  f.package = decode_package(name.substr(0, dot), arena);
  f.vendored_in = vendor_folder(name.substr(0, dot));
  f.name.remove_prefix(f.vendored_in);
  f.package.remove_prefix(f.vendored_in);
  std::string_view rest = name.substr(dot + 1);
  f.base = rest;
  if (rest.substr(0, 2) == "(*") {
    int depth = 0;
    std::size_t close = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (rest[i] == '(') ++depth;
      if (rest[i] == ')' && --depth == 0) {
        close = i;
        break;
      }
    }
    if (close > 1) {
      f.pointer_receiver = true;
      f.receiver = bare_type(rest.substr(1, close - 1));
      f.base = rest.substr(close + 1);
      if (!f.base.empty() && f.base[0] == '.') f.base.remove_prefix(1);
    }
  } else {
    split_value_receiver(rest, f);
  }
  if (f.base.size() > 3 && f.base.substr(f.base.size() - 3) == "-fm") f.method_value = true;
  f.closure_depth = count_closures(f.base);
  f.origin = origin_of(f);
  f.kept_words = kept_words_of(f);
  return f;
}

}  // namespace gowhy
