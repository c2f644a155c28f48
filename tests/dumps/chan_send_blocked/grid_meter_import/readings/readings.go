// Package readings parses what the meters send.
package readings

import (
	"bufio"
	"io"
	"strings"
)

type Row struct {
	Meter string
	KWh   string
}

// Parse sends each line of the file as a row.
func Parse(src io.Reader, rows chan<- Row) error {
	sc := bufio.NewScanner(src)
	for sc.Scan() {
		meter, kwh, ok := strings.Cut(sc.Text(), ";")
		if !ok {
			continue
		}
		rows <- Row{meter, kwh}
	}
	return sc.Err()
}
