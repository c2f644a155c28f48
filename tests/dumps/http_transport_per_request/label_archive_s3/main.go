package main

import (
	"fmt"
	"labels/archive"
	"labels/internal/ops"
	"log/slog"
	"net/http"
	"strings"
)

// printLabel renders a parcel label and keeps a copy for customs.
func printLabel(w http.ResponseWriter, r *http.Request) {
	parcel := strings.TrimPrefix(r.URL.Path, "/labels/")
	zpl := fmt.Sprintf("^XA^FO50,50^BY3^BCN,100,Y,N,N^FD%s^FS^XZ", parcel)
	bucket, err := archive.Open(r.Context(), "customs")
	if err != nil {
		slog.Error("archive", "err", err)
		http.Error(w, "archive", http.StatusInternalServerError)
		return
	}
	if err := bucket.Store(r.Context(), parcel+".zpl", strings.NewReader(zpl)); err != nil {
		slog.Error("store", "err", err)
		http.Error(w, "store", http.StatusBadGateway)
		return
	}
	fmt.Fprint(w, zpl)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/labels/", printLabel)
	ops.Start(mux)
	ops.Wait()
}
