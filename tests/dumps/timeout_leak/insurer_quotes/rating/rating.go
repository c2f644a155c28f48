package rating

import (
	"context"
	"encoding/json"
	"net/http"
	"time"

	"github.com/northpole/quotes/insurers"
	"github.com/northpole/quotes/race"
)

type Service struct {
	carriers insurers.Carriers
	budget   time.Duration
}

func New(c insurers.Carriers, budget time.Duration) *Service {
	return &Service{carriers: c, budget: budget}
}

func (s *Service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), s.budget)
	defer cancel()
	calls := make([]race.Call[insurers.Premium], 0, len(s.carriers))
	for _, c := range s.carriers {
		c := c
		calls = append(calls, func(ctx context.Context) (insurers.Premium, error) {
			return c.Premium(ctx, insurers.Risk{Age: 41, Days: 14, Country: r.FormValue("to")})
		})
	}
	best, err := race.First(ctx, calls...)
	if err != nil {
		http.Error(w, err.Error(), http.StatusGatewayTimeout)
		return
	}
	json.NewEncoder(w).Encode(best)
}
