package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"log"
	"math/big"
	"net/http"
	"os"
	"time"

	"sysward/collector/internal/ops"
	"sysward/collector/syslogd"
)

func selfSigned() tls.Certificate {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	t := &x509.Certificate{SerialNumber: big.NewInt(7), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, t, t, &key.PublicKey, key)
	if err != nil {
		log.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

func main() {
	col := syslogd.New(4)
	go func() {
		log.Fatal(col.ListenTLS(os.Getenv("LISTEN_PUBLIC"), &tls.Config{Certificates: []tls.Certificate{selfSigned()}}))
	}()
	mux := http.NewServeMux()
	mux.HandleFunc("/stats", col.Stats)
	ops.Start(mux)
	ops.Wait()
}
