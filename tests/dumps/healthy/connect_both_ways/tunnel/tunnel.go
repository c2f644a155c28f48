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
	if n := from.Buffered(); n > 0 {
		io.CopyN(target, from, int64(n))
	}
	// The end of one direction ends the other.
	go p.copy(&both, target, client)
	go p.copy(&both, client, target)
	both.Wait()
	log.Printf("tunnel closed, %d bytes in all", p.bytes.Load())
}

func (p *Proxy) copy(done *sync.WaitGroup, to, from net.Conn) {
	defer done.Done()
	defer to.SetReadDeadline(time.Now())
	n, _ := io.Copy(to, from)
	p.bytes.Add(n)
}
