// Package sign signs requests.
package sign

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
)

// Signer is a RoundTripper for one partner's key.
type Signer struct {
	Key  []byte
	Next http.RoundTripper
}

func (s *Signer) RoundTrip(r *http.Request) (*http.Response, error) {
	signed := r.Clone(r.Context())
	mac := hmac.New(sha256.New, s.Key)
	mac.Write([]byte(r.URL.Path))
	signed.Header.Set("X-Signature", hex.EncodeToString(mac.Sum(nil)))
	return s.Next.RoundTrip(signed)
}
