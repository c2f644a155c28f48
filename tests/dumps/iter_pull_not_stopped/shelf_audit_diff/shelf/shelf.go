// Package shelf lists what stands where.
package shelf

import (
	"fmt"
	"iter"
)

// Place is a building, a room, a rack or a board.
type Place struct {
	Name  string
	Inner []*Place
	Books []string
}

// All yields the books below p with their places, in order.
func (p *Place) All() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) { p.walk(p.Name, yield) }
}

func (p *Place) walk(path string, yield func(string, string) bool) bool {
	for _, b := range p.Books {
		if !yield(b, path) {
			return false
		}
	}
	for _, in := range p.Inner {
		if !in.walk(path+"/"+in.Name, yield) {
			return false
		}
	}
	return true
}

// Room has racks boards with books; the book numbered lost is missing.
func Room(name string, racks, lost int) *Place {
	room := &Place{Name: name}
	n := 0
	for r := 0; r < racks; r++ {
		rack := &Place{Name: fmt.Sprint("rack", r)}
		for i := 0; i < 6; i++ {
			if n++; n != lost {
				rack.Books = append(rack.Books, fmt.Sprintf("%s-%04d", name, n))
			}
		}
		room.Inner = append(room.Inner, rack)
	}
	return room
}

// Difference returns where the scanned books differ from the catalogue first.
func Difference(catalogue, scanned iter.Seq2[string, string]) (string, bool) {
	want, stop := iter.Pull2(catalogue)
	defer stop()
	got, _ := iter.Pull2(scanned)
	for {
		book, place, more := want()
		found, at, any := got()
		switch {
		case !more && !any:
			return "", false
		case book != found:
			return fmt.Sprintf("%s at %s, not %s at %s", found, at, book, place), true
		}
	}
}
