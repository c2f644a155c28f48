package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"time"

	"scanroom/archiver/internal/ops"
)

type storage interface {
	Put(ctx context.Context, key string, body io.Reader, kind string) error
}

type quota struct {
	storage
	max int
}

var errQuota = errors.New("quota exceeded")

// Put refuses what is over the quota without touching the body.
func (q quota) Put(ctx context.Context, key string, body io.Reader, kind string) error {
	if len(key) > q.max {
		return errQuota
	}
	return q.storage.Put(ctx, key, body, kind)
}

type blob struct {
	url string
	hc  *http.Client
}

func (b blob) Put(ctx context.Context, key string, body io.Reader, kind string) error {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, b.url+"/blobs/"+key, body)
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", kind)
	resp, err := b.hc.Do(req)
	if err != nil {
		return err
	}
	resp.Body.Close()
	return nil
}

func archive(ctx context.Context, st storage, key string, page []byte) error {
	pr, pw := io.Pipe()
	mw := multipart.NewWriter(pw)
	go func() {
		part, err := mw.CreateFormFile("page", key)
		if err == nil {
			_, err = io.Copy(part, bytes.NewReader(page))
		}
		mw.Close()
		pw.CloseWithError(err)
	}()
	return st.Put(ctx, key, pr, mw.FormDataContentType())
}

func main() {
	st := quota{blob{os.Getenv("UPSTREAM"), http.DefaultClient}, 4}
	page := bytes.Repeat([]byte("scan"), 64<<10)
	mux := http.NewServeMux()
	mux.HandleFunc("POST /archive/{key}", func(w http.ResponseWriter, r *http.Request) {
		if err := archive(r.Context(), st, r.PathValue("key"), page); err != nil {
			w.WriteHeader(http.StatusInsufficientStorage)
		}
		fmt.Fprintln(w, "done")
	})
	ops.Start(mux)
	ops.Wait()
}
