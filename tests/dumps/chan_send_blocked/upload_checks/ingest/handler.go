package ingest

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

type Document struct {
	Name string
	Body []byte
}

type Check func(*Document) error

var errInfected = errors.New("signature found")

func DefaultChecks() map[string]Check {
	return map[string]Check{
		"size":     func(d *Document) error { return tooLarge(d) },
		"mime":     mime,
		"virus":    virus,
		"ocr":      ocr,
		"metadata": func(d *Document) error { time.Sleep(10 * time.Millisecond); return errors.New("no author") },
	}
}

func tooLarge(d *Document) error {
	if len(d.Body) > 1<<20 {
		return errors.New("too large")
	}
	return nil
}
func mime(d *Document) error  { return fmt.Errorf("%s: unknown type", d.Name) }
func virus(d *Document) error { time.Sleep(30 * time.Millisecond); return errInfected }
func ocr(d *Document) error   { time.Sleep(45 * time.Millisecond); return io.ErrUnexpectedEOF }

type Handler struct {
	Checks map[string]Check
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	doc := &Document{Name: r.URL.Query().Get("name"), Body: body}
	if err := h.validate(doc); err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

func (h *Handler) validate(doc *Document) error {
	errCh := make(chan error, 1)
	done := make(chan struct{}, len(h.Checks))
	for name, check := range h.Checks {
		go runCheck(name, check, doc, errCh, done)
	}
	for range h.Checks {
		select {
		case err := <-errCh:
			return err
		case <-done:
		}
	}
	return nil
}

func runCheck(name string, check Check, doc *Document, errCh chan<- error, done chan<- struct{}) {
	if err := check(doc); err != nil {
		errCh <- fmt.Errorf("%s: %w", name, err)
		return
	}
	done <- struct{}{}
}
