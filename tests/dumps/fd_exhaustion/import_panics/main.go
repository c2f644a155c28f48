// Command importpanics imports the price lists of all suppliers.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

type list struct {
	name string
	file *os.File
}

// openAll opens all lists, to know that they can be read before the import begins.
func openAll(folder string, names []string) []list {
	lists := make([]list, 0, len(names))
	for _, name := range names {
		file, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			panic(err) // BUG: thousands of files at once; the limit of descriptors is reached here
		}
		lists = append(lists, list{name, file})
	}
	return lists
}

func main() {
	folder, err := os.MkdirTemp("", "lists")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	names := make([]string, 500)
	for i := range names {
		names[i] = fmt.Sprintf("supplier-%03d.csv", i)
	}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		openAll(folder, names)
	}()
	wg.Wait()
}
