// Command reports streams the rows of six reports into one upload each, as they come.
package main

import (
	"net/http"
	"os"

	"github.com/northshop/reports/internal/export"
	"github.com/northshop/reports/internal/ops"
)

func main() {
	for i := 0; i < 6; i++ {
		go export.Upload(os.Getenv("UPSTREAM") + "/sink")
	}
	ops.Start(http.NewServeMux())
	ops.Wait()
}
