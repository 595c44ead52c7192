package fetch

import (
	"compress/flate"
	"compress/gzip"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"

	"github.com/klauspost/compress/zstd"
)

// answered says which status code came that is no document.
func answered(r *http.Response) string {
	if text := http.StatusText(r.StatusCode); text != "" {
		return fmt.Sprintf("the server answered %d %s", r.StatusCode, text)
	}
	return fmt.Sprintf("the server answered %d", r.StatusCode)
}

// plainly puts an error into words that a reporter can act on.
func plainly(err error) string {
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	var late net.Error
	var in *fs.PathError
	var asked *url.Error
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return "there is no host of that name"
	case errors.As(err, &dns):
		return "its host's address could not be looked up"
	case errors.As(err, &certificate):
		return "its certificate is not valid: " + certificate.Err.Error()
	case errors.Is(err, context.Canceled):
		return "interrupted"
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &late) && late.Timeout():
		return "it did not answer in time"
	case errors.Is(err, fs.ErrPermission):
		return "it may not be read: permission denied"
	case errors.As(err, &in):
		return in.Err.Error()
	}
	if reason := brokenOff(err); reason != "" {
		return reason
	}
	if errors.As(err, &asked) {
		return asked.Err.Error()
	}
	return err.Error()
}

// brokenOff says how a connection failed, or "" where it is something else.
func brokenOff(err error) string {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, syscall.ECONNREFUSED):
		return "its host refuses connections"
	case errors.Is(err, syscall.ENETUNREACH), errors.Is(err, syscall.EHOSTUNREACH):
		return "there is no way to its host"
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE), errors.Is(err, io.EOF):
		return "its host broke the connection off"
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "its host broke off before the document's end"
	case errors.As(err, &corrupt), errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum),
		strings.HasPrefix(err.Error(), "brotli: "), isDamagedZstd(err):
		return "it came damaged"
	}
	return ""
}

func isDamagedZstd(err error) bool {
	for _, known := range []error{
		zstd.ErrMagicMismatch, zstd.ErrReservedBlockType, zstd.ErrCompressedSizeTooBig, zstd.ErrBlockTooSmall, zstd.ErrUnexpectedBlockSize,
		zstd.ErrWindowSizeExceeded, zstd.ErrWindowSizeTooSmall, zstd.ErrUnknownDictionary, zstd.ErrFrameSizeExceeded, zstd.ErrFrameSizeMismatch, zstd.ErrCRCMismatch,
	} {
		if errors.Is(err, known) {
			return true
		}
	}
	return false
}

func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
