// Command diskchecksums reads files with eight workers and adds up their checksums.
package main

import (
	"crypto/sha256"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"

	"github.com/northshop/diskchecksums/internal/ops"
)

func checksum(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.CopyBuffer(struct{ io.Writer }{h}, struct{ io.Reader }{f}, make([]byte, 512))
	return h.Sum(nil), err
}

func worker(path string) {
	for {
		if _, err := checksum(path); err != nil {
			log.Print(err)
			return
		}
	}
}

func main() {
	folder, err := os.MkdirTemp("", "checksums")
	if err != nil {
		log.Fatal(err)
	}
	path := filepath.Join(folder, "prices.csv")
	if err := os.WriteFile(path, make([]byte, 4<<20), 0o600); err != nil {
		log.Fatal(err)
	}
	for i := 0; i < 8; i++ {
		go worker(path)
	}
	ops.Start(http.NewServeMux())
	ops.Wait()
}
