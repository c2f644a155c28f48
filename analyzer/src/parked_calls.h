// What a goroutine of a text profile waits for, read from addresses that have no name.
//
// debug=1 leaves out the leading runtime frames of a stack (runtime/pprof, printStackRecord: "hide
// runtime.goexit, … leading runtime functions"), but the record's first line still has their
// addresses. They tell:
//  - three hidden calls are gopark, chansend or chanrecv, and chansend1, chanrecv1 or chanrecv2;
//  two
//    are gopark and selectgo or block. Other waits keep a frame of another package (time.Sleep,
//    sync.runtime_Semacquire…, internal/poll.runtime_pollWait).
//  - within one program the functions lie in the order of their file: chansend1 and chansend before
//    chanrecv1, chanrecv2 and chanrecv (runtime/chan.go, unchanged from Go 1.9 to 1.27).
//  - gopark for a nil channel is called at the top of chansend and chanrecv, for others at their
//  end.
//  - how far gopark is called behind the call of chansend or chanrecv depends on the release, the
//    processor and the compiler's flags alone: scripts/channel-calls measures it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dump.h"

namespace gowhy {

struct GroupFacts;
class Model;

/// A stack that prints the runtime's own calls, as debug=0 does, tells a nil channel by the line
/// (runtime/chan.go, Go 1.16 to 1.27): chansend calls gopark at 163 to 181 for a nil channel and at
/// 257 to 283 for others, chanrecv at 466 to 536 and at 576 to 667.
bool parks_at_nil_channel(const Model& model, const GroupFacts& facts) noexcept;

/// Keeps the addresses before `first`, the one of the first named frame, when they are two or
/// three. `addresses` is the text behind the @ of a record.
void note_hidden_calls(Dump& dump, std::uint32_t group, std::string_view addresses,
                       std::uint64_t first) noexcept;

/// Gives operations to groups of the described snapshot that have none. Only what is certain: all
/// must agree on gopark, and a send is told from a receive by a second place within this dump, or
/// else by a distance that was measured.
void resolve_hidden_calls(const Model& model, std::vector<GroupFacts>& groups) noexcept;

}  // namespace gowhy
