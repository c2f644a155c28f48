package main

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"granary.example/lanes/internal/ops"
	"granary.example/lanes/scale"
)

func main() {
	var lanes []string
	for i := 1; i <= 11; i++ {
		lanes = append(lanes, fmt.Sprintf("L%02d", i))
	}
	links := scale.Start(context.Background(), os.Getenv("UPSTREAM_SILENT"), lanes...)
	ops.Start(http.NewServeMux())
	go func() {
		for r := range links.Readings() {
			fmt.Println(r.Lane, r.Raw)
		}
	}()
	ops.Wait()
}
