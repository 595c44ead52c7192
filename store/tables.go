package store

import (
	"encoding/json"
	"fmt"
)

// table is one table that the history can rebuild: how a row in the history is
// put into it again.
type table struct {
	name   string
	replay func(w *writer, row []byte) error
	remove func(w *writer, key string) error // nil where rows are never removed
}

// tables lists the tables that the history can rebuild, by the names that
// events give.
var tables = []table{
	{name: "snapshot", replay: replay((*writer).putSnapshot)},
	{name: "source", replay: replay((*writer).putSource)},
	{name: "capture", replay: replay((*writer).putCapture)},
	{name: "article", replay: replay((*writer).putArticle)},
	{name: "draft", replay: replay((*writer).putDraft)},
	{name: "claim", replay: replay((*writer).putClaim)},
	{name: "part", replay: replay((*writer).putPart)},
	{name: "citation", replay: replay((*writer).putCitation), remove: (*writer).removeCitation},
	{name: "signoff", replay: replay((*writer).putSignOff)},
	{name: "query", replay: replay((*writer).putQuery)},
	{name: "reply", replay: replay((*writer).putReply), remove: (*writer).removeReply},
}

// replay returns a function that decodes a row and puts it.
func replay[T any](put func(w *writer, row T) error) func(*writer, []byte) error {
	return func(w *writer, row []byte) error {
		var v T
		if err := json.Unmarshal(row, &v); err != nil {
			return err
		}
		return put(w, v)
	}
}

// drop removes a row as the history says.
func (t table) drop(w *writer, key string) error {
	if t.remove == nil {
		return fmt.Errorf("a row of table %s is never removed", t.name)
	}
	return t.remove(w, key)
}
