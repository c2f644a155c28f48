// A Read from a connection waits in the poller until bytes come, the peer closes, or a deadline
// passes (internal/poll/fd_unix.go, FD.Read; net.(*conn).Read). DialTimeout limits the dial only. A
// peer that hangs, or has vanished without a word while nothing is on its way, leaves the reader
// there: TCP keep-alive, on by default since Go 1.13, finds a dead machine after minutes, a hanging
// program never.
//
// Readers that serve a connection for its life look the same and are normal: few, one for each
// connection. What counts is a request handler that waits, or a number that follows the requests.
#include <algorithm>

#include "births.h"
#include "crowds.h"
#include "finding.h"
#include "model.h"
#include "partners.h"
#include "stack_facts.h"
#include "tunnels.h"
#include "waits.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::uint64_t kReaders = 8;  // connections that a program may read for their whole life

constexpr std::uint64_t kHalf = 5;  // tunnels that hardly end in the same moment
// Their other direction has ended by proof of the pointers, so no peer is just thinking: any minute
// is longer than from the end of one direction to that of the other.
constexpr std::int32_t kHalfOld = 1;

// Libraries that read for reasons of their own: other causes speak of them.
constexpr std::string_view kLibraries[] = {"net/http.",
                                           "net/http/",
                                           "database/sql.",
                                           "os.",
                                           "os/exec.",
                                           "crypto/tls.(*Conn).clientHandshake",
                                           "crypto/tls.(*Conn).serverHandshake",
                                           "github.com/gorilla/websocket.",
                                           "github.com/fasthttp/websocket.",
                                           "nhooyr.io/websocket.",
                                           "github.com/coder/websocket.",
                                           "github.com/gobwas/ws",
                                           "golang.org/x/net/websocket."};

bool reads_itself(const Model& model, const GroupFacts& facts) {
  if (facts.op != Operation::io_read || facts.site < 0 || facts.normal) return false;
  if (!model.has(facts, {"net.(*netFD).Read", "net.(*conn).Read"})) return false;
  if (waits_in_server(model, facts)) return false;
  // The server watches the connection of a running handler, be it through a wrapper of their own.
  if (model.has(facts, {"net/http.(*connReader).backgroundRead"})) return false;
  for (int i = 0; i < facts.site; ++i) {
    const std::string_view name = model.name(facts.frames[static_cast<std::size_t>(i)]);
    for (std::string_view library : kLibraries) {
      if (name.substr(0, library.size()) == library) return false;
    }
  }
  return true;
}

// True if a loop that accepts connections started them, as far as can be told: then they serve as
// many clients.
bool accepted(const Model& model, const Waits& waits) {
  if (starts_what_it_is_given(model, model.group(waits.groups.front()).created_by)) return true;
  const std::string_view creator = model.creator(model.group(waits.groups.front()));
  if (creator.empty()) return false;
  return waits_where(model, [&](const GroupFacts& facts) {
           return facts.op == Operation::io_accept && model.has(facts, {creator});
         }).count > 0;
}

// A question was sent and its answer is read: by a protocol of the standard library in which the
// server speaks when it is asked or greeted (net/textproto/reader.go; servers read lines with the
// same type), or by a function with such a name.
bool is_owed_answer(const Model& model, const GroupFacts& facts) {
  if (model.has(facts,
                {"net/textproto.(*Reader).ReadResponse", "net/textproto.(*Reader).ReadCodeLine",
                 "net/textproto.(*Reader).readCodeLine"})) {
    return true;
  }
  return std::any_of(facts.frames.begin(), facts.frames.end(), [&](std::uint32_t frame) {
    return model.own(frame) &&
           named_like(model.function(frame).base, {"transact", "roundtrip", "request", "query",
                                                   "exchange", "handshake", "login"});
  });
}

bool are_owed_answers(const Model& model, const Waits& waits) {
  return std::all_of(waits.groups.begin(), waits.groups.end(), [&](std::uint32_t group) {
    return is_owed_answer(model, model.group(group));
  });
}

// What goes from one connection to another, as a proxy does it for each direction: its silence is
// that of its clients.
bool are_relays(const Model& model, const Waits& waits) {
  return std::all_of(waits.groups.begin(), waits.groups.end(), [&](std::uint32_t group) {
    return model.has(model.group(group), {"io.copyBuffer"});
  });
}

// Each was started by another goroutine, and that has left: by a request each, as it seems. Who
// keeps connections for good makes them in a row, or where it accepts them, or in a loop that is a
// goroutine's own: not in a function that others call for its result.
bool are_left_by_calls(const Model& model, const Waits& waits) {
  const GroupFacts& first = model.group(waits.groups.front());
  const Function& site = model.function(model.site_frame(first));
  if (first.own_entry == site.name || named_as_loop(site)) return false;
  Crowd crowd;
  crowd.groups = waits.groups;
  crowd.created_by = first.created_by;
  const Creators creators = creators_of(model, crowd);
  return creators.left == waits.count && creators.distinct == waits.count;
}

// A library's own goroutines that wait to send.
std::vector<std::uint32_t> library_senders(const Model& model) {
  std::vector<std::uint32_t> groups;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    if (facts.op == Operation::chan_send && facts.site < 0 && facts.top >= 0) groups.push_back(g);
  }
  return groups;
}

// Goroutines of the library that runs the readers' tasks, where more of them wait to send than
// there are readers: its places are taken, and what was to run next stands in line.
std::vector<std::uint32_t> in_line_behind(const Model& model, const Waits& waits) {
  std::vector<std::uint32_t> groups;
  std::string_view package;
  for (std::uint32_t frame : model.group(waits.groups.front()).frames) {
    if (model.origin(frame) == Origin::module) package = model.function(frame).package;
  }
  if (package.empty()) return groups;
  std::uint64_t count = 0;
  for (std::uint32_t group : model.once(library_senders)) {
    const GroupFacts& facts = model.group(group);
    if (model.function(model.top_frame(facts)).package != package) continue;
    groups.push_back(group);
    count += facts.count;
  }
  if (count <= waits.count || !are_tasks(model, waits) || accepted(model, waits)) groups.clear();
  return groups;
}

