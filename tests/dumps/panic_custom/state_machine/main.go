// Command orders moves orders through their states.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"text/template"
	"time"
)

type state int

type transition struct{ from, to state }

type reason struct{ code int }

func (r reason) String() string { return fmt.Sprintf("reason %d", r.code) }

type order struct {
	id    string
	state state
}

func (o *order) move(to state) {
	if to != o.state+1 {
		switch os.Getenv("MODE") {
		case "value":
			panic(transition{o.state, to})
		case "stringer":
			panic(reason{int(to)})
		case "log":
			log.Panicf("order %s: cannot go from %d to %d", o.id, o.state, to)
		default:
			panic(errors.New("order " + o.id + " is broken\nstate: shipped\nexpected: paid"))
		}
	}
	o.state = to
}

func letter() *template.Template {
	return template.Must(template.New("letter").Parse("Dear {{.Name}, your order"))
}

func main() {
	go func() {
		for range time.Tick(time.Second) {
		}
	}()
	if os.Getenv("MODE") == "must" {
		fmt.Println(letter().Name())
	}
	o := &order{id: "N-0007"}
	o.move(1)
	o.move(3)
}
