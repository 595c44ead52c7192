package desk

import (
	"crypto/sha256"
	"errors"

	"stet/claims"
)

// sheetArticle is an article of a sheet, with which of its claims are known.
type sheetArticle struct {
	claims.Article
	fresh bool // made by this import
	last  int  // the highest number in the ledger or the sheet so far
	given numbers
	// words are the numbers of claims by their words. It is nil until a row
	// gives no number.
	words map[wordsKey]int
}

// wordsKey stands for the words of a claim: less than they are.
type wordsKey [16]byte

func keyOf(words string) wordsKey {
	sum := sha256.Sum256([]byte(words))
	return wordsKey(sum[:16])
}

// numbers is a set of claim numbers.
type numbers map[int]uint64

func (n numbers) has(number int) bool { return n[number/64]&(1<<(number%64)) != 0 }
func (n numbers) add(number int)      { n[number/64] |= 1 << (number % 64) }

// article returns the article of that slug, making it where there is none.
func (in *intake) article(slug string) (*sheetArticle, error) {
	if a, ok := in.articles[slug]; ok {
		return a, nil
	}
	a := &sheetArticle{given: numbers{}}
	var err error
	a.Article, err = in.bulk.Article(slug)
	switch {
	case errors.Is(err, claims.ErrNotFound):
		a.Article, a.fresh = claims.Article{ID: in.desk.NewID(), Slug: slug, Title: slug}, true
	case err != nil:
		return nil, err
	default:
		err = in.bulk.Words(a.ID, func(number int, _ string) error {
			a.last = max(a.last, number)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	in.articles[slug] = a
	return a, nil
}

// numberOf returns the number of the claim that has these words, or else the
// next one that is free.
func (in *intake) numberOf(a *sheetArticle, words string) (int, error) {
	if a.words == nil {
		a.words = map[wordsKey]int{}
		if err := in.put(); err != nil {
			return 0, err
		}
		err := in.bulk.Words(a.ID, func(number int, words string) error {
			a.words[keyOf(words)] = number
			return nil
		})
		if err != nil {
			return 0, err
		}
	}
	if n, ok := a.words[keyOf(words)]; ok {
		return n, nil
	}
	return a.last + 1, nil
}

// gave remembers that a claim of the sheet has this number.
func (a *sheetArticle) gave(number int, words string) {
	a.given.add(number)
	a.last = max(a.last, number)
	if a.words != nil {
		a.words[keyOf(words)] = number
	}
}
