// Package meters keeps readings in InfluxDB.
package meters

import (
	"time"

	influxdb2 "github.com/influxdata/influxdb-client-go/v2"
)

// Store writes readings.
type Store struct{ url, token string }

// Open returns the store at url.
func Open(url, token string) *Store { return &Store{url, token} }

// Save keeps one reading.
func (s *Store) Save(meter string, watts float64) {
	client := influxdb2.NewClient(s.url, s.token)
	points := client.WriteAPI("northshop", "energy")
	points.WritePoint(influxdb2.NewPoint("power", map[string]string{"meter": meter},
		map[string]interface{}{"watts": watts}, time.Now()))
	points.Flush()
}
