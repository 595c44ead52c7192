package fetch

import (
	"context"
	"io"
	"net/http"
	"time"

	"stet/sources"
)

// answer tells the state from the status code, and the body where that is no
// whole answer. Only whole documents are captured: 202 is a promise of one,
// 206 a part of one. The error is one of reading the body.
func (w *web) answer(ctx context.Context, r *http.Response, t *trail) (sources.Fetched, error) {
	switch r.StatusCode {
	case http.StatusNotModified:
		if t.asked {
			return sources.Fetched{State: sources.Unchanged}, nil
		}
		return sources.Fetched{State: sources.Unreachable, Reason: answered(r)}, nil
	case http.StatusNotFound, http.StatusGone:
		return sources.Fetched{State: sources.Missing, Reason: answered(r)}, nil
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden,
		http.StatusTooManyRequests, http.StatusUnavailableForLegalReasons:
		return sources.Fetched{State: sources.Blocked, Reason: w.blocked(r)}, nil
	case http.StatusOK, http.StatusNonAuthoritativeInfo, http.StatusNoContent:
		return w.document(ctx, r)
	}
	if r.StatusCode >= 500 {
		if told, ok := w.excuse(r); ok {
			return told, nil
		}
	}
	return sources.Fetched{State: sources.Unreachable, Reason: answered(r)}, nil
}

// document reads a body, and looks whether it is the document or a page that
// stands before it.
func (w *web) document(ctx context.Context, r *http.Response) (sources.Fetched, error) {
	got, err := w.body(ctx, r)
	if got.State != sources.Captured {
		return got, err
	}
	if told, ok := standIn(r, got.Bytes); ok {
		return told, nil
	}
	got.MediaType = r.Header.Get("Content-Type")
	return got, nil
}

// maxExcuse is how much of an answer is read that is no document, in bytes.
const maxExcuse = 256 << 10

// excuse returns what an answer that is no document says of itself, and false
// where it is not known to say anything.
func (w *web) excuse(r *http.Response) (sources.Fetched, bool) {
	decoded, err := decode(r.Header.Get("Content-Encoding"), r.Body)
	if err != nil {
		return sources.Fetched{}, false
	}
	defer decoded.Close()
	b, _ := io.ReadAll(io.LimitReader(decoded, maxExcuse)) // the beginning will do
	return standIn(r, b)
}

// blocked says why a page was not given, and by whom where that is known.
func (w *web) blocked(r *http.Response) string {
	reason := answered(r)
	if told, ok := w.excuse(r); ok && told.State == sources.Blocked {
		reason += ": " + told.Reason
	}
	if wait := backoff(0, r); wait > longestWait {
		reason += ", and asks to wait " + wait.Round(time.Second).String()
	}
	return reason
}

// body reads and decodes a whole body.
func (w *web) body(ctx context.Context, r *http.Response) (sources.Fetched, error) {
	decoded, err := decode(r.Header.Get("Content-Encoding"), r.Body)
	if err != nil {
		return sources.Fetched{State: sources.Unreachable, Reason: plainly(err)}, nil
	}
	defer decoded.Close()
	b, err := readUpTo(decoded, w.options.MaxBytes)
	switch {
	case isTooLarge(err):
		return sources.Fetched{State: sources.TooLarge, Reason: plainly(err)}, nil
	case err != nil:
		return broken(ctx, err), err
	}
	return sources.Fetched{State: sources.Captured, Bytes: b}, nil
}
