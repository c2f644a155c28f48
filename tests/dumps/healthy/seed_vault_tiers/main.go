package main

import (
	"fmt"
	"hash/fnv"
	"net/http"

	"saatgut.org/vault/archive"
	"saatgut.org/vault/internal/ops"
	"saatgut.org/vault/tier"
)

type desk struct{ near []*tier.Tier[archive.Seed] }

func (d *desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := fnv.New32()
	h.Write([]byte(r.URL.Path))
	s := d.near[h.Sum32()%uint32(len(d.near))].Get(r.URL.Path)
	fmt.Fprintln(w, s.Genus, s.Grains)
}

func main() {
	vault := tier.New[archive.Seed]("vault", 400, new(archive.Cards))
	d := new(desk)
	for i := 0; i < 6; i++ {
		d.near = append(d.near, tier.New[archive.Seed](fmt.Sprint("near ", i), 20, vault))
	}
	mux := http.NewServeMux()
	mux.Handle("/seed/", d)
	ops.Start(mux)
	ops.Wait()
}
