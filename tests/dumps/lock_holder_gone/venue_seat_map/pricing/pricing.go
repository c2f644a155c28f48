package pricing

// Rule changes a price; rules are loaded from the promoter's sheet.
type Rule interface {
	Apply(row string, cents int) int
}

type Surcharge struct{ Rows map[string]int }

func (s Surcharge) Apply(row string, cents int) int { return cents + s.Rows[row] }

// Tiered divides what is above the threshold among the bands.
type Tiered struct {
	Threshold int
	Bands     []int
}

func (t *Tiered) Apply(row string, cents int) int {
	if cents < t.Threshold {
		return cents
	}
	return cents + (cents-t.Threshold)/len(t.Bands)
}
