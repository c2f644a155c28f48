#define _GNU_SOURCE
#include <execinfo.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>

#include "trace.h"

enum { kDepth = 16 };
extern int nextPixel(int);

__attribute__((noinline)) static void shrink_row(char *row, int width) {
  for (int i = 0; i < width; i++) row[i] = (char)nextPixel(i);
}
static const int kShrinkRowLine = __LINE__ - 2;

__attribute__((noinline)) void shrink(char *picture, int width) {
  shrink_row(picture, width);
  __asm__ volatile("");
}
static const int kShrinkLine = __LINE__ - 3;

__attribute__((noinline)) static void clear_row(volatile char *row, int width) {
  for (int i = 0; i < width; i++) row[i] = 0;
}
static const int kClearRowLine = __LINE__ - 2;

__attribute__((noinline)) void clear_picture(char *picture, int width) {
  clear_row(picture, width);
  __asm__ volatile("");
}
static const int kClearLine = __LINE__ - 3;

struct context {
  uintptr_t context;
};

// The stack of the C code that calls Go, kept until it returns.
void thumbs_context(void *p) {
  struct context *arg = p;
  if (arg->context != 0) {
    free((void *)arg->context);
    return;
  }
  void **kept = calloc(kDepth, sizeof *kept);
  if (backtrace(kept, kDepth - 1) > 0) arg->context = (uintptr_t)kept;
}

struct traceback {
  uintptr_t context, sig;
  uintptr_t *buf;
  uintptr_t max;
};

static int is_ours(uintptr_t pc);

void thumbs_traceback(void *p) {
  struct traceback *arg = p;
  uintptr_t n = 0;
  if (arg->context != 0) {
    for (void **pc = (void **)arg->context; *pc != 0 && n < arg->max; pc++) {
      if (is_ours((uintptr_t)*pc)) arg->buf[n++] = (uintptr_t)*pc;
    }
  } else if (arg->sig != 0) {
    const ucontext_t *at = (ucontext_t *)arg->sig;
    const uintptr_t *frame = (uintptr_t *)at->uc_mcontext.gregs[REG_RBP];
    uintptr_t pc = (uintptr_t)at->uc_mcontext.gregs[REG_RIP];
    while (is_ours(pc) && n < arg->max) {
      arg->buf[n++] = pc;
      pc = frame[1];
      frame = (uintptr_t *)frame[0];
    }
  }
  if (n < arg->max) arg->buf[n] = 0;
}

struct symbol {
  uintptr_t pc;
  const char *file;
  uintptr_t line;
  const char *function;
  uintptr_t entry, more, data;
};

struct known {
  void *entry;
  const char *name;
  int line;
};

static struct known nearest(uintptr_t pc) {
  const struct known all[] = {{(void *)shrink_row, "shrink_row", kShrinkRowLine},
                              {(void *)shrink, "shrink", kShrinkLine},
                              {(void *)clear_row, "clear_row", kClearRowLine},
                              {(void *)clear_picture, "clear_picture", kClearLine},
                              {(void *)thumbs_context, 0, 0}};
  struct known best = {0, 0, 0};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    if ((uintptr_t)all[i].entry <= pc && all[i].entry > best.entry) best = all[i];
  }
  if (best.name == 0 || pc - (uintptr_t)best.entry > 256) best.entry = 0;
  return best;
}

static int is_ours(uintptr_t pc) { return nearest(pc).entry != 0; }

void thumbs_symbolizer(void *p) {
  struct symbol *arg = p;
  const struct known found = nearest(arg->pc);
  arg->file = found.entry ? __FILE__ : 0;
  arg->function = found.entry ? found.name : 0;
  arg->line = (uintptr_t)found.line;
  arg->more = 0;
}

// A symbolizer that knows no names, as after strip.
void thumbs_nameless(void *p) {
  struct symbol *arg = p;
  arg->file = arg->function = 0;
  arg->line = arg->more = 0;
}
