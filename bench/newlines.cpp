// The newline count as a wasm module of its own, for bench/in-process.mjs.
#include "newlines.h"

#include <cstdlib>

extern "C" {
char* reserve(std::size_t size) { return static_cast<char*>(std::malloc(size)); }
std::size_t count(const char* text, std::size_t size) { return gowhy::count_newlines(text, size); }
}
