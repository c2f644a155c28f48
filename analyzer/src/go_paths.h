// The release that the paths of the standard library name: /usr/local/Cellar/go/1.12.7/libexec,
// …/toolchain@v0.0.1-go1.27.3.linux-amd64, hostedtoolcache/go/1.22.5/x64, /usr/lib/go-1.19.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dump.h"

namespace gowhy {

struct PathVersion {
  int minor = -1;    ///< -1 when no path names one, or they disagree
  std::string text;  ///< "1.12.7" as the paths have it
};

/// From the frames of the standard library in groups of the snapshot (`in_snapshot`, by group).
PathVersion path_version(const Dump& dump, const std::vector<bool>& in_snapshot) noexcept;

/// The release in the folder of Go itself, "" if there is none. `root` ends before /src/.
std::string_view version_in_root(std::string_view root) noexcept;

}  // namespace gowhy
