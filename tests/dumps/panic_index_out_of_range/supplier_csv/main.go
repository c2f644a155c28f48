// Command supplier reads the price lists of suppliers, several at once.
package main

import (
	"fmt"
	"log"
	"os"
	"runtime/debug"
	"sync"

	"github.com/northshop/supplier-csv/internal/feed"
)

var files = map[string]string{
	"acme":   "mug,EUR,4.20\nplate,EUR,7.00",
	"blumen": "vase,EUR,19.90\nsoil,EUR",
}

func load(name string) (total int) {
	defer func() {
		v := recover()
		if v == nil {
			return
		}
		if os.Getenv("WRAP") != "" {
			panic(fmt.Errorf("supplier %s: %v", name, v))
		}
		if os.Getenv("LOGGED") != "" {
			log.Printf("supplier %s skipped: %v\n%s", name, v, debug.Stack())
			return
		}
		panic(v)
	}()
	return len(feed.Prices(files[name]))
}

func main() {
	var wg sync.WaitGroup
	for name := range files {
		name := name
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Println(name, load(name))
		}()
	}
	wg.Wait()
}
