package dossier

import (
	"archive/zip"
	"bufio"
	"context"
	"fmt"
	"io"
)

type PutFunc func(ctx context.Context, bucket, key string, from io.Reader) error

type Exporter struct{ Put PutFunc }

func (e Exporter) Export(ctx context.Context, id, to string) error {
	pr, pw := io.Pipe()
	go func() {
		pw.CloseWithError(writeZip(pw, id))
	}()
	// BUG: when Put returns early nobody reads; pr.CloseWithError is missing.
	return e.Put(ctx, to, id+".zip", pr)
}

func writeZip(w io.Writer, id string) error {
	z := zip.NewWriter(w)
	for i := 0; i < 12; i++ {
		f, err := z.Create(fmt.Sprintf("%s/page-%02d.txt", id, i))
		if err != nil {
			return err
		}
		if err := page(f, i); err != nil {
			return err
		}
	}
	return z.Close()
}

func page(w io.Writer, n int) error {
	b := bufio.NewWriter(w)
	for i := uint32(1); i < 9000; i++ {
		fmt.Fprintf(b, "%d;%x;%x\n", n, i*2654435761, i*i*40503)
	}
	return b.Flush()
}
