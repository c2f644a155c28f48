#include "stack_builder.h"

#include "lines.h"

namespace gowhy {

void StackBuilder::clear() noexcept {
  node_ = 0;
  creator_ = pending_ = kNone;
  creator_id_ = 0;
}

void StackBuilder::settle(std::string_view file_line) noexcept {
  if (pending_ == kNone) return;
  const std::uint32_t frame = symbols_.frame(pending_, file_line, kind_, inlined_);
  if (kind_ == Frame::created_by) {
    creator_ = frame;
  } else {
    node_ = symbols_.child(node_, frame);
  }
  pending_ = kNone;
}

void StackBuilder::call(std::string_view name, bool inlined) noexcept {
  settle({});
  pending_ = symbols_.function(name);
  kind_ = Frame::call;
  inlined_ = inlined;
}

void StackBuilder::created_by(std::string_view name) noexcept {
  settle({});
  pending_ = symbols_.function(name);
  kind_ = Frame::created_by;
  inlined_ = false;
}

void StackBuilder::place(std::string_view file_line) noexcept { settle(file_line); }

void StackBuilder::push(std::uint32_t frame) noexcept {
  settle({});
  node_ = symbols_.child(node_, frame);
}

void StackBuilder::elided() noexcept {
  settle({});
  const std::uint32_t mark = symbols_.function("...additional frames elided...");
  node_ = symbols_.child(node_, symbols_.frame(mark, {}, Frame::elided, false));
}

bool StackBuilder::take(std::string_view line) noexcept {
  std::string_view file_line;
  if (wants_place() && parse_place(line, file_line)) {
    place(file_line);
    return true;
  }
  CreatedLine created;
  if (parse_created(line, created)) {
    created_by(created.name);
    creator_id_ = created.goroutine;
    return true;
  }
  if (is_elided(line)) {
    elided();
    return true;
  }
  CallLine called;
  if (!parse_call(line, called)) return false;
  call(called.name, called.inlined);
  return true;
}

StackBuilder::Stack StackBuilder::finish() noexcept {
  settle({});
  return {node_, creator_, creator_id_};
}

bool begins_traceback(std::string_view line) noexcept {
  line = trim(line);
  HeaderLine header;
  if (parse_header(line, header)) return true;
  for (std::string_view word : {"panic: ", "fatal error: ", "SIGQUIT: ", "SIGABRT: "}) {
    if (line.substr(0, word.size()) == word) return true;
  }
  return false;
}

}  // namespace gowhy
