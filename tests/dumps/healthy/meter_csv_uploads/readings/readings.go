// Package readings parses what gateways send.
package readings

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"
)

// Import counts the rows of an upload, without the comments.
func Import(body io.Reader) (rows int, err error) {
	clean := withoutComments(body)
	defer clean.Close()
	parser := csv.NewReader(clean)
	parser.Comma = ';'
	for {
		if _, err := parser.Read(); err == io.EOF {
			return rows, nil
		} else if err != nil {
			return rows, err
		}
		rows++
	}
}

func withoutComments(body io.Reader) io.ReadCloser {
	pr, pw := io.Pipe()
	go func() {
		lines := bufio.NewScanner(body)
		for lines.Scan() {
			if strings.HasPrefix(lines.Text(), "#") {
				continue
			}
			if _, err := io.WriteString(pw, lines.Text()+"\n"); err != nil {
				return
			}
		}
		pw.CloseWithError(lines.Err())
	}()
	return pr
}
