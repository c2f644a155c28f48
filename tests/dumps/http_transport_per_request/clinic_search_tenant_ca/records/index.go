// Package records searches the index of a clinic.
package records

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"strings"
	"time"

	opensearch "github.com/opensearch-project/opensearch-go/v2"
	"github.com/opensearch-project/opensearch-go/v2/opensearchapi"
)

// Clinic is one tenant with its own address and password.
type Clinic struct {
	Name, Address, User, Password string
}

type Result struct {
	Path  string `json:"path"`
	Stock int    `json:"stock"`
}

func (c Clinic) client() (*opensearch.Client, error) {
	return opensearch.NewClient(opensearch.Config{
		Addresses:  []string{c.Address},
		Username:   c.User,
		Password:   c.Password,
		MaxRetries: 3,
		Transport: &http.Transport{
			DialContext:           (&net.Dialer{Timeout: 2 * time.Second}).DialContext,
			ResponseHeaderTimeout: 5 * time.Second,
			MaxIdleConnsPerHost:   8,
		},
	})
}

// Search looks for q among the patients of the clinic.
func Search(ctx context.Context, c Clinic, q string) (Result, error) {
	var out Result
	client, err := c.client()
	if err != nil {
		return out, err
	}
	req := opensearchapi.SearchRequest{
		Index: []string{"patients-" + c.Name},
		Body:  strings.NewReader(`{"query":{"match":{"diagnosis":"` + q + `"}}}`),
	}
	resp, err := req.Do(ctx, client)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	return out, json.NewDecoder(resp.Body).Decode(&out)
}
