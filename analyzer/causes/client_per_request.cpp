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
//
// Clients are made of clients: a badger store holds a ristretto cache, an asynq server a Redis
// subscription. The table says so (`uses`), and the outer one explains the inner one.
#include <algorithm>

#include "client_suspects.h"
#include "diagnosis.h"
#include "finding.h"
#include "http_client.h"
#include "left_by_calls.h"
#include "model.h"
#include "stack_facts.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "client_per_request";

// A text of the table with its Go names marked: "`Rows.Close` or `Tx.Rollback`".
std::string marked(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (!out.empty()) out += ' ';
    out += word.find('.') < word.size() ? code(word) : std::string(word);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// What a library makes: a Go name, or words ("a pull stream", of which the article is left out).
std::string noun_of(const Role& role) {
  std::string_view client = role.client;
  for (std::string_view article : {"a ", "an "}) {
    if (client.substr(0, article.size()) == article) client.remove_prefix(article.size());
  }
  if (!client.empty()) return marked(client);
  return std::string(role.library) + (role.per == Role::Per::operation ? " operation" : " client");
}

std::string so_many(std::uint64_t value, const Role& role) {
  const std::string noun = noun_of(role);
  return noun.back() == '`' ? number(value) + " × " + noun : count_of(value, noun);
}

// ": a program needs one or a few, so …", with the call that is missing.
std::string conclusion(const ClientSuspect& one) {
  constexpr std::string_view kNone = "none: ";
  const Role& role = *one.library->role;
  const bool usual = one.library->clients <= one.usual;
  std::string text = usual && made_by_many(one) ? ": another goroutine made each of them, so "
                                                : ": a program needs one or a few, so ";
  const bool operation = role.per == Role::Per::operation;
  text += operation ? "they seem to be started for each request and never ended"
                    : "a new one seems to be made for each request or job";
  if (role.close.substr(0, kNone.size()) == kNone) {
    return text + ". Nothing ends them: " + marked(role.close.substr(kNone.size())) + ".";
  }
  return text +
         (role.close.empty() ? "" : (operation ? " by " : " without ") + marked(role.close)) + ".";
}

std::string summary(const Model& model, const ClientSuspect& one) {
  const Role& role = *one.library->role;
  const Births& births = one.births;
  std::string text = so_many(one.library->clients, role) + " (" + std::string(role.library) +
                     ") are open" + oldest_for(births.ages.known > 0 ? births.ages.max : -1);
  const bool own = one.makers.made_at != kNone && model.own(one.makers.made_at);
  if (own) text += ", made in " + place(model, one.makers.made_at);
  return text + conclusion(one);
}

void say_makers(const Model& model, const ClientSuspect& one, Finding& finding) {
  const ClientMakers& makers = one.makers;
  if (makers.kind == ClientMakers::constructing) {
    finding.supports(count_of(makers.goroutines, "goroutine") + " in " +
                     code(short_name(model.name(makers.constructor))) +
                     " at this moment, called in " + place(model, makers.made_at));
  } else if (makers.kind == ClientMakers::parent) {
    finding.supports((makers.makers == 1
                          ? "One goroutine made them and is in "
                          : number(makers.makers) + " goroutines made them, most in ") +
                     place(model, makers.made_at) + " now");
  } else if (makers.kind == ClientMakers::unknown) {
    finding.against(one.library->role->verified
                        ? "No stacks show who made them: the constructor has returned"
                        : "The number for each client is read from the library's source and was "
                          "not seen in a run");
  }
  if (made_by_many(one)) {
    finding.supports(number(makers.makers) +
                     " different goroutines made them: handlers or jobs, not a pool at the start");
  }
  if (left_behind(one)) {
    finding.supports((makers.attended == 0 ? "None" : number(makers.attended)) +
                     " of those who made them is left, or has started a goroutine that is");
  }
}

void say_inside(const ClientSuspect& one, Finding& finding) {
  for (const LibraryClients* inner : one.inside) {
    finding.groups.insert(finding.groups.end(), inner->groups.begin(), inner->groups.end());
    finding.supports(so_many(inner->clients, *inner->role) + " (" +
                     std::string(inner->role->library) + ") belong to them");
  }
}

// Connections of an HTTP client that each client of the library has of its own, or holds because it
// reads an answer that does not end.
void explain_connections(const Model& model, const ClientSuspect& one, Finding& finding) {
  constexpr std::string_view kHttp = "net/http";
  if (!uses(*one.library->role, kHttp)) return;
  const HttpClient& client = http_client(model);
  const std::uint64_t reading = goroutines_in(model, client.body_waits);
  const bool held = reading > client.peeks;
  const std::uint64_t connections = held ? reading : client.peeks + reading;
  if (connections == 0 || connections > one.library->clients * kMostClientsInside) return;
  finding.victim_groups = client.body_waits;
  auto take = [&finding](const std::vector<std::uint32_t>& groups) {
    finding.victim_groups.insert(finding.victim_groups.end(), groups.begin(), groups.end());
  };
  if (!held) take(client.peeking);
  // The write sides of idle connections look the same.
  if (!held || client.peeks == 0) take(client.writing);
  finding.supports(count_of(connections, "HTTP connection") + ": each " +
                   noun_of(*one.library->role) +
                   (held ? " holds one" : " has a Transport of its own"));
}

void say_doubts(const ClientSuspect& one, Finding& finding) {
  const Role& role = *one.library->role;
  if (role.per == Role::Per::server) {
    finding.against(number(one.library->clients) +
                    " is the most there can be: " + std::string(role.library) +
                    " starts as many for each server that a " + noun_of(role) + " knows");
  }
  if (one.births.contiguous && one.births.count > 1 && !made_by_many(one)) {
    finding.against(number(one.births.count) +
                    " ids lie close together: they may have been made at once, as a pool");
  }
}

Finding finding_of(const Model& model, const ClientSuspect& one) {
  const LibraryClients& library = *one.library;
  const Role& role = *library.role;
  const Births& births = one.births;
  Finding finding(role.cause.empty() ? kId : role.cause);
  finding.confidence = *one.confidence;
  if (!role.severity.empty()) finding.severity = severity_of(role.severity);
  finding.groups = library.groups;
  finding.summary = summary(model, one);
  finding.created_at = one.makers.made_at;
  finding.rate = rate_of(model, births, library.counted);
  finding.supports(count_of(goroutines_in(model, library.counted), "goroutine") + ": " +
                   std::string(role.name) + ", of which " + std::string(role.library) + " starts " +
                   number(role.count) + " for each " +
                   (role.per == Role::Per::server ? "server of a " : "") + noun_of(role));
  if (births.kind == Births::leak) finding.supports(number(births.count) + ": " + births.words);
  if (one.growth.growing) {
    finding.supports(number(one.growth.counts.front()) + " at the first snapshot, " +
                     number(one.growth.counts.back()) + " at the last");
  }
  say_makers(model, one, finding);
  if (role.per == Role::Per::operation && nobody_uses(one)) {
    finding.supports((one.makers.in_use == 0 ? "No goroutines receive or send on them"
                                             : count_of(one.makers.in_use, "goroutine") +
                                                   " in calls of the library: for most of them "
                                                   "nobody receives or sends") +
                     " at this moment");
  }
  say_inside(one, finding);
  explain_connections(model, one, finding);
  say_doubts(one, finding);
  finding.next = "A second dump a few minutes later: does the number grow with the requests? ";
  if (!role.made.empty()) {
    finding.next += "Then look for " + marked(role.made) + " in handlers";
  }
  finding.restart = "A restart closes them all until as many requests have come again.";
  return finding;
}

Finding finding_of(const Model& model, const LeftByCalls& left) {
  const Crowd& crowd = left.crowd;
  const std::string starter = code(short_name(model.name(crowd.created_by)));
  const std::string library = code(short_package(model.name(crowd.created_by)));
  const Births births = births_of(model, crowd.groups);
  Finding finding(kId);
  finding.confidence = Confidence::possible;
  finding.groups = crowd.groups;
  finding.created_at = crowd.created_by;
  finding.rate = rate_of(model, births, crowd.groups);
  finding.summary = count_of(crowd.count, "goroutine") + " of " + library + " rest in " +
                    place(model, crowd.site) + oldest_for(crowd.ages.max, crowd.count) +
                    ": each call of " + starter +
                    " left one behind, and whoever made these calls is gone, so what they made "
                    "seems never to be closed.";
  finding.supports(number(left.creators.distinct) + " different goroutines called " + starter +
                   ", and none of those is left");
  finding.supports("No goroutine of your own is in a call of " + library);
  if (births.kind == Births::leak) finding.supports(number(births.count) + ": " + births.words);
  finding.against(number(crowd.count) +
                  " objects that are kept on purpose, as one for each tenant that is made when it "
                  "is first asked for, look the same");
  finding.next =
      "Take a second dump a few minutes later: does the number grow with the requests? "
      "Then look who calls " +
      starter + ", and what ends it";
  finding.restart = "A restart ends them until as many calls have come again.";
  return finding;
}

// Several kinds of goroutines that one constructor starts tell of the same objects: the first says
// it for all of its package.
void report_left(const Model& model, Findings& out) {
  std::vector<std::string_view> told;
  for (const LeftByCalls& left : left_by_calls(model)) {
    const std::string_view package = model.function(left.crowd.created_by).package;
    if (std::find(told.begin(), told.end(), package) != told.end()) continue;
    told.push_back(package);
    out.push_back(finding_of(model, left));
  }
}

}  // namespace

void detect_client_per_request(const Model& model, Findings& out) noexcept {
  report_left(model, out);
  const std::vector<LibraryClients>& libraries = model.once(library_clients);
  for (const ClientSuspect& one : client_suspects(model, libraries)) {
    if (one.confidence) out.push_back(finding_of(model, one));
  }
}

}  // namespace gowhy::cause
