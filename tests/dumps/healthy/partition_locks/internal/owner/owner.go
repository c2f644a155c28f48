// Package owner holds the locks of partitions as long as the process lives.
package owner

import (
	"fmt"
	"log"

	"github.com/hashicorp/consul/api"
)

// Hold takes the locks of so many partitions from the agent at addr.
func Hold(addr string, partitions int) error {
	client, err := api.NewClient(&api.Config{Address: addr})
	if err != nil {
		return err
	}
	for i := range partitions {
		key := fmt.Sprintf("partitions/%d", i)
		lock, err := client.LockKey(key)
		if err != nil {
			return err
		}
		lost, err := lock.Lock(nil)
		if err != nil {
			return err
		}
		go func() {
			<-lost
			log.Fatalf("%s: lock lost", key)
		}()
	}
	return nil
}
