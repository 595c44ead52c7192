package desk_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"stet/claims"
	"stet/claims/desk"
	"stet/sources"
	"stet/store"
)

// shelf is a fetcher that has the pages of a map, and says how often each was
// asked for.
type shelf struct {
	mu    sync.Mutex
	pages map[string]string
	asked map[string]int
}

func (s *shelf) Fetch(_ context.Context, r sources.Request) sources.Fetched {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked[r.Address]++
	page, ok := s.pages[r.Address]
	if !ok {
		return sources.Fetched{State: sources.Missing, Reason: "no such file"}
	}
	return sources.Fetched{State: sources.Captured, Bytes: []byte(page)}
}

// Memento has the pages of the map under "archived:".
func (s *shelf) Memento(_ context.Context, address string, at time.Time) sources.Fetched {
	page, ok := s.pages["archived:"+address]
	if !ok {
		return sources.Fetched{State: sources.Missing, Via: sources.Archived, Reason: "the archive has no copy of it"}
	}
	return sources.Fetched{State: sources.Captured, Via: sources.Archived, MementoAt: at, Bytes: []byte(page)}
}

// SaveNow does as if the archive had the page by now.
func (s *shelf) SaveNow(ctx context.Context, address string) sources.Fetched {
	return s.Memento(ctx, address, time.Now())
}

// plain reads everything as plain text, and fails on "bad" bytes.
type plain struct{}

func (plain) Read(_ context.Context, b []byte, _ sources.ReadOptions) (*sources.Text, error) {
	if strings.HasPrefix(string(b), "bad") {
		return nil, fmt.Errorf("the file is damaged")
	}
	return &sources.Text{MediaType: "text/plain", Body: string(b)}, nil
}

func newDesk(t *testing.T, path string, pages map[string]string) *desk.Desk {
	t.Helper()
	ledger, err := store.Open(t.Context(), path, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ledger.Close() })
	return &desk.Desk{
		Ledger: ledger, Reader: plain{}, Fetcher: &shelf{pages: pages, asked: map[string]int{}}, ReaderVersion: "test",
		GuessKind: func(*sources.Text, string) sources.Kind { return "" }, By: "Kit", Now: time.Now, Parallel: 8,
		NewID: func() string { return uuid.Must(uuid.NewV7()).String() },
	}
}

