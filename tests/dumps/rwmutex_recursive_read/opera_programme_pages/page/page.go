// Package page renders the programme.
package page

import (
	"io"
	"text/template"
	"time"

	"oper.example/programme/season"
)

const sheet = `{{.Title}}, {{.Conductor}}
{{range .Cast}}  {{photo .}} {{singer .}}
{{end}}`

type Renderer struct {
	season *season.Season
	sheet  *template.Template
}

func New(s *season.Season) *Renderer {
	funcs := template.FuncMap{"singer": s.Singer, "photo": photo}
	return &Renderer{season: s, sheet: template.Must(template.New("sheet").Funcs(funcs).Parse(sheet))}
}

func photo(key string) string {
	time.Sleep(15 * time.Millisecond) // the media server
	return key + ".jpg"
}

func (r *Renderer) Render(w io.Writer, id string) error {
	return r.season.View(id, func(e *season.Evening) error { return r.sheet.Execute(w, e) })
}
