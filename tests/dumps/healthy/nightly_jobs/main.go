package main

import (
	"fmt"
	"net/http"
	"time"

	"github.com/robfig/cron/v3"

	"backoffice/internal/ops"
	"backoffice/schedule"
)

func main() {
	c := cron.New()
	c.AddFunc("@daily", func() {})
	c.AddFunc("15 3 * * 1", func() {})
	c.Start()
	s := schedule.New()
	for i := 0; i < ops.Count(40); i++ {
		s.Daily(fmt.Sprintf("tenant-%d/invoices", i), time.Duration(i)*time.Minute, func() error { return nil })
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/jobs", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, s.Len()) })
	ops.Start(mux)
	ops.Wait()
	<-c.Stop().Done()
}
