package main

import (
	"log"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strconv"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health/grpc_health_v1"

	"klinik.example/wards/viewer"
	"klinik.example/wards/ward"
)

func main() {
	if len(os.Args) > 2 && os.Args[1] == "viewer" {
		log.Fatal(viewer.Run(os.Args[2], os.Args[3]))
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	states := ward.NewStates()
	srv := grpc.NewServer()
	grpc_health_v1.RegisterHealthServer(srv, &ward.Service{States: states})
	go srv.Serve(ln)

	http.HandleFunc("/state", func(w http.ResponseWriter, r *http.Request) {
		states.Set(r.FormValue("ward"), r.FormValue("to") == "ok")
	})
	http.HandleFunc("/viewers", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.FormValue("n"))
		if err := viewer.Once(os.Args[0], ln.Addr().String(), n); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
