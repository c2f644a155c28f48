package render

// crew runs jobs on a fixed number of goroutines.
type crew struct{ jobs chan func() }

func newCrew(size, backlog int) *crew {
	c := &crew{jobs: make(chan func(), backlog)}
	for i := 0; i < size; i++ {
		go c.work()
	}
	return c
}

func (c *crew) work() {
	for job := range c.jobs {
		job()
	}
}

func (c *crew) submit(job func()) { c.jobs <- job }
