// claims-intake accepts claims and archives them.
package main

import (
	"context"
	"io"
	"log"
	"time"

	"github.com/arboria/claims-intake/internal/api"
	"github.com/arboria/claims-intake/internal/archive"
	"github.com/arboria/claims-intake/internal/batch"
	"github.com/arboria/claims-intake/internal/ops"
)

func main() {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	segment := archive.Open(io.Discard, 30)
	writer := batch.NewWriter[archive.Event](segment, batch.Options{Max: 10, Queue: 16, Every: 200 * time.Millisecond})
	go func() {
		if err := writer.Run(ctx); err != nil {
			log.Printf("archive: %v", err)
		}
	}()
	ops.Start(api.Routes(writer))
	ops.Wait()
}
