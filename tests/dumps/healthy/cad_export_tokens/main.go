package main

import (
	"bytes"
	"fmt"
	"net/http"
	"os/exec"

	"drawings.example/export/internal/ops"
)

// tokens lets only so many converters run.
type tokens chan struct{}

func (t tokens) take() { t <- struct{}{} }
func (t tokens) give() { <-t }

type converter struct {
	tokens
	program string
	args    []string
}

func (c *converter) convert(drawing string) ([]byte, error) {
	c.take()
	defer c.give()
	var out, complaints bytes.Buffer
	cmd := exec.Command(c.program, append(c.args, drawing)...)
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w: %s", c.program, err, complaints.String())
	}
	return out.Bytes(), nil
}

func (c *converter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	pdf, err := c.convert(r.FormValue("drawing"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Write(pdf)
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/export", &converter{make(tokens, 3), "sh", []string{"-c", "sleep 0.5; echo pdf of $0"}})
	ops.Start(mux)
	ops.Wait()
}
