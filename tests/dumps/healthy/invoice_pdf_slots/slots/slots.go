package slots

import "context"

// Gate lets a number of callers in.
type Gate struct{ tokens chan struct{} }

func New(n int) *Gate { return &Gate{make(chan struct{}, n)} }

// Enter returns how to leave.
func (g *Gate) Enter(ctx context.Context) (func(), error) {
	select {
	case g.tokens <- struct{}{}:
		return func() { <-g.tokens }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
