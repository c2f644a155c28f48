// Package meters keeps readings in InfluxDB.
package meters

import (
	"time"

	influxdb2 "github.com/influxdata/influxdb-client-go/v2"
	"github.com/influxdata/influxdb-client-go/v2/api"
)

// Store writes readings through one client, to a bucket each for power and for its daily sums.
type Store struct{ power, sums api.WriteAPI }

// Open returns the store at url.
func Open(url, token string) *Store {
	client := influxdb2.NewClientWithOptions(url, token, influxdb2.DefaultOptions().SetFlushInterval(200))
	return &Store{client.WriteAPI("northshop", "energy"), client.WriteAPI("northshop", "sums")}
}

// Save keeps one reading.
func (s *Store) Save(meter string, watts float64) {
	point := influxdb2.NewPoint("power", map[string]string{"meter": meter},
		map[string]interface{}{"watts": watts}, time.Now())
	s.power.WritePoint(point)
	s.sums.WritePoint(point)
}
