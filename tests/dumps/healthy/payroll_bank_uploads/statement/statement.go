// Package statement uploads pay statements to banks while they are written.
package statement

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

type Uploader struct {
	base  string
	lines int
	http  *http.Client
}

func New(base string, lines int) *Uploader {
	return &Uploader{base: base, lines: lines, http: &http.Client{Timeout: 3 * time.Minute}}
}

// Upload streams one bank's file; the writer ends with the request, whatever happens.
func (u *Uploader) Upload(ctx context.Context, bank string) error {
	pr, pw := io.Pipe()
	defer pr.Close()
	go func() { pw.CloseWithError(u.write(pw, bank)) }()
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, u.base+"/sink?ms=120&bank="+bank, pr)
	if err != nil {
		return err
	}
	resp, err := u.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode/100 != 2 {
		return fmt.Errorf("bank %s: %s", bank, resp.Status)
	}
	return nil
}

func (u *Uploader) write(w io.Writer, bank string) error {
	out := csv.NewWriter(w)
	for i := 0; i < u.lines; i++ {
		if err := out.Write([]string{bank, "DE" + strconv.Itoa(7e8+i), strconv.Itoa(i * 31)}); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
