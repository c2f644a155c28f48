// How the report says numbers, times and names; one place, so that all sentences agree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model.h"

namespace gowhy {

/// "7", "1,234"
std::string number(std::uint64_t value);
/// "1 goroutine", "412 goroutines"; `plural` defaults to `noun` + "s".
std::string count_of(std::uint64_t value, std::string_view noun, std::string_view plural = {});
/// "1 minute", "147 minutes", "5 h", "3 days": a printed wait. 180 minutes and more are hours.
std::string time_span(std::int64_t minutes);
/// "0.4", "3.1", "120"
std::string decimal(double value);
/// "`main.(*Server).search` (search.go:48)": the file without its folder.
std::string place(const Model& model, std::uint32_t frame);
/// "search.go:48", "" if the frame has no file.
std::string file_line(const Model& model, std::uint32_t frame);
/// The printed function name without the folders of its package: "http.(*Transport).dialConn"; a
/// major version is no name, so "ldap/v3.(*Conn).Bind".
std::string_view short_name(std::string_view function) noexcept;
/// The package of such a name: "ldap/v3" of "ldap/v3.(*Conn).Bind".
std::string_view short_package(std::string_view function) noexcept;
/// "`name`", in which %2e, a dot of an import path's last element, is a dot
std::string code(std::string_view name);
/// "a", "a and b", "a, b and c", "a, b, c and 4 more"
std::string list_of(const std::vector<std::string>& items, std::size_t most = 3);
/// "0xc000123456"
std::string hex(std::uint64_t address);
/// The end of a sentence, with its full stop, for what follows from nobody being seen:
/// `conclusion`; or in a fragment, where most of the process is not seen, ": whether " +
/// `question` + ", only the whole dump shows"; or, where it is not `sure` and the format is a
/// profile, which has no ids, ages and creators, the like of it; not sure elsewhere, it says so.
std::string from_absence(const Model& model, std::string_view conclusion, std::string_view question,
                         bool sure = true);
/// "; 3 more wait behind them", of those who queue for what two or more fight for.
std::string more_behind(std::uint64_t count);
/// "24 goroutines wait at a channel that only these serve", of waiters_served_by (partners.h).
std::string waiting_at_served_channels(std::uint64_t count);
/// ", the oldest for 147 minutes", of one goroutine ", for 147 minutes"; "" when no age is known.
std::string oldest_for(std::int32_t minutes, std::uint64_t count = 2);
/// "No ages are printed in a profile: a short queue under load looks the same", or, where ages
/// could be printed, why there are none: the runtime begins to count at the next garbage collection
/// (runtime/mgcmark.go, markroot sets waitsince), which is forced every two minutes.
std::string without_ages(const Model& model, std::string_view looks_the_same);
/// What a group does: doing_words of its operation, and where that is a select of net/http
/// or database/sql what it is for: "waits for the answer to an HTTP request".
std::string_view doing_of(const Model& model, const GroupFacts& facts, bool plural);

}  // namespace gowhy
