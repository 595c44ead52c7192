package text

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestAHungryDocumentFailsAlone(t *testing.T) {
	l := childLibrary(t, "hostile")
	l.keeper.limits = func(int, Options) limits { return limits{time: time.Minute, memory: minMemory / 2} }
	if _, err := l.keeper.read(context.Background(), []byte("eat"), Options{}); !errors.Is(err, errOutOfMemory) {
		t.Errorf("error %v, want %v", err, errOutOfMemory)
	}
	if got, err := l.keeper.read(context.Background(), []byte("words"), Options{}); err != nil || got.Body != "words" {
		t.Errorf("the next document: %v, %v", got, err)
	}
}