func submit(t *testing.T, d *desk.Desk, body string, notes ...sources.Note) {
	t.Helper()
	_, err := d.Import(t.Context(), desk.Submission{
		Slug: "ferry", File: "ferry.txt", Bytes: []byte(body), Text: &sources.Text{MediaType: "text/plain", Body: body, Notes: notes},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestManyDesksOneArticle has several people change one article at once: each
// change is made again on what the one before left, and none is lost.
func TestManyDesksOneArticle(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	submit(t, newDesk(t, path, nil), "The ferry sank on Monday.")
	const people = 6
	var wg sync.WaitGroup
	for i := range people {
		d := newDesk(t, path, nil)
		wg.Go(func() {
			if _, err := d.AddClaim(context.Background(), "ferry", fmt.Sprintf("Claim of person %d.", i), claims.OwnVoice, claims.InBody); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	dossier, err := newDesk(t, path, nil).Ledger.Dossier(t.Context(), "ferry")
	if err != nil {
		t.Fatal(err)
	}
	if len(dossier.Entries) != people+1 {
		t.Errorf("%d claims, want %d", len(dossier.Entries), people+1)
	}
	for i, e := range dossier.Entries {
		if e.Claim.Number != i+1 {
			t.Errorf("claim %d has number %d", i+1, e.Claim.Number)
		}
	}
}

// TestCaptureKeepsWhatCannotBeRead wants the bytes of a damaged file kept, and
// the reason told.
func TestCaptureKeepsWhatCannotBeRead(t *testing.T) {
	d := newDesk(t, filepath.Join(t.TempDir(), "stet.db"), map[string]string{"log.txt": "bad bytes"})
	submit(t, d, "The ferry sank on Monday.", sources.Note{Kind: sources.Footnote, Label: "1", Text: `log.txt "sank"`, Start: 25, End: 25})
	if err := d.CaptureMissing(t.Context(), "ferry", desk.CaptureOptions{}); err != nil {
		t.Fatal(err)
	}
	e, err := d.Ledger.Source(t.Context(), "log.txt")
	if err != nil {
		t.Fatal(err)
	}
	if e.Last == nil || e.Last.State != sources.Captured || !strings.Contains(e.Last.Reason, "damaged") || e.Snapshot == "" {
		t.Errorf("captured as %+v", e.Last)
	}
	dossier, err := d.Verify(t.Context(), "ferry", false)
	if err != nil {
		t.Fatal(err)
	}
	found := dossier.Entries[0].Findings
	if len(found) != 1 || found[0].Check != "unread" || !strings.Contains(found[0].Message, "damaged") {
		t.Errorf("findings %+v", found)
	}
}

// TestCaptureAsksOnlyForWhatIsMissing counts what is asked for.
func TestCaptureAsksOnlyForWhatIsMissing(t *testing.T) {
	d := newDesk(t, filepath.Join(t.TempDir(), "stet.db"), map[string]string{"log.txt": "The ferry sank."})
	submit(t, d, "The ferry sank on Monday.", sources.Note{Kind: sources.Footnote, Label: "1", Text: "log.txt; other.txt", Start: 25, End: 25})
	for range 3 {
		if err := d.CaptureMissing(t.Context(), "ferry", desk.CaptureOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	asked := d.Fetcher.(*shelf).asked
	if asked["log.txt"] != 1 || asked["other.txt"] != 3 {
		t.Errorf("asked %v, want log.txt once and other.txt each time", asked)
	}
}

// TestImportKeepsStances changes the draft around a citation on which a person
// has taken a stance.
func TestImportKeepsStances(t *testing.T) {
	d := newDesk(t, filepath.Join(t.TempDir(), "stet.db"), map[string]string{"log.txt": "The ferry sank."})
	note := sources.Note{Kind: sources.Footnote, Label: "1", Text: `log.txt "sank"`, Start: 25, End: 25}
	submit(t, d, "The ferry sank on Monday.", note)
	if _, err := d.Cite(t.Context(), claims.Ref{Slug: "ferry", Number: 1}, "tel., Dana Scott, 3 May", "", claims.Disputes, claims.Primary); err != nil {
		t.Fatal(err)
	}
	note.Label = "7"
	submit(t, d, "The ferry sank on Monday. It was raining hard.", note)
	dossier, err := d.Ledger.Dossier(t.Context(), "ferry")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range dossier.Entries[0].Citations {
		got = append(got, fmt.Sprintf("%s %s %s", c.Origin, c.Stance, c.Quote))
	}
	if strings.Join(got, "; ") != "footnote 7 offered sank; cite disputes " {
		t.Errorf("citations %q", got)
	}
	submit(t, d, "The ferry sank on Monday. It was raining hard.")
	if dossier, err = d.Ledger.Dossier(t.Context(), "ferry"); err != nil {
		t.Fatal(err)
	}
	if cited := dossier.Entries[0].Citations; len(cited) != 1 || !cited[0].ByHand() {
		t.Errorf("after the footnote went: %+v", cited)
	}
}

// overtaken is a ledger on which somebody else verifies just before we store
// what we found.
type overtaken struct {
	desk.Ledger
	other *desk.Desk
	once  sync.Once
}

func (o *overtaken) PutVerification(ctx context.Context, article string, v claims.Verification) (bool, error) {
	var err error
	o.once.Do(func() { _, err = o.other.Verify(ctx, "ferry", false) })
	if err != nil {
		return false, err
	}
	return o.Ledger.PutVerification(ctx, article, v)
}

// TestVerifyTellsWhatAnotherStored wants findings told that somebody else, who
// found the same, stored a moment before.
func TestVerifyTellsWhatAnotherStored(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	d := newDesk(t, path, nil)
	submit(t, d, "The ferry sank on Monday.")
	d.Ledger = &overtaken{Ledger: d.Ledger, other: newDesk(t, path, nil)}
	dossier, err := d.Verify(t.Context(), "ferry", false)
	if err != nil {
		t.Fatal(err)
	}
	if found := d.Found(dossier, "draft"); len(found) != 1 || found[0].Check != "no-citation" {
		t.Errorf("found %+v, want what the checks find", found)
	}
}

// TestCaptureFindsThatAnotherCaptured wants one attempt recorded where two
// desks set out to capture the same source.
func TestCaptureFindsThatAnotherCaptured(t *testing.T) {
	path := filepath.Join(t.TempDir(), "stet.db")
	pages := map[string]string{"log.txt": "The ferry sank."}
	d := newDesk(t, path, pages)
	submit(t, d, "The ferry sank on Monday.", sources.Note{Kind: sources.Footnote, Label: "1", Text: "log.txt", Start: 25, End: 25})
	other := newDesk(t, path, pages)
	d.Fetcher = fetcherFunc(func(ctx context.Context, r sources.Request) sources.Fetched {
		if err := other.CaptureMissing(ctx, "ferry", desk.CaptureOptions{}); err != nil {
			t.Error(err)
		}
		return other.Fetcher.Fetch(ctx, r)
	})
	if err := d.CaptureMissing(t.Context(), "ferry", desk.CaptureOptions{}); err != nil {
		t.Fatal(err)
	}
	ledger := d.Ledger.(*store.Ledger)
	e, err := ledger.Source(t.Context(), "log.txt")
	if err != nil {
		t.Fatal(err)
	}
	captures, err := ledger.Captures(t.Context(), e.Source.ID)
	if err != nil || len(captures) != 1 {
		t.Errorf("%d attempts recorded, want 1: %v", len(captures), err)
	}
}

type fetcherFunc func(context.Context, sources.Request) sources.Fetched

func (f fetcherFunc) Fetch(ctx context.Context, r sources.Request) sources.Fetched {
	return f(ctx, r)
}

func (f fetcherFunc) Memento(ctx context.Context, address string, _ time.Time) sources.Fetched {
	return f(ctx, sources.Request{Address: address})
}

func (f fetcherFunc) SaveNow(ctx context.Context, address string) sources.Fetched {
	return f(ctx, sources.Request{Address: address})
}

// upper reads as a newer version of the reader might.
type upper struct{ plain }

func (u upper) Read(ctx context.Context, b []byte, o sources.ReadOptions) (*sources.Text, error) {
	return u.plain.Read(ctx, []byte(strings.ToUpper(string(b))), o)
}

// TestNewerReaderReadsAgain wants what an older reader made of a snapshot read
// again, and kept then.
func TestNewerReaderReadsAgain(t *testing.T) {
	d := newDesk(t, filepath.Join(t.TempDir(), "stet.db"), map[string]string{"log.txt": "The ferry sank."})
	e, err := d.AddSource(t.Context(), sources.Source{Address: "log.txt"})
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		version string
		reader  desk.Reader
		want    string
	}{
		{"test", upper{}, "The ferry sank."}, // already read by this version
		{"newer", upper{}, "THE FERRY SANK."},
		{"newer", plain{}, "THE FERRY SANK."},
	} {
		d.ReaderVersion, d.Reader = step.version, step.reader
		text, err := d.Text(t.Context(), e.Snapshot)
		if err != nil || text.Body != step.want {
			t.Errorf("version %s: %+v, %v, want %q", step.version, text, err, step.want)
		}
	}
}
