#include "own_code.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "sort_by.h"

namespace gowhy {
namespace {

bool contains(std::string_view text, std::string_view part) noexcept {
  return text.find(part) != std::string_view::npos;
}

// The folder of a module in the module cache: `…/name@v1.2.3/` of `…/name@v1.2.3/file.go`, and
// `name@v1.2.3/` with -trimpath. "" if the file is in none.
std::string_view module_folder(std::string_view file) noexcept {
  for (std::size_t at = file.find('@'); at != std::string_view::npos; at = file.find('@', at + 1)) {
    if (at + 2 < file.size() && file[at + 1] == 'v' && file[at + 2] >= '0' && file[at + 2] <= '9') {
      return file.substr(0, file.find_first_of("/\\", at));
    }
  }
  return {};
}

bool has_module_version(std::string_view file) noexcept { return !module_folder(file).empty(); }

// Bazel's rules_go builds libraries in folders that are named after their import paths, the domain
// turned around, `external/com_github_fsnotify_fsnotify/inotify.go`, since Bazel 7 behind the name
// of who made them, `external/gazelle~~go_deps~com_github_fsnotify_fsnotify`.
bool is_external_repository(std::string_view file) noexcept {
  constexpr std::string_view kFolder = "external/";
  const std::size_t at = file.find(kFolder);
  if (at == std::string_view::npos || (at > 0 && file[at - 1] != '/')) return false;
  const std::string_view name = file.substr(at + kFolder.size());
  if (name.substr(0, name.find('/')).find_first_of("~+") != std::string_view::npos) return true;
  for (std::string_view domain : {"com_", "org_", "io_", "in_", "net_", "dev_", "co_", "go_"}) {
    if (name.substr(0, domain.size()) == domain) return true;
  }
  return false;
}

bool is_dependency_file(std::string_view file) noexcept {
  return has_module_version(file) || is_external_repository(file) || contains(file, "/pkg/mod/") ||
         contains(file, "/vendor/") || file.substr(0, 7) == "vendor/" ||
         contains(file, "\\pkg\\mod\\");
}

// The import path that a file of a GOPATH tree shows: what stands behind its ".../src/", or all of
// it where -trimpath cut that off, as in the packages of Debian.
std::string_view gopath_import(std::string_view file, std::string_view package) noexcept {
  std::string_view path = file;
  const std::size_t at = file.rfind("/src/");
  if (at != std::string_view::npos) {
    path = file.substr(at + 5);
  } else if (file.substr(0, file.find('/')).find('.') == std::string_view::npos ||
             file.front() == '.') {
    return {};
  }
  std::size_t slash = path.rfind('/');
  path = slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
  if (package != "main" && path != package) return {};
  return path;
}

// "github.com/owner/project" of a longer path. A host that is nobody's forge belongs to whoever's
// code it names, with all its projects; a path without a dot is a module of its own.
std::string_view project_of(std::string_view path) noexcept {
  const std::string_view host = path.substr(0, path.find('/'));
  std::size_t end = host.size();
  for (std::string_view forge :
       {"github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com", "git.sr.ht"}) {
    if (host != forge) continue;
    for (int parts = 1; parts < 3 && end < path.size(); ++parts) {
      end = std::min(path.find('/', end + 1), path.size());
    }
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

// Where the program's own code is, by the files of package main.
struct Home {
  /// Of a GOPATH tree, where all else is others' code. One that -trimpath has left without its
  /// folder tells nothing where modules print their versions: there it may be of several modules.
  std::string_view project;
  /// In the module cache: built by `go install name@version`.
  std::string_view module;
};

Home home_of(const Dump& dump) noexcept {
  Home home;
  bool trimmed = false, versions = false;
  for (std::uint32_t id = 0; id < dump.symbols.frame_count(); ++id) {
    const Frame& frame = dump.symbols.frame_at(id);
    if (frame.function == kNone) continue;
    const std::string_view file = dump.symbols.text(frame.file);
    const Function& function = dump.symbols.function_at(frame.function);
    if (function.package == "main") {
      // A library's closure that was inlined is named after main as well.
      if (function.name == "main.main") home.module = module_folder(file);
      if (home.project.empty()) {
        home.project = project_of(gopath_import(file, "main"));
        trimmed = file.find("/src/") == std::string_view::npos;
      }
    }
    versions = versions || (function.origin == Origin::unknown && has_module_version(file));
  }
  if (trimmed && versions) home.project = {};
  return home;
}

Origin origin_of(const Dump& dump, const Frame& frame, const Home& home) noexcept {
  const Function& function = dump.symbols.function_at(frame.function);
  if (function.origin != Origin::unknown) return function.origin;
  std::string_view file = dump.symbols.text(frame.file);
  if (!home.module.empty() && module_folder(file) == home.module) return Origin::main;
  if (is_dependency_file(file)) return Origin::module;
  if (function.package == "main") return Origin::main;
  if (function.package.empty()) return Origin::unknown;
  if (is_of_go_authors(function.package) && project_of(function.package) != home.project) {
    return Origin::module;
  }
  std::string_view import = gopath_import(file, function.package);
  if (!import.empty() && !home.project.empty() && project_of(import) != home.project) {
    return Origin::module;
  }
  return Origin::main;
}

// Wrappers that the compiler makes have no file that tells whose they are: they belong to whom the
// other functions of their package belong to.
void find_owners_of_wrappers(const Dump& dump, std::vector<Origin>& origins) noexcept {
  std::vector<std::uint32_t> wrappers;
  for (std::uint32_t id = 0; id < origins.size(); ++id) {
    if (origins[id] != Origin::main) continue;
    if (dump.symbols.text(dump.symbols.frame_at(id).file) == "<autogenerated>") {
      wrappers.push_back(id);
    }
  }
  if (wrappers.empty()) return;
  const auto package_of = [&](std::uint32_t id) {
    return dump.symbols.function_at(dump.symbols.frame_at(id).function).package;
  };
  std::vector<std::string_view> modules;
  for (std::uint32_t id = 0; id < origins.size(); ++id) {
    if (origins[id] == Origin::module) modules.push_back(package_of(id));
  }
  sort_stably(modules, std::less<>());
  for (std::uint32_t id : wrappers) {
    if (std::binary_search(modules.begin(), modules.end(), package_of(id))) {
      origins[id] = Origin::module;
    }
  }
}

}  // namespace

std::vector<Origin> origins_of(const Dump& dump) noexcept {
  std::vector<Origin> origins(dump.symbols.frame_count(), Origin::unknown);
  const Home home = home_of(dump);
  for (std::uint32_t id = 0; id < origins.size(); ++id) {
    const Frame& frame = dump.symbols.frame_at(id);
    if (frame.function != kNone) origins[id] = origin_of(dump, frame, home);
  }
  find_owners_of_wrappers(dump, origins);
  return origins;
}

}  // namespace gowhy
