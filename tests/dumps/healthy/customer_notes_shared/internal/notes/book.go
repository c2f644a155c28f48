// Package notes keeps notes in MongoDB.
package notes

import (
	"context"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

// Book is the collection of notes, behind one client.
type Book struct{ all *mongo.Collection }

// Open returns the notes in the database at uri.
func Open(uri string) (*Book, error) {
	client, err := mongo.Connect(options.Client().ApplyURI(uri))
	if err != nil {
		return nil, err
	}
	return &Book{client.Database("hotline").Collection("notes")}, nil
}

// Add writes down a note.
func (b *Book) Add(ctx context.Context, customer, text string) error {
	_, err := b.all.InsertOne(ctx, bson.M{"customer": customer, "text": text, "at": time.Now()})
	return err
}
