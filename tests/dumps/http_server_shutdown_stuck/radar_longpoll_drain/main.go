// Command radar tells pages of an airport when a flight moves.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"flugsicht.example/radar/internal/ops"
	"flugsicht.example/radar/radar"
)

func main() {
	screen := radar.NewScreen()
	public := http.NewServeMux()
	public.HandleFunc("/moved", screen.Wait)
	srv := &http.Server{Addr: os.Getenv("LISTEN_PUBLIC"), Handler: public}
	drain := make(chan struct{})
	admin := http.NewServeMux()
	admin.HandleFunc("/drain", func(w http.ResponseWriter, r *http.Request) { close(drain) })
	admin.HandleFunc("/flight", screen.Move)
	ops.Start(admin)
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	<-drain
	log.Print("draining")
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
	screen.Close()
}
