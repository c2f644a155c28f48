#include "groups.h"

namespace gowhy {

std::uint32_t intern_group(Dump& dump, const Group& wanted) noexcept {
  const auto same = [&](std::uint32_t id) {
    const Group& group = dump.groups[id];
    return group.stack == wanted.stack && group.created_by == wanted.created_by &&
           group.state == wanted.state && group.flags == wanted.flags;
  };
  std::uint32_t& last = dump.symbols.node(wanted.stack).last_group;
  if (last != kNone && same(last)) return last;
  const std::uint64_t hash =
      hash_pair(hash_pair(wanted.stack, wanted.created_by),
                (static_cast<std::uint64_t>(wanted.state) << 8) | wanted.flags);
  // A stack that has no group yet is in none.
  std::uint32_t id = last == kNone ? kNone : dump.group_index.find(hash, same);
  if (id == kNone) {
    id = static_cast<std::uint32_t>(dump.groups.size());
    dump.groups.push_back(wanted);
    dump.group_index.insert(hash, id);
  }
  last = id;
  return id;
}

}  // namespace gowhy
