package main

import (
	"net/http"

	"git.corp.local/search/reindexer/internal/ops"
	"git.corp.local/search/reindexer/pkg/index"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/reindex", &index.Service{Shards: 12})
	ops.Start(mux)
	ops.Wait()
}
