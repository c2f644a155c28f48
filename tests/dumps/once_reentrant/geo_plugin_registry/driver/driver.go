package driver

import (
	"sort"

	"gitlab.com/terrasol/tiles/lazy"
)

// Projection maps coordinates.
type Projection interface {
	Name() string
	Init() error
}

type mercator struct{}

func (mercator) Name() string { return "mercator" }
func (mercator) Init() error  { return nil }

// composite is made of others.
type composite struct {
	name  string
	parts []string
	built []Projection
}

func (c *composite) Name() string { return c.name }

func (c *composite) Init() error {
	for _, p := range c.parts {
		c.built = append(c.built, Find(p))
	}
	return nil
}

type table map[string]Projection

var all *lazy.Val[table]

func init() { all = lazy.Of(load) }

func load() (table, error) {
	t := table{}
	for _, p := range []Projection{mercator{}, &composite{name: "inset", parts: []string{"mercator"}}} {
		if err := p.Init(); err != nil {
			return nil, err
		}
		t[p.Name()] = p
	}
	return t, nil
}

// Find returns a projection by its name.
func Find(name string) Projection { return all.Must()[name] }

// Names lists what there is.
func Names() (names []string) {
	for n := range all.Must() {
		names = append(names, n)
	}
	sort.Strings(names)
	return
}
