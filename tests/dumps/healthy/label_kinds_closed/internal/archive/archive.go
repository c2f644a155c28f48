// Package archive keeps the labels that were printed.
package archive

import (
	"context"
	"io"
	"net/http"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// Archive is the bucket of labels.
type Archive struct{ client *minio.Client }

// Open returns the archive of the store at addr.
func Open(addr string) (*Archive, error) {
	client, err := minio.New(addr, &minio.Options{
		Creds:  credentials.NewStaticV4("labels", "labels", ""),
		Region: "eu-north-1",
	})
	return &Archive{client}, err
}

// Kind tells what kind of file a label is, from its first bytes.
func (a *Archive) Kind(_ context.Context, label string) (string, error) {
	object, err := a.client.GetObject(context.Background(), "labels", label, minio.GetObjectOptions{})
	if err != nil {
		return "", err
	}
	defer object.Close()
	head := make([]byte, 512)
	n, err := io.ReadFull(object, head)
	if err != nil && err != io.ErrUnexpectedEOF {
		return "", err
	}
	return http.DetectContentType(head[:n]), nil
}
