#include "groups.h"

namespace gowhy {
namespace {

std::uint64_t hash_of(const Group& group) noexcept {
  return hash_pair(hash_pair(group.stack, group.created_by),
                   (static_cast<std::uint64_t>(group.state) << 8) | group.flags);
}

}  // namespace

std::uint32_t intern_group(Dump& dump, const Group& wanted) noexcept {
  const auto same = [&](std::uint32_t id) {
    const Group& group = dump.groups[id];
    return group.stack == wanted.stack && group.created_by == wanted.created_by &&
           group.state == wanted.state && group.flags == wanted.flags;
  };
  StackNode& node = dump.symbols.node(wanted.stack);
  const std::uint32_t last = node.last_group;
  if (last != kNone && same(last)) return last;
  const auto made = static_cast<std::uint32_t>(dump.groups.size());
  std::uint32_t id = made;
  // Nearly every stack has one group, which its node knows; the index is for those that have more.
  if (node.several_groups) {
    const std::uint32_t known = dump.group_index.find(hash_of(wanted), same);
    if (known != kNone) id = known;
  } else if (last != kNone) {
    node.several_groups = true;
    dump.group_index.insert(hash_of(dump.groups[last]), last);
  }
  node.last_group = id;
  if (id == made) {
    dump.groups.push_back(wanted);
    if (node.several_groups) dump.group_index.insert(hash_of(wanted), id);
  }
  return id;
}

}  // namespace gowhy
