// What scripts/new-cause writes. It compiles, and finds nothing until somebody says what to look for.

export const detector = (
  id,
) => `// TODO: what the runtime does when this happens, and the Go source it rests on (file, releases).
//
// TODO: the same picture in a healthy program, and what tells them apart.
#include "finding.h"
#include "model.h"
#include "wording.h"

namespace gowhy::cause {
namespace {

constexpr std::string_view kId = "${id}";

// TODO: is this group stuck for this reason?
bool matches(const Model& model, const GroupFacts& facts) {
  return model.has(facts, {"example.com/never.printed"});
}

void report(const Model& model, std::uint32_t group, Findings& out) {
  const GroupFacts& facts = model.group(group);
  Finding finding(kId);
  finding.groups.push_back(group);
  finding.site = model.site_frame(facts);
  finding.created_at = facts.created_by;
  finding.summary = count_of(facts.count, "goroutine") + " wait.";  // TODO: for what, since when
  finding.supports(count_of(facts.count, "goroutine") + " wait at the same place");
  finding.against("TODO: what speaks against it, or is not known");
  finding.next = "TODO: the dump or command that would settle it";
  out.push_back(std::move(finding));
}

}  // namespace

void detect_${id}(const Model& model, Findings& out) noexcept {
  for (std::uint32_t group = 0; group < model.groups().size(); ++group) {
    if (matches(model, model.group(group))) report(model, group, out);
  }
}

}  // namespace gowhy::cause
`;

export const page = (id) => `---
title: ${id.replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase())}
category: channels
severity: warning
since: "1.0"
references:
  - title: The Go memory model
    url: https://go.dev/ref/mem
---

## What happens

TODO

## Normal when

TODO

## Confirm

TODO

## Fix

TODO, beginning with a verb:

\`\`\`go
// bad
func example() {}
\`\`\`

The same done right:

\`\`\`go
// good
func example() {}
\`\`\`
`;

export const program = (id) => `// Command example shows ${id}.
package main

import (
	"net/http"

	"github.com/northshop/example/internal/ops"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/work", func(w http.ResponseWriter, r *http.Request) {
		// TODO: the bug
	})
	ops.Start(mux)
	ops.Wait()
}
`;

export const goMod = `module github.com/northshop/example

go 1.18
`;

export const capture = `{
  "about": "TODO: what the bug is, one sentence",
  "load": [{"path": "/work", "count": 40}],
  "runs": [
    {"go": ["1.20", "1.23", "1.27"], "n": 40, "formats": ["debug2", "debug1", "sigquit"]}
  ]
}
`;
