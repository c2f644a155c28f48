// Package archive finds scores on disk.
package archive

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Archive is a folder of composers, works and parts.
type Archive struct{ root string }

// Seed makes a small archive to start with.
func Seed() (*Archive, error) {
	root, err := os.MkdirTemp("", "scores")
	if err != nil {
		return nil, err
	}
	for _, composer := range []string{"bach", "clara", "farrenc"} {
		for _, work := range []string{"op1", "op2", "op3"} {
			dir := filepath.Join(root, composer, work)
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return nil, err
			}
			for _, part := range []string{"violin", "viola", "cello"} {
				if err := os.WriteFile(filepath.Join(dir, part+".pdf"), nil, 0o644); err != nil {
					return nil, err
				}
			}
		}
	}
	return &Archive{root: root}, nil
}

// Close removes it.
func (a *Archive) Close() { os.RemoveAll(a.root) }

// Parts yields the files of all parts.
func (a *Archive) Parts() <-chan string {
	paths := make(chan string)
	go func() {
		defer close(paths)
		filepath.WalkDir(a.root, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				paths <- strings.TrimPrefix(path, a.root)
			}
			return err
		})
	}()
	return paths
}
