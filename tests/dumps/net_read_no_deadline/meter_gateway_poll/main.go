package main

import (
	"log"
	"net/http"
	"net/http/pprof"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"gridworks.io/collector/modbus"
)

type register interface {
	ReadHolding(unit byte, reg, n uint16) ([]byte, error)
	Close() error
}

type fleet struct {
	mu     sync.Mutex
	latest map[int][]byte
}

func (f *fleet) poll(id int, addr string, every time.Duration) {
	for ; ; time.Sleep(every) {
		if err := f.once(id, addr); err != nil {
			log.Printf("meter %d: %v", id, err)
		}
	}
}

func (f *fleet) once(id int, addr string) error {
	var dev register
	dev, err := modbus.Dial(addr)
	if err != nil {
		return err
	}
	defer dev.Close()
	v, err := dev.ReadHolding(1, 0x1000, 4)
	if err != nil {
		return err
	}
	f.mu.Lock()
	f.latest[id] = v
	f.mu.Unlock()
	return nil
}

func main() {
	addr := os.Getenv("UPSTREAM_SILENT")
	if u, err := url.Parse(addr); err == nil && u.Host != "" && strings.Contains(addr, "//") {
		addr = u.Host
	}
	n, _ := strconv.Atoi(os.Getenv("COUNT"))
	f := &fleet{latest: map[int][]byte{}}
	for id := 0; id < n; id++ {
		go f.poll(id, addr, 10*time.Second)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(200) })
	log.Fatal((&http.Server{Addr: os.Getenv("LISTEN"), Handler: mux}).ListenAndServe())
}
