#include "roles.h"

#include "model.h"

namespace gowhy {
namespace {

// How a row recognises a goroutine. Empty fields match anything.
struct Row {
  std::string_view entry;    ///< its oldest call
  std::string_view frame;    ///< a function anywhere in its stack
  std::string_view creator;  ///< who created it
  Role role;
};

constexpr std::uint64_t kAny = UINT64_MAX;

// The first row that matches wins: special before general. Sources: Go 1.9 to 1.27.
constexpr Row kRows[] = {
    {"", "runtime/pprof.writeGoroutine", "", {"writes this dump", "runtime/pprof", 2}},
    {"", "runtime/pprof.writeGoroutineStacks", "", {"writes this dump", "runtime/pprof", 2}},
    {"", "runtime/pprof.writeGoroutineLeak", "", {"writes this dump", "runtime/pprof", 2}},
    {"", "runtime.Stack", "", {"prints a stack", "runtime", 2, false}},
    {"net/http.(*persistConn).readLoop", "bufio.(*Reader).Peek", "",
     {"idle HTTP client connection, read side", "net/http", 4, false}},
    {"net/http.(*persistConn).readLoop", "", "",
     {"HTTP client connection whose response is being read", "net/http", 4, false}},
    {"net/http.(*persistConn).writeLoop", "", "",
     {"HTTP client connection, write side", "net/http", 4, false}},
    {"", "net/http.(*connReader).backgroundRead", "",
     {"watches the connection of a running HTTP handler", "net/http", kAny}},
    {"", "net/http.(*Server).Serve", "", {"HTTP server waiting for connections", "net/http", 16}},
    {"os/signal.loop", "", "", {"waits for signals", "os/signal", 1}},
    {"", "os/signal.signal_recv", "", {"waits for signals", "os/signal", 1}},
    {"", "os/signal.NotifyContext.func1", "", {"cancels a context on a signal", "os/signal", 8}},
    {"database/sql.(*DB).connectionOpener", "", "",
     {"opens connections of a sql.DB", "database/sql", 3}},
    {"database/sql.(*DB).connectionCleaner", "", "",
     {"closes old connections of a sql.DB", "database/sql", 3}},
    {"database/sql.(*DB).connectionResetter", "", "",
     {"resets connections of a sql.DB", "database/sql", 3}},
    {"runtime.bgsweep", "", "", {"sweeper of the garbage collector", "runtime", 1}},
    {"runtime.bgscavenge", "", "", {"returns memory to the system", "runtime", 1}},
    {"runtime.forcegchelper", "", "", {"starts a collection every two minutes", "runtime", 1}},
    {"runtime.runfinq", "", "", {"runs finalizers", "runtime", 1}},
    {"runtime.runFinalizers", "", "", {"runs finalizers", "runtime", 1}},
    {"runtime.runCleanups", "", "", {"runs cleanups", "runtime", 16}},
    {"runtime.gcBgMarkWorker", "", "", {"mark worker of the garbage collector", "runtime", kAny}},
    {"runtime.timerproc", "", "", {"timers of the runtime", "runtime", 64}},
    {"runtime.ensureSigM.func1", "", "", {"thread for signal masks", "runtime", 1}},
    {"runtime.updateMaxProcsGoroutine", "", "", {"watches the CPU limit", "runtime", 1}},
};

bool contains_function(const Model& model, const GroupFacts& facts, std::string_view name) {
  for (std::uint32_t frame : facts.frames) {
    if (model.name(frame) == name) return true;
  }
  return false;
}

const Role* role_of(const Model& model, const GroupFacts& facts) noexcept {
  const std::string_view entry = model.entry(facts);
  const std::string_view creator = model.creator(facts);
  for (const Row& row : kRows) {
    if (!row.entry.empty() && row.entry != entry) continue;
    if (!row.creator.empty() && row.creator != creator) continue;
    if (!row.frame.empty() && !contains_function(model, facts, row.frame)) continue;
    return &row.role;
  }
  return nullptr;
}

}  // namespace

void assign_roles(const Model& model, std::vector<GroupFacts>& groups) noexcept {
  for (GroupFacts& facts : groups) {
    facts.role = role_of(model, facts);
    facts.normal = facts.role != nullptr && facts.role->normal && facts.count <= facts.role->usual;
  }
}

}  // namespace gowhy
