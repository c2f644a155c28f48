package rows

import (
	"bufio"
	"io"
	"strings"
)

// Row is one patient visit as the clinic exports it.
type Row struct {
	Clinic, Visit, Code string
}

func (r Row) Blank() bool { return r.Visit == "" }

func Read(in io.Reader) (out []Row) {
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		f := strings.Split(sc.Text()+";;", ";")
		out = append(out, Row{f[0], f[1], f[2]})
	}
	return out
}
