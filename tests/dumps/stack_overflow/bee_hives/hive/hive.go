package hive

import (
	"encoding/json"
	"time"
)

type Hive struct {
	Name   string
	Weight float64
	Seen   time.Time
	Split  []*Hive
}

// MarshalJSON adds the health of the hive to its fields.
func (h Hive) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Body   json.Marshaler `json:"hive"`
		Health string         `json:"health"`
	}{Body: view{h}, Health: h.health()})
}

// view is a hive as the beekeepers see it.
type view struct{ Hive }

func (h Hive) health() string {
	if h.Weight < 20 {
		return "weak"
	}
	return "good"
}

func All() []Hive {
	return []Hive{{Name: "lime tree", Weight: 31}, {Name: "orchard", Weight: 17}}
}
