// Fetches forecasts, and prints its goroutines twice, as a post does that shows a profile and then
// an example.
package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime/pprof"
	"strconv"
	"strings"
	"time"
)

var large = strings.Repeat("rain later, ", 1<<14)

func fetch(url string) error {
	res, err := http.Get(url)
	if err != nil {
		return err
	}
	if res.StatusCode != http.StatusAccepted {
		return fmt.Errorf("forecast: %s", res.Status) // the body stays open
	}
	return res.Body.Close()
}

func main() {
	station := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, large)
	}))
	n, _ := strconv.Atoi(os.Getenv("COUNT"))
	for i := 0; i < n; i++ {
		_ = fetch(station.URL)
	}
	time.Sleep(500 * time.Millisecond)
	pprof.Lookup("goroutine").WriteTo(os.Stdout, 1)
	fmt.Println("\nWhere")
	var all bytes.Buffer
	pprof.Lookup("goroutine").WriteTo(&all, 2)
	left := 2
	for _, one := range strings.Split(all.String(), "\n\n") {
		if left > 0 && strings.Contains(one, "created by net/http.(*Transport).dialConn") {
			fmt.Println("\n" + strings.TrimSpace(one))
			left--
		}
	}
}
