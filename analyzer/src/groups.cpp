#include "groups.h"

namespace gowhy {

std::uint32_t intern_group(Dump& dump, const Group& wanted) noexcept {
  const std::uint64_t hash =
      hash_pair(hash_pair(wanted.stack, wanted.created_by),
                (static_cast<std::uint64_t>(wanted.state) << 8) | wanted.flags);
  std::uint32_t id = dump.group_index.find(hash, [&](std::uint32_t i) {
    const Group& group = dump.groups[i];
    return group.stack == wanted.stack && group.created_by == wanted.created_by &&
           group.state == wanted.state && group.flags == wanted.flags;
  });
  if (id != kNone) return id;
  id = static_cast<std::uint32_t>(dump.groups.size());
  dump.groups.push_back(wanted);
  dump.group_index.insert(hash, id);
  return id;
}

}  // namespace gowhy
