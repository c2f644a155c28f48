#include "go_paths.h"

#include <algorithm>

#include "go_traits.h"
#include "text_scan.h"

namespace gowhy {
namespace {

std::size_t digits_end(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// The release that begins at `at`: 1.N or 1.N.P, "" if none does.
std::string_view version_at(std::string_view root, std::size_t at) noexcept {
  if (root.substr(at, 2) != "1." || (at > 0 && (is_digit(root[at - 1]) || root[at - 1] == '.'))) {
    return {};
  }
  std::size_t end = digits_end(root, at + 2);
  if (end == at + 2 || end > at + 4) return {};
  if (end + 1 < root.size() && root[end] == '.' && is_digit(root[end + 1])) {
    end = digits_end(root, end + 1);
  }
  return root.substr(at, end - at);
}

int minor_of(std::string_view version) noexcept {
  int minor = 0;
  for (std::size_t i = 2; i < version.size() && is_digit(version[i]); ++i) {
    minor = minor * 10 + (version[i] - '0');
  }
  return minor;
}

// The part of a path before /src/net/http/server.go, "" if it is no path of the package.
std::string_view root_of(std::string_view file, std::string_view package) noexcept {
  std::size_t base = file.find_last_of("/\\");
  if (base == std::string_view::npos || base < package.size() + 5) return {};
  std::size_t at = base - package.size();
  for (std::size_t i = 0; i < package.size(); ++i) {
    char c = file[at + i] == '\\' ? '/' : file[at + i];
    if (c != package[i]) return {};
  }
  std::string_view source = file.substr(at - 5, 5);
  return source.substr(1, 3) == "src" ? file.substr(0, at - 5) : std::string_view{};
}

}  // namespace

std::string_view version_in_root(std::string_view root) noexcept {
  // A folder of Go somewhere before it, so that /opt/app-1.4/… of something else does not count.
  std::size_t go = root.find("go");
  if (go == std::string_view::npos) return {};
  std::string_view found;
  for (std::size_t at = go; at < root.size(); ++at) {
    std::string_view version = version_at(root, at);
    if (!version.empty()) found = version;
  }
  return found;
}

PathVersion path_version(const Dump& dump, const std::vector<bool>& in_snapshot) noexcept {
  const Symbols& symbols = dump.symbols;
  PathVersion out;
  std::string_view last_root;
  bool agree = true;
  auto look = [&](std::uint32_t id) {
    const Frame& frame = symbols.frame_at(id);
    if (frame.file == kNone || frame.kind == Frame::elided) return;
    const Function& function = symbols.function_at(frame.function);
    if (function.origin != Origin::stdlib && function.origin != Origin::runtime) return;
    // panic is printed without its package.
    const std::string_view package = function.name == "panic" ? "runtime" : function.package;
    std::string_view root = root_of(symbols.text(frame.file), package);
    if (root.empty() || root == last_root) return;
    last_root = root;
    std::string_view version = version_in_root(root);
    if (version.empty()) return;
    if (out.minor >= 0 && version != out.text) agree = false;
    out.minor = minor_of(version);
    out.text = version;
  };
  each_frame(dump, in_snapshot, look);
  if (!agree) return {};
  return out;
}

}  // namespace gowhy
