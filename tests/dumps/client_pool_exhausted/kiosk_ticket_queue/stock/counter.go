package stock

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/redis/go-redis/v9"
)

type Counter struct{ R redis.Cmdable }

var ErrSoldOut = errors.New("sold out")

func (c Counter) take(ctx context.Context, show string) (int64, error) {
	n, err := c.R.Incr(ctx, "sold:"+show).Result()
	if err == nil && n > 5000 {
		err = ErrSoldOut
	}
	return n, err
}

func (c Counter) Reserve(w http.ResponseWriter, r *http.Request) {
	n, err := c.take(r.Context(), r.FormValue("show"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "seat", n)
}
