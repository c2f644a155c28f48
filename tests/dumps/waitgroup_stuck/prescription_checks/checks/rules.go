package checks

import (
	"context"
	"errors"
)

func Dosage(_ context.Context, drug string) error {
	if drug == "" {
		return ErrSkip
	}
	return nil
}

func Interaction(_ context.Context, drug string) error {
	if drug == "warfarin" {
		return errors.New("interacts with aspirin")
	}
	return nil
}

func Allergy(_ context.Context, drug string) error { return nil }
