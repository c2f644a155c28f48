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
#include <optional>

#include "births.h"
#include "client_makers.h"
#include "diagnosis.h"
#include "finding.h"
#include "http_client.h"
#include "left_by_calls.h"
#include "library_clients.h"
#include "model.h"
#include "stack_facts.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "client_per_request";
constexpr std::uint64_t kMany = 20;
constexpr std::uint64_t kSeveral = 8;
// So many clients of another library one client may hold: google-cloud-go opens up to four gRPC
// connections for each of its clients.
constexpr std::uint64_t kMostInside = 4;

struct Suspect {
  const LibraryClients* library = nullptr;
  std::uint64_t usual = 0;  ///< clients in a healthy process, with those that other clients hold
  Births births;
  Growth growth;
  ClientMakers makers;
  std::optional<Confidence> confidence;
  std::vector<const LibraryClients*> inside;  ///< what its clients hold
};

// A handler that makes a client is a goroutine of its own each time; a pool has one maker.
bool made_by_many(const Suspect& one) {
  return one.makers.makers >= 2 && one.makers.makers * 4 >= one.library->clients * 3;
}

// Of some clients a program has a hundred, made when it starts (informers, one for each kind of
// resource). As many as a few requests make are too many if they came one by one, each by another
// goroutine.
bool came_one_by_one(const Suspect& one) {
  return one.library->role->per == Role::Per::client && one.library->clients >= kMany &&
         one.births.kind == Births::leak && made_by_many(one);
}

// Each was made by another goroutine, and hardly any of those is left, nor one that they started:
// nobody can receive from these subscriptions or end them.
bool left_behind(const Suspect& one) {
  return one.library->role->per == Role::Per::operation && one.library->clients >= kMany &&
         made_by_many(one) && one.makers.attended * 4 <= one.library->clients;
}

// A goroutine of its own has each client, and lives: one subscription for each topic, and who made
// it reads it. What came one by one may still be one for each request.
bool attended(const Suspect& one) {
  return made_by_many(one) && one.births.kind != Births::leak &&
         one.makers.attended * 4 >= one.library->clients * 3;
}

// A handful, of which no more is known than that they are there: one for each tenant or file.
bool few_by_one(const Suspect& one) {
  return one.library->clients < kSeveral && one.births.kind != Births::leak;
}

// A profile prints no makers: as many goroutines as there are clients wait at one channel operation
// of the user's own, so each of them may have one in hand.
bool may_be_attended(const Model& model, const Suspect& one) {
  const std::uint64_t clients = one.library->clients;
  if (!model.is_profile() || one.makers.makers > 0 || !one.library->role->cause.empty())
    return false;
  for (const GroupFacts& facts : model.groups()) {
    const bool waits = facts.site >= 0 && facts.site == facts.top && facts.role == nullptr &&
                       (is_channel(facts.op) || facts.parked_on_channel);
    if (waits && facts.count * 4 >= clients * 3 && facts.count * 3 <= clients * 4) return true;
  }
  return false;
}

// As many calls are under way: the clients are in use, and what the calls wait for is the matter.
bool all_in_use(const Suspect& one) {
  return one.library->role->per == Role::Per::client &&
         one.makers.in_use * 4 >= one.library->clients * 3;
}

// Nobody is left who could have them in hand: each was made by another goroutine, and none of those
// lives. Where no makers are printed (a profile, Go before 1.21): the whole program has hardly any
// goroutine of its own.
bool orphaned(const Suspect& one) {
  if (one.makers.kind == ClientMakers::constructing) return false;
  if (one.makers.makers == 0) return one.makers.own * 4 <= one.library->clients;
  return made_by_many(one) && one.makers.living + one.makers.attended == 0;
}

// Streams of which hardly any is read or written at this moment. Fewer are enough where nobody is
// left who could.
bool nobody_uses(const Suspect& one) {
  const bool orphans = orphaned(one);
  return !one.library->role->cause.empty() &&
         one.library->clients >= (orphans ? kSeveral : kMany) &&
         one.makers.in_use * 4 <= one.library->clients;
}

std::optional<Confidence> judge(const Model& model, const Suspect& one) {
  const Role& role = *one.library->role;
  const std::uint64_t clients = one.library->clients;
  if (clients <= one.usual && !(one.growth.growing && clients > 2)) {
    if (model.fragment() || one.growth.known) return std::nullopt;
    if (!came_one_by_one(one) && !left_behind(one)) return std::nullopt;
    return Confidence::possible;
  }
  if (model.fragment()) return Confidence::possible;
  if (one.growth.known && !one.growth.growing) return std::nullopt;
  if (one.growth.growing || one.births.kind == Births::leak) return Confidence::likely;
  // Many operations of one client (subscriptions, streams) may be what the program is for: then
  // somebody receives from them.
  if (role.per == Role::Per::operation) {
    return nobody_uses(one) ? std::optional(Confidence::possible) : std::nullopt;
  }
  return clients >= kMany ? Confidence::likely : Confidence::possible;
}

