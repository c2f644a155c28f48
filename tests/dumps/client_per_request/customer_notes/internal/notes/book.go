// Package notes keeps notes in MongoDB.
package notes

import (
	"context"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

// Book is the collection of notes.
type Book struct{ uri string }

// Open returns the notes in the database at uri.
func Open(uri string) (*Book, error) { return &Book{uri}, nil }

func (b *Book) collection() (*mongo.Collection, error) {
	client, err := mongo.Connect(options.Client().ApplyURI(b.uri))
	if err != nil {
		return nil, err
	}
	return client.Database("hotline").Collection("notes"), nil
}

// Add writes down a note.
func (b *Book) Add(ctx context.Context, customer, text string) error {
	all, err := b.collection()
	if err != nil {
		return err
	}
	_, err = all.InsertOne(ctx, bson.M{"customer": customer, "text": text, "at": time.Now()})
	return err
}
