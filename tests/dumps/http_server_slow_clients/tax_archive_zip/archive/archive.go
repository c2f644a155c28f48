// Package archive packs documents.
package archive

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"strings"
)

type Cabinet struct {
	documents int
}

func NewCabinet(documents int) *Cabinet { return &Cabinet{documents: documents} }

func (c *Cabinet) pack(w io.Writer, company string) error {
	z := zip.NewWriter(w)
	noise := rand.New(rand.NewSource(int64(len(company))))
	for i := 0; i < c.documents; i++ {
		f, err := z.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("%s/%04d.pdf", company, i), Method: zip.Store})
		if err != nil {
			return err
		}
		if _, err := io.CopyN(f, noise, 64<<10); err != nil {
			return err
		}
	}
	return z.Close()
}

// Export streams the archive of one company.
func Export(c *Cabinet) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		company := strings.TrimPrefix(r.URL.Path, "/export/")
		w.Header().Set("Content-Type", "application/zip")
		buffered := bufio.NewWriterSize(w, 256<<10)
		if err := c.pack(buffered, company); err != nil {
			return
		}
		buffered.Flush()
	}
}

func Years(c *Cabinet) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, 2019, 2020, 2021) }
}
