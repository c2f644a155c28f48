// Package archive keeps documents in object storage.
package archive

import (
	"context"
	"io"
	"net/http"
	"time"

	"labels/internal/ops"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Bucket is one folder of the archive.
type Bucket struct {
	api  *s3.Client
	name string
}

// Open returns the bucket of that name.
func Open(ctx context.Context, name string) (*Bucket, error) {
	client := awshttp.NewBuildableClient().WithTimeout(10 * time.Second).WithTransportOptions(func(t *http.Transport) {
		t.ResponseHeaderTimeout = 5 * time.Second
	})
	cfg := aws.Config{
		Region:       "eu-central-1",
		Credentials:  credentials.NewStaticCredentialsProvider("AKIDLABELS", "secret", ""),
		HTTPClient:   client,
		BaseEndpoint: aws.String(ops.Upstream(false)),
	}
	return &Bucket{api: s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true }), name: name}, nil
}

// Store writes a document.
func (b *Bucket) Store(ctx context.Context, key string, body io.ReadSeeker) error {
	_, err := b.api.PutObject(ctx, &s3.PutObjectInput{Bucket: &b.name, Key: &key, Body: body})
	return err
}
