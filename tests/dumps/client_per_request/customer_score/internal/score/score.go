// Package score asks the agency how good customers are.
package score

import (
	"io"
	"net/http"
	"time"

	"github.com/afex/hystrix-go/hystrix"
)

// Rater asks the agency at a URL.
type Rater struct {
	url    string
	client http.Client
}

// New returns a rater that asks at url.
func New(url string) *Rater { return &Rater{url, http.Client{Timeout: time.Second}} }

// Rate asks for a customer, unless the agency has failed too often.
func (r *Rater) Rate(customer string) error {
	return hystrix.Do("score-"+customer, func() error {
		answer, err := r.client.Get(r.url + "/ok?customer=" + customer)
		if err != nil {
			return err
		}
		defer answer.Body.Close()
		_, err = io.Copy(io.Discard, answer.Body)
		return err
	}, nil)
}
