// How far behind the call of chansend or chanrecv gopark is called, by release of Go.
#pragma once

#include <cstdint>

namespace gowhy {

struct MeasuredCall {
  std::uint16_t distance;  ///< bytes from where the call of the one returns to where gopark returns
  std::uint8_t minor;      ///< of Go 1.N
  enum Kind : std::uint8_t { send, receive, nil_send, nil_receive } kind;
};

// kMeasured, by distance and release. Other releases, processors and flags have others.
#include "channel_calls.inc"

}  // namespace gowhy
