// Goroutines that wait inside functions of a library, gathered by the place of the user's own code
// that called it.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "births.h"
#include "finding.h"
#include "model.h"

namespace gowhy {

/// Waiters with one place in common.
struct WaitSite {
  std::uint32_t frame = kNone;  ///< first own frame, kNone where the stacks show none
  std::vector<std::uint32_t> groups;
  std::uint64_t count = 0;
  Ages ages;
};

struct Waits {
  std::vector<std::uint32_t> groups;  ///< ascending
  std::uint64_t count = 0;
  std::uint64_t handlers = 0;  ///< of them run a handler of a server
  std::uint64_t aged = 0;      ///< of them print a minute or more
  Ages ages;
  std::vector<WaitSite> sites;  ///< most waiters first
  [[nodiscard]] bool old(std::int32_t minutes) const noexcept {
    return ages.known > 0 && ages.max >= minutes;
  }
};

/// What is known of these groups together.
Waits waits_of(const Model& model, std::vector<std::uint32_t> groups) noexcept;
/// Groups that have one of `names` on their stack and for which `wanted` holds.
Waits waits_in(const Model& model, std::initializer_list<std::string_view> names,
               const std::function<bool(const GroupFacts&)>& wanted = {}) noexcept;
/// Groups for which `wanted` holds.
Waits waits_where(const Model& model,
                  const std::function<bool(const GroupFacts&)>& wanted) noexcept;

/// True if a server's handler runs here: net/http, its HTTP/2, x/net/http2, fasthttp, grpc-go.
bool runs_handler(const Model& model, const GroupFacts& facts) noexcept;
/// True if any function on the stack begins with `prefix`.
bool has_prefix(const Model& model, const GroupFacts& facts, std::string_view prefix) noexcept;
/// True if a websocket is being read or written here: gorilla, coder/nhooyr, x/net, gobwas,
/// fasthttp.
bool in_websocket(const Model& model, const GroupFacts& facts) noexcept;
/// True if each of these waits at a channel and has started a goroutine that is in a websocket (Go
/// 1.21+; in a profile, that as many are in one): a handler that lives as long as its connection,
/// as coder's CloseRead is used.
bool outlasts_websocket(const Model& model, const GroupFacts& facts) noexcept;
/// True if the next message of a gRPC stream is awaited, not the answer of a call: calls go through
/// grpc.invoke (grpc-go v1.12 to v1.85, call.go).
bool in_grpc_stream(const Model& model, const GroupFacts& facts) noexcept;
/// True if a handler of a gRPC stream waits for something to send (grpc-go server.go,
/// processStreamingRPC, unlike processUnaryRPC): it lives as long as its client likes.
bool serves_stream(const Model& model, const GroupFacts& facts) noexcept;
/// True for calls of Redis, and the LISTEN of PostgreSQL, that wait in the server for something to
/// come: for as long as it takes, on purpose.
bool waits_in_server(const Model& model, const GroupFacts& facts) noexcept;
/// True if a library has called the user's code for each, as a controller or a scheduler does for
/// an item of work: no loop of theirs that polls or serves.
bool are_tasks(const Model& model, const Waits& waits) noexcept;
/// True for the goroutine that prints the dump.
bool writes_dump(const Model& model, const GroupFacts& facts) noexcept;

/// When a number of waiters is more than a healthy program has.
struct Bar {
  std::int32_t minutes = 1;    ///< a wait of so long counts as old
  std::uint64_t many_old = 5;  ///< so many waiters, the oldest old: likely; fewer: possible
  /// So many without a known age, and a sixth of all goroutines or more (a request has up to five):
  /// possible. Less is what a busy process shows at any moment.
  std::uint64_t many_young = 50;
};
inline constexpr std::uint64_t kNeverYoung =
    ~std::uint64_t{0};  ///< young waits are its normal state
/// Nothing for a number that a busy program has for a moment. Of an excerpt at most `possible`.
std::optional<Confidence> judge(const Model& model, const Waits& waits, const Bar& bar) noexcept;

/// True if none of them has waited for long, although the process prints minutes: the runtime
/// stamps each wait at the collection that first sees it, and forces one every two minutes
/// (runtime/proc.go, forcegcperiod), so a wait without a stamp began after the last ones. Many such
/// waits are load.
bool all_young(const Model& model, const Waits& waits) noexcept;

/// True if something ends these waits after a minute or two: none is older, although the process
/// is, and there are young ones among them.
bool end_by_themselves(const Model& model, const Waits& waits) noexcept;

/// " in `a.F` (f.go:7)", " in `a.F` (f.go:7) and 2 other places": their own code, or without any
/// that of the library they are in; "" if it is all of the standard library.
std::string in_places(const Model& model, const Waits& waits);

/// Fills groups, site and rate of a finding, and evidence that ages and snapshots give.
void fill(const Model& model, const Waits& waits, Finding& finding);

}  // namespace gowhy
