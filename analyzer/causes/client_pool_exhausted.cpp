// Clients of databases and caches keep a pool of connections with an upper limit. When all are in
// use, the next caller waits: go-redis takes a turn from a channel, later a semaphore of its own
// (internal/pool/pool.go, waitTurn, v6 to v9), redigo with `Wait: true` takes one from Pool.ch
// (redis/pool.go, waitVacantConn), puddle, the pool of pgx v4 and v5, asks a semaphore or a Cond,
// mongo queues a wantConn (topology/pool.go, checkOut). database/sql and net/http have causes of
// their own.
//
// As in database/sql a queue that moves is what a limit is for: callers in the library work with a
// connection and will give it back. It is a fault when nobody is seen who has one (taken and not
// given back), when those who have one do something else, or when they wait in the server, as BLPOP
// does, and keep the connection meanwhile. go-redis gives up after PoolTimeout (4 seconds unless
// set), so its waiters are always young.
//
// Some functions take a connection and call the user's code with it: Watch of go-redis, AcquireFunc
// and BeginFunc of pgx. What is called there and asks the pool for another one waits for those who
// do the same.
#include <algorithm>
#include <iterator>
#include <vector>

#include "finding.h"
#include "model.h"
#include "place_holders.h"
#include "roles.h"
#include "stack_facts.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

struct Pool {
  std::string_view wait;    ///< pattern of the function in which callers wait for a connection
  std::string_view module;  ///< beginning of the library's import paths
  std::string_view name, limit;
};

// Rows one, three and four are seen in runs; the others are read from go-redis v8.11, puddle v1.3,
// pgx v3.6, redigo up to v1.8.0 and its predecessor, go-pg v10.11, rueidis v1.0.79, mongo v1.17 and
// v2.10, fasthttp v1.51 and v1.78, clickhouse-go v2.50 and neo4j v5.28.
constexpr Pool kPools[] = {
    {"github.com/redis/go-redis/*internal/pool.(*ConnPool).waitTurn", "github.com/redis/go-redis/",
     "go-redis", "PoolSize"},
    {"github.com/go-redis/redis/*internal/pool.(*ConnPool).waitTurn", "github.com/go-redis/redis",
     "go-redis", "PoolSize"},
    {"github.com/gomodule/redigo/redis.(*Pool).waitVacantConn", "github.com/gomodule/redigo/",
     "redigo", "MaxActive"},
    {"github.com/jackc/puddle/v2.(*Pool[*]).acquire", "github.com/jackc/", "pgx", "MaxConns"},
    {"github.com/jackc/puddle.(*Pool).Acquire", "github.com/jackc/", "pgx", "MaxConns"},
    {"github.com/jackc/pgx.(*ConnPool).acquire", "github.com/jackc/", "pgx", "MaxConnections"},
    {"github.com/gomodule/redigo/redis.(*Pool).get", "github.com/gomodule/redigo/", "redigo",
     "MaxActive"},
    {"github.com/garyburd/redigo/redis.(*Pool).get", "github.com/garyburd/redigo/", "redigo",
     "MaxActive"},
    {"github.com/go-pg/pg/*internal/pool.(*ConnPool).waitTurn", "github.com/go-pg/pg", "go-pg",
     "PoolSize"},
    {"github.com/redis/rueidis.(*pool).Acquire", "github.com/redis/rueidis", "rueidis",
     "BlockingPoolSize"},
    {"go.mongodb.org/mongo-driver/*topology.(*pool).checkOut", "go.mongodb.org/mongo-driver",
     "MongoDB driver", "maxPoolSize"},
    {"github.com/valyala/fasthttp.(*HostClient).*cquireConn", "github.com/valyala/fasthttp",
     "fasthttp", "MaxConnsPerHost"},
    {"github.com/ClickHouse/clickhouse-go/v2.(*clickhouse).acquire",
     "github.com/ClickHouse/clickhouse-go", "ClickHouse", "MaxOpenConns"},
    {"github.com/neo4j/neo4j-go-driver/*pool.(*Pool).Borrow", "github.com/neo4j/neo4j-go-driver",
     "Neo4j driver", "MaxConnectionPoolSize"},
};
constexpr std::uint64_t kSeveral = 8, kQueue = 16;

struct PoolUse {
  const Pool* pool = nullptr;
  Waits waiting;
  Waits working;             ///< in a call of the library, with a connection
  Waits listening;           ///< in a call that waits in the server by design, with a connection
  Waits elsewhere;           ///< behind the call that took a connection, and not in the library
  std::uint64_t nested = 0;  ///< of those who wait have a connection already
  std::uint64_t dials = 0;   ///< connections that are being made
};

// The pool's function is where the goroutine stands: above it there is at most a semaphore.
bool stands_in(const Model& model, const GroupFacts& facts, int position) {
  for (int i = std::max(facts.top, 0); i < position; ++i) {
    const std::string_view type =
        model.function(facts.frames[static_cast<std::size_t>(i)]).receiver;
    if (type.find("Semaphore") == std::string_view::npos && type != "Weighted") return false;
  }
  return is_channel(facts.op) || facts.op == Operation::cond || facts.op == Operation::unknown;
}

