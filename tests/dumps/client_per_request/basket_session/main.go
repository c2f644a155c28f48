// Command basket keeps customers' baskets.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/gofiber/fiber/v2"
	"github.com/northshop/basket/internal/basket"
	"github.com/northshop/basket/internal/ops"
)

func main() {
	shelf := basket.New()
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Get("/basket", shelf.Add)
	ops.Start(http.NewServeMux())
	go func() { log.Fatal(app.Listen(os.Getenv("LISTEN_PUBLIC"))) }()
	ops.Wait()
}
