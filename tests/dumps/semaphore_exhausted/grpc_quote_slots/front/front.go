// Package front is the web side of the quotes.
package front

import (
	"context"
	"net/http"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

type Page struct {
	conn *grpc.ClientConn
}

func New(conn *grpc.ClientConn) *Page { return &Page{conn: conn} }

func (p *Page) quote(ctx context.Context, object string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	out := new(wrapperspb.StringValue)
	err := p.conn.Invoke(ctx, "/quotes.Quotes/Quote", wrapperspb.String(object), out)
	return out.GetValue(), err
}

func (p *Page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	text, err := p.quote(r.Context(), strings.TrimPrefix(r.URL.Path, "/quote/"))
	if err != nil {
		http.Error(w, status.Convert(err).Message(), http.StatusBadGateway)
		return
	}
	w.Write([]byte(text))
}
