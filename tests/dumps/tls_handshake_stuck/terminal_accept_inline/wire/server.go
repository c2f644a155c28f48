package wire

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"log"
	"math/big"
	"net"
	"time"
)

type Server struct {
	ln       net.Listener
	tls      *tls.Config
	bookings chan string
}

func Listen(addr string) (*Server, error) {
	cert, err := selfSigned()
	if err != nil {
		return nil, err
	}
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	return &Server{ln: ln, tls: &tls.Config{Certificates: []tls.Certificate{cert}}, bookings: make(chan string, 32)}, nil
}

// Serve accepts terminals. Their certificate says which shop they belong to, so the
// handshake comes first.
func (s *Server) Serve() error {
	for {
		raw, err := s.ln.Accept()
		if err != nil {
			return err
		}
		conn := tls.Server(raw, s.tls)
		if err := conn.Handshake(); err != nil { // BUG: in the accept loop, without a deadline
			log.Printf("%s: %v", raw.RemoteAddr(), err)
			raw.Close()
			continue
		}
		go s.session(conn)
	}
}

func (s *Server) session(conn *tls.Conn) {
	defer conn.Close()
	for lines := bufio.NewScanner(conn); lines.Scan(); {
		conn.SetReadDeadline(time.Now().Add(time.Minute))
		s.bookings <- lines.Text()
		fmt.Fprintln(conn, "ok")
	}
}

func (s *Server) Book() {
	for b := range s.bookings {
		log.Println("booked", b)
	}
}

func selfSigned() (tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, err
	}
	t := &x509.Certificate{SerialNumber: big.NewInt(7), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, t, t, &key.PublicKey, key)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, err
}
