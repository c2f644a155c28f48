// Goroutines that copy from one TCP connection to another, as proxies do for each direction of a
// tunnel. On Linux io.Copy ends in net.spliceFrom then, up to Go 1.21 in net.splice
// (net/splice_linux.go, Go 1.11 to 1.27), and (*TCPConn).readFrom prints both connections: the
// receiver is written, the reader's pointer read.
#pragma once

#include <cstdint>
#include <vector>

#include "model.h"

namespace gowhy {

struct Tunnels {
  std::uint64_t copies = 0;  ///< goroutines that wait to read for such a copy
  /// Of them those whose other end nobody reads: the opposite direction has ended. Ascending.
  std::vector<std::uint32_t> half_groups;
  std::vector<std::uint32_t> half_records;
  std::vector<std::uint32_t> waiters;  ///< groups that started these and wait for their end
  std::uint64_t waiting = 0;           ///< of `half_records` have such a waiter
};

/// Linear in the groups that copy or read connections.
Tunnels tunnels_of(const Model& model) noexcept;

}  // namespace gowhy
