// Correct Go code cannot make a pointer to free memory, so the runtime ends the process when it
// meets one: "found bad pointer in Go heap (incorrect use of unsafe or cgo?)" (runtime/mbitmap.go,
// badPointer), "found pointer to free object" (mgcsweep.go), "sweep increased allocation count",
// "morestack on g0", "unexpected fault address N" with "fatal error: fault" for an address that is
// neither nil nor mapped (signal_unix.go, sigpanic), "signal arrived during cgo execution"
// (sighandler) and an abort of the C library. What did the damage ran earlier and is seldom in the
// stack; only a signal inside C has its call in sight.
#include "damage.h"
#include "finding.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "memory_corruption";

Confidence confidence_of(Damage damage) noexcept {
  if (damage == Damage::checked) return Confidence::certain;
  return damage == Damage::unknown ? Confidence::possible : Confidence::likely;
}

std::uint32_t site_of(const Model& model, const Crash& crash) {
  const int call = c_call(model, crash);
  if (call < 0) return crash.site >= 0 ? crash_frame(model, crash) : kNone;
  const auto frames = model.group(crash.group).frames;
  for (auto i = static_cast<std::size_t>(call) + 1; i < frames.size(); ++i) {
    if (model.own(frames[i]) && model.name(frames[i]).find("_Cfunc_") == std::string_view::npos) {
      return frames[i];
    }
  }
  return frames[static_cast<std::size_t>(call)];
}

std::string summary(const Model& model, const Crash& crash, Damage damage, std::uint32_t site) {
  const int call = c_call(model, crash);
  // Who called C may be missing in the text: the call does not call itself.
  const bool known =
      site != kNone &&
      (call < 0 || site != model.group(crash.group).frames[static_cast<std::size_t>(call)]);
  const std::string where = known ? place(model, site) : std::string();
  const std::string called =
      call < 0
          ? ""
          : " inside " + code(short_name(model.name(
                             model.group(crash.group).frames[static_cast<std::size_t>(call)])));
  switch (damage) {
    case Damage::checked:
      return (where.empty() ? "The program" : where) +
             " broke a rule of `unsafe` or cgo: " + quoted_message(crash) + ".";
    case Damage::c_abort:
      return "The C library ended the process" + called +
             (where.empty() ? "" : ", called by " + where) +
             ": it found its own memory damaged, for instance by a second `free`.";
    case Damage::c_fault:
      return "C code crashed" + called + (where.empty() ? "" : ", called by " + where) +
             ": it was given a bad pointer, or memory was damaged before.";
    case Damage::fault: {
      const Fault fault = fault_of(crash);
      return (where.empty() ? "The program" : where) + " used an address that nobody mapped" +
             (fault.known && fault.address != 0 ? ", " + hex(fault.address) : "") +
             ": a pointer is damaged, or a mapped file became shorter.";
    }
    default:
      return "The runtime found its memory in a state that correct Go code cannot make: " +
             quoted_message(crash) + "; what damaged it ran earlier.";
  }
}

void report(const Model& model, const Crash& crash, Damage damage, Findings& out) {
  Finding finding(kId);
  finding.confidence = confidence_of(damage);
  const std::uint32_t site = site_of(model, crash);
  finding.site = site;
  if (crash.group != kNone) finding.groups.push_back(crash.group);
  if (crash.record != kNone) finding.records.push_back(crash.record);
  finding.summary = summary(model, crash, damage, site);
  finding.supports(quoted_message(crash) + " is what the runtime says", finding.records);
  const bool bus =
      crash.fault.find("SIGBUS") != std::string_view::npos || crash.text().substr(0, 6) == "SIGBUS";
  if (bus) {
    finding.supports(
        "1 signal is SIGBUS: the address is mapped, but behind the end of a file that "
        "became shorter, or of a disk that failed");
  }
  if (damage == Damage::heap || damage == Damage::unknown) {
    finding.against("No stacks show who did the damage: the goroutine on top only met it");
  } else if (damage == Damage::checked) {
    finding.against("1 break of a rule does not prove that memory was damaged already");
  } else {
    finding.against(
        "1 stack shows where it was noticed; a pointer may have been damaged before, and "
        "bad memory of the machine looks the same");
  }
  if (!crash.fault.empty()) finding.supports(code(crash.fault) + " came with it");
  finding.next =
      "Rule out races and wrong pointers: `go test -race ./...`, then "
      "`go build -asan`, then `go vet -unsafeptr ./...`";
  finding.restart =
      "A restart helps until the same happens again; keep a core file "
      "(`GOTRACEBACK=crash`, `ulimit -c unlimited`) for the next time.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_memory_corruption(const Model& model, Findings& out) noexcept {
  for (const Crash& crash : crashes_of(model)) {
    const Damage damage = damage_of(model, crash);
    if (damage == Damage::none || damage >= Damage::c_resolver) continue;
    report(model, crash, damage, out);
    return;  // the same crash may be said twice: "fatal error" of two threads
  }
}

}  // namespace gowhy::cause
