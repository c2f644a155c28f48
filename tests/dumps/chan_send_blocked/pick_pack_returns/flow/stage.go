// Package flow moves totes between stations.
package flow

import "log"

// Tote is a box with a job.
type Tote struct {
	ID    string
	Tries int
}

// Station does one step and says where the tote goes next.
type Station struct {
	Name string
	In   chan Tote
	Step func(Tote) (Tote, *Station)
}

// NewStation has room for a few totes in front of it.
func NewStation(name string, room int) *Station {
	return &Station{Name: name, In: make(chan Tote, room)}
}

// Man puts people to the station.
func (s *Station) Man(people int) {
	for i := 0; i < people; i++ {
		go s.shift(i)
	}
}

func (s *Station) shift(person int) {
	for t := range s.In {
		t, next := s.Step(t)
		if next == nil {
			log.Printf("%s/%d: %s leaves the hall", s.Name, person, t.ID)
			continue
		}
		next.accept(t)
	}
}

func (s *Station) accept(t Tote) { s.In <- t }
