// Channels, WaitGroups and Conds whose address the text shows, with the goroutines that wait at
// them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model.h"

namespace gowhy {

struct WaitedObject {
  enum Kind : std::uint8_t { channel, waitgroup, cond, once } kind = channel;
  std::uint64_t address = 0;
  bool exact = false;
  std::vector<std::uint32_t> waiters;  ///< indexes into Dump::records
};

std::string_view object_word(WaitedObject::Kind kind) noexcept;

/// Most waiters first. Exact: runtime.chansend and chanrecv (SIGQUIT, crash), semacquire1 under
/// WaitGroup.Wait, and (*WaitGroup).Wait(0x…) to Go 1.16 and from 1.25 (go-versions.md).
const std::vector<WaitedObject>& waited_objects(const Model& model) noexcept;

}  // namespace gowhy
