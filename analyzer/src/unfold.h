// Text that lost its line ends on the way: joined by blanks, or set in HTML.
#pragma once

#include <string_view>

#include "text_block.h"

namespace gowhy {

/// True if the line holds a call or a creator together with its place, which Go prints on two
/// lines: `main.f(0x1) /srv/app/main.go:12 +0x1d`.
bool is_folded(std::string_view line) noexcept;

/// Adds the lines that were joined in `line`, each with its part of `place`; false and nothing
/// added if it is none of these. All of `line` is in what is added.
bool unfold(std::string_view line, const LinePlace& place, LineBatch& out) noexcept;

/// True if the line has a tag that lines of a page are set with: br, p, div, span, li, code, pre,
/// b.
bool has_tags(std::string_view line) noexcept;

/// Adds the lines between such tags, without them.
void split_at_tags(std::string_view line, const LinePlace& place, LineBatch& out) noexcept;

/// True if a carriage return stands inside of the line: it ended a line once.
bool has_inner_return(std::string_view line) noexcept;
void split_at_returns(std::string_view line, const LinePlace& place, LineBatch& out) noexcept;

}  // namespace gowhy
