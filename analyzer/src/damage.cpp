#include "damage.h"

#include <algorithm>

namespace gowhy {
namespace {

bool starts(std::string_view text, std::string_view with) noexcept {
  return text.substr(0, with.size()) == with;
}

bool contains(std::string_view text, std::string_view part) noexcept {
  return text.find(part) != std::string_view::npos;
}

// Fatal errors that say what happened and are causes of their own (runtime/proc.go, map.go,
// stack.go, sync, malloc.go, os_linux.go), or that no damage explains.
constexpr std::string_view kNamed[] = {"all goroutines are asleep",
                                       "no goroutines",
                                       "concurrent map",
                                       "sync: unlock",
                                       "sync: Unlock",
                                       "sync: RUnlock",
                                       "stack overflow",
                                       "out of memory",
                                       "runtime: out of memory",
                                       "cannot allocate memory",
                                       "runtime: cannot allocate",
                                       "runtime: cannot map pages",
                                       "runtime.newosproc",
                                       "runtime: failed to create new OS thread",
                                       "thread exhaustion",
                                       "runtime: program exceeds",
                                       "POTENTIAL DEADLOCK",
                                       "too many concurrent",
                                       "malformed GO",
                                       "unaligned 64-bit",
                                       "cgo: cannot",
                                       "runtime: cgo",
                                       "pthread_create failed",
                                       "newosproc",
                                       "no module data",
                                       "this system has multiple",
                                       "schedule: holding locks"};

// What the collector and the allocator say about pointers and counts (mbitmap.go, mgcmark.go,
// mgcsweep.go, mheap.go, stack.go, Go 1.9 to 1.27).
constexpr std::string_view kHeap[] = {"found bad pointer in Go heap",
                                      "found pointer to free object",
                                      "found bad interior pointer",
                                      "sweep increased allocation count",
                                      "s.allocCount",
                                      "free list corrupted",
                                      "bad span state",
                                      "span has no free",
                                      "invalid pointer found on stack",
                                      "morestack on g0",
                                      "morestack on gsignal",
                                      "marking free object",
                                      "greyobject",
                                      "checkmark found unmarked object",
                                      "bad sweepgen in refill",
                                      "mspan.sweep",
                                      "invalid free",
                                      "unexpected return pc",
                                      "freeIndex is not valid",
                                      "workbuf is",
                                      "corrupted semaphore ticket",
                                      "G waiting list is corrupted",
                                      "sync: inconsistent mutex state",
                                      "bad summary data",
                                      "bad manualFreeList",
                                      "mSpanList"};

constexpr std::string_view kFaultSignals[] = {
    "SIGSEGV: ", "SIGBUS: ", "SIGILL: ", "SIGFPE: ", "SIGTRAP: ", "Exception 0x"};
// macOS on amd64 does not tell the address of some faults; the runtime then puts this one
// (signal_darwin_amd64.go, fixsigcode).
constexpr std::uint64_t kDarwinMark = 0xb01dfacedebac1e;

template <std::size_t N>
bool any_starts(std::string_view text, const std::string_view (&list)[N]) noexcept {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view item) { return starts(text, item); });
}

bool stack_has(const Model& model, const Crash& crash, std::string_view part) noexcept {
  if (crash.group == kNone) return false;
  const auto frames = model.group(crash.group).frames;
  return std::any_of(frames.begin(), frames.end(),
                     [&](std::uint32_t frame) { return contains(model.name(frame), part); });
}

// The trampolines of golang.org/x/sys/unix, or the runtime's mark while that package is at work.
bool is_darwin_call(const Model& model, const Crash& crash) noexcept {
  if (stack_has(model, crash, "golang.org/x/sys/unix.libc_")) return true;
  const Fault fault = fault_of(crash);
  return fault.known && fault.address == kDarwinMark &&
         stack_has(model, crash, "golang.org/x/sys/unix.");
}

bool is_resolver(const Model& model, const Crash& crash) noexcept {
  for (std::string_view part : {"getaddrinfo", "getnameinfo", "_Cfunc_mygetpw", "_C2func_getpw",
                                "net.cgoLookup", "net._C", "net._cgo_"}) {
    if (stack_has(model, crash, part)) return true;
  }
  return false;
}

Damage in_foreign_code(const Model& model, const Crash& crash, Damage otherwise) noexcept {
  if (is_darwin_call(model, crash)) return Damage::darwin_calls;
  if (!changes_environment(model).empty()) return Damage::c_environment;
  if (is_resolver(model, crash)) return Damage::c_resolver;
  return otherwise;
}

}  // namespace

bool sent_by_kill(const Crash& crash) noexcept {
  const std::size_t at = crash.detail.find("sigcode=");
  if (at == std::string_view::npos) return false;
  const std::string_view code = crash.detail.substr(at + 8);
  return code == "0" || starts(code, "0 ") || starts(code, "0\n");
}

int c_call(const Model& model, const Crash& crash) noexcept {
  if (crash.group == kNone) return -1;
  const auto frames = model.group(crash.group).frames;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    const std::string_view name = model.name(frames[i]);
    if (contains(name, "._Cfunc_") || contains(name, "._C2func_") ||
        contains(name, "_trampoline")) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

std::vector<std::uint32_t> changes_environment(const Model& model) noexcept {
  std::vector<std::uint32_t> groups;
  for (const Hit& hit :
       model.find({"os.Setenv", "os.Unsetenv", "os.Clearenv", "syscall.Setenv", "syscall.Unsetenv",
                   "syscall.Clearenv", "runtime.setenv_c", "runtime.unsetenv_c"})) {
    if (groups.empty() || groups.back() != hit.group) groups.push_back(hit.group);
  }
  return groups;
}

Damage damage_of(const Model& model, const Crash& crash) noexcept {
  const std::string_view text = crash.text();
  if (crash.kind == Event::panic) {
    const bool rule = starts(text, "checkptr: ") ||
                      starts(text, "runtime error: cgo argument has Go pointer") ||
                      starts(text, "runtime error: cgo result");
    return rule ? Damage::checked : Damage::none;
  }
  if (crash.kind == Event::signal) {
    if (sent_by_kill(crash)) return Damage::none;
    if (any_starts(text, kFaultSignals)) {
      return in_c(model, crash) ? in_foreign_code(model, crash, Damage::c_fault) : Damage::fault;
    }
    return starts(text, "SIGABRT: ") && in_c(model, crash) ? Damage::c_abort : Damage::none;
  }
  if (crash.kind != Event::fatal || any_starts(text, kNamed)) return Damage::none;
  if (starts(text, "checkptr: ")) return Damage::checked;
  if (starts(text, "unexpected signal during runtime execution")) {
    return in_foreign_code(model, crash, in_c(model, crash) ? Damage::c_fault : Damage::unknown);
  }
  if (text == "fault") {
    return is_darwin_call(model, crash) ? Damage::darwin_calls : Damage::fault;
  }
  for (std::string_view part : kHeap) {
    if (contains(text, part)) return Damage::heap;
  }
  return Damage::unknown;
}

}  // namespace gowhy
