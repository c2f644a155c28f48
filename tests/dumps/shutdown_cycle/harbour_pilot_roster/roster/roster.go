// Package roster plans the pilots of a harbour.
package roster

import (
	"sync"
	"time"

	"pilotage.fi/roster/sched"
)

type Pilot struct {
	Name  string
	Until time.Time
}

type shift struct {
	station string
	of      *Roster
}

// Tick ends what is over and calls the next pilot.
func (s shift) Tick(now time.Time) {
	next := Pilot{Name: s.station, Until: now.Add(4 * time.Hour)}
	time.Sleep(4 * time.Millisecond) // weather and draught of the next ship
	s.of.record(s.station, next)
}

type Roster struct {
	mu     sync.Mutex
	onDuty map[string]Pilot
	plan   *sched.Scheduler
}

func New(stations []string, every time.Duration) *Roster {
	r := &Roster{onDuty: map[string]Pilot{}}
	r.plan = r.schedule(stations, every)
	return r
}

func (r *Roster) schedule(stations []string, every time.Duration) *sched.Scheduler {
	jobs := make([]sched.Job, 0, len(stations))
	for _, s := range stations {
		jobs = append(jobs, shift{s, r})
	}
	return sched.Start(every, jobs...)
}

func (r *Roster) record(station string, p Pilot) {
	r.mu.Lock()
	r.onDuty[station] = p
	r.mu.Unlock()
}

func (r *Roster) OnDuty(station string) Pilot {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.onDuty[station]
}

// Replan replaces the stations; the old plan is stopped first.
func (r *Roster) Replan(stations []string, every time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.plan.Stop()
	r.onDuty = make(map[string]Pilot, len(stations))
	r.plan = r.schedule(stations, every)
}
