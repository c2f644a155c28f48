// Command pricepush sends price changes to the tills over plain TCP.
package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"

	"github.com/northshop/pricepush/internal/ops"
)

// serve pushes all prices again and again to one till.
func serve(c net.Conn) {
	defer c.Close()
	out := bufio.NewWriterSize(c, 64<<10)
	for price := 0; ; price++ {
		// BUG: no write deadline. A till that hangs fills its socket buffer, and Write waits for ever.
		if _, err := fmt.Fprintf(out, "%08d;price;%d\n", price, price%997); err != nil {
			log.Printf("till %s: %v", c.RemoteAddr(), err)
			return
		}
	}
}

func main() {
	l, err := net.Listen("tcp", os.Getenv("LISTEN_PUBLIC"))
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				log.Fatal(err)
			}
			go serve(c)
		}
	}()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