// True if `name` is one of the names in `list`, which are separated by "; ".
bool is_listed(std::string_view list, std::string_view name) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find("; "), list.size());
    if (list.substr(0, end) == name) return true;
    list.remove_prefix(std::min(end + 2, list.size()));
  }
  return false;
}

// As many as one process is known to need, and four for each client of a library that holds some:
// three Spanner clients are twelve gRPC connections, and nobody made too many.
std::uint64_t usual_clients(const std::vector<LibraryClients>& libraries,
                            const LibraryClients& inner) {
  std::uint64_t usual = inner.role->usual_clients;
  for (const LibraryClients& outer : libraries) {
    if (is_listed(outer.role->uses, inner.role->library)) usual += outer.clients * kMostInside;
  }
  return usual;
}

// Clients that another suspect's clients hold are that one's and no suspects of their own.
void take_inside(std::vector<Suspect>& suspects) {
  for (Suspect& outer : suspects) {
    if (!outer.confidence) continue;
    for (Suspect& inner : suspects) {
      const bool fits = &inner != &outer &&
                        is_listed(outer.library->role->uses, inner.library->role->library) &&
                        inner.library->clients <= outer.library->clients * kMostInside;
      if (!fits) continue;
      outer.inside.push_back(inner.library);
      inner.confidence.reset();
    }
  }
}

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
  return noun.back() == '`' ? number(value) + " of " + noun : count_of(value, noun);
}

// ": a program needs one or a few, so …", with the call that is missing.
std::string conclusion(const Suspect& one) {
  constexpr std::string_view kNone = "none: ";
  const Role& role = *one.library->role;
  const bool usual = one.library->clients <= one.usual;
  std::string text = usual && made_by_many(one) ? ": another goroutine made each of them, so "
                                                : ": a program needs one or a few, so ";
  text += role.per == Role::Per::operation
              ? "they seem to be started for each request and never ended"
              : "a new one seems to be made for each request or job";
  if (role.close.substr(0, kNone.size()) == kNone) {
    return text + ". Nothing ends them: " + marked(role.close.substr(kNone.size())) + ".";
  }
  return text + (role.close.empty() ? "" : " without " + marked(role.close)) + ".";
}

std::string summary(const Model& model, const Suspect& one) {
  const Role& role = *one.library->role;
  const Births& births = one.births;
  std::string text = so_many(one.library->clients, role) + " (" + std::string(role.library) +
                     ") are open" + oldest_for(births.ages.known > 0 ? births.ages.max : -1);
  const bool own = one.makers.made_at != kNone && model.own(one.makers.made_at);
  if (own) text += ", made in " + place(model, one.makers.made_at);
  return text + conclusion(one);
}

void say_makers(const Model& model, const Suspect& one, Finding& finding) {
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

void say_inside(const Suspect& one, Finding& finding) {
  for (const LibraryClients* inner : one.inside) {
    finding.groups.insert(finding.groups.end(), inner->groups.begin(), inner->groups.end());
    finding.supports(so_many(inner->clients, *inner->role) + " (" +
                     std::string(inner->role->library) + ") belong to them");
  }
}

// Connections of an HTTP client that each client of the library has of its own, or holds because it
// reads an answer that does not end.
void explain_connections(const Model& model, const Suspect& one, Finding& finding) {
  constexpr std::string_view kHttp = "net/http";
  if (!is_listed(one.library->role->uses, kHttp)) return;
  const HttpClient& client = http_client(model);
  const std::uint64_t reading = goroutines_in(model, client.body_waits);
  const bool held = reading > client.peeks;
  const std::uint64_t connections = held ? reading : client.peeks + reading;
  if (connections == 0 || connections > one.library->clients * kMostInside) return;
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

void say_doubts(const Suspect& one, Finding& finding) {
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

Finding finding_of(const Model& model, const Suspect& one) {
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
  const std::vector<LibraryClients> libraries = library_clients(model);
  std::vector<Suspect> suspects;
  suspects.reserve(libraries.size());
  for (const LibraryClients& library : libraries) {
    Suspect one;
    one.library = &library;
    one.usual = usual_clients(libraries, library);
    one.births = births_of(model, library.counted);
    one.growth = growth_of(model, library.counted);
    // Only then: it looks at all stacks.
    const bool stream = !library.role->cause.empty() && library.role->per == Role::Per::operation;
    const bool many = library.clients >= (stream ? kSeveral : kMany);
    if (many) one.makers = makers_of(model, library);
    one.confidence = judge(model, one);
    if (one.confidence && !many) one.makers = makers_of(model, library);
    const bool used = all_in_use(one) || attended(one) || may_be_attended(model, one);
    if ((used || few_by_one(one)) && !one.growth.growing) one.confidence.reset();
    suspects.push_back(std::move(one));
  }
  take_inside(suspects);
  for (const Suspect& one : suspects) {
    if (one.confidence) out.push_back(finding_of(model, one));
  }
}

}  // namespace gowhy::cause
