// Package heat writes points to InfluxDB.
//
// A meter that is being exchanged sends no value, and a point without fields cannot be encoded. WritePoint of
// github.com/influxdata/influxdb-client-go 2.14.0 sends such errors on the channel of Errors, which has room for one
// and which this program asked for and does not read.
// https://github.com/influxdata/influxdb-client-go/issues/384
package heat

import (
	"log"
	"time"

	influxdb2 "github.com/influxdata/influxdb-client-go/v2"
	"github.com/influxdata/influxdb-client-go/v2/api"
	"github.com/influxdata/influxdb-client-go/v2/api/write"
)

// Gauge records readings.
type Gauge struct {
	out    api.WriteAPI
	errors <-chan error
}

// New returns the gauge of the database at that URL.
func New(url string) *Gauge {
	c := influxdb2.NewClientWithOptions(url, "token", influxdb2.DefaultOptions().SetLogLevel(0))
	out := c.WriteAPI("district", "heat")
	return &Gauge{out, out.Errors()}
}

// Record records a reading.
func (g *Gauge) Record(house string, known bool) {
	p := write.NewPointWithMeasurement("heat").AddTag("house", house).SetTime(time.Now())
	if known {
		p.AddField("kwh", 12.5)
	}
	g.out.WritePoint(p)
}

// Close writes what is left.
func (g *Gauge) Close() {
	g.out.Flush()
	for len(g.errors) > 0 {
		log.Println(<-g.errors)
	}
}
