package rows

import (
	"context"
	"fmt"
)

type Row struct{ SKU string }

// Scan sends the rows of the stock until ctx ends.
func Scan(ctx context.Context, n int) <-chan Row {
	out := make(chan Row)
	go func() {
		defer close(out)
		for i := 0; i < n && ctx.Err() == nil; i++ {
			out <- Row{fmt.Sprintf("SKU-%d", i)}
		}
	}()
	return out
}
