package fax

import (
	"net/http"
	"sync"
	"time"

	"fax.example/gateway/lane"
)

type page struct{ to, text string }

type Office struct {
	out  *lane.Lane[page]
	done sync.WaitGroup
}

func NewOffice(lines int) *Office {
	o := &Office{out: lane.New[page]()}
	o.done.Add(lines)
	for i := 0; i < lines; i++ {
		go o.line(i)
	}
	return o
}

func (o *Office) line(int) {
	defer o.done.Done()
	for {
		p, ok := o.out.Pop()
		if !ok {
			return
		}
		dial(p)
	}
}

func dial(p page) { time.Sleep(time.Duration(len(p.text)) * 10 * time.Millisecond) }

func (o *Office) Send(w http.ResponseWriter, r *http.Request) {
	o.out.Push(page{r.FormValue("to"), r.FormValue("text")})
	w.WriteHeader(http.StatusAccepted)
}

func (o *Office) Close() {
	o.out.Close()
	o.done.Wait()
}
