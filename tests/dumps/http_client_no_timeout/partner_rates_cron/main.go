package main

import (
	"context"
	"net/http"
	"os"

	"fxrates/internal/ops"
	"fxrates/jobs"

	"github.com/robfig/cron/v3"
)

func main() {
	table := jobs.NewTable()
	schedule := cron.New(cron.WithSeconds())
	for _, p := range []jobs.Partner{
		{Name: "ecb", URL: ops.Upstream(false) + "/rates"},
		{Name: "nordbank", URL: "http://" + os.Getenv("UPSTREAM_SILENT") + "/v2/rates"},
	} {
		if _, err := schedule.AddJob("*/5 * * * * *", jobs.NewRefresh(p, table)); err != nil {
			panic(err)
		}
	}
	if _, err := schedule.AddFunc("@hourly", table.Expire); err != nil {
		panic(err)
	}
	schedule.Start()
	defer schedule.Stop()

	mux := http.NewServeMux()
	mux.Handle("/rates", table)
	ops.Start(mux)
	ops.Wait()
	<-context.Background().Done()
}
