package quote

import (
	"context"
	"time"

	"github.com/sourcegraph/conc/pool"
)

type Parcel struct {
	Grams int
	Zip   string
}

type Price struct {
	By    string
	Cents int
}

type Carrier interface {
	Quote(ctx context.Context, p Parcel) (Price, error)
}

type Service struct{ Carriers []Carrier }

func (s Service) Cheapest(ctx context.Context, p Parcel) (best Price, err error) {
	tasks := pool.NewWithResults[Price]().WithContext(ctx).WithMaxGoroutines(4)
	for _, c := range s.Carriers {
		c := c
		tasks.Go(func(ctx context.Context) (Price, error) { return c.Quote(ctx, p) })
	}
	all, err := tasks.Wait()
	if err != nil {
		return best, err
	}
	for _, q := range all {
		if best.Cents == 0 || q.Cents < best.Cents {
			best = q
		}
	}
	return best, nil
}

type Post struct{}

func (*Post) Quote(ctx context.Context, p Parcel) (Price, error) {
	time.Sleep(20 * time.Millisecond)
	return Price{"post", 700 + p.Grams/10}, nil
}

type Courier struct{}

func (*Courier) Quote(ctx context.Context, p Parcel) (Price, error) {
	time.Sleep(80 * time.Millisecond)
	return Price{"courier", 1900}, nil
}

// zones maps the first digit of a code to a surcharge.
type zones struct{ extra map[byte]int }

func (z *zones) surcharge(zip string) int { return z.extra[zip[0]] }

type Bike struct{ zones *zones }

func NewBike(z *zones) *Bike { return &Bike{z} }

func (b *Bike) Quote(ctx context.Context, p Parcel) (Price, error) {
	return Price{"bike", 500 + b.zones.surcharge(p.Zip)}, nil
}
