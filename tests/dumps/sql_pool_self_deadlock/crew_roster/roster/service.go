package roster

import (
	"context"
	"encoding/json"
	"net/http"
)

type Service struct{ Repo *Repo }

func (s *Service) Month(w http.ResponseWriter, r *http.Request) {
	var month []Duty
	// BUG: the callback asks the pool for a second connection while the rows hold the first.
	err := s.Repo.EachDuty(r.Context(), func(ctx context.Context, d Duty) (err error) {
		d.Name, err = s.Repo.CrewName(ctx, d.Crew)
		month = append(month, d)
		return err
	})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(month)
}
