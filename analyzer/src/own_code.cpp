#include "own_code.h"

#include <string_view>

namespace gowhy {
namespace {

bool contains(std::string_view text, std::string_view part) noexcept {
  return text.find(part) != std::string_view::npos;
}

// `…/name@v1.2.3/file.go`, and `name@v1.2.3/file.go` with -trimpath.
bool has_module_version(std::string_view file) noexcept {
  for (std::size_t at = file.find('@'); at != std::string_view::npos; at = file.find('@', at + 1)) {
    if (at + 2 < file.size() && file[at + 1] == 'v' && file[at + 2] >= '0' && file[at + 2] <= '9') {
      return true;
    }
  }
  return false;
}

bool is_dependency_file(std::string_view file) noexcept {
  return has_module_version(file) || contains(file, "/pkg/mod/") || contains(file, "/vendor/") ||
         file.substr(0, 7) == "vendor/" || contains(file, "\\pkg\\mod\\");
}

// The directory of a GOPATH tree from which import paths count: ".../src/" before `package`.
std::string_view gopath_import(std::string_view file, std::string_view package) noexcept {
  std::size_t at = file.rfind("/src/");
  if (at == std::string_view::npos) return {};
  std::string_view path = file.substr(at + 5);
  std::size_t slash = path.rfind('/');
  path = slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
  if (package != "main" && path != package) return {};
  return path;
}

// "github.com/owner/project" of a longer path; a path without a dot is a module of its own.
std::string_view project_of(std::string_view path) noexcept {
  std::size_t first = path.find('/');
  if (path.substr(0, first).find('.') == std::string_view::npos) return path.substr(0, first);
  std::size_t end = first;
  for (int parts = 1; parts < 3 && end != std::string_view::npos; ++parts) {
    end = path.find('/', end + 1);
  }
  return path.substr(0, end);
}

// In a tree without module versions these look like the program's own; they are nobody's.
bool is_of_go_authors(std::string_view package) noexcept {
  for (std::string_view prefix :
       {"golang.org/x/", "google.golang.org/grpc/", "google.golang.org/protobuf/"}) {
    if (package.substr(0, prefix.size()) == prefix) return true;
  }
  return package == "google.golang.org/grpc";
}

Origin origin_of(const Dump& dump, const Frame& frame, std::string_view main_project) noexcept {
  const Function& function = dump.symbols.function_at(frame.function);
  if (function.origin != Origin::unknown) return function.origin;
  std::string_view file = dump.symbols.text(frame.file);
  if (is_dependency_file(file)) return Origin::module;
  if (function.package == "main") return Origin::main;
  if (function.package.empty()) return Origin::unknown;
  if (is_of_go_authors(function.package) && project_of(function.package) != main_project) {
    return Origin::module;
  }
  std::string_view import = gopath_import(file, function.package);
  if (!import.empty() && !main_project.empty() && project_of(import) != main_project) {
    return Origin::module;
  }
  return Origin::main;
}

}  // namespace

std::vector<Origin> origins_of(const Dump& dump) noexcept {
  std::vector<Origin> origins(dump.symbols.frame_count(), Origin::unknown);
  std::string_view main_project;
  for (std::uint32_t id = 0; id < origins.size() && main_project.empty(); ++id) {
    const Frame& frame = dump.symbols.frame_at(id);
    if (frame.function == kNone) continue;
    if (dump.symbols.function_at(frame.function).package != "main") continue;
    std::string_view import = gopath_import(dump.symbols.text(frame.file), "main");
    main_project = project_of(import);
  }
  for (std::uint32_t id = 0; id < origins.size(); ++id) {
    const Frame& frame = dump.symbols.frame_at(id);
    if (frame.function != kNone) origins[id] = origin_of(dump, frame, main_project);
  }
  return origins;
}

}  // namespace gowhy
