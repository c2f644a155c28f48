package limit

import "context"

type empty struct{}

// Slots limits how many run at once.
type Slots chan empty

func N(n int) Slots { return make(Slots, n) }

func (s Slots) Take()      { s <- empty{} }
func (s Slots) Give()      { <-s }
func (s Slots) InUse() int { return len(s) }

// Do runs f in a slot.
func Do[T any](ctx context.Context, s Slots, f func(context.Context) (T, error)) (T, error) {
	s.Take()
	v, err := f(ctx)
	if err != nil {
		var zero T
		return zero, err
	}
	s.Give()
	return v, nil
}
