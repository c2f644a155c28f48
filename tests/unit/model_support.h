// A capture as the causes see it.
#pragma once

#include <memory>
#include <string>

#include "format_support.h"
#include "model.h"
#include "reader.h"

namespace gowhy::test {

/// A capture, read and understood.
struct Understood {
  explicit Understood(const std::string& name) {
    const std::string text = read_dump(name);
    Reader reader(dump);
    reader.open(name);
    reader.feed(text.data(), text.size());
    reader.finish();
    model = std::make_unique<Model>(dump);
  }
  Dump dump;
  std::unique_ptr<Model> model;
};

}  // namespace gowhy::test
