// debug=0: a goroutine or goroutineleak profile as a protocol buffer, decompressed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "dump.h"

namespace gowhy {

/// Reads perftools.profiles.Profile (github.com/google/pprof/proto/profile.proto) as Go writes it
/// (runtime/pprof/proto.go, Go 1.9 to 1.27). Go writes the strings last, so the bytes are kept
/// until the end; no more than 512 MiB of them. Samples become Samples of groups without state;
/// frames that were inlined are marked so. A profile that counts something else gets a note and no
/// samples.
///
/// Any bytes are safe: every index is checked, nothing is followed twice, and the frames made are
/// bounded by the size of the profile, so that a small one cannot grow into a large Dump.
class ProfileProtoReader {
 public:
  /// True if these are the first bytes of such a profile: a ValueType as its first field. Text
  /// never looks so. 32 bytes are enough.
  static bool looks_like(std::string_view first_bytes) noexcept;

  /// The snapshot is in dump.snapshots already; the Dump must outlive the reader.
  ProfileProtoReader(Dump& dump, std::uint16_t snapshot) noexcept;
  ~ProfileProtoReader();

  /// The next bytes, split anywhere. They are copied.
  void feed(const char* data, std::size_t size) noexcept;
  /// No more bytes come: reads the profile into the Dump.
  void end() noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gowhy
