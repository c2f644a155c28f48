// The order in which the records of a dump lie in memory.
#pragma once

#include "dump.h"

namespace gowhy {

/// Puts the goroutines that each group has in a snapshot beside one another, by id; what else has
/// that group comes behind them, and what has none comes last. What follows the reading asks for
/// goroutines group by group, and each record of a million that lie in the order of the text would
/// be waited for. Indexes of records change, nothing else. Of a large dump's records there is never
/// a second copy.
void order_records(Dump& dump, std::uint16_t snapshot) noexcept;

}  // namespace gowhy
