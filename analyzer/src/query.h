// The query language of the page and of --filter: which goroutines are shown.
//
//   state:chan*  age:>5m  count:>10  pkg:myapp  fn:~"handle.*"  file:server.go  label:tenant=a
//   role:idle*  origin:main  id:42  created:dialConn  word  "two words"   -role:normal (not)
//
// Terms are joined by "and". A value without `*` is found anywhere in the text, with `*` it must
// fit the whole; upper and lower case are the same. `~` is a regular expression (regex.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model.h"

namespace gowhy {

class Query {
 public:
  /// Parses; `error` is "" or what is wrong with it, in one clause.
  explicit Query(std::string_view text);

  [[nodiscard]] bool empty() const noexcept { return terms_.empty(); }
  [[nodiscard]] const std::string& error() const noexcept { return error_; }

  /// How many goroutines of a group match; 0 for none.
  [[nodiscard]] std::uint64_t matching(const Model& model, std::uint32_t group) const noexcept;

 private:
  enum class Field : std::uint8_t {
    any,
    state,
    age,
    count,
    package,
    function,
    file,
    label,
    role,
    origin,
    id,
    created
  };
  struct Term {
    Field field = Field::any;
    bool negated = false, regex = false;
    char compare = 0;         ///< '<', '>' or 0 for equal
    std::int64_t number = 0;  ///< minutes, a count or an id
    std::string value;        ///< lower case
  };
  void add(std::string_view word);
  bool parse_number(Term& term);
  [[nodiscard]] bool group_matches(const Model& model, const GroupFacts& facts,
                                   const Term& term) const noexcept;
  [[nodiscard]] bool record_matches(const Model& model, const Record& record,
                                    const Term& term) const noexcept;

  std::vector<Term> terms_;
  std::string error_;
};

}  // namespace gowhy
