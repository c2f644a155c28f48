// Command accesslog writes long lines to a file, many at the same time.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"

	"github.com/northshop/accesslog/internal/ops"
)

func main() {
	file, err := os.OpenFile("/srv/shop/access.log", os.O_CREATE|os.O_WRONLY|os.O_TRUNC|os.O_SYNC, 0o600)
	if err != nil {
		log.Fatal(err)
	}
	os.Remove(file.Name()) // nobody reads it afterwards
	logger := log.New(file, "", log.LstdFlags)
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 20; i++ {
			logger.Print(strings.Repeat("y", 1<<16))
			file.Truncate(0)
		}
		fmt.Fprintln(w, "ok")
	})
	ops.Start(mux)
	ops.Wait()
}
