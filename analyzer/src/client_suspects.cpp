#include "client_suspects.h"

#include <algorithm>
#include <utility>

#include "roles.h"
#include "stack_facts.h"

namespace gowhy {
namespace {

constexpr std::uint64_t kMany = 20;
constexpr std::uint64_t kSeveral = 8;

// Of some clients a program has a hundred, made when it starts (informers, one for each kind of
// resource). As many as a few requests make are too many if they came one by one, each by another
// goroutine.
bool came_one_by_one(const ClientSuspect& one) {
  return one.library->role->per == Role::Per::client && one.library->clients >= kMany &&
         one.births.kind == Births::leak && made_by_many(one);
}

// A goroutine of its own has each client, and lives: one subscription for each topic, and who made
// it reads it. What came one by one may still be one for each request.
bool attended(const ClientSuspect& one) {
  return made_by_many(one) && one.births.kind != Births::leak &&
         one.makers.attended * 4 >= one.library->clients * 3;
}

// A handful, of which no more is known than that they are there: one for each tenant or file.
bool few_by_one(const ClientSuspect& one) {
  return one.library->clients < kSeveral && one.births.kind != Births::leak;
}

// As many goroutines as there are clients wait at one channel operation of the user's own, so each
// of them may have one in hand.
bool has_loop_each(const Model& model, std::uint64_t clients) {
  return std::any_of(model.groups().begin(), model.groups().end(), [&](const GroupFacts& facts) {
    const bool waits = facts.site >= 0 && facts.site == facts.top && facts.role == nullptr &&
                       (is_channel(facts.op) || facts.parked_on_channel);
    return waits && facts.count * 4 >= clients * 3 && facts.count * 3 <= clients * 4;
  });
}

// A profile prints no makers.
bool may_be_attended(const Model& model, const ClientSuspect& one) {
  return model.is_profile() && one.makers.makers == 0 && one.library->role->cause.empty() &&
         has_loop_each(model, one.library->clients);
}

// main made them, or a goroutine that main had started, one after the other before it served, or
// the process has started many goroutines since and none of these: one set for each tenant or
// shard. Many only as main's own first work, in a row, with a loop for each.
bool made_at_start(const Model& model, const ClientSuspect& one) {
  constexpr std::uint64_t kFirstId = 64;  // the runtime has started a few dozen before
  constexpr std::uint64_t kSince = 8;
  const bool many = one.library->clients >= kMany;
  if (one.births.kind == Births::leak || (many && !one.births.contiguous)) return false;
  if (many && !has_loop_each(model, one.library->clients)) return false;
  const std::vector<Record>& records = model.dump().records;
  std::uint64_t made = 0, first = UINT64_MAX, last = 0;
  for (std::uint32_t group : one.library->counted) {
    for (std::uint32_t record : model.group(group).records) {
      const std::uint64_t creator = records[record].creator;
      const std::uint32_t parent = creator == 0 || many ? kNone : model.record_of_id(creator);
      made += creator == kMainGoroutine ||
              (parent != kNone && records[parent].creator == kMainGoroutine);
      first = std::min(first, records[record].id);
      last = std::max(last, records[record].id);
    }
  }
  if (!many && last > 0 && last * kSince < model.largest_id()) return true;
  return made > 0 && made == goroutines_in(model, one.library->counted) &&
         (!many || first <= kFirstId);
}

// As many calls are under way: the clients are in use, and what the calls wait for is the matter.
bool all_in_use(const ClientSuspect& one) {
  return one.library->role->per == Role::Per::client &&
         one.makers.in_use * 4 >= one.library->clients * 3;
}

// Nobody is left who could have them in hand: each was made by another goroutine, and none of those
// lives. Where no makers are printed (a profile, Go before 1.21): the whole program has hardly any
// goroutine of its own.
bool orphaned(const ClientSuspect& one) {
  if (one.makers.kind == ClientMakers::constructing) return false;
  if (one.makers.makers == 0) return one.makers.own * 4 <= one.library->clients;
  return made_by_many(one) && one.makers.living + one.makers.attended == 0;
}

std::optional<Confidence> judge(const Model& model, const ClientSuspect& one) {
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

// As many as one process is known to need, and four for each client of a library that holds some:
// three Spanner clients are twelve gRPC connections, and nobody made too many.
std::uint64_t usual_clients(const std::vector<LibraryClients>& libraries,
                            const LibraryClients& inner) {
  std::uint64_t usual = inner.role->usual_clients;
  for (const LibraryClients& outer : libraries) {
    if (uses(*outer.role, inner.role->library)) usual += outer.clients * kMostClientsInside;
  }
  return usual;
}

// Clients that another suspect's clients hold are that one's and no suspects of their own.
void take_inside(std::vector<ClientSuspect>& suspects) {
  for (ClientSuspect& outer : suspects) {
    if (!outer.confidence) continue;
    for (ClientSuspect& inner : suspects) {
      const bool fits = &inner != &outer &&
                        uses(*outer.library->role, inner.library->role->library) &&
                        inner.library->clients <= outer.library->clients * kMostClientsInside;
      if (!fits) continue;
      outer.inside.push_back(inner.library);
      inner.confidence.reset();
    }
  }
}

// A profile prints no makers. As many clients of one library as of two others, and no more than a
// program has tenants or shards: one set for each.
void excuse_sets(const Model& model, std::vector<ClientSuspect>& suspects) {
  constexpr std::ptrdiff_t kSet = 3;
  if (!model.is_profile()) return;
  for (ClientSuspect& one : suspects) {
    const std::uint64_t clients = one.library->clients;
    if (clients >= kMany || one.growth.growing) continue;
    const auto alike =
        std::count_if(suspects.begin(), suspects.end(), [&](const ClientSuspect& other) {
          return other.library->clients == clients && other.library->role->per == Role::Per::client;
        });
    if (alike >= kSet) one.confidence.reset();
  }
}

ClientSuspect suspect_of(const Model& model, const std::vector<LibraryClients>& libraries,
                         const LibraryClients& library) {
  ClientSuspect one;
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
  const bool used =
      all_in_use(one) || attended(one) || may_be_attended(model, one) || made_at_start(model, one);
  if ((used || few_by_one(one)) && !one.growth.growing) one.confidence.reset();
  return one;
}

}  // namespace

std::vector<ClientSuspect> client_suspects(const Model& model,
                                           const std::vector<LibraryClients>& libraries) noexcept {
  std::vector<ClientSuspect> suspects;
  suspects.reserve(libraries.size());
  for (const LibraryClients& library : libraries) {
    suspects.push_back(suspect_of(model, libraries, library));
  }
  take_inside(suspects);
  excuse_sets(model, suspects);
  return suspects;
}

bool made_by_many(const ClientSuspect& one) noexcept {
  return one.makers.makers >= 2 && one.makers.makers * 4 >= one.library->clients * 3;
}

bool left_behind(const ClientSuspect& one) noexcept {
  return one.library->role->per == Role::Per::operation && one.library->clients >= kMany &&
         made_by_many(one) && one.makers.attended * 4 <= one.library->clients;
}

bool nobody_uses(const ClientSuspect& one) noexcept {
  const bool orphans = orphaned(one);
  return !one.library->role->cause.empty() &&
         one.library->clients >= (orphans ? kSeveral : kMany) &&
         one.makers.in_use * 4 <= one.library->clients;
}

bool uses(const Role& outer, std::string_view inner) noexcept {
  std::string_view list = outer.uses;  // names, separated by "; "
  while (!list.empty()) {
    const std::size_t end = std::min(list.find("; "), list.size());
    if (list.substr(0, end) == inner) return true;
    list.remove_prefix(std::min(end + 2, list.size()));
  }
  return false;
}

}  // namespace gowhy
