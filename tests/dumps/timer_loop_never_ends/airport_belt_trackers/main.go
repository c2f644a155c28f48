// Command belts tells passengers where their bags are.
package main

import (
	"net/http"
	"os"
	"time"

	"github.com/labstack/echo/v4"

	"airport.kestrelby.example/belts/internal/ops"
	"airport.kestrelby.example/belts/internal/scans"
	"airport.kestrelby.example/belts/internal/track"
)

func main() {
	t := track.NewTracker(scans.New(os.Getenv("UPSTREAM_REDIS")), 400*time.Millisecond)
	e := echo.New()
	e.GET("/bags/:tag", func(c echo.Context) error {
		tag := c.Param("tag")
		if s := t.Last(tag); s != "" {
			return c.String(http.StatusOK, s)
		}
		t.Follow(c.Request().Context(), tag)
		return c.NoContent(http.StatusAccepted)
	})
	mux := http.NewServeMux()
	mux.Handle("/bags/", e)
	ops.Start(mux)
	ops.Wait()
}
