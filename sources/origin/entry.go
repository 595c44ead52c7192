package origin

import (
	"runtime"
	"sync"
)

// entry is a document made ready to be compared.
type entry struct {
	Document
	shingles    []uint64
	subject     []uint64
	page        string     // its address without what makes no other page
	agency      string     // whose credit it bears
	distributor string     // of press releases, whose mark it bears
	names       []string   // that others may call its publisher by, as keyOf makes them
	relied      []reliance // what it says of whose reports it rests on
}

func newEntry(d Document) entry {
	e := entry{Document: d, page: pageOf(d.Address)}
	if d.Text == nil {
		return e
	}
	words := newWords(story(d.Text.Body))
	e.shingles, e.subject = words.shingles(), words.subject()
	e.agency, e.distributor = agencyOf(d.Text), distributorOf(d.Text.Body)
	e.names = namesOf(d.Text.Publisher, e.agency, e.page)
	e.relied = reliedOn(d.Text)
	return e
}

// newEntries makes documents ready, as many at a time as there are processors.
func newEntries(documents []Document) []entry {
	all := make([]entry, len(documents))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(len(documents), runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := range next {
				all[i] = newEntry(documents[i])
			}
		})
	}
	for i := range documents {
		next <- i
	}
	close(next)
	workers.Wait()
	return all
}
