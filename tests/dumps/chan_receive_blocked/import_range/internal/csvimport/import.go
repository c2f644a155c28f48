// Package csvimport reads price lists that merchants upload.
package csvimport

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

var errColumns = errors.New("wrong number of columns")

// Import reads all rows and stores them in the background while it reads.
func Import(r io.Reader, store func([]string)) error {
	rows := make(chan []string, 8)
	go storeAll(rows, store)
	scan := bufio.NewScanner(r)
	for scan.Scan() {
		columns := strings.Split(scan.Text(), ";")
		if len(columns) != 3 {
			return errColumns // BUG: rows stays open
		}
		rows <- columns
	}
	close(rows)
	return scan.Err()
}

func storeAll(rows <-chan []string, store func([]string)) {
	for row := range rows {
		store(row)
	}
}