std::optional<Confidence> judge_readers(const Model& model, const Waits& waits, bool line) {
  if (model.fragment()) return Confidence::possible;
  if (waits.handlers * 2 > waits.count) return judge(model, waits, {kOldMinutes, 5, 50});
  if (waits.old(kOldMinutes) && are_owed_answers(model, waits)) return Confidence::possible;
  if (waits.old(kOldMinutes) && line) return Confidence::possible;
  // A profile does not tell who started them, nor how long they wait.
  if (waits.count <= kReaders || model.is_profile() || are_relays(model, waits) ||
      accepted(model, waits)) {
    return std::nullopt;
  }
  const Births births = births_of(model, waits.groups);
  if (births.kind == Births::leak) {
    return waits.count >= 10 ? Confidence::likely : Confidence::possible;
  }
  if (waits.old(kOldMinutes) && are_left_by_calls(model, waits)) return Confidence::possible;
  if (births.kind == Births::together && births.contiguous) return std::nullopt;
  return judge(model, waits, {kOldMinutes, 64, 64});
}

// Of tunnels the direction that is left. A stream that goes one way on purpose looks the same.
void find_half_tunnels(const Model& model, Findings& out) {
  const Tunnels tunnels = tunnels_of(model);
  const std::uint64_t half = tunnels.half_records.size();
  if (half < kHalf || half * 4 < tunnels.copies * 3) return;
  const Waits waits = waits_of(model, tunnels.half_groups);
  if (!waits.old(kHalfOld) || end_by_themselves(model, waits)) return;
  Finding finding("net_read_no_deadline");
  finding.confidence = Confidence::possible;
  fill(model, waits, finding);
  finding.records = tunnels.half_records;
  finding.goroutines = half;
  finding.victim_groups = tunnels.waiters;
  finding.summary = count_of(half, "goroutine") + " copy from one TCP connection to another" +
                    in_places(model, waits) + oldest_for(waits.ages.max, half) +
                    ", and nobody reads the other end any more: one direction of these tunnels "
                    "has ended, and nothing ends the other.";
  finding.supports(number(half) +
                   " wait in `net.splice` (`spliceFrom` from Go 1.22) for bytes that do not come; "
                   "by the pointers, no goroutine reads the connections that they write to");
  if (tunnels.waiting > 0) {
    finding.supports(number(tunnels.waiting) +
                     " of them are awaited by the goroutine that started them, which is in "
                     "`WaitGroup.Wait`");
  }
  finding.against(number(half) + " streams that go one way on purpose look the same");
  finding.next =
      "Look what happens when one `io.Copy` returns: are both connections closed, or given a "
      "deadline? `ss -tnp` shows those that are left";
  finding.restart = "A restart drops these connections until as many tunnels have ended again.";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_net_read_no_deadline(const Model& model, Findings& out) noexcept {
  find_half_tunnels(model, out);
  const Waits all =
      waits_where(model, [&](const GroupFacts& facts) { return reads_itself(model, facts); });
  for (const WaitSite& site : all.sites) {
    const Waits waits = waits_of(model, site.groups);
    if (end_by_themselves(model, waits)) continue;
    const std::vector<std::uint32_t> in_line = in_line_behind(model, waits);
    const auto confidence = judge_readers(model, waits, !in_line.empty());
    if (!confidence) continue;
    Finding finding("net_read_no_deadline");
    finding.confidence = *confidence;
    fill(model, waits, finding);
    finding.summary = count_of(waits.count, "goroutine") + (waits.count == 1 ? " waits" : " wait") +
                      " to read from a network connection" + in_places(model, waits) +
                      oldest_for(waits.ages.max, waits.count) +
                      ": the peer sends nothing, and no deadline ends the wait.";
    finding.supports(count_of(waits.count, "goroutine") +
                     (waits.count == 1 ? " stands" : " stand") +
                     " in `net.(*conn).Read`, in the poller");
    if (waits.handlers > 0) {
      finding.supports(number(waits.handlers) +
                       " of them are request handlers, so clients wait too");
    } else if (waits.old(kOldMinutes) && are_owed_answers(model, waits)) {
      finding.supports(number(waits.count) + (waits.count == 1 ? " waits" : " wait") +
                       " for the answer to what was sent, by the names of the functions");
    } else {
      if (are_left_by_calls(model, waits)) {
        finding.supports(number(waits.count) + " goroutines started one each, and have gone on");
      }
      finding.against(number(waits.count) + " readers may serve " + number(waits.count) +
                      " connections that are open on purpose");
    }
    finding.against(waits.old(kOldMinutes)
                        ? "No frames show a deadline, whether one is set or not"
                        : without_ages(model, "answers that come in a moment look the same"));
    if (!in_line.empty()) {
      finding.supports(number(goroutines_in(model, in_line)) +
                       " goroutines of the library that runs them wait for their places");
    }
    if (in_line.empty()) finding.victim_groups = waiters_served_by(model, waits.groups);
    if (!finding.victim_groups.empty()) {
      finding.supports(waiting_at_served_channels(goroutines_in(model, finding.victim_groups)));
    }
    finding.victim_groups.insert(finding.victim_groups.end(), in_line.begin(), in_line.end());
    finding.next =
        "Look whether `SetReadDeadline` is called before this read; `ss -tnp` shows the peers";
    finding.restart = "A restart drops these connections until the peer is silent again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
