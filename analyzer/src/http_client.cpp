#include "http_client.h"

#include <algorithm>

#include "stack_facts.h"

namespace gowhy {
namespace {

// Frames whose first argument is the *Transport; stale copies are printed with `?` and left out.
// On the stack of every request.
constexpr std::string_view kRoundTrip = "net/http.(*Transport).roundTrip";
constexpr std::string_view kTransportMethods[] = {
    "net/http.(*Transport).RoundTrip", "net/http.(*Transport).dialConn",
    "net/http.(*Transport).dialConnFor", "net/http.(*Transport).getConn", kRoundTrip};

void add_once(std::vector<std::uint32_t>& groups, std::uint32_t group) {
  if (groups.empty() || groups.back() != group) groups.push_back(group);
}

std::uint64_t count_hits(const Model& model, std::initializer_list<std::string_view> names) {
  std::vector<std::uint32_t> groups;
  for (const Hit& hit : model.find(names)) add_once(groups, hit.group);
  return goroutines_in(model, groups);
}

// A proxy or a handler that copies an answer reads a piece and writes it: while its own client does
// not take it, nobody reads the body and nobody has forgotten it (httputil.(*ReverseProxy)
// copyBuffer, io.copyBuffer). A file that is served looks like that too, and is left out.
std::uint64_t count_passers(const Model& model) {
  std::vector<std::uint32_t> groups;
  for (const Hit& hit :
       model.find({"net/http/httputil.(*ReverseProxy).copyBuffer", "io.copyBuffer"})) {
    const GroupFacts& facts = model.group(hit.group);
    if (!is_blocked(facts.op) || facts.op == Operation::io_read) continue;
    if (model.has(facts, {"net/http.(*bodyEOFSignal).Read", "net/http.serveContent",
                          "net/http.(*transferWriter).writeBody"})) {
      continue;
    }
    add_once(groups, hit.group);
  }
  return goroutines_in(model, groups);
}

// A loop that reads a piece, works on it or paces itself, and reads the next: who waits in the same
// function of the user's own as one who reads just now has a body in hand as well, but not who
// still waits for an answer there.
std::uint64_t count_pausers(const Model& model) {
  const Symbols& symbols = model.dump().symbols;
  std::set<std::uint32_t> functions;
  std::set<std::uint32_t> readers;
  for (const Hit& hit :
       model.find({"net/http.(*bodyEOFSignal).Read", "net/http.http2transportResponseBody.Read",
                   "golang.org/x/net/http2.transportResponseBody.Read",
                   "net/http/internal/http2.transportResponseBody.Read"})) {
    const std::uint32_t frame = model.site_frame(model.group(hit.group));
    if (frame == kNone || !readers.insert(hit.group).second) continue;
    functions.insert(symbols.frame_at(frame).function);
  }
  if (functions.empty()) return 0;
  std::uint64_t pausers = 0;
  for (std::uint32_t g = 0; g < model.groups().size(); ++g) {
    const GroupFacts& facts = model.group(g);
    const std::uint32_t frame = model.site_frame(facts);
    if (frame == kNone || !is_blocked(facts.op) || readers.count(g) != 0) continue;
    if (functions.count(symbols.frame_at(frame).function) == 0) continue;
    // A passer is counted as one.
    if (!model.has(facts, {kRoundTrip, "io.copyBuffer"})) pausers += facts.count;
  }
  return pausers;
}

// Whether the function makes the request itself, or calls the helper that does.
bool asks(const Model& model, const GroupFacts& facts, std::uint32_t function) {
  int depth = 0;
  for (std::uint32_t frame : facts.frames) {
    if (!model.own(frame)) continue;
    if (model.function_id(frame) == function) return true;
    if (++depth == 2) return false;
  }
  return false;
}

// A function that reads an answer piece by piece and asks for more about each piece: some wait for
// the connection of its own request, and whoever waits for one in what it calls has got past that.
bool asks_again(const Model& model, const HttpClient& client, const GroupFacts& facts) {
  for (std::uint32_t frame : facts.frames) {
    const std::uint32_t function = model.function_id(frame);
    if (!model.own(frame) || asks(model, facts, function)) continue;
    for (std::uint32_t g : client.conn_waits) {
      if (asks(model, model.group(g), function)) return true;
    }
  }
  return false;
}

void find_transports(const Model& model, HttpClient& client) {
  for (std::string_view method : kTransportMethods) {
    for (const Hit& hit : model.find(method)) {
      for (std::uint32_t record : model.group(hit.group).records) {
        bool exact = false;
        const std::uint64_t address =
            model.receiver(record, static_cast<int>(hit.position), &exact);
        if (!exact || address < 4096) continue;
        client.transports.insert(address);
        if (method == kRoundTrip) ++client.callers_of_one;
      }
    }
  }
  if (client.transports.size() != 1) client.callers_of_one = 0;
}

HttpClient find_http_client(const Model& model) {
  HttpClient client;
  for (const Hit& hit : model.find("net/http.(*persistConn).readLoop")) {
    const GroupFacts& facts = model.group(hit.group);
    const bool peeks = model.has(facts, {"bufio.(*Reader).Peek", "bufio.(*Reader).fill"});
    // An answer is being read; in a select of the loop itself its body is waited for.
    const bool reads = static_cast<int>(hit.position) > facts.top;
    if (!peeks && reads && !model.fragment()) continue;
    add_once(peeks ? client.peeking : client.body_waits, hit.group);
  }
  for (const Hit& hit : model.find("net/http.(*persistConn).writeLoop")) {
    add_once(client.writing, hit.group);
  }
  for (const Hit& hit : model.find("net/http.(*persistConn).roundTrip")) {
    add_once(client.round_trips, hit.group);
  }
  // HTTP/2 left net/http in Go 1.27 (net/http/internal/http2).
  for (const Hit& hit : model.find({"net/http.(*http2ClientConn).readLoop",
                                    "golang.org/x/net/http2.(*ClientConn).readLoop",
                                    "net/http/internal/http2.(*ClientConn).readLoop"})) {
    add_once(client.h2_reading, hit.group);
  }
  client.peeks = goroutines_in(model, client.peeking);
  client.h2_connections = goroutines_in(model, client.h2_reading);
  for (const Hit& hit : model.find({"net/http.(*http2clientStream).doRequest",
                                    "golang.org/x/net/http2.(*clientStream).doRequest",
                                    "net/http/internal/http2.(*clientStream).doRequest"})) {
    // One that writes its request, or waits for its turn to, has no answer yet.
    const Operation op = model.group(hit.group).op;
    if (!is_lock_wait(op) && op != Operation::io_write) add_once(client.h2_open, hit.group);
  }
  client.h2_streams = goroutines_in(model, client.h2_open);
  // RoundTrip became roundTrip in Go 1.21 (h2_bundle.go).
  for (const Hit& hit :
       model.find({"net/http.(*http2ClientConn).RoundTrip", "net/http.(*http2ClientConn).roundTrip",
                   "golang.org/x/net/http2.(*ClientConn).RoundTrip",
                   "golang.org/x/net/http2.(*ClientConn).roundTrip",
                   "net/http/internal/http2.(*ClientConn).roundTrip"})) {
    // Who waits for the connection's own lock there waits for no answer.
    if (!is_lock_wait(model.group(hit.group).op)) add_once(client.h2_round_trip_groups, hit.group);
  }
  client.h2_round_trips = goroutines_in(model, client.h2_round_trip_groups);
  for (const Hit& hit : model.find("net/http.(*Transport).getConn")) {
    add_once(client.conn_waits, hit.group);
  }
  for (const Hit& hit : model.find("net/http.(*Transport).dialConn")) {
    add_once(client.dials, hit.group);
  }
  client.waiting_for_conn = goroutines_in(model, client.conn_waits);
  client.dialing = goroutines_in(model, client.dials);
  constexpr std::size_t kFew = 64;  // stacks, each compared with each
  if (client.conn_waits.size() <= kFew) {
    for (std::uint32_t g : client.conn_waits) {
      if (asks_again(model, client, model.group(g))) client.nested_waits += model.group(g).count;
    }
  }
  client.h2_body_readers =
      count_hits(model, {"net/http.http2transportResponseBody.Read",
                         "golang.org/x/net/http2.transportResponseBody.Read",
                         "net/http/internal/http2.transportResponseBody.Read"});
  client.in_flight = goroutines_in(model, client.round_trips);
  client.body_readers = count_hits(model, {"net/http.(*bodyEOFSignal).Read"});
  // roundTrip returns what readLoop has handed over (`rc.ch <- responseAndError`) once it runs
  // again. Each call has a connection of its own: those that are more than the connections in Peek
  // have an answer whose body nobody could have read yet.
  client.answered = client.in_flight > client.peeks ? client.in_flight - client.peeks : 0;
  if (!client.body_waits.empty() || client.h2_streams > 0) {
    client.body_passers = count_passers(model);
    client.body_pausers = count_pausers(model);
  }
  client.idle = client.peeks > client.in_flight ? client.peeks - client.in_flight : 0;
  // One connection carries many streams: with any stream open, at least one is in use.
  client.idle += client.h2_streams == 0 ? client.h2_connections
                 : client.h2_connections > client.h2_streams
                     ? client.h2_connections - client.h2_streams
                     : 0;
  find_transports(model, client);
  return client;
}

}  // namespace

const HttpClient& http_client(const Model& model) noexcept { return model.once(find_http_client); }

}  // namespace gowhy