std::vector<std::uint32_t> waiters_of(const Model& model, const Pool& pool) {
  std::vector<std::uint32_t> groups;
  const Symbols& symbols = model.dump().symbols;
  // The module is compared first: few functions of a dump are of a library with a pool.
  for (std::uint32_t id = 0; id < symbols.function_count(); ++id) {
    const std::string_view name = symbols.function_at(id).name;
    if (name.substr(0, pool.module.size()) != pool.module || !matches_glob(pool.wait, name)) {
      continue;
    }
    for (const Hit& hit : model.find(name)) {
      if (stands_in(model, model.group(hit.group), static_cast<int>(hit.position))) {
        groups.push_back(hit.group);
      }
    }
  }
  return groups;
}

// The user's code has called the library, or the library runs by itself. Where the library called
// the user's code, as a server of fasthttp does, it is not the client that works.
bool calls_into(const Model& model, const GroupFacts& facts, std::string_view module) {
  const auto end = facts.site < 0 ? facts.frames.end() : facts.frames.begin() + facts.site;
  return std::any_of(facts.frames.begin(), end, [&](std::uint32_t frame) {
    return model.name(frame).substr(0, module.size()) == module;
  });
}

// A subscription has a connection that is not of the pool (go-redis), or never gives it back
// (redigo); and a server of the same library is no client.
bool subscribes_or_serves(const Model& model, const GroupFacts& facts) {
  return std::any_of(facts.frames.begin(), facts.frames.end(), [&](std::uint32_t frame) {
    const Function& function = model.function(frame);
    return function.receiver == "PubSub" || function.receiver == "PubSubConn" ||
           (function.receiver == "Server" && named_like(function.base, {"serve"}));
  });
}

// The user's code was called by the library, with a connection.
bool has_one(const Model& model, const GroupFacts& facts, std::string_view module) {
  constexpr std::string_view kCalls[] = {"Watch", "AcquireFunc", "BeginFunc", "BeginTxFunc"};
  if (facts.site < 0) return false;
  return std::any_of(
      facts.frames.begin() + facts.site, facts.frames.end(), [&](std::uint32_t frame) {
        const Function& f = model.function(frame);
        return f.name.substr(0, module.size()) == module &&
               std::find(std::begin(kCalls), std::end(kCalls), f.base) != std::end(kCalls);
      });
}

PoolUse use_of(const Model& model, const Pool& pool, std::vector<std::uint32_t> waiters) {
  PoolUse use;
  use.pool = &pool;
  use.waiting = waits_of(model, std::move(waiters));
  std::vector<std::uint32_t> seen = use.waiting.groups, working, listening;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    const bool waits = std::binary_search(use.waiting.groups.begin(), use.waiting.groups.end(), g);
    if (waits && has_one(model, facts, pool.module)) use.nested += facts.count;
    if (waits || !calls_into(model, facts, pool.module)) continue;
    if (has_prefix(model, facts, "net.(*Dialer).")) use.dials += facts.count;
    // Another library may work with the same client, in goroutines of its own.
    if ((facts.site < 0 && !is_io(facts.op)) || subscribes_or_serves(model, facts)) {
      continue;
    }
    (waits_in_server(model, facts) ? listening : working).push_back(g);
  }
  seen.insert(seen.end(), working.begin(), working.end());
  seen.insert(seen.end(), listening.begin(), listening.end());
  for (const WaitSite& site : use.waiting.sites) {
    if (site.frame == kNone) continue;
    const auto users = users_of(model, model.group(site.groups.front()), {"acquire", "conn"});
    const auto holders = place_holders(model, users, seen);
    use.elsewhere.groups.insert(use.elsewhere.groups.end(), holders.begin(), holders.end());
  }
  use.elsewhere = waits_of(model, std::move(use.elsewhere.groups));
  use.working = waits_of(model, std::move(working));
  use.listening = waits_of(model, std::move(listening));
  return use;
}

// Calls that were made a moment ago and will give their connection back.
std::uint64_t moving(const PoolUse& use) { return use.working.count - use.working.aged; }

// Who has a connection is in the middle of something that ends by itself, and nobody has waited for
// a minute.
bool is_busy(const Model& model, const PoolUse& use) {
  if (use.waiting.old(1) || use.elsewhere.old(1) || use.elsewhere.count == 0) return false;
  std::uint64_t busy = 0;
  for (std::uint32_t group : use.elsewhere.groups) {
    const GroupFacts& facts = model.group(group);
    const bool works = facts.op == Operation::sleep || facts.op == Operation::running ||
                       facts.op == Operation::runnable || is_io(facts.op);
    busy += works ? facts.count : 0;
  }
  return busy == use.elsewhere.count;
}

