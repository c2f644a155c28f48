// Command offerwatch keeps the offers of three partners up to date; each partner answers a long poll
// when something changed, or after some minutes.
package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"time"

	"github.com/northshop/offerwatch/internal/ops"
)

type watch struct {
	url  string
	http *http.Client
}

func (w *watch) run(ctx context.Context) {
	for ctx.Err() == nil {
		if err := w.poll(ctx); err != nil {
			log.Print(err)
			time.Sleep(time.Second)
		}
	}
}

// poll asks once; the partner holds the request for at most ten minutes.
func (w *watch) poll(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 11*time.Minute)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, w.url, nil)
	if err != nil {
		return err
	}
	resp, err := w.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func main() {
	for _, partner := range []string{"alba", "brix", "corda"} {
		w := &watch{ops.Upstream(false) + "/hang?partner=" + partner, http.DefaultClient}
		go w.run(context.Background())
	}
	ops.Start(http.NewServeMux())
	ops.Wait()
}
