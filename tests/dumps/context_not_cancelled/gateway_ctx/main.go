package main

import (
	"net/http"

	"edge/internal/ops"
	"edge/web"
)

func main() {
	app := web.New()
	app.Use(web.Deadline)
	app.GET("/catalog", func(c *web.Ctx) error {
		child := c.Fork("inventory")
		return c.Text(200, child.Label())
	})
	mux := http.NewServeMux()
	mux.Handle("/", app)
	ops.Start(mux)
	ops.Wait()
}
