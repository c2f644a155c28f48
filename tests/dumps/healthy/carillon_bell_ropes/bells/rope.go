package bells

// Strike is one note of a tune.
type Strike struct{ bell, tune int }

// Rope hands strikes to the ringer, who takes one after the other.
type Rope struct{ strikes chan Strike }

func (r *Rope) Pull(s Strike) { r.strikes <- s }
