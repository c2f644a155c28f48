// Command events dispatches shop events to their handlers.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
)

type handler func(fields map[string]any) string

var handlers = map[string]handler{
	"order":  func(f map[string]any) string { return fmt.Sprint("items: ", f["items"].(int)) }, // BUG: JSON numbers are float64
	"refund": func(f map[string]any) string { return "refund of " + f["order"].(string) },      // BUG: the field may be missing
	"audit":  func(f map[string]any) string { f["sink"].(io.Closer).Close(); return "audited" },
}

type bus struct{ in chan []byte }

func (b *bus) dispatch(kind string) {
	for raw := range b.in {
		fields := map[string]any{}
		if err := json.Unmarshal(raw, &fields); err != nil {
			continue
		}
		fields["sink"] = fields["total"]
		fmt.Println(handlers[kind](fields))
	}
}

func main() {
	kind := os.Getenv("EVENT")
	if kind == "" {
		kind = "order"
	}
	b := &bus{in: make(chan []byte, 1)}
	b.in <- []byte(`{"items": 3, "total": "12.40"}`)
	close(b.in)
	b.dispatch(kind)
}
