package store

import (
	"context"
	"errors"
	"testing"

	"stet/claims"
)

// TestAuditedIsOfOneMoment changes the article between the reading of it and a
// query, which still answers as if nobody had.
func TestAuditedIsOfOneMoment(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 2))
	err := l.Audited(t.Context(), "ship", func(d *claims.Dossier, query claims.Asking) error {
		apply(t, l, &claims.Change{At: noon, SignOffs: []claims.SignOff{signOff(d, d.Entries[0], "s", claims.Confirmed, noon)}})
		return query(t.Context(), `select count(*) from signoff_view where article_id = :article`, map[string]any{"article": d.Article.ID},
			func(_ []string, v []any) error {
				if len(d.Entries) != 2 || v[0] != int64(0) {
					t.Errorf("%d claims, %v signed off, want 2 and none", len(d.Entries), v[0])
				}
				return nil
			})
	})
	if err != nil {
		t.Error(err)
	}
	if got := queryText(t, l, `select signoff_id from signoff_view`); got != "s" {
		t.Errorf("afterwards %q is signed off", got)
	}
}

func TestAuditedEnds(t *testing.T) {
	l := newLedger(t)
	apply(t, l, story("ship", 1, 1))
	if err := l.Audited(t.Context(), "boat", nil); !errors.Is(err, ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err := l.Audited(ctx, "ship", func(_ *claims.Dossier, query claims.Asking) error {
		cancel()
		return query(ctx, `select 1`, nil, func([]string, []any) error { return nil })
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}
