package agent

import "sync"

type Agent struct {
	ID    string
	Skill string
	Busy  bool
}

// Directory knows who is logged in.
type Directory struct {
	mu     sync.RWMutex
	agents map[string]*Agent
	leave  func(id string)
	sheet  Timesheet
}

// Timesheet is written when a shift ends.
type Timesheet interface{ Close(id string) error }

func NewDirectory(t Timesheet) *Directory {
	return &Directory{agents: map[string]*Agent{}, sheet: t}
}

// OnLeave sets what happens when somebody logs off.
func (d *Directory) OnLeave(f func(id string)) { d.leave = f }

func (d *Directory) LogIn(id, skill string) {
	d.mu.Lock()
	d.agents[id] = &Agent{ID: id, Skill: skill}
	d.mu.Unlock()
}

func (d *Directory) LogOff(id string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.agents[id]; !ok {
		return nil
	}
	if err := d.sheet.Close(id); err != nil {
		return err
	}
	d.leave(id)
	delete(d.agents, id)
	return nil
}

func (d *Directory) Pick(skill string) (string, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	for id, a := range d.agents {
		if a.Skill == skill {
			return id, true
		}
	}
	return "", false
}
