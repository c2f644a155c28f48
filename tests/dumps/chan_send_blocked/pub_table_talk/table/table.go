// Package table passes on what is said.
package table

// Guest hears what others say.
type Guest struct {
	Name  string
	Hears chan string
}

// Table is where all sit.
type Table struct {
	Join, Leave chan *Guest
	Say         chan string
	guests      map[*Guest]bool
}

// New makes a table at which nobody sits.
func New() *Table {
	return &Table{Join: make(chan *Guest), Leave: make(chan *Guest), Say: make(chan string), guests: map[*Guest]bool{}}
}

// Run serves the table, for ever.
func (t *Table) Run() {
	for {
		select {
		case guest := <-t.Join:
			t.guests[guest] = true
		case guest := <-t.Leave:
			t.drop(guest)
		case line := <-t.Say:
			for guest := range t.guests {
				t.tell(guest, line)
			}
		}
	}
}

func (t *Table) tell(guest *Guest, line string) {
	guest.Hears <- line
}

func (t *Table) drop(guest *Guest) {
	if t.guests[guest] {
		delete(t.guests, guest)
		close(guest.Hears)
	}
}
