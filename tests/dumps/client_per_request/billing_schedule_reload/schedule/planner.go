package schedule

import (
	"sync"

	"github.com/robfig/cron/v3"
)

type Job func(tenant string)

type Planner struct {
	sync.Mutex
	run     Job
	current map[string]*plan
}

type plan struct {
	*cron.Cron
	spec string
}

func NewPlanner(j Job) *Planner { return &Planner{run: j, current: make(map[string]*plan)} }

// Replace puts a new schedule in the place of the tenant's old one.
func (p *Planner) Replace(tenant, spec string) error {
	if spec == "" {
		spec = "@daily"
	}
	next := &plan{Cron: cron.New(), spec: spec}
	if _, err := next.AddFunc(spec, func() { p.run(tenant) }); err != nil {
		return err
	}
	next.Start()
	p.Lock()
	p.current[tenant] = next // BUG: the old one is dropped, not stopped
	p.Unlock()
	return nil
}
