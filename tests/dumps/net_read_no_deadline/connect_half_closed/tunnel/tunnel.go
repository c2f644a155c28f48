package tunnel

import (
	"bufio"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

type Proxy struct {
	Rewrite func(host string) string
	bytes   atomic.Int64
}

func (p *Proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	target, err := net.DialTimeout("tcp", p.Rewrite(r.Host), 3*time.Second)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	client, buffered, err := w.(http.Hijacker).Hijack()
	if err != nil {
		target.Close()
		return
	}
	io.WriteString(client, "HTTP/1.1 200 Connection established\r\n\r\n")
	go p.join(client, buffered.Reader, target)
}

func (p *Proxy) join(client net.Conn, from *bufio.Reader, target net.Conn) {
	defer client.Close()
	defer target.Close()
	var both sync.WaitGroup
	both.Add(2)
	go p.copy(&both, target, from)
	go p.copy(&both, client, target)
	// BUG: the end of one direction does not end the other; a silent target keeps the tunnel for ever.
	both.Wait()
	log.Printf("tunnel closed, %d bytes in all", p.bytes.Load())
}

func (p *Proxy) copy(done *sync.WaitGroup, to io.Writer, from io.Reader) {
	defer done.Done()
	n, _ := io.Copy(to, from)
	p.bytes.Add(n)
}
