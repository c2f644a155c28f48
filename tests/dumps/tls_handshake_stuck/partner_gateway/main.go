// Command partnergateway takes orders of partners over TLS.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"log"
	"math/big"
	"net/http"
	"os"
	"time"

	"github.com/northshop/partnergateway/internal/ops"
)

// ownCertificate serves until the real one has been fetched.
func ownCertificate() tls.Certificate {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	now := time.Now()
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "partner.shop.example"},
		NotBefore: now, NotAfter: now.Add(24 * time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		log.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusAccepted) })
	// BUG: no ReadTimeout and no ReadHeaderTimeout, so a client that never says ClientHello stays for ever.
	gateway := &http.Server{Addr: os.Getenv("LISTEN_PUBLIC"), Handler: mux,
		TLSConfig: &tls.Config{Certificates: []tls.Certificate{ownCertificate()}}}
	go func() { log.Fatal(gateway.ListenAndServeTLS("", "")) }()
	ops.Start(http.NewServeMux())
	ops.Wait()
}
