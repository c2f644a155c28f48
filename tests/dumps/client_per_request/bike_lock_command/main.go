package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"

	"git.radverleih.example/locks/command"
)

func main() {
	send := command.New(os.Getenv("UPSTREAM_MQTT"), command.QoS(1))
	http.HandleFunc("/unlock", func(w http.ResponseWriter, r *http.Request) {
		if err := send("bikes/"+r.FormValue("bike")+"/lock", []byte("open")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.WriteHeader(http.StatusAccepted)
	})
	if err := http.ListenAndServe(os.Getenv("LISTEN"), nil); err != nil {
		log.Fatal(err)
	}
}
