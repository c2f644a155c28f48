package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"

	"chat.example.net/hub/rooms"
)

type member struct {
	name string
	send chan string
}

func (m *member) Deliver(text string) {
	select {
	case m.send <- text:
	default:
	}
}

func main() {
	lobby := rooms.Open("lobby")
	http.HandleFunc("/join", func(w http.ResponseWriter, r *http.Request) {
		m := &member{r.FormValue("name"), make(chan string, 8)}
		lobby.Join(m)
		defer lobby.Leave(m)
		out := bufio.NewWriter(w)
		for {
			select {
			case text := <-m.send:
				io.WriteString(out, text)
				out.Flush()
				w.(http.Flusher).Flush()
			case <-r.Context().Done():
				return
			}
		}
	})
	http.HandleFunc("/say", func(w http.ResponseWriter, r *http.Request) {
		lobby.Say(r.FormValue("text"))
	})
	http.HandleFunc("/count", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, lobby.Size()) })
	go func() {
		for t := range time.Tick(time.Second) {
			lobby.Say(t.Format(time.Kitchen))
		}
	}()
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
