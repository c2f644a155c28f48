// Command crawl reads the catalogues of partners and stores them, slowly.
package main

import (
	"context"
	"net/http"

	"github.com/northshop/crawl/internal/crawl"
	"github.com/northshop/crawl/internal/ops"
)

func main() {
	go crawl.Run(context.Background())
	ops.Start(http.NewServeMux())
	ops.Wait()
}
