package verify

import (
	"context"

	"stet/claims"
)

// Worst returns how bad what the check finds is at worst, in a draft: the gravest
// of what it finds in its own examples. An error is that of trying one.
func (c Check) Worst(ctx context.Context) (claims.Severity, error) {
	worst := claims.Info
	for _, e := range c.Catch {
		found, err := c.Try(ctx, e)
		if err != nil {
			return "", err
		}
		for _, f := range found {
			if f.Severity.AtLeast(worst) {
				worst = f.Severity
			}
		}
	}
	return worst, nil
}
