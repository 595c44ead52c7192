package claims

import (
	"time"

	"stet/sources"
)

// Change is everything that one act writes to the ledger: applied together or
// not at all, at one time, by one person. Rows are whole: a row with a known
// ID takes the place of the one there, but drafts, snapshots, captures, parts
// and sign-offs are only ever added.
type Change struct {
	By   string // who did it; "stet" where nobody gave a name
	What string // the act, as a command is named: "import", "sign"
	At   time.Time
	// Article is the ID of the article that the change is built on, and After
	// the Version of the dossier it was read with: the change is refused with
	// a conflict if the article has changed since. An empty Article is not
	// compared.
	Article string
	After   int64

	Snapshots []Content
	Sources   []sources.Source
	Captures  []sources.Capture
	Articles  []Article
	Drafts    []Draft
	Claims    []Claim
	Parts     []Part
	Citations []Citation
	Uncited   []string // the IDs of citations to remove
	SignOffs  []SignOff
	Queries   []Query
	Replies   []Reply
	Dropped   []string // the IDs of replies to remove
}

// Bulk is a change under way that is too large to be held at once: its rows are
// put as they come, and the ledger has them only once all of them were. It also
// answers what the ledger has, together with what was put.
type Bulk interface {
	// Put writes the rows of c; each may point to those put before it, and to
	// those of c. What else c says is ignored. They may be written after it has
	// returned: its error may be of those that were put before.
	Put(c *Change) error
	// IsFirst reports whether the ledger was empty before the change.
	IsFirst() bool
	// Sources returns every source by number.
	Sources() ([]Evidence, error)
	// Article returns the article of that slug, or ErrNotFound.
	Article(slug string) (Article, error)
	// Entry returns a claim by its number, with what it cites, its sign-off and
	// nothing else, or ErrNotFound.
	Entry(articleID string, number int) (Entry, error)
	// Asked returns the queries and replies of a claim by its ID, in the order
	// in which a dossier has them.
	Asked(claimID string) ([]Query, []Reply, error)
	// Words yields the words of an article's claims, cut ones included, by
	// their numbers.
	Words(articleID string, yield func(number int, words string) error) error
}

// Content is a snapshot with its bytes, whose digest is the snapshot's.
type Content struct {
	sources.Snapshot
	Bytes []byte `json:"-"`
}

// IsEmpty reports whether the change writes nothing, so that there is nothing
// to apply.
func (c *Change) IsEmpty() bool {
	return len(c.Snapshots)+len(c.Sources)+len(c.Captures)+len(c.Articles)+len(c.Drafts)+
		len(c.Claims)+len(c.Parts)+len(c.Citations)+len(c.Uncited)+len(c.SignOffs)+
		len(c.Queries)+len(c.Replies)+len(c.Dropped) == 0
}

// Event is one row of the ledger's history: a row as a change left it.
type Event struct {
	Seq     int64     `json:"seq"`    // from 1, without gaps
	Change  string    `json:"change"` // UUIDv7, shared by all events of one change
	At      time.Time `json:"at"`
	By      string    `json:"by"`
	What    string    `json:"what"`
	Article string    `json:"article,omitempty"` // the article's ID
	Table   string    `json:"table"`
	Key     string    `json:"key"`           // the row's ID or digest
	Row     []byte    `json:"row,omitempty"` // canonical JSON (RFC 8785) of the whole row; empty where it was removed
}
