// Who is who: a plain name for background goroutines of the runtime, the standard library and
// libraries, with how many are usual and how their client is closed. The rows are data
// (analyzer/tables/*.json, made into roles.inc when building).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gowhy {

struct GroupFacts;
class Model;

/// What a goroutine is. Patterns are names in which `*` stands for any
/// text, but in `(*T)`; an empty one matches anything.
struct Role {
  enum class Per : std::uint8_t {
    client,      ///< `count` of them for each client
    connection,  ///< for each connection of a client: their number says nothing about clients
    operation,   ///< for each subscription, stream or query
    process,     ///< started once, or its number does not matter
    server       ///< for each server (node, shard) that a client knows: one client may have a few
  };
  std::string_view name;                   ///< "HTTP server waiting for connections"
  std::string_view library;                ///< "net/http", "go-redis v9"
  std::string_view entry, frame, creator;  ///< how it is recognised
  std::uint32_t usual = 0;          ///< goroutines in a healthy process; more are not `normal`
  std::uint32_t usual_clients = 0;  ///< clients in a healthy process
  std::uint32_t count = 1;          ///< goroutines for each client, connection or operation
  Per per = Per::process;
  bool normal = true;       ///< false: named, but its cause decides whether it is normal
  bool verified = false;    ///< seen by running the library, not only read in its source
  bool bare = false;        ///< only where none of the user's own code is on the stack
  std::string_view module;  ///< import path, "" for the standard library
  std::string_view client, made, close,
      cause;                  ///< what a finding says; cause "" is client_per_request
  std::string_view severity;  ///< "warning" or "info" where too many clients cost little, or ""
  std::string_view uses;      ///< libraries whose clients each client of this one makes, by "; "
};

/// The built-in rows, special before general. Static storage.
std::span<const Role> built_in_roles() noexcept;

/// Sets role and normal of every group: from the rows of `own`, which the groups then point to, and
/// behind them from the built-in ones. The cost of matching is paid once per distinct entry.
void assign_roles(const Model& model, std::vector<GroupFacts>& groups,
                  std::span<const Role> own) noexcept;

/// Functions that start goroutines for others and hide whose they are.
bool is_generic_root(std::string_view function) noexcept;

/// The same seen from `created by`: "sync.(*WaitGroup).Go" of "sync.(*WaitGroup).Go.func1".
bool starts_for_others(std::string_view creator) noexcept;

/// True if `text` is `pattern`, in which `*` stands for any text, also none; the star of a pointer
/// receiver, `(*T)`, is a star.
bool matches_glob(std::string_view pattern, std::string_view text) noexcept;

}  // namespace gowhy
