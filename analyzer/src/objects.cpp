#include "objects.h"

#include <algorithm>

#include "sort_by.h"

namespace gowhy {
namespace {

// What an argument says about the object that its goroutine waits for; address 0 if nothing.
WaitedObject object_of(Special special, const Arg& arg, Operation op) noexcept {
  WaitedObject object;
  if (arg.slot() != 0 || arg.address() < 4096) return object;
  switch (special) {
    case Special::chan_send:
    case Special::chan_receive:
      if (!is_channel(op)) return object;
      object.kind = WaitedObject::channel;
      break;
    case Special::wg_wait:
      object.kind = WaitedObject::waitgroup;
      break;
    case Special::cond_wait:
      object.kind = WaitedObject::cond;
      break;
    case Special::once_do:
      object.kind = WaitedObject::once;
      break;
    default:
      return object;
  }
  object.address = arg.address();
  object.exact = !arg.stale();
  return object;
}

}  // namespace

std::string_view object_word(WaitedObject::Kind kind) noexcept {
  switch (kind) {
    case WaitedObject::channel:
      return "channel";
    case WaitedObject::waitgroup:
      return "waitgroup";
    case WaitedObject::cond:
      return "cond";
    case WaitedObject::once:
      break;
  }
  return "once";
}

namespace {

std::vector<WaitedObject> find_objects(const Model& model) {
  std::vector<WaitedObject> objects;
  HashIndex by_address;
  for (const GroupFacts& facts : model.groups()) {
    const bool waits = is_channel(facts.op) || facts.op == Operation::waitgroup ||
                       facts.op == Operation::cond || facts.op == Operation::once;
    if (!waits) continue;
    for (std::uint32_t record : facts.records) {
      for (const Arg& arg : model.args(record)) {
        if (arg.frame() >= facts.frames.size()) break;
        const WaitedObject found =
            object_of(model.special(facts.frames[arg.frame()]), arg, facts.op);
        if (found.address == 0) continue;
        const std::uint64_t hash = hash_pair(found.address, found.kind);
        std::uint32_t at = by_address.find(hash, [&](std::uint32_t index) {
          return objects[index].address == found.address && objects[index].kind == found.kind;
        });
        if (at == kNone) {
          at = static_cast<std::uint32_t>(objects.size());
          by_address.insert(hash, at);
          objects.push_back(found);
        }
        WaitedObject& object = objects[at];
        object.exact = object.exact && found.exact;
        if (object.waiters.empty() || object.waiters.back() != record) {
          object.waiters.push_back(record);
        }
        break;
      }
    }
  }
  sort_stably(objects, [](const WaitedObject& a, const WaitedObject& b) {
    return a.waiters.size() > b.waiters.size();
  });
  return objects;
}

}  // namespace

const std::vector<WaitedObject>& waited_objects(const Model& model) noexcept {
  return model.once(find_objects);
}

}  // namespace gowhy
