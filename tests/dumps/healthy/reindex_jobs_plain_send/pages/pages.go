// Package pages yields the pages of volumes.
package pages

import "fmt"

// Page is one scan.
type Page struct {
	Volume string
	Number int
}

// Volume is a bound book of scans.
type Volume struct {
	Name  string
	Pages int
}

// All yields the pages.
func (v *Volume) All() <-chan Page {
	out := make(chan Page)
	go func() {
		defer close(out)
		for i := 1; i <= v.Pages; i++ {
			out <- Page{v.Name, i}
		}
	}()
	return out
}

// Shelf makes n volumes.
func Shelf(n int) []*Volume {
	var all []*Volume
	for i := 0; i < n; i++ {
		all = append(all, &Volume{Name: fmt.Sprint("vol", i), Pages: 200 + i})
	}
	return all
}