std::optional<Confidence> judge_queue(const Model& model, const PoolUse& use) {
  if (use.waiting.count <= use.dials * 2) return std::nullopt;
  const bool fragment = model.fragment();
  if (!use.waiting.old(1) && !fragment && moving(use) > 0 && use.elsewhere.count <= moving(use)) {
    return std::nullopt;  // the queue moves
  }
  if (is_busy(model, use) && !fragment && !stands_still(model)) return std::nullopt;
  // Where a time-out keeps all waits young, those of the holders tell.
  const bool held = use.listening.old(1) || use.working.old(1) || use.elsewhere.old(1);
  if (held && moving(use) == 0 && use.waiting.count >= kSeveral && !fragment) {
    return Confidence::likely;
  }
  if (const auto confidence = judge(model, use.waiting, {1, 5, kQueue})) return confidence;
  // All connections that are seen wait for something to come: no queue moves behind those, however
  // young it is.
  const bool all_listen =
      use.listening.count > 0 && use.working.count + use.elsewhere.count + use.dials == 0;
  if (all_listen && use.waiting.count >= 2 && !fragment) return Confidence::possible;
  // Nor where those who wait have all connections that are seen.
  const bool circle =
      use.working.count + use.listening.count + use.elsewhere.count + use.dials == 0;
  if (circle && use.nested >= 2 && !fragment) return Confidence::possible;
  // Nor where nobody is seen who has one: whoever took it would be further on in the same function.
  if (circle && use.waiting.count >= kSeveral && !fragment) return Confidence::possible;
  return std::nullopt;
}

std::string whose(const Model& model, const PoolUse& use) {
  if (use.nested > 0) {
    return ", " + number(use.nested) + " by callers who wait for one more.";
  }
  if (use.listening.count > 0) {
    return ", " + number(use.listening.count) + " of them by calls" +
           in_places(model, use.listening) +
           " that wait in the server for something to come and keep the connection meanwhile.";
  }
  if (use.elsewhere.count > 0) {
    return ", " + number(use.elsewhere.count) + " of them by goroutines that are elsewhere" +
           in_places(model, use.elsewhere) + ".";
  }
  if (use.working.aged > 0) {
    return ", " + number(use.working.aged) +
           " of them by calls that have not come back for up to " +
           time_span(use.working.ages.max) + in_places(model, use.working) + ".";
  }
  if (use.working.count > 0) return ".";
  return from_absence(model, ", and nobody is at work with one: they were taken and not given back",
                      "anybody at work has one");
}

void say_who(const Model& model, const PoolUse& use, Finding& finding) {
  if (use.nested > 0) {
    finding.supports(number(use.nested) +
                     " were called by the library with a connection, and ask for another");
  }
  if (use.listening.count > 0) {
    finding.supports(
        count_of(use.listening.count, "goroutine") +
        " in `BLPOP`, `XREAD`, `LISTEN` or the like: each holds a connection while it waits");
  }
  if (use.elsewhere.count > 0) {
    finding.supports(count_of(use.elsewhere.count, "goroutine") + " behind the same call" +
                     in_places(model, use.elsewhere) + ", outside of the library");
  }
  if (use.working.count > 0) {
    finding.against(count_of(use.working.count, "goroutine") +
                    (use.working.count == 1 ? " is" : " are") + " in a call with a connection" +
                    in_places(model, use.working) + " and may give it back");
  } else if (use.listening.count + use.elsewhere.count + use.nested == 0 && !model.fragment()) {
    finding.supports("No goroutines are inside the library with a connection");
  }
}

Finding finding_of(const Model& model, const PoolUse& use, Confidence confidence) {
  const Pool& pool = *use.pool;
  const Waits& waiting = use.waiting;
  Finding finding("client_pool_exhausted");
  finding.confidence = confidence;
  fill(model, waiting, finding);
  finding.summary = count_of(waiting.count, "goroutine") +
                    (waiting.count == 1 ? " waits" : " wait") + " for a connection of the " +
                    std::string(pool.name) + " pool" + in_places(model, waiting) +
                    oldest_for(waiting.ages.max, waiting.count) + ": all that " + code(pool.limit) +
                    " allows are in use" + whose(model, use);
  const GroupFacts& first = model.group(waiting.groups.front());
  const std::uint32_t top = first.frames[static_cast<std::size_t>(std::max(first.top, 0))];
  finding.supports(number(waiting.count) + (waiting.count == 1 ? " stands in " : " stand in ") +
                   code(short_name(model.name(top))) + ", in the queue for a connection");
  say_who(model, use, finding);
  if (!waiting.old(1)) {
    finding.against(without_ages(model, "a short queue under load looks the same"));
  }
  finding.against("No frames show which of several clients of " + std::string(pool.name) +
                  " these need");
  finding.next =
      "Ask the pool twice for its statistics: connections in use at the limit, and waits that "
      "grow; then look at every path between taking a connection and giving it back";
  finding.restart = "A restart frees the connections until as many are held again.";
  return finding;
}

}  // namespace

void detect_client_pool_exhausted(const Model& model, Findings& out) noexcept {
  for (const Pool& pool : kPools) {
    std::vector<std::uint32_t> waiters = waiters_of(model, pool);
    if (waiters.empty()) continue;
    const PoolUse use = use_of(model, pool, std::move(waiters));
    const auto confidence = judge_queue(model, use);
    if (confidence) out.push_back(finding_of(model, use, *confidence));
  }
}

}  // namespace gowhy::cause
