// Package search finds products in Elasticsearch.
package search

import (
	"context"

	"github.com/olivere/elastic/v7"
)

// Products is the index of the shop's products.
type Products struct{ url string }

// New returns the index at url.
func New(url string) (*Products, error) { return &Products{url}, nil }

// Find returns the ids of the products whose name fits.
func (p *Products) Find(ctx context.Context, name string) ([]string, error) {
	client, err := elastic.NewClient(elastic.SetURL(p.url), elastic.SetSniff(false))
	if err != nil {
		return nil, err
	}
	result, err := client.Search("products").Query(elastic.NewMatchQuery("name", name)).Do(ctx)
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
