// Package terminal speaks with the terminals at the doors.
package terminal

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"log"
	"math/big"
	"net"
	"time"
)

type Listener struct {
	config *tls.Config
	idle   time.Duration
	badges map[string]bool
}

func certificate() (tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, err
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "doors"},
		NotAfter: time.Now().AddDate(1, 0, 0)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, err
}

func New(idle time.Duration) (*Listener, error) {
	cert, err := certificate()
	return &Listener{config: &tls.Config{Certificates: []tls.Certificate{cert}}, idle: idle}, err
}

func (l *Listener) Serve(plain net.Listener) error {
	for {
		c, err := plain.Accept()
		if err != nil {
			return err
		}
		go l.serve(c)
	}
}

func (l *Listener) serve(c net.Conn) {
	defer c.Close()
	secure := tls.Server(c, l.config)
	if err := secure.Handshake(); err != nil {
		log.Printf("terminal %s: %v", c.RemoteAddr(), err)
		return
	}
	lines := bufio.NewScanner(secure)
	for {
		secure.SetDeadline(time.Now().Add(l.idle))
		if !lines.Scan() {
			return
		}
		fmt.Fprintln(secure, l.badges[lines.Text()])
	}
}
