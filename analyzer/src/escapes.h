// Text inside of text: escapes of JSON and of Go's %q, entities of HTML, colours of terminals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text_block.h"

namespace gowhy {

/// Undoes the backslash escapes of `text` from `at` on, up to a closing quote if `quoted`, else to
/// the end. Returns the position behind it. Escaped newlines end lines: these are added to `out`.
/// What follows the last one is left in `rest`, which may hold the beginning of the line already.
/// `line` is the place of the unfinished line, before and after; `text_offset` that of text[0].
std::size_t unescape_lines(std::string_view text, std::size_t at, bool quoted,
                           std::uint64_t text_offset, LinePlace& line, LineBatch& out,
                           std::string& rest) noexcept;

/// The beginning of the string value of a key of a JSON object, behind its quote, or npos.
std::size_t find_json_string(std::string_view line, std::string_view key) noexcept;

/// The key of the JSON string value that `at` stands in, "" if there is none.
std::string_view json_key_at(std::string_view line, std::size_t at) noexcept;

/// Without `ESC [ … letter` sequences.
void strip_ansi(std::string_view line, std::string& out) noexcept;

/// The size of a byte order mark or a space without width at `at`, 0 if there is none: what pages
/// and consoles put where a reader sees nothing.
std::size_t zero_width_at(std::string_view line, std::size_t at) noexcept;
bool has_zero_width(std::string_view line) noexcept;
void remove_zero_width(std::string_view line, std::string& out) noexcept;

/// True if the line has an entity that decode_entities knows, or a space that must not be broken
/// at.
bool has_entities(std::string_view line) noexcept;
/// &lt; &gt; &amp; &quot; &#39; and other numbers; what is unknown stays. U+00A0 becomes a space.
void decode_entities(std::string_view line, std::string& out) noexcept;

}  // namespace gowhy
