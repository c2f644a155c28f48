#include "objects.h"

#include <algorithm>

#include "sort_by.h"

namespace gowhy {
namespace {

// The object whose address the first argument of such a call is, in a goroutine that does `op`;
// false if it is none.
bool kind_of(Special special, Operation op, WaitedObject::Kind& kind) noexcept {
  switch (special) {
    case Special::chan_send:
    case Special::chan_receive:
      kind = WaitedObject::channel;
      return is_channel(op);
    case Special::wg_wait:
      kind = WaitedObject::waitgroup;
      return true;
    case Special::cond_wait:
      kind = WaitedObject::cond;
      return true;
    case Special::once_do:
      kind = WaitedObject::once;
      return true;
    default:
      return false;
  }
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

// A call that has such an object.
struct Call {
  unsigned frame = 0;
  WaitedObject::Kind kind = WaitedObject::channel;
};

// What the first of the calls that has its argument says; address 0 if none has.
WaitedObject object_of(std::span<const Arg> args, const std::vector<Call>& calls) noexcept {
  WaitedObject object;
  for (const Arg& arg : args) {
    if (arg.slot() != 0 || arg.address() < 4096) continue;
    for (const Call& call : calls) {
      if (call.frame != arg.frame()) continue;
      object.kind = call.kind;
      object.address = arg.address();
      object.exact = !arg.stale();
      return object;
    }
  }
  return object;
}

std::vector<WaitedObject> find_objects(const Model& model) {
  std::vector<WaitedObject> objects;
  HashIndex by_address;
  for (const GroupFacts& facts : model.groups()) {
    const bool waits = is_channel(facts.op) || facts.op == Operation::waitgroup ||
                       facts.op == Operation::cond || facts.op == Operation::once;
    if (!waits) continue;
    std::vector<Call> calls;  // of the group's stack
    for (std::size_t frame = 0; frame < facts.frames.size(); ++frame) {
      Call call{static_cast<unsigned>(frame)};
      if (kind_of(model.special(facts.frames[frame]), facts.op, call.kind)) calls.push_back(call);
    }
    if (calls.empty()) continue;
    for (std::uint32_t record : facts.records) {
      const WaitedObject found = object_of(model.args(record), calls);
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
      object.waiters.push_back(record);
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
