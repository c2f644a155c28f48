// Who uses database/sql: who waits for a connection, and who has one.
//
// A Rows or Tx that has a context which can be cancelled starts awaitDone in a goroutine of its own
// (database/sql/sql.go, initContextClose and beginDC, Go 1.9 to 1.27). That goroutine stays until
// the Rows is closed or the Tx has ended, and says who opened it: `created by … in goroutine N`,
// Go 1.21+.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "finding.h"
#include "model.h"
#include "waits.h"

namespace gowhy {

/// Rows or Tx that are open.
struct SqlHeld {
  Waits open;                     ///< their awaitDone goroutines
  std::uint64_t known = 0;        ///< of them name the goroutine that opened them
  std::uint64_t waiting = 0;      ///< opened by one that waits for a connection now
  std::uint64_t in_database = 0;  ///< opened by one that is in database/sql now
  std::uint64_t elsewhere = 0;    ///< opened by one that does something else in its own code
  /// Opened by one that has ended or gone on to other work.
  std::uint64_t orphans = 0;
  std::vector<std::uint32_t> orphan_records;
  Waits holders;  ///< the goroutines behind `elsewhere`
};

struct SqlUse {
  Waits waiting;  ///< callers of (*DB).conn: all connections are in use
  SqlHeld rows, transactions;
  Waits active;  ///< in database/sql, and not for a connection
  /// Goroutines in their own code that may use what is open; counts where no ids tell.
  std::uint64_t busy = 0;
};

const SqlUse& sql_use(const Model& model) noexcept;

/// Open ones that nobody seems to have any more; an estimate where the openers are not named.
std::uint64_t abandoned(const SqlUse& use, const SqlHeld& held) noexcept;

/// What differs between forgotten Rows and transactions.
struct HeldWords {
  std::string_view cause, one, many;
  std::string_view left;    ///< "… never closed"
  std::string_view keeps;   ///< what that keeps, with a final stop
  std::string_view waits;   ///< where and for what the goroutine waits
  std::string_view begun;   ///< "opened"
  std::string_view hidden;  ///< who is not named
  std::string_view finish;  ///< "read them"
  std::string_view next, restart;
};

/// Says that some were left open, if nobody seems to have them any more.
void report_abandoned(const Model& model, const SqlUse& use, const SqlHeld& held,
                      const HeldWords& words, Findings& out) noexcept;

}  // namespace gowhy
