// A library's client starts background goroutines when it is made: a pool's janitor, a connection's
// reader, a metadata refresher. They live until the client is closed, so their number, divided by
// how many one client starts, is the number of clients that are open. A program has one client for
// each service it talks to; as many as there were requests means that a client is made for each
// request and none is closed. How many each library starts is measured, not guessed:
// analyzer/tables/*.json.
//
// database/sql, grpc and the like have ids of their own (`cause` in the table); this detector
// serves them all. One client that keeps 100 connections is one client: rows per connection do not
// count.
#include <algorithm>
#include <optional>

#include "births.h"
#include "finding.h"
#include "library_clients.h"
#include "model.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "client_per_request";
constexpr std::uint64_t kMany = 20;

std::optional<Confidence> judge(const Model& model, const LibraryClients& library,
                                const Births& births, const Growth& growth) {
  const std::uint64_t usual = library.role->usual_clients;
  if (library.clients <= usual && !(growth.growing && library.clients > 2)) return std::nullopt;
  if (model.fragment()) return Confidence::possible;
  if (growth.known && !growth.growing) return std::nullopt;
  if (growth.growing || births.kind == Births::leak) return Confidence::likely;
  // Many operations of one client (subscriptions, streams) may be what the program is for.
  if (library.role->per == Role::Per::operation) return std::nullopt;
  if (library.clients >= kMany) return Confidence::likely;
  return Confidence::possible;
}

// The user's function from which the clients come: the creator, or a goroutine in the constructor.
std::uint32_t made_at(const Model& model, const LibraryClients& library) {
  for (std::uint32_t group : library.groups) {
    const GroupFacts& facts = model.group(group);
    if (facts.created_by != kNone && model.own(facts.created_by)) return facts.created_by;
  }
  return model.group(library.counted.front()).created_by;
}

std::string noun_of(const Role& role) {
  if (!role.client.empty()) return code(role.client);
  return role.per == Role::Per::client ? std::string(role.library) + " client"
                                       : std::string(role.library) + " operation";
}

std::string summary(const LibraryClients& library, const Births& births) {
  const Role& role = *library.role;
  std::string text = number(library.clients) + " of " + noun_of(role) + " (" +
                     std::string(role.library) + ") are open" +
                     oldest_for(births.ages.known > 0 ? births.ages.max : -1) +
                     ": a program needs one or a few, so ";
  text += role.per == Role::Per::client
              ? "a new one seems to be made for each request or job"
              : "they seem to be started for each request and never ended";
  if (!role.close.empty()) text += " without " + code(role.close);
  return text + ".";
}

}  // namespace

void detect_client_per_request(const Model& model, Findings& out) noexcept {
  for (const LibraryClients& library : library_clients(model)) {
    const Births births = births_of(model, library.counted);
    const Growth growth = growth_of(model, library.counted);
    const std::optional<Confidence> confidence = judge(model, library, births, growth);
    if (!confidence) continue;
    const Role& role = *library.role;
    Finding finding(role.cause.empty() ? kId : role.cause);
    finding.confidence = *confidence;
    finding.groups = library.groups;
    finding.summary = summary(library, births);
    finding.created_at = made_at(model, library);
    finding.rate = rate_of(model, births, library.counted);
    std::uint64_t counted = 0;
    for (std::uint32_t group : library.counted) counted += model.group(group).count;
    finding.supports(count_of(counted, "goroutine") + ": " + std::string(role.name) +
                     ", of which " + std::string(role.library) + " starts " + number(role.count) +
                     " for each " + noun_of(role));
    if (births.kind == Births::leak) finding.supports(number(births.count) + ": " + births.words);
    if (growth.growing) {
      finding.supports(number(growth.counts.front()) + " at the first snapshot, " +
                       number(growth.counts.back()) + " at the last");
    }
    if (births.contiguous && births.count > 1) {
      finding.against(number(births.count) +
                      " ids lie close together: they may have been made at once, as a pool");
    }
    finding.against(
        role.verified ? "No stacks show who made them: the constructor has returned"
                      : "The number for each client is read from the library's source and was not "
                        "seen in a run");
    finding.next = "A second dump a few minutes later: does the number grow with the requests? ";
    if (!role.made.empty())
      finding.next += "Then look for calls of " + code(role.made) + " in handlers";
    finding.restart = "A restart closes them all until as many requests have come again.";
    out.push_back(std::move(finding));
  }
}

}  // namespace gowhy::cause
