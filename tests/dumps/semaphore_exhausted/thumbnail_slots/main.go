package main

import (
	"errors"
	"net/http"
	_ "net/http/pprof"
	"os"
	"runtime"
)

func main() {
	_ = runtime.NumCPU()
	conv := &converter{slots: newSlots(8)}
	http.Handle("/thumb/", http.StripPrefix("/thumb", thumbs(conv)))
	http.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	if err := http.ListenAndServe(os.Getenv("LISTEN"), nil); err != nil {
		panic(err)
	}
}

func thumbs(conv *converter) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		b, err := conv.run(conversion{ctx: r.Context(), path: r.URL.Path, size: 2048})
		switch {
		case errors.Is(err, errUnsupported):
			http.Error(w, err.Error(), http.StatusUnsupportedMediaType)
		case err != nil:
			http.Error(w, err.Error(), http.StatusInternalServerError)
		default:
			w.Write(b)
		}
	}
}
