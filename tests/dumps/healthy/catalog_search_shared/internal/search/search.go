// Package search finds products in Elasticsearch.
package search

import (
	"context"
	"net/http"

	"github.com/olivere/elastic/v7"
)

// Products is the index of the shop's products.
type Products struct{ client *elastic.Client }

// New returns the index at url, with one client that keeps up to 64 connections.
func New(url string) (*Products, error) {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 64
	client, err := elastic.NewClient(elastic.SetURL(url), elastic.SetSniff(false),
		elastic.SetHttpClient(&http.Client{Transport: transport}))
	return &Products{client}, err
}

// Find returns the ids of the products whose name fits.
func (p *Products) Find(ctx context.Context, name string) ([]string, error) {
	result, err := p.client.Search("products").Query(elastic.NewMatchQuery("name", name)).Do(ctx)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	if result.Hits != nil {
		for _, hit := range result.Hits.Hits {
			ids = append(ids, hit.Id)
		}
	}
	return ids, nil
}
