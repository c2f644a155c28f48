package main

import (
	"fmt"
	"log"
	"net/http"
	_ "net/http/pprof"
	"os"
	"strings"
	"time"

	mqtt "github.com/eclipse/paho.mqtt.golang"
)

type controller struct {
	bus      mqtt.Client
	setpoint float64
	lastSeen map[string]time.Time
}

func main() {
	c := &controller{setpoint: 40, lastSeen: map[string]time.Time{}}
	opts := mqtt.NewClientOptions().
		AddBroker(os.Getenv("UPSTREAM_MQTT")).
		SetClientID("climate-controller").
		SetKeepAlive(30 * time.Second).
		SetOnConnectHandler(func(bus mqtt.Client) {
			bus.Subscribe("greenhouse/+/moisture", 1, c.onMoisture)
		})
	c.bus = mqtt.NewClient(opts)
	if t := c.bus.Connect(); t.Wait() && t.Error() != nil {
		log.Fatal(t.Error())
	}

	// The gateways of the old houses post their readings; the new ones speak MQTT themselves.
	gateway := mqtt.NewClient(mqtt.NewClientOptions().AddBroker(os.Getenv("UPSTREAM_MQTT")).SetClientID("gateway"))
	if t := gateway.Connect(); t.Wait() && t.Error() != nil {
		log.Fatal(t.Error())
	}
	http.HandleFunc("/reading/", func(w http.ResponseWriter, r *http.Request) {
		house := strings.TrimPrefix(r.URL.Path, "/reading/")
		gateway.Publish("greenhouse/"+house+"/moisture", 1, false, "31.5")
		w.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}

func (c *controller) onMoisture(_ mqtt.Client, m mqtt.Message) {
	house := strings.Split(m.Topic(), "/")[1]
	var percent float64
	if _, err := fmt.Sscanf(string(m.Payload()), "%f", &percent); err != nil {
		log.Printf("%s: %v", house, err)
		return
	}
	c.lastSeen[house] = time.Now()
	if percent < c.setpoint {
		c.openValve(house, 20*time.Second)
	}
}

// openValve returns when the broker has the order, so that none is lost.
func (c *controller) openValve(house string, d time.Duration) {
	token := c.bus.Publish("greenhouse/"+house+"/valve", 1, false, d.String())
	if token.Wait() && token.Error() != nil {
		log.Printf("valve %s: %v", house, token.Error())
	}
}
