package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"stromnetz.ch/intake/intake"
	"stromnetz.ch/intake/internal/ops"
	"stromnetz.ch/intake/readings"
)

type store struct{ region string }

var errNegative = errors.New("negative consumption")

func (s store) Store(ctx context.Context, batch []readings.Row) error {
	time.Sleep(2 * time.Millisecond)
	for _, r := range batch {
		if strings.HasPrefix(r.KWh, "-") {
			return errNegative
		}
	}
	return nil
}

func daily(bad int) string {
	var b strings.Builder
	for i := 0; i < 120; i++ {
		kwh := "12.5"
		if i == bad {
			kwh = "-3.1"
		}
		fmt.Fprintf(&b, "CH%05d;%s\n", i, kwh)
	}
	return b.String()
}

func main() {
	mux := http.NewServeMux()
	upload := func(bad int) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			err := intake.File(r.Context(), strings.NewReader(daily(bad)), store{r.URL.Query().Get("region")})
			if err != nil {
				http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			}
		}
	}
	mux.HandleFunc("/upload", upload(-1))
	mux.HandleFunc("/upload/solar", upload(20))
	ops.Start(mux)
	ops.Wait()
}
